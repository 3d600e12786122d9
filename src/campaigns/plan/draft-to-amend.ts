import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import type { CampaignPlan } from '../rules.ts';
import { lockOwnCampaign, requireDraft, requireSeen } from './own-draft.ts';
import type { SeenDraft } from './save-draft.ts';

/**
 * The actor's draft as it stands, for changing it.
 *
 * @throws AppError when it is gone, is out, or differs from what the actor saw
 */
export async function draftToAmend(
  deps: Deps,
  { actor, seen }: { actor: Actor; seen: SeenDraft },
): Promise<{ seen: SeenDraft; plan: CampaignPlan; contactSlackId: string | null }> {
  return inTransaction(deps.db, async (tx) => {
    const draft = await lockOwnCampaign(tx, { actor, campaignId: seen.campaignId });
    requireDraft(draft);
    requireSeen(draft, seen.mark);
    const contact = await tx.person.findUnique({
      where: { id: draft.plan.contactId },
      select: { slackUserId: true },
    });
    return { seen, plan: draft.plan, contactSlackId: contact?.slackUserId ?? null };
  });
}
