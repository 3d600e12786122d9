import type { Tx } from '../../database/client.ts';
import { Prisma } from '../../database/generated/client.ts';
import { addRedrawJobAfter, mayShowOlderState, refreshMessages } from '../../jobs/outbox.ts';
import type { Deps } from '../../kernel/deps.ts';
import { turnoutCard, voteCard } from '../messages.ts';
import { closeBallotIfDue } from './close-ballot.ts';

/** So many cards are redrawn at once; a council is smaller. */
const BURST = 30;

/** What follows from votes: the voters' cards and the turnout are redrawn, and the last one closes the ballot. */
export async function answerVotes(deps: Deps, ballotId: string): Promise<void> {
  await redrawVotersCards(deps.db, ballotId);
  if (!(await closeBallotIfDue(deps, ballotId))) {
    await refreshMessages(deps.db, turnoutCard, ballotId);
  }
}

/** Ballots with votes whose bell was lost, or has not been heard yet. */
export async function unansweredBallots(tx: Tx): Promise<string[]> {
  const rows = await tx.cardDue.findMany({ distinct: ['ballotId'], select: { ballotId: true } });
  return rows.map(({ ballotId }) => ballotId);
}

/**
 * Of those who voted since the last time, behind those that still wait: who has pressed has been told
 * already. Slack takes a burst of redrawings, and then about one a second.
 */
async function redrawVotersCards(tx: Tx, ballotId: string): Promise<void> {
  const place = Prisma.sql`(waiting.cards + row_number() over (order by message.seq) - 1)`;
  const wait = Prisma.sql`(least(${place}, ${BURST}) * interval '100 milliseconds'
    + greatest(${place} - ${BURST}, 0) * interval '1 second')`;
  await tx.$executeRaw`
    with voted as (
      delete from card_due where ballot_id = ${ballotId}::uuid returning person_id
    ), waiting as (
      select count(*) as cards from graphile_worker._private_jobs
      where key like 'redraw:%' and run_at > now()
    )
    select ${addRedrawJobAfter(wait)}
    from waiting, voted join outgoing_message as message using (person_id)
    where message.subject_id = ${ballotId}::uuid and message.purpose = ${voteCard.purpose}
      and ${mayShowOlderState}`;
}
