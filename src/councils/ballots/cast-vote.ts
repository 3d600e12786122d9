import { Prisma } from '../../database/generated/client.ts';
import { preparedAs } from '../../database/prepared.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import type { Choice, Exclusion } from '../rules.ts';
import { StoredRule } from '../stored.ts';
import { makeReceipt, sealPaper } from './ballot-box.ts';
import { ballotFacts } from './ballot-facts.ts';
import { mayCast } from './may-cast.ts';
import { ringVoteBell } from './vote-bell.ts';

export type CastResult =
  /** The vote is in the box. `receipt` for a secret ballot only. */
  | { cast: true; method: 'open' | 'secret'; receipt: string | null }
  | {
      cast: false;
      because:
        | 'voted_before'
        | Exclusion
        | 'absent'
        | 'not_in_writing'
        | 'not_member'
        | 'closed'
        | 'unknown_ballot';
    };

/**
 * Casts one member's vote: open, in time by the database's clock, on the frozen roll, once; all judged
 * and written by one statement. Repeating it changes nothing and answers `voted_before`.
 */
export async function castVote(
  deps: Deps,
  input: { actor: Actor; ballotId: string; choice: Choice; opinion?: string | undefined },
): Promise<CastResult> {
  const { actor, ballotId } = input;
  const ballot = await ballotFacts(deps.db, ballotId);
  if (!ballot) return { cast: false, because: 'unknown_ballot' };
  const voter = { ballotId, personId: actor.personId };
  if (ballot.publicKey) {
    const receipt = makeReceipt();
    const paper = sealPaper(ballot.publicKey, input.choice);
    const box = Prisma.sql`
      insert into paper (ballot_id, ciphertext, receipt_hash)
      select ballot_id, ${paper}::bytea, ${receipt} from voter`;
    const done = await cast(deps, voter, 'secret', box);
    return done ? { cast: true, method: 'secret', receipt } : refused(deps, voter);
  }
  const box = Prisma.sql`
    insert into open_vote (ballot_id, person_id, choice, opinion)
    select ballot_id, person_id, ${input.choice}::choice, ${input.opinion ?? null}::text from voter`;
  const done = await cast(deps, voter, 'open', box);
  return done ? { cast: true, method: 'open', receipt: null } : refused(deps, voter);
}

interface Voter {
  ballotId: string;
  personId: string;
}

/**
 * The one statement. `box` puts the vote where the method keeps it, reading the voter from `voter`. It
 * adds no job: all votes of a ballot would wait for the one job's row, and for Postgres's one queue of
 * notifications. That the voter's card is due is written, and the bell is rung after the commit.
 */
async function cast(
  deps: Deps,
  { ballotId, personId }: Voter,
  method: 'open' | 'secret',
  box: Prisma.Sql,
): Promise<boolean> {
  const rows = await deps.db.$queryRaw<{ cast: bigint }[]>`
    ${preparedAs(`councils.cast_${method}`)} with voting as (
      select id, rule from ballot
      where id = ${ballotId}::uuid and state = 'open' and method = ${method}::ballot_method
        and closes_at > app_now()
      for share
    ), voter as (
      insert into turnout (ballot_id, person_id)
      select ballot.id, roll_entry.person_id
      from voting as ballot join roll_entry on roll_entry.ballot_id = ballot.id
      where roll_entry.person_id = ${personId}::uuid and ${mayCast}
      on conflict do nothing
      returning ballot_id, person_id
    ), vote as (${box}
    ), written as (
      insert into audit_event (kind, subject_id, actor_id)
      select 'council.vote_cast', ballot_id, person_id from voter
    ), card as (
      insert into card_due (ballot_id, person_id) select ballot_id, person_id from voter
    )
    select count(*) as cast from voter`;
  const done = rows[0]?.cast === 1n;
  if (done) ringVoteBell(deps, ballotId);
  return done;
}

/** Nothing was written; says why. */
async function refused(deps: Deps, { ballotId, personId }: Voter): Promise<CastResult> {
  const entry = await deps.db.rollEntry.findUnique({
    where: { ballotId_personId: { ballotId, personId } },
    select: {
      excluded: true,
      attendance: true,
      turnout: { select: { personId: true } },
      ballot: { select: { rule: true } },
    },
  });
  if (!entry) return { cast: false, because: 'not_member' };
  if (entry.excluded) return { cast: false, because: entry.excluded };
  if (entry.turnout) return { cast: false, because: 'voted_before' };
  if (entry.attendance === 'absent') return { cast: false, because: 'absent' };
  const { absentWritten } = StoredRule.parse(entry.ballot.rule);
  const counts = entry.attendance !== 'written' || absentWritten;
  return { cast: false, because: counts ? 'closed' : 'not_in_writing' };
}
