import type { Tx } from '../../database/client.ts';
import type { BallotReminderStage } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { auditAll } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { inOfficeHours } from '../../kernel/office-hours.ts';
import { mayCast } from '../ballots/may-cast.ts';
import { voteReminder } from '../messages.ts';
import { reminderTimes } from './reminder-times.ts';

/** What falls due this soon after is reminded of in the same message. */
const GATHERED_MS = 2 * 60 * 60_000;

interface Reminder {
  ballotId: string;
  stage: BallotReminderStage;
}

/**
 * Reminds those who have not voted, in private and in office hours, at the times of `reminderTimes`: one message a
 * person, however many ballots and sheets wait. Each stage of a ballot once, on however many machines; what fell due
 * while nothing ran is told as long as the ballot is open.
 */
export async function remindVoters(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  if (!inOfficeHours(now, deps.zone)) return;
  const wishes = await remindersUntil(deps, new Date(now.getTime() + GATHERED_MS));
  if (!wishes.some(({ at }) => at <= now)) return;
  await inTransaction(deps.db, async (tx) => {
    const claimed = await claim(tx, wishes);
    const waiting = await whoWaits(tx, claimed);
    await auditAll(tx, eventsOf(claimed, waiting));
    await sendMessages(
      tx,
      voteReminder,
      [...new Set(waiting.map(({ personId }) => personId))].map((personId) => ({
        to: { personId },
        params: {},
        subjectId: personId,
      })),
    );
  });
}

/** The stages of open ballots that come until then and that nobody was reminded at. */
async function remindersUntil(
  { db, zone, clock }: Deps,
  until: Date,
): Promise<(Reminder & { at: Date })[]> {
  const open = await db.ballot.findMany({
    where: { state: 'open', closesAt: { gt: clock.now() } },
    select: { id: true, openedAt: true, closesAt: true, reminders: { select: { stage: true } } },
  });
  return open.flatMap(({ id: ballotId, reminders, ...ballot }) => {
    const times = reminderTimes(ballot, zone);
    const done = new Set(reminders.map(({ stage }) => stage));
    return (['half', 'last'] as const).flatMap((stage) => {
      const at = times[stage];
      return at && at <= until && !done.has(stage) ? [{ ballotId, stage, at }] : [];
    });
  });
}

/** Those stages that no other process has taken. */
async function claim(tx: Tx, wishes: readonly Reminder[]): Promise<Claimed[]> {
  const ballotIds = wishes.map(({ ballotId }) => ballotId);
  const stages = wishes.map(({ stage }) => stage);
  return tx.$queryRaw<Claimed[]>`
    with claimed as (
      insert into ballot_reminder (ballot_id, stage)
      select ballot.id, given.stage
      from unnest(${ballotIds}::uuid[], ${stages}::ballot_reminder_stage[]) as given (id, stage)
      join ballot using (id)
      where ballot.state = 'open' and ballot.closes_at > app_now()
      order by ballot.id, given.stage
      on conflict do nothing
      returning ballot_id, stage
    )
    select claimed.ballot_id::text as "ballotId", claimed.stage::text as stage,
      coalesce(ballot.sheet_id, ballot.id)::text as "voteId"
    from claimed join ballot on ballot.id = claimed.ballot_id`;
}

interface Claimed extends Reminder {
  /** The ballot, or the sheet on which it stands. */
  voteId: string;
}

interface Waiting {
  personId: string;
  voteId: string;
}

/** Who may vote on one of these and has not. */
async function whoWaits(tx: Tx, claimed: readonly Claimed[]): Promise<Waiting[]> {
  const ballotIds = claimed.map(({ ballotId }) => ballotId);
  return tx.$queryRaw<Waiting[]>`
    select distinct roll_entry.person_id::text as "personId",
      coalesce(ballot.sheet_id, ballot.id)::text as "voteId"
    from ballot
    join roll_entry on roll_entry.ballot_id = ballot.id
    left join turnout on turnout.ballot_id = ballot.id and turnout.person_id = roll_entry.person_id
    where ballot.id = any(${ballotIds}::uuid[]) and ${mayCast}
      and turnout.person_id is null
    order by 1, 2`;
}

/** How many were reminded of each vote; who has not voted is no part of the audit. */
function eventsOf(claimed: readonly Claimed[], waiting: readonly Waiting[]) {
  const votes = new Map(
    claimed.map(({ voteId, stage }) => [`${voteId} ${stage}`, { voteId, stage }]),
  );
  return [...votes.values()].map(({ voteId, stage }) => ({
    kind: 'council.voters_reminded' as const,
    subjectId: voteId,
    actorId: null,
    after: { stage, members: waiting.filter((one) => one.voteId === voteId).length },
  }));
}
