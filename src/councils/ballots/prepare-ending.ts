import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import { formatInstant } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { endingRefusal } from './ending-phrases.ts';
import { mayCast } from './may-cast.ts';
import { findVote, runsVote, type Vote, type VoteTarget } from './vote-queries.ts';

export interface VoteToEnd {
  vote: Vote;
  /** Members who have voted, on all that is theirs, and who still may. */
  voted: number;
  waiting: number;
}

/**
 * A ballot or sheet that the actor may close now, before its deadline: one on which the quorum has voted, so that
 * nobody ends a vote that would decide nothing.
 *
 * @throws AppError unknown_ballot, concerned, may_not_end, closed_before, no_quorum_yet
 */
export async function prepareEnding(
  deps: Deps,
  tx: Tx,
  { actor, target }: { actor: Actor; target: VoteTarget },
): Promise<VoteToEnd> {
  const vote = await findVote(deps, tx, target);
  if (!vote) throw endingRefusal('unknown_ballot', (p) => p.unknown);
  if (vote.barred.has(actor.personId)) throw endingRefusal('concerned', (p) => p.concerned);
  if (!(await runsVote(deps, tx, actor, vote)))
    throw endingRefusal('may_not_end', (p) => p.mayNotEnd);
  const open = vote.ballots.filter((ballot) => ballot.open);
  if (open.length === 0 || vote.closesAt <= deps.clock.now())
    throw endingRefusal('closed_before', (p) => p.closedBefore);
  const short = open.find(({ turnout, quorum }) => turnout < quorum);
  if (short) {
    const until = formatInstant(vote.closesAt, deps.zone);
    throw endingRefusal('no_quorum_yet', (p) =>
      p.noQuorumYet({ voted: short.turnout, needed: short.quorum, until }),
    );
  }
  return { vote, ...(await membersOf(tx, vote)) };
}

async function membersOf(tx: Tx, { ballots }: Vote): Promise<{ voted: number; waiting: number }> {
  const ids = ballots.map(({ id }) => id);
  const [row] = await tx.$queryRaw<{ voted: number; waiting: number }[]>`
    select count(*) filter (where voted)::int as voted, count(*) filter (where not voted)::int as waiting
    from (
      select bool_and(turnout.person_id is not null) as voted
      from ballot
      join roll_entry on roll_entry.ballot_id = ballot.id
      left join turnout on turnout.ballot_id = roll_entry.ballot_id
        and turnout.person_id = roll_entry.person_id
      where ballot.id = any(${ids}::uuid[]) and ${mayCast}
      group by roll_entry.person_id) as member`;
  return row ?? { voted: 0, waiting: 0 };
}
