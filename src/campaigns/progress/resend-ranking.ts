import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { requireLauncher } from '../approval/require-launcher.ts';
import { rankingPosted } from '../messages.ts';
import { phrases } from '../phrases.ts';
import { lockProgress, progressGone, progressOf } from './progress-queries.ts';
import { progressRefusal } from './progress-refusal.ts';

/**
 * Has a posted ranking that a channel did not take sent there again, as it was posted: once for each failure however
 * often the button is pressed. For whoever may launch the campaign.
 *
 * @throws AppError progress_gone, may_not_launch, campaign_archived, nothing_to_resend
 */
export async function resendRanking(
  deps: Deps,
  input: { actor: Actor; rankingId: string; messageId: string; channelId: string },
): Promise<void> {
  const { actor, rankingId, messageId, channelId } = input;
  await inTransaction(deps.db, async (tx) => {
    const ranking = await tx.campaignRanking.findUnique({
      where: { id: rankingId },
      select: { campaignId: true },
    });
    if (!ranking) throw progressGone();
    await lockProgress(tx, ranking.campaignId);
    const { unitId, state } = await progressOf(tx, ranking.campaignId, today(deps));
    await requireLauncher(deps, tx, { actor, unitId });
    if (state === 'archived') throw progressRefusal('campaign_archived', (say) => say.archived);
    const failed = await tx.outgoingMessage.count({
      where: { id: messageId, channelId, subjectId: rankingId, state: 'dead' },
    });
    if (failed === 0)
      throw new AppError('nothing_to_resend', {
        say: (language) => phrases[language].nothingToResend,
      });
    await sendMessage(tx, rankingPosted, {
      ...{ to: { channelId }, params: {}, subjectId: rankingId },
      dedupeKey: `${rankingPosted.purpose}:${rankingId}:${channelId}:after:${messageId}`,
    });
  });
}
