import { Prisma } from '../database/generated/client.ts';
import { sqlToday } from '../database/sql-today.ts';

// Conditions on a row of registration_window, in the statement that writes; both its days belong to it.

/** That it is this window, and open today. */
export function openWindowIs(id: string, zone: string): Prisma.Sql {
  return Prisma.sql`registration_window.id = ${id}::uuid
    and ${sqlToday(zone)} between registration_window.opens_on and registration_window.closes_on`;
}

/** That it is this window, and over. */
export function closedWindowIs(id: string, zone: string): Prisma.Sql {
  return Prisma.sql`registration_window.id = ${id}::uuid
    and ${sqlToday(zone)} > registration_window.closes_on`;
}

/** That something of it is due since an instant, and it is not over. */
export function windowIsDue(id: string, dueAt: Date, zone: string): Prisma.Sql {
  return Prisma.sql`registration_window.id = ${id}::uuid and app_now() >= ${dueAt}::timestamptz
    and ${sqlToday(zone)} <= registration_window.closes_on`;
}
