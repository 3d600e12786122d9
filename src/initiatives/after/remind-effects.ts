import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { nearestHoldersOf } from '../../people/queries.ts';
import { effectsDue } from './adoption-messages.ts';
import { reportDueOn, reportIsOwed } from './adoption-queries.ts';
import { NEXT_REPORT_MONTHS, REMINDER_TIME } from './adoption-rules.ts';

/**
 * Reminds the heads of units, and those they made responsible, of reports that are due: on the morning
 * of that day, in one message to each; again only after a year. Nobody is reminded of what ended or was
 * annulled.
 */
export async function remindEffects(deps: Deps): Promise<void> {
  const { db, zone } = deps;
  const on = today(deps);
  await inTransaction(db, async (tx) => {
    const claimed = await tx.$queryRaw<
      { id: string; initiative_id: string; unit_id: string; responsible_id: string }[]
    >`
      update adoption as claimed set reminded_at = app_now()
      from (
        select adoption.id, ${reportDueOn(zone)} as due_on
        from adoption
        join initiative on initiative.id = adoption.initiative_id
        join unit on unit.id = adoption.unit_id
        where ${reportIsOwed(zone)}
      ) as due
      where claimed.id = due.id and claimed.ended_on is null
        and due.due_on <= (app_now() at time zone ${zone})::date
        and (app_now() at time zone ${zone})::time >= ${REMINDER_TIME}::time
        and (claimed.reminded_at is null
          or (claimed.reminded_at at time zone ${zone})::date < due.due_on
          or claimed.reminded_at <= app_now() - make_interval(months => ${NEXT_REPORT_MONTHS}::int))
      returning claimed.id::text, claimed.initiative_id::text, claimed.unit_id::text,
        claimed.responsible_id::text`;
    const unitIds = claimed.map(({ unit_id }) => unit_id);
    const heads = await nearestHoldersOf(tx, { role: 'head', unitIds, on });
    const readers = new Set<string>();
    for (const { id, initiative_id, unit_id, responsible_id } of claimed) {
      for (const personId of [...(heads.get(unit_id) ?? []), responsible_id]) readers.add(personId);
      await audit(tx, {
        kind: 'initiative.effect_reminded',
        subjectId: initiative_id,
        actorId: null,
        after: { adoptionId: id, unitId: unit_id },
      });
    }
    for (const personId of readers) {
      await sendMessage(tx, effectsDue, {
        to: { personId },
        params: {},
        subjectId: personId,
        dedupeKey: `${effectsDue.purpose}:${personId}:${on}`,
      });
    }
  });
}
