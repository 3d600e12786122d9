import type { Tx } from '../../database/client.ts';
import { sqlToday } from '../../database/sql-today.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { auditAll } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { sqlOfficeHours } from '../../kernel/sql-office-hours.ts';
import { addDays, type Day } from '../../kernel/time.ts';
import { dutyReminder } from '../messages.ts';
import { DUTY_REMINDER_DAYS, monthFrom, quarterOf } from '../rules.ts';
import { discoveriesOf } from './duty-queries.ts';

/**
 * Reminds heads, once a quarter, of those of their units that brought nobody forward in the quarter before:
 * in the first days of the quarter, within the working hours of a working day, in one message to each. One
 * that is later than that is left out, for the next quarter brings the next.
 */
export async function remindDuty(deps: Deps): Promise<void> {
  const { zone } = deps;
  const on = today(deps);
  const quarter = quarterOf(on);
  if (on >= addDays(quarter, DUTY_REMINDER_DAYS)) return;
  const before = monthFrom(quarter, -3);
  await inTransaction(deps.db, async (tx) => {
    const claimed = await claim(tx, { quarter, before, on, zone });
    const unitIds = claimed.map(({ unitId }) => unitId);
    const discoveries = await discoveriesOf(tx, { unitIds, zone });
    const idle = new Set(
      discoveries.flatMap(({ unitId, lastOn }) =>
        lastOn === null || lastOn < before ? unitId : [],
      ),
    );
    const byHead = new Map<string, Set<string>>();
    for (const { unitId, headIds } of claimed) {
      if (!idle.has(unitId)) continue;
      for (const id of headIds) byHead.set(id, (byHead.get(id) ?? new Set()).add(unitId));
    }
    await auditAll(
      tx,
      [...idle].map((unitId) => ({
        kind: 'exemplar.duty_reminded',
        subjectId: unitId,
        actorId: null,
        after: { quarter },
      })),
    );
    await sendMessages(
      tx,
      dutyReminder,
      [...byHead].map(([personId, units]) => ({
        to: { personId },
        params: { unitIds: [...units], quarter },
        subjectId: personId,
        dedupeKey: `${dutyReminder.purpose}:${personId}:${quarter}`,
      })),
    );
  });
}

/** The units that have a head and were there for the whole quarter before, each claimed once a quarter. */
function claim(
  tx: Tx,
  { quarter, before, on, zone }: { quarter: Day; before: Day; on: Day; zone: string },
): Promise<{ unitId: string; headIds: string[] }[]> {
  return tx.$queryRaw`
    with headed as (
      select unit.id, array_agg(role_grant.person_id::text) as head_ids
      from unit join role_grant on role_grant.unit_id = unit.id and role = 'head'
      where from_date <= ${on}::date and (to_date is null or to_date >= ${on}::date)
        and unit.valid_from <= ${before}::date
        and (unit.valid_to is null or unit.valid_to >= ${on}::date)
      group by unit.id
    ), claimed as (
      insert into exemplar_duty_reminder (unit_id, quarter)
      select headed.id, ${quarter}::date
      from headed
      where ${sqlToday(zone)} >= ${quarter}::date
        and ${sqlOfficeHours(zone)}
      on conflict do nothing
      returning unit_id
    )
    select headed.id::text as "unitId", head_ids as "headIds"
    from headed join claimed on claimed.unit_id = headed.id
    order by headed.id`;
}
