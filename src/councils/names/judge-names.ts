import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { postedUnitsOf } from '../../people/queries.ts';
import { evaluateMany, type Judged } from '../../rulebook/evaluate-many.ts';
import { knowsMattersOf } from '../../rulebook/matter-rights.ts';
import { type AwardAsked, notRegisteredFor } from '../../rulebook/registration-check.ts';
import type { Rulebook } from '../../rulebook/rules.ts';
import { conflictsOfItems, type ItemSubject } from '../sittings/agenda-items.ts';

/** Who reads a judgement: somebody at work, or only whose message it stands in. */
export type NameReader = Actor | { personId: string };

/** How those nominated stand, as far as one reader may know, and when it was judged. */
export interface NameJudgements {
  at: Date;
  /** By the agenda item's id. */
  of: ReadonlyMap<string, Judged>;
  /** Of which items the reader is told nothing. */
  hidden: ReadonlySet<string>;
}

/** Whoever is nominated, and where it stands: on an agenda, or waiting for one. */
export type Nominated = Pick<ItemSubject, 'id' | 'itemKey' | 'personId' | 'unitId' | 'year'>;

/**
 * Judges those nominated for their titles, by the same rules as `/thidua xét`, for a reader who sits on the council or
 * runs it (decision 13). Two things are kept from the reader. Of a name with which they have a conflict of interest, or
 * that is their own, they are told nothing. What is open against a name counts only for a reader who looks after it as
 * secretary or inspector; for all others, and in messages, the judgement is the one that it would be if nothing were.
 *
 * The number of queries does not grow with the names.
 */
export async function judgeNames(
  deps: Deps,
  { reader, items }: { reader: NameReader; items: readonly ItemSubject[] },
): Promise<NameJudgements> {
  const nominated = items.filter(({ kind }) => kind === 'nomination');
  if (nominated.length === 0) return { at: deps.clock.now(), of: new Map(), hidden: new Set() };
  const conflicts = await conflictsOfItems(deps, deps.db, nominated);
  const hidden = new Set(
    nominated.flatMap(({ id }) => (conflicts.get(id)?.has(reader.personId) ? [id] : [])),
  );
  const open = nominated.filter(({ id }) => !hidden.has(id));
  return { ...(await judgeNominated(deps, { reader, nominated: open })), hidden };
}

/** The same for those who wait for an agenda, on which nobody has declared a conflict yet. */
export async function judgeNominated(
  deps: Deps,
  { reader, nominated }: { reader: NameReader; nominated: readonly Nominated[] },
): Promise<Pick<NameJudgements, 'at' | 'of'>> {
  const { db, rulebook } = deps;
  const on = today(deps);
  const others = nominated.filter(({ personId }) => personId !== reader.personId);
  const asked = await askedOf(db, others, on);
  const seesMatters = 'grants' in reader ? await knowsMattersOf(db, reader, asked) : () => false;
  return { at: deps.clock.now(), of: await evaluateMany(db, rulebook, { asked, on, seesMatters }) };
}

/**
 * Those nominated whom the organisation's rule does not let be considered, as their title is not registered in the
 * year (any more): `registration.withoutRegistration` of the rulebook says `refuse`.
 */
export async function ruledOut(
  tx: Tx,
  { rulebook, items, on }: { rulebook: Rulebook; items: readonly ItemSubject[]; on: string },
): Promise<Set<string>> {
  const nominated = items.filter(({ kind }) => kind === 'nomination');
  if (rulebook.registration.withoutRegistration.value !== 'refuse' || nominated.length === 0)
    return new Set();
  const asked = await askedOf(tx, nominated, on);
  return new Set((await notRegisteredFor(tx, rulebook, { asked, on })).keys());
}

async function askedOf(tx: Tx, nominated: readonly Nominated[], on: string): Promise<AwardAsked[]> {
  const personIds = nominated.flatMap(({ personId }) => personId ?? []);
  const posted =
    personIds.length > 0 ? await postedUnitsOf(tx, personIds, on) : new Map<string, string>();
  return nominated.flatMap(({ id: key, itemKey: award, personId, unitId, year }): AwardAsked[] => {
    if (year === null) return [];
    if (personId !== null)
      return [{ key, award, year, subject: { personId }, unitId: posted.get(personId) ?? null }];
    return unitId === null ? [] : [{ key, award, year, subject: { unitId }, unitId }];
  });
}
