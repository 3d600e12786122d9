import type { Tx } from '../../database/client.ts';
import type { InitiativeState } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHolders } from '../../people/queries.ts';
import { filedForSecretary, receipt } from '../messages.ts';
import { shareDeclined, shareRequested } from './intake-messages.ts';
import { sharePhrases } from './share-phrases.ts';
import { type ShareCard, shareCard } from './share-queries.ts';

const refusal = refusing(sharePhrases);

/** States in which a share can still be mended, and an answer to it is of use. */
export const SHARES_OPEN: readonly InitiativeState[] = [
  'received',
  'returned',
  'accepted',
  'voting',
  'voted',
  'passed',
];

export type AnswerToShare = { kind: 'confirmed' } | { kind: 'declined'; reason: string };

/**
 * An author confirms the share that the file names for them, or does not agree, with the reason; who
 * declined may confirm later, the other way is the secretary's matter. A repetition changes nothing.
 *
 * @param input.share as the card showed it
 * @throws AppError share_unknown, reason_missing, share_changed, share_confirmed, shares_closed
 */
export async function answerShare(
  deps: Deps,
  input: { actor: Actor; requestId: string; share: number; answer: AnswerToShare },
): Promise<ShareCard> {
  const { actor, requestId, share, answer } = input;
  const reason = answer.kind === 'declined' ? answer.reason.trim() : null;
  if (reason === '') throw refusal('reason_missing', (p) => p.declineNeedsReason, 'reason');
  return inTransaction(deps.db, async (tx) => {
    const before = await shareCard(tx, requestId);
    if (before?.personId !== actor.personId) throw refusal('share_unknown', (p) => p.shareUnknown);
    const changed = await tx.$executeRaw`
      update share_request
      set answer = ${answer.kind}::share_answer, answered_at = app_now(), reason = ${reason}
      from initiative_author as author join initiative on initiative.id = author.initiative_id
      where share_request.id = ${requestId}::uuid and share_request.share = ${share}
        and author.initiative_id = share_request.initiative_id
        and author.person_id = share_request.person_id and author.share = share_request.share
        and initiative.state::text = any(${[...SHARES_OPEN]})
        and (share_request.answer is null
          or share_request.answer = 'declined' and ${answer.kind} = 'confirmed')
        and not exists (
          select from share_request as later
          where later.initiative_id = share_request.initiative_id
            and later.person_id = share_request.person_id and later.seq > share_request.seq)`;
    if (changed === 0) return unchanged(tx, input);
    const { initiativeId } = before;
    await audit(tx, {
      kind:
        answer.kind === 'confirmed' ? 'initiative.share_confirmed' : 'initiative.share_declined',
      subjectId: initiativeId,
      actorId: actor.personId,
      after: { share },
      ...(reason ? { reason } : {}),
    });
    if (answer.kind === 'declined') await tellDeclined(deps, tx, before);
    await refreshMessages(tx, shareRequested, requestId);
    await refreshMessages(tx, filedForSecretary, initiativeId);
    await refreshMessages(tx, receipt, initiativeId);
    return after(tx, requestId);
  });
}

/** Why an answer changed nothing: it was given before, or it came too late. */
async function unchanged(
  tx: Tx,
  { requestId, share, answer }: { requestId: string; share: number; answer: AnswerToShare },
): Promise<ShareCard> {
  const now = await after(tx, requestId);
  if (now.share !== share || now.standing.kind === 'not_asked')
    throw refusal('share_changed', (p) => p.shareChanged);
  if (now.standing.kind === answer.kind) return now;
  if (now.standing.kind === 'confirmed') throw refusal('share_confirmed', (p) => p.shareConfirmed);
  throw refusal('shares_closed', (p) => p.sharesClosed);
}

async function after(tx: Tx, requestId: string): Promise<ShareCard> {
  const card = await shareCard(tx, requestId);
  if (!card) throw refusal('share_unknown', (p) => p.shareUnknown);
  return card;
}

async function tellDeclined(deps: Deps, tx: Tx, card: ShareCard): Promise<void> {
  const { unitId, filedById } = await tx.initiative.findUniqueOrThrow({
    where: { id: card.initiativeId },
    select: { unitId: true, filedById: true },
  });
  const secretaries = await nearestHolders(tx, { role: 'secretary', unitId, on: today(deps) });
  for (const personId of new Set([filedById, ...secretaries]))
    await sendMessage(tx, shareDeclined, {
      to: { personId },
      params: {},
      subjectId: card.requestId,
      dedupeKey: `${shareDeclined.purpose}:${card.requestId}:${card.share}:${personId}`,
    });
}
