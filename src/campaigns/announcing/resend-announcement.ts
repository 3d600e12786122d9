import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import { formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { announcement } from '../messages.ts';
import { phrases } from '../phrases.ts';
import { lockOwnCampaign } from '../plan/own-draft.ts';
import { isRunning } from '../rules.ts';

/**
 * Has an announcement that a channel did not take sent again, once for each failure however often the
 * button is pressed.
 *
 * @throws AppError when the campaign is not the actor's or is over
 */
export async function resendAnnouncement(
  deps: Deps,
  input: { actor: Actor; campaignId: string; messageId: string; channelId: string },
): Promise<void> {
  const { actor, campaignId, messageId, channelId } = input;
  await inTransaction(deps.db, async (tx) => {
    const { state, plan } = await lockOwnCampaign(tx, { actor, campaignId });
    if (!isRunning({ state, endsOn: plan.endsOn }, today(deps)))
      throw new AppError('campaign_over', {
        say: (language) => phrases[language].campaignOver({ day: formatDay(plan.endsOn) }),
      });
    const failed = await tx.outgoingMessage.count({
      where: { id: messageId, channelId, subjectId: campaignId, state: 'dead' },
    });
    if (failed === 0)
      throw new AppError('nothing_to_resend', {
        say: (language) => phrases[language].nothingToResend,
      });
    await sendMessage(tx, announcement, {
      to: { channelId },
      params: {},
      subjectId: campaignId,
      dedupeKey: `${announcement.purpose}:${campaignId}:${channelId}:after:${messageId}`,
    });
  });
}
