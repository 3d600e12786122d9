import type { Tx } from '../database/client.ts';
import { Prisma } from '../database/generated/client.ts';
import { sqlToday } from '../database/sql-today.ts';
import type { Deps } from '../kernel/deps.ts';
import { sqlOfficeHours } from '../kernel/sql-office-hours.ts';
import type { Day } from '../kernel/time.ts';

/** Where the days are kept on which reminders of a kind were gathered. */
type DaysTable =
  | 'initiative_reminder_day'
  | 'council_reminder_day'
  | 'campaign_pledge_day'
  | 'campaign_urging_day';

/**
 * Today, for the one process that gathers the reminders of a kind, between these hours of a working day, Monday to
 * Friday, by the database's clock in the organisation's zone; null at other times and when it was done. What fell due
 * while nothing ran is gathered on the next one.
 */
export async function takeDay(
  { zone }: Deps,
  tx: Tx,
  { table, ...hours }: { table: DaysTable; opens: string; closes: string },
): Promise<Day | null> {
  const rows = await tx.$queryRaw<{ day: string }[]>`
    insert into ${Prisma.raw(table)} (day)
    select ${sqlToday(zone)}
    where ${sqlOfficeHours(zone, hours)}
    on conflict (day) do nothing
    returning to_char(day, 'YYYY-MM-DD') as day`;
  return rows[0]?.day ?? null;
}
