import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { announcement, preview } from '../messages.ts';
import { planProblems } from '../plan/check-essentials.ts';
import { lockOwnCampaign, requireSeen } from '../plan/own-draft.ts';
import type { SeenDraft } from '../plan/save-draft.ts';
import { nextCode } from './next-code.ts';

export interface Published {
  code: string;
  channelIds: readonly string[];
  /** It was out before this press. */
  again: boolean;
}

/**
 * Launches a campaign: draft → published, with a code of the year's register and one announcement for
 * each channel. A second press changes nothing and gives the same code.
 *
 * @throws AppError when the draft is gone, differs from what the author saw, or is out of date
 */
export async function publishCampaign(
  deps: Deps,
  { actor, draft }: { actor: Actor; draft: SeenDraft },
): Promise<Published> {
  const { campaignId, mark } = draft;
  return inTransaction(deps.db, async (tx) => {
    const campaign = await lockOwnCampaign(tx, { actor, campaignId });
    const { plan } = campaign;
    if (campaign.state !== 'draft')
      return { code: campaign.code ?? '', channelIds: plan.channelIds, again: true };
    requireSeen(campaign, mark);
    const problem = (await planProblems(tx, { actor, plan, on: today(deps) }))[0];
    if (problem) throw new AppError('plan_refused', { say: problem.say, message: problem.field });
    const code = await nextCode(tx, Number(today(deps).slice(0, 4)));
    const published = await tx.$executeRaw`
      update campaign set state = 'published', code = ${code}, published_at = app_now()
      where id = ${campaignId}::uuid and state = 'draft'`;
    if (published !== 1) throw new Error('a locked draft was published by somebody else');
    await audit(tx, {
      kind: 'campaign.published',
      subjectId: campaignId,
      actorId: actor.personId,
      before: { state: 'draft' },
      after: { state: 'published', code, channelIds: [...plan.channelIds] },
    });
    for (const channelId of plan.channelIds) {
      await sendMessage(tx, announcement, {
        to: { channelId },
        params: {},
        subjectId: campaignId,
        dedupeKey: `${announcement.purpose}:${campaignId}:${channelId}`,
      });
    }
    await refreshMessages(tx, preview, campaignId);
    return { code, channelIds: plan.channelIds, again: false };
  });
}
