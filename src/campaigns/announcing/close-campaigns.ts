import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { dateColumn, dayOf, instantAt } from '../../kernel/time.ts';
import { announcement, closing, direct, preview, reminder } from '../messages.ts';
import { closingDay, POSTING_TIME } from '../rules.ts';
import { redrawUrgings } from '../urging/redraw-urgings.ts';

/**
 * Closes the campaigns whose last day is over, from 08:00 in the organisation's zone of the next day,
 * once for each on however many machines: published → closed, a closing post in each channel, and the
 * announcements and reminders redrawn without their button.
 */
export async function closeCampaigns(deps: Deps): Promise<void> {
  const ended = await deps.db.campaign.findMany({
    where: { state: 'published', endsOn: { lt: dateColumn(today(deps)) } },
    select: {
      id: true,
      endsOn: true,
      channels: { select: { channelId: true }, orderBy: { channelId: 'asc' } },
    },
    orderBy: { endsOn: 'asc' },
  });
  for (const { id, endsOn, channels } of ended) {
    const dueAt = instantAt(closingDay({ endsOn: dayOf(endsOn) }), POSTING_TIME, deps.zone);
    await inTransaction(deps.db, async (tx) => {
      const closed = await tx.$executeRaw`
        update campaign set state = 'closed', closed_at = app_now()
        where id = ${id}::uuid and state = 'published' and app_now() >= ${dueAt}::timestamptz`;
      if (closed === 0) return;
      await audit(tx, {
        kind: 'campaign.closed',
        subjectId: id,
        actorId: null,
        before: { state: 'published' },
        after: { state: 'closed' },
      });
      for (const { channelId } of channels) {
        await sendMessage(tx, closing, {
          to: { channelId },
          params: {},
          subjectId: id,
          dedupeKey: `${closing.purpose}:${id}:${channelId}`,
        });
      }
      for (const kind of [announcement, direct, reminder, preview])
        await refreshMessages(tx, kind, id);
      await redrawUrgings(tx, { campaignId: id });
    });
  }
}
