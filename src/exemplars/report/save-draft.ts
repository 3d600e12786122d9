import { inTransaction } from '../../database/transaction.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type AppError, refusing, throwTogether } from '../../kernel/errors.ts';
import type { Day } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { personsOfSlackUsers } from '../../people/queries.ts';
import { isUnitOn } from '../units.ts';
import type { Named, Told } from './draft-content.ts';
import { type Draft, findDraft, keepDraft, reportedAs, takeTurn } from './drafts.ts';
import { reportPhrases } from './report-phrases.ts';

const refusal = refusing(reportPhrases);

export type Saved =
  | { kind: 'draft'; draft: Draft }
  /** The form was sent already, from elsewhere. */
  | { kind: 'reported'; id: string };

/**
 * Keeps the first step: whom and when.
 *
 * @throws AppError nobody_named, self_praise, person_unknown, unit_unknown, day_ahead, period_reversed,
 *   period_of_deed at their fields, together; too_many_drafts, draft_gone
 */
export async function saveNamed(
  deps: Deps,
  input: {
    actor: Actor;
    draftId: string;
    kind: Named['kind'];
    slackUserIds: readonly string[];
    unitId: string | null;
    happenedOn: Day;
    endedOn: Day | null;
  },
): Promise<Saved> {
  const { actor, draftId, kind, slackUserIds, unitId, happenedOn, endedOn } = input;
  const { personId } = actor;
  const persons = await personsOfSlackUsers(deps.db, slackUserIds);
  const personIds = slackUserIds.flatMap((id) => persons.get(id)?.id ?? []);
  throwTogether([
    ...(await wrongNames(deps, { ...input, personIds })),
    ...wrongDays(today(deps), { kind, happenedOn, endedOn }),
  ]);
  const named = { kind, personIds, unitId, happenedOn, endedOn };
  return inTransaction<Saved>(deps.db, async (tx) => {
    await takeTurn(tx, personId);
    const reported = await reportedAs(tx, draftId, personId);
    if (reported) return { kind: 'reported', id: reported.id };
    const was = await findDraft(tx, { draftId, personId });
    const content = { ...(was?.content ?? { told: {} }), named };
    return { kind: 'draft', draft: await keepDraft(tx, { draftId, personId, content }) };
  });
}

async function wrongNames(
  deps: Deps,
  input: {
    actor: Actor;
    slackUserIds: readonly string[];
    personIds: readonly string[];
    unitId: string | null;
  },
): Promise<AppError[]> {
  const { actor, slackUserIds, personIds, unitId } = input;
  if (slackUserIds.length === 0 && unitId === null)
    return [refusal('nobody_named', (p) => p.nobodyNamed, 'persons')];
  if (personIds.includes(actor.personId))
    return [refusal('self_praise', (p) => p.selfPraise, 'persons')];
  if (personIds.length < slackUserIds.length)
    return [refusal('person_unknown', (p) => p.personUnknown, 'persons')];
  if (unitId !== null && !(await isUnitOn(deps.db, unitId, today(deps))))
    return [refusal('unit_unknown', (p) => p.unitUnknown, 'unit')];
  return [];
}

function wrongDays(
  on: Day,
  { kind, happenedOn, endedOn }: Pick<Named, 'kind' | 'happenedOn' | 'endedOn'>,
): AppError[] {
  if (happenedOn > on) return [refusal('day_ahead', (p) => p.dayAhead, 'happenedOn')];
  if (endedOn === null) return [];
  if (kind === 'good_deed') return [refusal('period_of_deed', (p) => p.periodOfDeed, 'endedOn')];
  if (endedOn < happenedOn) return [refusal('period_reversed', (p) => p.periodReversed, 'endedOn')];
  return endedOn > on ? [refusal('day_ahead', (p) => p.dayAhead, 'endedOn')] : [];
}

/**
 * Keeps the second step: what was done.
 *
 * @throws AppError method_missing at its field, draft_gone
 */
export async function saveTold(
  deps: Deps,
  { actor, draftId, told }: { actor: Actor; draftId: string; told: Told },
): Promise<Saved> {
  const { personId } = actor;
  return inTransaction<Saved>(deps.db, async (tx) => {
    await takeTurn(tx, personId);
    const reported = await reportedAs(tx, draftId, personId);
    if (reported) return { kind: 'reported', id: reported.id };
    const was = await findDraft(tx, { draftId, personId });
    if (!was) throw refusal('draft_gone', (p) => p.draftGone);
    if (was.content.named.kind === 'advanced_model' && !told.method)
      throw refusal('method_missing', (p) => p.methodMissing, 'method');
    const content = { ...was.content, told };
    return { kind: 'draft', draft: await keepDraft(tx, { draftId, personId, content }) };
  });
}
