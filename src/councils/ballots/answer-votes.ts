import type { Tx } from '../../database/client.ts';
import { Prisma } from '../../database/generated/client.ts';
import {
  addJob,
  addRedrawJobAfter,
  mayShowOlderState,
  refreshMessages,
} from '../../jobs/outbox.ts';
import type { Deps } from '../../kernel/deps.ts';
import { turnoutCard, voteCame, voteCard } from '../messages.ts';
import { closeBallotIfDue } from './close-ballot.ts';

/** So many cards wait to be redrawn at most: what Slack takes in a burst, and in the time until the next ones. */
const BURST = 30;
const NEXT_BURST_MS = 30_000;
/** Between two drawings of the turnout: a second on a roll of a thousand, longer on longer ones. */
const MS_A_MEMBER = 1;

/** What follows from votes: the voters' cards and the turnout are redrawn, and the last one closes the ballot. */
export async function answerVotes(deps: Deps, ballotId: string): Promise<void> {
  await redrawVotersCards(deps.db, ballotId);
  if (!(await closeBallotIfDue(deps, ballotId))) {
    const { rollSize } = await deps.db.ballot.findUniqueOrThrow({
      where: { id: ballotId },
      select: { rollSize: true },
    });
    // It names those who wait, so that it costs in proportion to the roll: some hundredths of a process's time so.
    await refreshMessages(deps.db, turnoutCard, ballotId, { afterMs: rollSize * MS_A_MEMBER });
  }
  if ((await deps.db.cardDue.count({ where: { ballotId }, take: 1 })) > 0) {
    const runAt = new Date(deps.clock.now().getTime() + NEXT_BURST_MS);
    await addJob(deps.db, voteCame, { ballotId }, { key: `votes_left:${ballotId}`, runAt });
  }
}

/** Ballots with votes whose bell was lost, or has not been heard yet. */
export async function unansweredBallots(tx: Tx): Promise<string[]> {
  const rows = await tx.cardDue.findMany({ distinct: ['ballotId'], select: { ballotId: true } });
  return rows.map(({ ballotId }) => ballotId);
}

/**
 * Of those who voted since the last time, as many as there is room for: who has pressed has been told already, and
 * Slack takes a burst of redrawings, and then about one a second.
 */
async function redrawVotersCards(tx: Tx, ballotId: string): Promise<void> {
  const place = Prisma.sql`(waiting.cards + row_number() over (order by message.seq) - 1)`;
  await tx.$executeRaw`
    with waiting as (
      select count(*) as cards from graphile_worker._private_jobs
      where key like 'redraw:%' and run_at > now()
    ), voted as (
      delete from card_due where ballot_id = ${ballotId}::uuid and person_id in (
        select person_id from card_due where ballot_id = ${ballotId}::uuid
        limit (select greatest(${BURST} - cards, 0) from waiting))
      returning person_id
    )
    select ${addRedrawJobAfter(Prisma.sql`${place} * interval '100 milliseconds'`)}
    from waiting, voted join outgoing_message as message using (person_id)
    where message.subject_id = ${ballotId}::uuid and message.purpose = ${voteCard.purpose}
      and ${mayShowOlderState}`;
}
