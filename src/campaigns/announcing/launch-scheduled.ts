import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { lapsed, preview } from '../messages.ts';
import { lockCampaign } from '../plan/own-draft.ts';
import { scheduleProblem } from '../rules.ts';
import { publish } from './launch.ts';

/**
 * Launches the approved campaigns whose time has come, once for each on however many machines; a late one as
 * soon as a process is there. One whose last day is over by then is a draft again, and its author is told.
 */
export async function launchScheduled(deps: Deps): Promise<void> {
  const due = await deps.db.campaign.findMany({
    where: { state: 'approved', launchAt: { lte: deps.clock.now() } },
    select: { id: true, authorId: true },
    orderBy: [{ launchAt: 'asc' }, { id: 'asc' }],
  });
  for (const { id, authorId } of due) {
    await inTransaction(deps.db, async (tx) => {
      const mine = await tx.$queryRaw<unknown[]>`
        select 1 from campaign where id = ${id}::uuid and state = 'approved' and launch_at <= app_now()
        for update skip locked`;
      if (mine.length === 0) return;
      const campaign = await lockCampaign(tx, id);
      if (scheduleProblem(campaign.plan, today(deps)) === null) {
        await publish(deps, tx, { campaign, approverId: null, actorId: null });
        return;
      }
      await tx.campaign.update({
        where: { id },
        data: { state: 'draft', approvedAt: null, approvedById: null, launchAt: null },
        select: { id: true },
      });
      await audit(tx, {
        kind: 'campaign.lapsed',
        subjectId: id,
        actorId: null,
        before: { state: 'approved', launchAt: campaign.plan.launchAt?.toISOString() ?? null },
        after: { state: 'draft' },
      });
      await sendMessage(tx, lapsed, { to: { personId: authorId }, params: {}, subjectId: id });
      await refreshMessages(tx, preview, id);
    });
  }
}
