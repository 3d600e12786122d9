import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { requireLauncher } from '../approval/require-launcher.ts';
import { lockCampaign } from '../plan/own-draft.ts';
import { archiveRefusal } from './archive-phrases.ts';

/**
 * Archives a campaign that has had its final review: reviewed → archived, for whoever may launch it. What was announced
 * stays as it is. Archived twice it is archived once.
 *
 * @returns its code
 * @throws AppError draft_gone, may_not_launch, not_reviewed
 */
export async function archiveCampaign(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<string> {
  return inTransaction(deps.db, async (tx) => {
    const { state, code, plan } = await lockCampaign(tx, campaignId);
    await requireLauncher(deps, tx, { actor, unitId: plan.unitId });
    if (state === 'archived') return code ?? '';
    if (state !== 'reviewed') throw archiveRefusal('not_reviewed', (say) => say.notReviewed);
    await tx.$executeRaw`
      update campaign set state = 'archived', archived_at = app_now(),
        archived_by_id = ${actor.personId}::uuid
      where id = ${campaignId}::uuid`;
    await audit(tx, {
      kind: 'campaign.archived',
      subjectId: campaignId,
      actorId: actor.personId,
      before: { state },
      after: { state: 'archived' },
    });
    return code ?? '';
  });
}
