import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { addDays, type Day, dayIn, dayOf, instantAt, isWorkingDay } from '../../kernel/time.ts';
import { scoringReminder } from './scoring-messages.ts';

/** Reminders come in the morning, in the organisation's zone. */
const MORNING = '08:00';

/**
 * The day of the one reminder: the last working day, Monday to Friday, before the last day; null when
 * the scoring was opened on that day or later. Public holidays are not known.
 */
export function reminderDay({ openedOn, lastDay }: { openedOn: Day; lastDay: Day }): Day | null {
  let day = addDays(lastDay, -1);
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day > openedOn ? day : null;
}

/**
 * Reminds each member whose scorecard is not in, once, in private, on the working day before the last
 * day; once on however many machines, and never after the end.
 */
export async function remindScorers(deps: Deps): Promise<void> {
  const open = await deps.db.scoring.findMany({
    where: { state: 'open', remindedAt: null },
    select: { id: true, openedAt: true, lastDay: true },
  });
  for (const { id, openedAt, lastDay } of open) {
    const day = reminderDay({ openedOn: dayIn(deps.zone, openedAt), lastDay: dayOf(lastDay) });
    if (day === null) continue;
    const dueAt = instantAt(day, MORNING, deps.zone);
    await inTransaction(deps.db, async (tx) => {
      const claimed = await tx.$executeRaw`
        update scoring set reminded_at = app_now()
        where id = ${id}::uuid and state = 'open' and reminded_at is null
          and app_now() >= ${dueAt}::timestamptz and closes_at > app_now()`;
      if (claimed === 0) return;
      const waiting = await tx.scorer.findMany({
        where: {
          scoringId: id,
          excluded: null,
          OR: [{ scorecard: null }, { scorecard: { sentAt: null } }],
        },
        select: { personId: true },
      });
      await audit(tx, {
        kind: 'initiative.scoring_reminded',
        subjectId: id,
        actorId: null,
        after: { members: waiting.length },
      });
      for (const { personId } of waiting) {
        await sendMessage(tx, scoringReminder, {
          to: { personId },
          params: {},
          subjectId: id,
          dedupeKey: `${scoringReminder.purpose}:${id}:${personId}`,
        });
      }
    });
  }
}
