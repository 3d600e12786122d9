import type { DecisionKind } from '../../database/generated/enums.ts';
import type { Deps } from '../../kernel/deps.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';
import { refusal } from '../refusal.ts';
import { missingAuthors } from './merged-queries.ts';
import type { RecordedDecision } from './record-decision.ts';
import { type SignedDecision, signedDecision } from './signed-decision.ts';

export type DecisionAwaited = {
  number: string;
  title: string;
  /** Authors of what was merged into it who are not named. */
  missing: { merged: string; names: string[] }[];
} & (
  | { awaited: DecisionKind; standing: null; signed: SignedDecision | null }
  | { awaited: null; standing: RecordedDecision }
);

/**
 * Which decision an initiative waits for after its vote, with its signed copy if that is attached to the sitting, or
 * the one that stands already.
 *
 * @throws AppError initiative_unknown, not_secretary, vote_not_fitting
 */
export async function openDecision(
  deps: Deps,
  actor: Actor,
  initiativeId: string,
): Promise<DecisionAwaited> {
  const row = await deps.db.initiative.findUnique({
    where: { id: initiativeId },
    select: {
      number: true,
      title: true,
      unitId: true,
      state: true,
      decision: { select: { kind: true, number: true, decidedOn: true, signatory: true } },
    },
  });
  if (!row) throw refusal('initiative_unknown', (p) => p.unknownInitiative);
  if (!(await holdsRole(deps.db, actor, 'secretary', row.unitId)))
    throw refusal('not_secretary', (p) => p.decisionOnlySecretary);
  const { state, decision } = row;
  const about = {
    number: row.number,
    title: row.title,
    missing: await missingAuthors(deps.db, initiativeId),
  };
  if (decision) {
    const standing = { ...decision, decidedOn: dayOf(decision.decidedOn), happened: false };
    return { ...about, awaited: null, standing };
  }
  if (state === 'passed') {
    const signed = await signedDecision(deps.db, initiativeId);
    return { ...about, awaited: 'recognised', standing: null, signed };
  }
  if (state === 'not_passed') return { ...about, awaited: 'refused', standing: null, signed: null };
  throw refusal('vote_not_fitting', (p) => p.voteNotFitting);
}
