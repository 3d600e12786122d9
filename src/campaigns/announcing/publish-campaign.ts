import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { redrawingUnread, requireRead } from '../approval/read-mark.ts';
import { requireLauncher } from '../approval/require-launcher.ts';
import { preview } from '../messages.ts';
import { requirePlanInOrder } from '../plan/check-plan.ts';
import { lockOwnCampaign, requireDraft, type SeenDraft } from '../plan/own-draft.ts';
import { approveAndLaunch, type Launched } from './launch.ts';

export type Published = Launched & {
  channelIds: readonly string[];
  /** It was out, or on its way, before this press. */
  again: boolean;
};

/**
 * Launches a campaign of an author who may: draft → published, with a code of the year's register and its
 * announcements; or draft → approved where its time is yet to come. A second press changes nothing and says
 * the same.
 *
 * @param input.draft with the `readMark` of its preview
 * @throws AppError when the draft is gone, differs from what the author saw, is not in order (plan_refused), or
 *   is for somebody else to launch (may_not_launch)
 */
export async function publishCampaign(
  deps: Deps,
  { actor, draft }: { actor: Actor; draft: SeenDraft },
): Promise<Published> {
  const { campaignId, mark } = draft;
  const launch = () =>
    inTransaction(deps.db, async (tx) => {
      const campaign = await lockOwnCampaign(tx, { actor, campaignId });
      const { plan, state, code } = campaign;
      const { channelIds } = plan;
      if (state === 'approved' && plan.launchAt)
        return { code: null, launchAt: plan.launchAt, channelIds, again: true };
      if (code !== null) return { code, launchAt: null, channelIds, again: true };
      requireDraft(campaign);
      await requireRead(deps, tx, { campaign, mark });
      await requirePlanInOrder(deps, tx, { actor, plan });
      await requireLauncher(deps, tx, { actor, unitId: plan.unitId });
      const launched = await approveAndLaunch(deps, tx, { campaign, approverId: actor.personId });
      return { ...launched, channelIds, again: false };
    });
  return redrawingUnread(launch, () => refreshMessages(deps.db, preview, campaignId));
}
