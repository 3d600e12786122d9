import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { type CampaignPlan, planMark } from '../rules.ts';
import { lockOut } from './require-manager.ts';

/** A launched campaign as it stands, to be changed or withdrawn. */
export interface Managed {
  campaignId: string;
  code: string;
  plan: CampaignPlan;
  mark: string;
  contactSlackId: string | null;
}

/**
 * A launched campaign, for one who may change or withdraw it.
 *
 * @throws AppError draft_gone, may_not_launch, not_out
 */
export async function openManagement(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<Managed> {
  return inTransaction(deps.db, async (tx) => {
    const { plan, code } = await lockOut(deps, tx, { actor, campaignId });
    const contact = await tx.person.findUnique({
      where: { id: plan.contactId },
      select: { slackUserId: true },
    });
    const contactSlackId = contact?.slackUserId ?? null;
    return { campaignId, code: code ?? '', plan, mark: planMark(plan), contactSlackId };
  });
}
