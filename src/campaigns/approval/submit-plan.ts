import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHolders } from '../../people/queries.ts';
import { headsFor } from '../authority.ts';
import { approvalCard, preview } from '../messages.ts';
import { requirePlanInOrder } from '../plan/check-plan.ts';
import { lockOwnCampaign, requireDraft, requireSeen, type SeenDraft } from '../plan/own-draft.ts';
import { approvalPhrases } from './approval-phrases.ts';

/**
 * Submits a plan to the nearest heads: draft → submitted, a card to each. A second press changes nothing.
 *
 * @returns the names of those who have it
 * @throws AppError when the draft is gone, out, changed since or not in order (plan_refused), or nobody heads
 *   the unit or one above it (no_head)
 */
export async function submitPlan(
  deps: Deps,
  { actor, draft }: { actor: Actor; draft: SeenDraft },
): Promise<{ heads: string[]; again: boolean }> {
  const { campaignId, mark } = draft;
  return inTransaction(deps.db, async (tx) => {
    const campaign = await lockOwnCampaign(tx, { actor, campaignId });
    const { plan } = campaign;
    const search = { role: 'head' as const, unitId: plan.unitId, on: today(deps) };
    const names = await headsFor(tx, plan.unitId, today(deps));
    if (campaign.state === 'submitted') {
      requireSeen(campaign, mark);
      return { heads: names, again: true };
    }
    requireDraft(campaign);
    requireSeen(campaign, mark);
    await requirePlanInOrder(deps, tx, { actor, plan });
    const heads = await nearestHolders(tx, search);
    if (heads.length === 0)
      throw new AppError('no_head', { say: (language) => approvalPhrases[language].noHead });
    const { id } = await tx.campaignSubmission.create({
      data: { campaignId, mark, submittedById: actor.personId },
      select: { id: true },
    });
    await tx.campaign.update({
      where: { id: campaignId },
      data: { state: 'submitted' },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'campaign.submitted',
      subjectId: campaignId,
      actorId: actor.personId,
      before: { state: 'draft' },
      after: { state: 'submitted', submissionId: id, mark },
    });
    await sendMessages(
      tx,
      approvalCard,
      heads.map((personId) => ({
        to: { personId },
        params: {},
        subjectId: id,
        dedupeKey: `${approvalCard.purpose}:${id}:${personId}`,
      })),
    );
    await refreshMessages(tx, preview, campaignId);
    return { heads: names, again: false };
  });
}
