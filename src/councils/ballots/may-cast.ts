import { Prisma } from '../../database/generated/client.ts';

/**
 * Whether a member on the frozen roll may cast a vote: not excluded, and, where the sitting had a roll-call, present
 * at it, or giving a written opinion on an item whose rule counts them. Reads `ballot` and `roll_entry`.
 */
export const mayCast = Prisma.sql`
  (roll_entry.excluded is null and (roll_entry.attendance is null or roll_entry.attendance = 'present'
    or (roll_entry.attendance = 'written' and (ballot.rule ->> 'absentWritten')::boolean)))`;

/**
 * Table expressions for the statements that cast: `moment (now)`, when what is cast came, by the database's clock, and
 * `voting`, those of `which` ballots that took votes then. By that one instant votes are judged and recorded, so that none
 * that came in time is recorded as late, however long its writing waits. One behind whoever ends the vote is too late.
 */
export function votingOn(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    moment (now) as materialized (select app_now()),
    voting as (
      select id, rule from ballot cross join moment
      where ${which} and state = 'open' and closes_at > now and ended_by_id is null
      order by id for share of ballot
    )`;
}
