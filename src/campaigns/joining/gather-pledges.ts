import { inTransaction } from '../../database/transaction.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { takeDay } from '../../jobs/take-day.ts';
import type { Deps } from '../../kernel/deps.ts';
import { OFFICE_HOURS } from '../../kernel/office-hours.ts';
import { pledgesWaiting } from '../messages.ts';
import { findPledges } from './pledge-queries.ts';
import { byConfirmer, CONFIRMABLE } from './waiting-pledges.ts';

/** Heads are told in office hours, once a day. */
const GATHERED = { table: 'campaign_pledge_day', ...OFFICE_HOURS } as const;

/**
 * Tells each head in one message a working day which pledges wait for them, on days when there is one that they were
 * not told of. On however many machines, once.
 */
export async function gatherPledges(deps: Deps): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const day = await takeDay(deps, tx, GATHERED);
    if (!day) return;
    const told = await tx.campaignPledge.findMany({
      where: { ...CONFIRMABLE, toldAt: { not: null } },
      select: { id: true },
    });
    const toldIds = new Set(told.map(({ id }) => id));
    const byHead = await byConfirmer(tx, await findPledges(tx, CONFIRMABLE), day);
    const news = [...byHead].filter(([, pledges]) => pledges.some(({ id }) => !toldIds.has(id)));
    await sendMessages(
      tx,
      pledgesWaiting,
      news.map(([personId, pledges]) => ({
        to: { personId },
        params: { pledgeIds: pledges.map(({ id }) => id) },
        subjectId: personId,
        dedupeKey: `${pledgesWaiting.purpose}:${personId}:${day}`,
      })),
    );
    const named = news.flatMap(([, pledges]) => pledges.map(({ id }) => id));
    await tx.$executeRaw`
      update campaign_pledge set told_at = app_now()
      where id = any(${named}::uuid[]) and told_at is null`;
  });
}
