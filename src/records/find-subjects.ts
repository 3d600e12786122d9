import { type Deps, today } from '../kernel/deps.ts';
import { compareNames, compareWords } from '../kernel/vietnamese-order.ts';
import type { Actor } from '../people/actor.ts';
import { treeBelow } from '../people/unit-tree.ts';
import { CARING_ROLES } from '../people/units-under.ts';
import { fold } from '../rulebook/fold.ts';
import type { RecordSubject } from './controls.ts';

export interface FoundSubject {
  of: RecordSubject;
  name: string;
  /** A person's staff number or a unit's code. */
  code: string;
  /** Where the person works or last worked; null for a unit. */
  unitName: string | null;
  /** The last day of a unit that is no more. */
  until: string | null;
  /** Units that went on from it. */
  nowCalled: string[];
}

/**
 * Persons and units whose record the actor may read and whose name, number or code has all the words,
 * whatever their accents; names that are the words themselves come first. Units that are no more are
 * found by the name they had, and through those that went on from them.
 */
export async function findSubjects(
  deps: Deps,
  actor: Actor,
  words: string,
): Promise<FoundSubject[]> {
  const wanted = fold(words).split(' ').filter(Boolean);
  if (wanted.length === 0) return [];
  const granted = actor.grants
    .filter(({ role }) => role === 'administrator' || CARING_ROLES.includes(role))
    .map(({ unitId }) => unitId);
  const on = today(deps);
  // Units that went on as one of those looked after are looked after too.
  const units = await deps.db.$queryRaw<UnitRow[]>`
    with recursive ${treeBelow(granted)}, reached as (
      select id from tree
      union
      select predecessor_id from unit_succession join reached on successor_id = reached.id
    )
    select unit.id, unit.name, unit.code, to_char(unit.valid_to, 'YYYY-MM-DD') as until,
      array(select successor.name from unit_succession join unit successor on successor.id = successor_id
        where predecessor_id = unit.id order by successor.name) as "nowCalled"
    from unit where id in (select id from reached)`;
  const persons = await deps.db.$queryRaw<PersonRow[]>`
    with recursive ${treeBelow(granted)}, last_posting as (
      select distinct on (person_id) person_id, unit_id from posting
      where from_date <= ${on}::date
      order by person_id, to_date desc nulls first, from_date desc
    )
    select person.id, person.full_name as name, person.staff_number as code, unit.name as "unitName"
    from last_posting join person on person.id = person_id join unit on unit.id = unit_id
    where unit_id in (select id from tree) or person.id = ${actor.personId}::uuid`;
  const found = [
    ...units
      .filter((unit) => has(wanted, unit.name, unit.code))
      .map(({ id, ...unit }) => ({ of: { unitId: id }, unitName: null, ...unit })),
    ...persons
      .filter((person) => has(wanted, person.name, person.code))
      .map(({ id, ...person }) => ({
        of: { personId: id },
        until: null,
        nowCalled: [],
        ...person,
      })),
  ];
  const exactly = ({ name, code }: FoundSubject) =>
    fold(name) === wanted.join(' ') || fold(code) === wanted.join(' ');
  return found.toSorted((a, b) => Number(exactly(b)) - Number(exactly(a)) || inOrder(a, b));
}

/** Units first, by their whole names; persons by their given names. */
function inOrder(a: FoundSubject, b: FoundSubject): number {
  const [unitA, unitB] = [a.unitName === null, b.unitName === null];
  if (unitA !== unitB) return unitA ? -1 : 1;
  return unitA ? compareWords(a.name, b.name) : compareNames(a.name, b.name);
}

interface UnitRow {
  id: string;
  name: string;
  code: string;
  until: string | null;
  nowCalled: string[];
}

interface PersonRow {
  id: string;
  name: string;
  code: string;
  unitName: string;
}

function has(wanted: readonly string[], ...texts: string[]): boolean {
  const folded = fold(texts.join(' '));
  return wanted.every((word) => folded.includes(word));
}
