import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { approvalCard, preview } from '../messages.ts';
import { phrases } from '../phrases.ts';
import { lockOwnCampaign } from '../plan/own-draft.ts';

/**
 * Takes the actor's own plan back from those who approve, or from the calendar while its time is yet to come:
 * submitted or approved → draft. What is a draft already stays one.
 *
 * @throws AppError draft_gone, already_published
 */
export async function recallPlan(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const { state, code } = await lockOwnCampaign(tx, { actor, campaignId });
    if (state === 'draft') return;
    if (state !== 'submitted' && state !== 'approved')
      throw new AppError('already_published', {
        say: (language) => phrases[language].alreadyPublished({ code: code ?? '' }),
      });
    const open = await tx.campaignSubmission.findFirst({
      where: { campaignId, ...(state === 'submitted' ? { outcome: null } : {}) },
      orderBy: { submittedAt: 'desc' },
      select: { id: true },
    });
    if (open && state === 'submitted')
      await tx.$executeRaw`
        update campaign_submission set outcome = 'recalled', settled_by_id = ${actor.personId}::uuid,
          settled_at = app_now()
        where id = ${open.id}::uuid`;
    await tx.campaign.update({
      where: { id: campaignId },
      data: { state: 'draft', approvedAt: null, approvedById: null },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'campaign.recalled',
      subjectId: campaignId,
      actorId: actor.personId,
      before: { state },
      after: { state: 'draft' },
    });
    if (open) await refreshMessages(tx, approvalCard, open.id);
    await refreshMessages(tx, preview, campaignId);
  });
}
