import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import type { CampaignPlan } from '../rules.ts';
import { lockOwnCampaign, requireDraft, requireSeen, type SeenDraft } from './own-draft.ts';

/** A draft to be changed, as its author saw it, with the contact's Slack user and the units addressed. */
export interface AmendedDraft {
  seen: SeenDraft;
  plan: CampaignPlan;
  contactSlackId: string | null;
  scope: readonly { id: string; name: string }[];
}

/**
 * The actor's draft as it stands, for changing it.
 *
 * @throws AppError when it is gone, is out or with those who approve, or differs from what the actor saw
 */
export async function draftToAmend(
  deps: Deps,
  { actor, seen }: { actor: Actor; seen: SeenDraft },
): Promise<AmendedDraft> {
  return inTransaction(deps.db, async (tx) => {
    const draft = await lockOwnCampaign(tx, { actor, campaignId: seen.campaignId });
    requireDraft(draft);
    requireSeen(draft, seen.mark);
    const contact = await tx.person.findUnique({
      where: { id: draft.plan.contactId },
      select: { slackUserId: true },
    });
    const scope = await tx.unit.findMany({
      where: { id: { in: [...draft.plan.scopeUnitIds] } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    });
    return { seen, plan: draft.plan, contactSlackId: contact?.slackUserId ?? null, scope };
  });
}
