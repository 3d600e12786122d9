import { sqlToday } from '../../database/sql-today.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { addDays, dateColumn, dayOf, instantAt } from '../../kernel/time.ts';
import { reminder } from '../messages.ts';
import { LONGEST_LEAD, POSTING_TIME, reminderDay } from '../rules.ts';

/**
 * Posts the reminders that are due: at 08:00 in the organisation's zone of the day that `reminderDay`
 * gives, once for each campaign on however many machines. One that is late is still posted on the last
 * day, never after it. A campaign launched later than that moment gets none: its announcement is new.
 */
export async function remindCampaigns(deps: Deps): Promise<void> {
  const from = today(deps);
  const soon = await deps.db.campaign.findMany({
    where: {
      state: 'published',
      remindedAt: null,
      endsOn: { gte: dateColumn(from), lte: dateColumn(addDays(from, LONGEST_LEAD)) },
    },
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      channels: { select: { channelId: true }, orderBy: { channelId: 'asc' } },
    },
    orderBy: { endsOn: 'asc' },
  });
  for (const { id, channels, ...days } of soon) {
    const endsOn = dayOf(days.endsOn);
    const day = reminderDay({ startsOn: dayOf(days.startsOn), endsOn });
    const dueAt = instantAt(day, POSTING_TIME, deps.zone);
    await inTransaction(deps.db, async (tx) => {
      const claimed = await tx.$executeRaw`
        update campaign set reminded_at = app_now()
        where id = ${id}::uuid and state = 'published' and reminded_at is null
          and app_now() >= ${dueAt}::timestamptz and published_at < ${dueAt}::timestamptz
          and ends_on >= ${sqlToday(deps.zone)}`;
      if (claimed === 0) return;
      await audit(tx, { kind: 'campaign.reminded', subjectId: id, actorId: null });
      for (const { channelId } of channels) {
        await sendMessage(tx, reminder, {
          to: { channelId },
          params: { channelId },
          subjectId: id,
          dedupeKey: `${reminder.purpose}:${id}:${channelId}:${endsOn}`,
        });
      }
    });
  }
}
