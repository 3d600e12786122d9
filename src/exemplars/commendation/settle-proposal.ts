import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';
import { commendationProposed, commendationSettled } from '../messages.ts';
import { refusal } from '../refusal.ts';
import { commendationPhrases } from './commendation-phrases.ts';
import { findProposal, type Proposal } from './commendation-queries.ts';

const commendationRefusal = refusing(commendationPhrases);

/**
 * A proposal for its secretary.
 *
 * @throws AppError only_secretary, the same whether it does not exist or is for another to answer
 */
export async function openToSettle(
  deps: Deps,
  actor: Actor,
  proposalId: string,
): Promise<Proposal> {
  const proposal = await findProposal(deps.db, proposalId);
  const may =
    proposal &&
    proposal.personId !== actor.personId &&
    (await holdsRole(deps.db, actor, 'secretary', proposal.unitId));
  if (!may) throw commendationRefusal('only_secretary', (p) => p.onlySecretary);
  return proposal;
}

/**
 * The secretary takes a proposed commendation in hand, or declines it with the reason; the proposer is told.
 * The first answer stands: a repetition changes nothing.
 *
 * @param input.reason why not; null takes it in hand
 * @throws AppError only_secretary, reason_missing at its field
 */
export async function settleProposal(
  deps: Deps,
  input: { actor: Actor; proposalId: string; reason: string | null },
): Promise<{ happened: boolean }> {
  const { actor, proposalId, reason } = input;
  const proposal = await openToSettle(deps, actor, proposalId);
  if (reason !== null && reason.trim() === '')
    throw refusal('reason_missing', (p) => p.reasonMissing, 'reason');
  const state = reason === null ? 'taken' : 'declined';
  return inTransaction(deps.db, async (tx) => {
    const settled = await tx.$executeRaw`
      update commendation_proposal set state = ${state}::proposal_state, settled_at = app_now(),
        settled_by_id = ${actor.personId}::uuid, decline_reason = ${reason}
      where id = ${proposalId}::uuid and state = 'proposed'`;
    if (settled === 0) return { happened: false };
    await audit(tx, {
      kind: reason === null ? 'exemplar.commendation_taken' : 'exemplar.commendation_declined',
      subjectId: proposal.exemplarId,
      actorId: actor.personId,
      before: { state: 'proposed' },
      after: { proposalId, state },
      ...(reason === null ? {} : { reason }),
    });
    await refreshMessages(tx, commendationProposed, proposalId);
    if (proposal.proposedById !== actor.personId)
      await sendMessage(tx, commendationSettled, {
        to: { personId: proposal.proposedById },
        params: {},
        subjectId: proposalId,
        dedupeKey: `${commendationSettled.purpose}:${proposalId}`,
      });
    return { happened: true };
  });
}
