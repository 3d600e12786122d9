import { Prisma } from '../../database/generated/client.ts';

/** From 08:00 to 17:00 of a weekday where the organisation is, by the database's clock. */
export function sqlOfficeHours(zone: string): Prisma.Sql {
  return Prisma.sql`(
    (app_now() at time zone ${zone}::text)::time between '08:00' and '16:59:59.999'
    and extract(isodow from app_now() at time zone ${zone}::text) <= 5)`;
}
