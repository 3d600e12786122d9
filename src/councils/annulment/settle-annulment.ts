import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit, auditAll } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';
import { findVote, holdVote, runsVote, type Vote } from '../ballots/vote-queries.ts';
import {
  annulledToAuthor,
  outcomeToAuthor,
  sheetCard,
  sheetTurnout,
  turnoutCard,
  voteAnnulmentSettled,
  voteAnnulmentToSettle,
  voteCard,
} from '../messages.ts';
import { refuseAnnulmentWhenSigned } from '../papers/refuse-signed.ts';
import { returnToCouncil, toldOutcome } from '../sittings/agenda-items.ts';
import { refreshSittings } from '../sittings/refresh-sittings.ts';
import { annulmentRefusal } from './annulment-phrases.ts';
import { findVoteAnnulment, type VoteAnnulment } from './annulment-queries.ts';

export type AnnulmentVerdict = { kind: 'confirmed' } | { kind: 'declined'; reason: string };

export interface AnnulmentToSettle {
  annulment: VoteAnnulment;
  vote: Vote;
}

/**
 * Settles a proposed annulment as the second of two persons. Confirmed, the outcome stands in its place but counts no
 * more: an initiative returns to those that await the council, nominations and other items await another ballot,
 * authors are told. Nothing of the box is opened or written. What was settled before is left as it is.
 *
 * @throws AppError annulment_unknown, proposed_it, concerned, not_second_person, reason_missing, decision_recorded,
 *   paper_signed
 */
export async function settleVoteAnnulment(
  deps: Deps,
  input: { actor: Actor; annulmentId: string; verdict: AnnulmentVerdict },
): Promise<{ done: boolean } & AnnulmentToSettle> {
  const { actor, annulmentId, verdict } = input;
  const declineReason = verdict.kind === 'declined' ? verdict.reason.trim() : null;
  if (declineReason === '')
    throw annulmentRefusal('reason_missing', (p) => p.reasonNeeded, 'reason');
  return inTransaction(deps.db, async (tx) => {
    const proposed = await findVoteAnnulment(tx, annulmentId);
    if (proposed) await holdVote(tx, proposed.target);
    // Read once the ballots are held: what was released until then was told, and is annulled so.
    const before = await annulmentFor(deps, tx, { actor, annulmentId });
    const settled = await tx.$executeRaw`
      update ballot_annulment
      set state = ${verdict.kind}::annulment_state, settled_by_id = ${actor.personId}::uuid,
        settled_at = app_now(), decline_reason = ${declineReason}
      where id = ${annulmentId}::uuid and state = 'proposed'`;
    if (settled === 0) {
      const standing = await annulmentFor(deps, tx, { actor, annulmentId });
      const { state, settledById } = standing.annulment;
      return { done: state === verdict.kind && settledById === actor.personId, ...standing };
    }
    const { vote, annulment } = before;
    const { target } = annulment;
    const subjectId = 'ballotId' in target ? target.ballotId : target.sheetId;
    if (verdict.kind === 'confirmed') await annul(tx, actor, before);
    else
      await audit(tx, {
        kind: 'council.annulment_declined',
        subjectId,
        actorId: actor.personId,
        after: { annulmentId },
        reason: verdict.reason,
      });
    await refreshCards(tx, vote, subjectId);
    await refreshMessages(tx, voteAnnulmentToSettle, annulmentId);
    await sendMessage(tx, voteAnnulmentSettled, {
      to: { personId: annulment.proposedById },
      params: {},
      subjectId: annulmentId,
      dedupeKey: `${voteAnnulmentSettled.purpose}:${annulmentId}`,
    });
    return { done: true, ...(await annulmentFor(deps, tx, { actor, annulmentId })) };
  });
}

/**
 * A proposed annulment, for one who may settle it: chair or secretary of the council, secretary of emulation or head
 * of its unit or above; neither who proposed it nor anybody whom the vote is about.
 *
 * @throws AppError annulment_unknown, proposed_it, concerned, not_second_person
 */
export async function annulmentFor(
  deps: Deps,
  tx: Tx,
  { actor, annulmentId }: { actor: Actor; annulmentId: string },
): Promise<AnnulmentToSettle> {
  const annulment = await findVoteAnnulment(tx, annulmentId);
  const vote = annulment && (await findVote(deps, tx, annulment.target));
  if (!annulment || !vote) throw annulmentRefusal('annulment_unknown', (p) => p.annulmentUnknown);
  if (vote.barred.has(actor.personId)) throw annulmentRefusal('concerned', (p) => p.concerned);
  if (annulment.proposedById === actor.personId)
    throw annulmentRefusal('proposed_it', (p) => p.proposedIt);
  const second =
    (await runsVote(deps, tx, actor, vote)) ||
    (await holdsRole(tx, actor, 'head', vote.council.unitId));
  if (!second) throw annulmentRefusal('not_second_person', (p) => p.onlySecondPerson);
  return { annulment, vote };
}

async function annul(tx: Tx, actor: Actor, { annulment, vote }: AnnulmentToSettle): Promise<void> {
  await refuseAnnulmentWhenSigned(
    tx,
    vote.ballots.map(({ item }) => item),
  );
  for (const { item, result } of vote.ballots) {
    if (result === 'no_quorum') continue;
    if (!(await returnToCouncil(tx, item)))
      throw annulmentRefusal('decision_recorded', (p) => p.decidedMeanwhile);
  }
  const annulled = { annulmentId: annulment.id };
  await tx.ballot.updateMany({
    where: { id: { in: vote.ballots.map(({ id }) => id) } },
    data: annulled,
  });
  await auditAll(
    tx,
    vote.ballots.map(({ id, result }) => ({
      kind: 'council.ballot_annulled' as const,
      subjectId: id,
      actorId: actor.personId,
      before: { result },
      after: annulled,
      reason: annulment.reason,
    })),
  );
  for (const { id, item, held } of vote.ballots) {
    // Who was not told of an outcome is not told that it holds no more.
    if (held) continue;
    for (const personId of await toldOutcome(tx, item))
      await sendMessage(tx, annulledToAuthor, {
        to: { personId },
        params: {},
        subjectId: id,
        dedupeKey: `${annulledToAuthor.purpose}:${id}:${personId}`,
      });
  }
}

async function refreshCards(tx: Tx, { target, ballots }: Vote, subjectId: string): Promise<void> {
  const cards =
    'ballotId' in target ? [turnoutCard, voteCard, outcomeToAuthor] : [sheetTurnout, sheetCard];
  for (const card of cards) await refreshMessages(tx, card, subjectId);
  await refreshSittings(tx, { itemIds: ballots.map(({ item }) => item.id) });
}
