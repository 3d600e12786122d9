import { Prisma } from '../../database/generated/client.ts';

/**
 * Whether a member on the frozen roll may cast a vote: not excluded, and, where the sitting had a roll-call, present
 * at it, or giving a written opinion on an item whose rule counts them. Reads `ballot` and `roll_entry`.
 */
export const mayCast = Prisma.sql`
  (roll_entry.excluded is null and (roll_entry.attendance is null or roll_entry.attendance = 'present'
    or (roll_entry.attendance = 'written' and (ballot.rule ->> 'absentWritten')::boolean)))`;
