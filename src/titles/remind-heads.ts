import { inTransaction } from '../database/transaction.ts';
import { sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { dateColumn, dayOf, instantAt } from '../kernel/time.ts';
import { windowReminder } from './messages.ts';
import { notRegistered } from './window-queries.ts';
import { MORNING, windowReminderDay } from './window-rules.ts';
import { windowIsDue } from './window-sql.ts';

/**
 * Reminds each head once, some days before a window closes, of those in their care who have not
 * registered: one message a head, none where all have. Nobody else is reminded.
 */
export async function remindHeads(deps: Deps): Promise<void> {
  const on = today(deps);
  const open = await deps.db.registrationWindow.findMany({
    where: {
      remindedAt: null,
      opensOn: { lte: dateColumn(on) },
      closesOn: { gte: dateColumn(on) },
    },
    select: { id: true, opensOn: true, closesOn: true },
  });
  for (const { id, ...days } of open) {
    const closesOn = dayOf(days.closesOn);
    const day = windowReminderDay({ opensOn: dayOf(days.opensOn), closesOn });
    if (day === null || day > on) continue;
    const dueAt = instantAt(day, MORNING, deps.zone);
    await inTransaction(deps.db, async (tx) => {
      const claimed = await tx.$executeRaw`
        update registration_window set reminded_at = app_now()
        where reminded_at is null and ${windowIsDue(id, dueAt, deps.zone)}`;
      if (claimed === 0) return;
      const missing = await notRegistered(tx, { windowId: id, on });
      const heads = [...new Set(missing.map(({ headId }) => headId))];
      await audit(tx, {
        kind: 'titles.window_reminded',
        subjectId: id,
        actorId: null,
        after: {
          heads: heads.length,
          notRegistered: new Set(missing.map((one) => one.personId)).size,
        },
      });
      for (const personId of heads) {
        await sendMessage(tx, windowReminder, {
          to: { personId },
          params: { closesOn },
          subjectId: id,
          dedupeKey: `${windowReminder.purpose}:${id}:${closesOn}:${personId}`,
        });
      }
    });
  }
}
