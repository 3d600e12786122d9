import { inTransaction } from '../database/transaction.ts';
import { sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { dateColumn, dayOf, instantAt } from '../kernel/time.ts';
import { windowAnnounced } from './messages.ts';
import { MORNING } from './window-rules.ts';
import { windowIsDue } from './window-sql.ts';

/**
 * Announces windows that have opened: on the morning of the first day, or when they are set if that is
 * later; once, on however many machines, and never after the last day.
 */
export async function announceWindows(deps: Deps): Promise<void> {
  const on = dateColumn(today(deps));
  const due = await deps.db.registrationWindow.findMany({
    where: { announcedAt: null, opensOn: { lte: on }, closesOn: { gte: on } },
    select: { id: true, opensOn: true, channels: true },
  });
  for (const { id, opensOn, channels } of due) {
    const dueAt = instantAt(dayOf(opensOn), MORNING, deps.zone);
    await inTransaction(deps.db, async (tx) => {
      const claimed = await tx.$executeRaw`
        update registration_window set announced_at = app_now()
        where announced_at is null and ${windowIsDue(id, dueAt, deps.zone)}`;
      if (claimed === 0) return;
      await audit(tx, { kind: 'titles.window_announced', subjectId: id, actorId: null });
      for (const channelId of channels) {
        await sendMessage(tx, windowAnnounced, {
          to: { channelId },
          params: {},
          subjectId: id,
          dedupeKey: `${windowAnnounced.purpose}:${id}:${channelId}`,
        });
      }
    });
  }
}
