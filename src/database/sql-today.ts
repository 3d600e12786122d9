import { Prisma } from './generated/client.ts';

/** Today where the organisation is, by the database's clock: for a statement that judges a deadline as it writes. */
export function sqlToday(zone: string): Prisma.Sql {
  return Prisma.sql`(app_now() at time zone ${zone}::text)::date`;
}
