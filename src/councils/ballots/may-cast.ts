import { Prisma } from '../../database/generated/client.ts';

/**
 * Whether a member on the frozen roll may cast a vote: not excluded, and, where the sitting had a roll-call, present
 * at it, or giving a written opinion on an item whose rule counts them. Reads `ballot` and `roll_entry`.
 */
export const mayCast = Prisma.sql`
  (roll_entry.excluded is null and (roll_entry.attendance is null or roll_entry.attendance = 'present'
    or (roll_entry.attendance = 'written' and (ballot.rule ->> 'absentWritten')::boolean)))`;

/**
 * A table expression `moment (now)`: when what a statement casts came, by the database's clock. By it the votes are
 * judged and recorded, so that one that came in time is never recorded as late, however long its writing waited.
 */
export const moment = Prisma.sql`moment (now) as materialized (select app_now())`;
