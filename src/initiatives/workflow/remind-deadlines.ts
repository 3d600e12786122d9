import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { takeDay } from '../../jobs/take-day.ts';
import type { Deps } from '../../kernel/deps.ts';
import { OFFICE_HOURS } from '../../kernel/office-hours.ts';
import type { Day } from '../../kernel/time.ts';
import { type DueInitiative, dueInitiatives } from './deadline-queries.ts';
import { checkersOf } from './tell-secretaries.ts';
import { deadlineReminder } from './workflow-messages.ts';

/** Reminders are gathered in office hours, on the weekday that comes first after they fall due. */
const GATHERED = { table: 'initiative_reminder_day', ...OFFICE_HOURS } as const;

/**
 * Reminds those who must act, some days before a deadline and again when it has passed: secretaries of a
 * form check and a decision, and of a correction that was not made in time; before that, whoever handed
 * in what is to be corrected. All of a day in one message a person; each once, on however many machines.
 * What fell due while nothing ran is told on the next weekday.
 */
export async function remindOfDeadlines(deps: Deps): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const day = await takeDay(deps, tx, GATHERED);
    if (!day) return;
    const due = await dueInitiatives(deps, tx, { on: day });
    const byPerson = new Map<string, string[]>();
    for (const one of await claim(tx, due)) {
      for (const personId of await whoMustAct(tx, one, day))
        byPerson.set(personId, [...(byPerson.get(personId) ?? []), one.id]);
    }
    for (const [personId, initiativeIds] of byPerson) {
      await sendMessage(tx, deadlineReminder, {
        to: { personId },
        params: { initiativeIds },
        subjectId: personId,
        dedupeKey: `${deadlineReminder.purpose}:${personId}:${day}`,
      });
    }
  });
}

/** Those that nobody was reminded of at this stage of this deadline. */
async function claim(tx: Tx, due: readonly DueInitiative[]): Promise<DueInitiative[]> {
  const near = due.filter(({ urgency }) => urgency !== 'later');
  if (near.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into initiative_reminder (initiative_id, deadline, due_on, stage)
    select * from unnest(
      ${near.map(({ id }) => id)}::uuid[],
      ${near.map(({ deadline }) => deadline.kind)}::initiative_deadline[],
      ${near.map(({ deadline }) => deadline.by)}::date[],
      ${near.map(({ urgency }) => urgency)}::reminder_stage[])
    on conflict do nothing
    returning initiative_id::text as id`;
  const claimed = new Set(rows.map(({ id }) => id));
  return near.filter(({ id }) => claimed.has(id));
}

async function whoMustAct(tx: Tx, one: DueInitiative, on: Day): Promise<string[]> {
  if (one.deadline.kind === 'correction' && one.urgency !== 'overdue') return [one.filedById];
  return checkersOf(tx, one, on);
}
