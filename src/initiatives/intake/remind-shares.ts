import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { sqlOfficeHours } from '../../kernel/sql-office-hours.ts';
import { addDays, type Day, isWorkingDay } from '../../kernel/time.ts';
import { SHARES_OPEN } from './answer-share.ts';
import { sharesDue } from './intake-messages.ts';

/** Authors are reminded so many working days, Monday to Friday, after they were asked. */
const WORKING_DAYS = 3;

/** The latest day of asking after which `count` working days are over on a day. Public holidays are not known. */
export function workingDaysBefore(on: Day, count: number): Day {
  let day = on;
  for (let left = count; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/**
 * Reminds authors who have not answered for their shares, once for each share, all of a morning in one
 * message; once on however many machines, and never of a share that needs no answer any more.
 */
export async function remindShares(deps: Deps): Promise<void> {
  const { db, zone } = deps;
  const on = today(deps);
  if (!isWorkingDay(on)) return;
  const askedBy = workingDaysBefore(on, WORKING_DAYS);
  await inTransaction(db, async (tx) => {
    const claimed = await tx.$queryRaw<{ id: string; person_id: string; initiative_id: string }[]>`
      update share_request set reminded_at = app_now()
      from initiative
      where initiative.id = share_request.initiative_id
        and initiative.state::text = any(${[...SHARES_OPEN]})
        and share_request.answer is null and share_request.reminded_at is null
        and (share_request.asked_at at time zone ${zone}::text)::date <= ${askedBy}::date
        and ${sqlOfficeHours(zone)}
        and exists (
          select from initiative_author as author
          where author.initiative_id = share_request.initiative_id
            and author.person_id = share_request.person_id
            and author.share = share_request.share)
      returning share_request.id::text, share_request.person_id::text,
        share_request.initiative_id::text`;
    const byPerson = new Map<string, string[]>();
    for (const { id, person_id, initiative_id } of claimed) {
      byPerson.set(person_id, [...(byPerson.get(person_id) ?? []), id]);
      await audit(tx, {
        kind: 'initiative.share_reminded',
        subjectId: initiative_id,
        actorId: null,
        after: { personId: person_id },
      });
    }
    for (const [personId, requestIds] of byPerson)
      await sendMessage(tx, sharesDue, {
        to: { personId },
        params: { requestIds },
        subjectId: personId,
        dedupeKey: `${sharesDue.purpose}:${personId}:${on}`,
      });
  });
}
