import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { callChecksOff } from '../checks/end-checks.ts';
import { announcement, direct, preview, reminder, withdrawn } from '../messages.ts';
import { redrawUrgings } from '../urging/redraw-urgings.ts';
import { announcingPhrases } from './announcing-phrases.ts';
import { lockOut } from './require-manager.ts';

/**
 * Withdraws a launched campaign with a reason: published → withdrawn. Nobody joins any more, its announcements
 * say so, and those who joined, for themselves or for their unit, are told once. The same twice is once.
 *
 * @throws AppError draft_gone, may_not_launch, not_out, reason_missing
 */
export async function withdrawCampaign(
  deps: Deps,
  input: { actor: Actor; campaignId: string; reason: string },
): Promise<{ code: string }> {
  const { actor, campaignId } = input;
  const reason = input.reason.trim();
  if (reason === '')
    throw new AppError('reason_missing', {
      say: (language) => announcingPhrases[language].reasonMissing,
      field: 'reason',
    });
  return inTransaction(deps.db, async (tx) => {
    await tx.$queryRaw`select from campaign where id = ${campaignId}::uuid for update`;
    const again = await tx.campaign.findFirst({
      where: { id: campaignId, withdrawnById: actor.personId, withdrawnReason: reason },
      select: { code: true },
    });
    if (again) return { code: again.code ?? '' };
    const { state, code } = await lockOut(deps, tx, { actor, campaignId });
    await tx.$executeRaw`
      update campaign set state = 'withdrawn', withdrawn_at = app_now(),
        withdrawn_by_id = ${actor.personId}::uuid, withdrawn_reason = ${reason}
      where id = ${campaignId}::uuid`;
    await audit(tx, {
      kind: 'campaign.withdrawn',
      subjectId: campaignId,
      actorId: actor.personId,
      before: { state },
      after: { state: 'withdrawn' },
      reason,
    });
    const joiners = await tx.campaignPledge.findMany({
      where: { campaignId, state: { not: 'withdrawn' } },
      distinct: ['madeById'],
      select: { madeById: true },
      orderBy: { madeById: 'asc' },
    });
    await sendMessages(
      tx,
      withdrawn,
      joiners.map(({ madeById: personId }) => ({
        to: { personId },
        params: {},
        subjectId: campaignId,
        dedupeKey: `${withdrawn.purpose}:${campaignId}:${personId}`,
      })),
    );
    for (const kind of [announcement, direct, reminder, preview])
      await refreshMessages(tx, kind, campaignId);
    await redrawUrgings(tx, { campaignId });
    await callChecksOff(deps, tx, { campaignId, reason });
    return { code: code ?? '' };
  });
}
