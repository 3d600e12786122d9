import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { preview } from '../messages.ts';
import { planRecord } from '../rules.ts';
import { lockOwnCampaign, requireDraft } from './own-draft.ts';

/**
 * Throws a draft away for good; its preview says so. What it said stays in the audit.
 *
 * @throws AppError when it is gone already or was published
 */
export async function discardDraft(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const draft = await lockOwnCampaign(tx, { actor, campaignId });
    requireDraft(draft);
    const of = { where: { campaignId } };
    await tx.campaignChannel.deleteMany(of);
    await tx.campaignScope.deleteMany(of);
    await tx.campaignCheck.deleteMany(of);
    await tx.campaignSubmission.deleteMany(of);
    await tx.campaignTarget.deleteMany({ where: { indicator: { campaignId } } });
    await tx.campaignIndicator.deleteMany(of);
    await tx.campaign.delete({ where: { id: campaignId, state: 'draft' } });
    await audit(tx, {
      kind: 'campaign.discarded',
      subjectId: campaignId,
      actorId: actor.personId,
      before: planRecord(draft.plan),
    });
    await refreshMessages(tx, preview, campaignId);
  });
}
