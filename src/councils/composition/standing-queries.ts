import type { Tx } from '../../database/client.ts';
import type { CouncilKind } from '../../database/generated/enums.ts';
import type { Deps } from '../../kernel/deps.ts';
import { type Day, dateColumn } from '../../kernel/time.ts';
import { treeBelow } from '../../people/unit-tree.ts';
import { councilRulesOn } from '../../rulebook/council-rules.ts';
import {
  type CouncilPicture,
  compositionOn,
  councilPictures,
  latestComposition,
} from './composition-queries.ts';
import { type CouncilProblem, councilProblemsOn } from './composition-rules.ts';

/** What is wrong with a unit's council, or that it has none. */
export interface CouncilStanding {
  unitId: string;
  unitName: string;
  kind: CouncilKind;
  council: CouncilPicture | null;
  problems: CouncilProblem[];
  /** The first day of a composition that is recorded and has not begun. */
  nextFrom: Day | null;
}

const KINDS: readonly CouncilKind[] = ['emulation', 'initiative'];

/**
 * How the councils of these units and those below them stand on a day: each council with its problems,
 * and each kind that a unit ought to have and never had. A council is expected at the units of the rule
 * (the province), at the top of the tree, and wherever there was one; not at a unit that is no more.
 */
export async function councilStandings(
  deps: Pick<Deps, 'rulebook'>,
  tx: Tx,
  search: { under: readonly string[]; on: Day },
): Promise<CouncilStanding[]> {
  const { under, on } = search;
  const councils = await councilPictures(tx, { under, on });
  const found = councils
    .filter((council) => !isSucceeded(council, councils, on))
    .map((council) => standingOf(deps, council, on));
  const rules = councilRulesOn(deps.rulebook, 'emulation', on);
  const units = await unitsExpected(tx, under, rules.expected.unitKinds, on);
  const missing = units.flatMap(({ id, name, expected }) =>
    KINDS.filter(
      (kind) => expected && !councils.some((one) => one.unitId === id && one.kind === kind),
    ).map((kind) => ({
      unitId: id,
      unitName: name,
      kind,
      council: null,
      problems: councilProblemsOn(null, councilRulesOn(deps.rulebook, kind, on), on),
      nextFrom: null,
    })),
  );
  const alive = new Set(units.map(({ id }) => id));
  return [...missing, ...found.filter(({ unitId }) => alive.has(unitId))];
}

/** Not in force, where another of the kind at the unit is, or came later. */
function isSucceeded(
  council: CouncilPicture,
  councils: readonly CouncilPicture[],
  on: Day,
): boolean {
  if (compositionOn(council, on)) return false;
  const order = (one: CouncilPicture) => latestComposition(one).from;
  return councils.some(
    (other) =>
      other.id !== council.id &&
      other.unitId === council.unitId &&
      other.kind === council.kind &&
      (compositionOn(other, on) !== null || order(other) > order(council)),
  );
}

/** One council as it stands on a day. */
export function standingOf(
  { rulebook }: Pick<Deps, 'rulebook'>,
  council: CouncilPicture,
  on: Day,
): CouncilStanding {
  const { unitId, unitName, kind, compositions, departures } = council;
  const terms = compositions.flatMap(({ members }) => members);
  const now = compositionOn(council, on) ?? latestComposition(council);
  const decision = `Quyết định số ${now.number}`;
  const next = latestComposition(council);
  return {
    unitId,
    unitName,
    kind,
    council,
    problems: councilProblemsOn(
      { decision, terms, departures },
      councilRulesOn(rulebook, kind, on),
      on,
    ),
    nextFrom: next.from > on ? next.from : null,
  };
}

/**
 * What is wrong with the councils of these units and those below them on a day, for Home, reminders and
 * the inspection report. What a recorded composition is about to mend is in it too, with `nextFrom`.
 */
export async function councilProblems(
  deps: Pick<Deps, 'rulebook'>,
  tx: Tx,
  search: { under: readonly string[]; on: Day },
): Promise<CouncilStanding[]> {
  const standings = await councilStandings(deps, tx, search);
  return standings.filter(({ problems }) => problems.length > 0);
}

/** Units of the tree that exist on the day, and whether they ought to have councils though they never had. */
function unitsExpected(
  tx: Tx,
  under: readonly string[],
  unitKinds: readonly string[],
  on: Day,
): Promise<{ id: string; name: string; expected: boolean }[]> {
  return tx.$queryRaw`
    with recursive ${treeBelow(under)}
    select unit.id::text, unit.name,
      (unit.parent_id is null or unit.kind::text = any(${[...unitKinds]}::text[])) as expected
    from tree join unit on unit.id = tree.id
    where unit.valid_from <= ${dateColumn(on)} and (unit.valid_to is null or unit.valid_to >= ${dateColumn(on)})
    order by unit.code`;
}
