import { Prisma } from '../database/generated/client.ts';
import { OFFICE_HOURS } from './office-hours.ts';

/** Whether people are at work where the organisation is, by the database's clock, in these hours. */
export function sqlOfficeHours(
  zone: string,
  { opens, closes }: { opens: string; closes: string } = OFFICE_HOURS,
): Prisma.Sql {
  const local = Prisma.sql`app_now() at time zone ${zone}::text`;
  return Prisma.sql`(
    (${local})::time >= ${opens}::time and (${local})::time < ${closes}::time
    and extract(isodow from ${local}) <= 5)`;
}
