import type { Db } from '../../database/client.ts';
import { Prisma } from '../../database/generated/client.ts';
import { preparedAs } from '../../database/prepared.ts';
import type { Deps } from '../../kernel/deps.ts';
import { gather } from '../../kernel/gather.ts';
import type { Actor } from '../../people/actor.ts';
import type { Choice } from '../rules.ts';
import { makeReceipt, sealPaper } from './ballot-box.ts';
import { ballotFacts } from './ballot-facts.ts';
import { mayCast, votingOn } from './may-cast.ts';
import { ringVoteBell } from './vote-bell.ts';
import { type NotCast, rollEntryFields, whyNotCast } from './why-not-cast.ts';

export type CastResult =
  /** The vote is in the box. `receipt` for a secret ballot only. */
  | { cast: true; method: 'open' | 'secret'; receipt: string | null }
  | { cast: false; because: NotCast };

/**
 * Casts one member's vote: open, in time by the database's clock, on the frozen roll, once; all judged
 * and written by one statement. Repeating it changes nothing and answers `voted_before`.
 */
export async function castVote(
  deps: Deps,
  input: { actor: Actor; ballotId: string; choice: Choice; opinion?: string | undefined },
): Promise<CastResult> {
  const { actor, ballotId, choice, opinion = null } = input;
  const ballot = await ballotFacts(deps.db, ballotId);
  if (!ballot) return { cast: false, because: 'unknown_ballot' };
  const { personId } = actor;
  const receipt = ballot.publicKey ? makeReceipt() : null;
  const vote = ballot.publicKey
    ? { personId, value: sealPaper(ballot.publicKey, choice), beside: receipt }
    : { personId, value: choice, beside: opinion };
  const cast = await castInto(deps, ballotId, receipt === null ? 'open' : 'secret')(vote);
  if (!cast) return refused(deps, { ballotId, personId });
  return { cast: true, method: receipt === null ? 'open' : 'secret', receipt };
}

interface Vote {
  personId: string;
  /** The choice in an open ballot, the sealed paper in base64 in a secret one. */
  value: string;
  /** The opinion in an open ballot, the receipt in a secret one. */
  beside: string | null;
}

type Cast = (vote: Vote) => Promise<boolean>;

const KEPT = 500;
const boxes = new WeakMap<Db, Map<string, Cast>>();

/** Casts into one ballot. Votes that come while others are being written go in together, by the next statement. */
function castInto(deps: Deps, ballotId: string, method: 'open' | 'secret'): Cast {
  const ofDatabase = boxes.get(deps.db) ?? new Map<string, Cast>();
  boxes.set(deps.db, ofDatabase);
  const known = ofDatabase.get(ballotId);
  if (known) return known;
  const cast = gather<Vote, boolean>((votes) => castAll(deps, { ballotId, method, votes }));
  if (ofDatabase.size >= KEPT) ofDatabase.clear();
  ofDatabase.set(ballotId, cast);
  return cast;
}

/**
 * The one statement. Voters go in in the order of their ids, so that two processes with the same ones never wait
 * for each other in a ring; papers in the order of their receipts, which says nothing. It adds no job: all votes
 * of a ballot would wait for the one job's row, and for Postgres's one queue of notifications. That the voters'
 * cards are due is written, and the bell is rung after the commit. Each voter is looked for in the roll by key: joined as
 * sets, a roll could be read whole against the votes.
 *
 * @returns for each vote whether it is in the box; of one who pressed twice, the first is
 */
async function castAll(
  deps: Deps,
  {
    ballotId,
    method,
    votes,
  }: { ballotId: string; method: 'open' | 'secret'; votes: readonly Vote[] },
): Promise<boolean[]> {
  const firsts = [...new Map(votes.toReversed().map((vote) => [vote.personId, vote])).values()];
  const box =
    method === 'secret'
      ? Prisma.sql`
          insert into paper (ballot_id, ciphertext, receipt_hash)
          select ballot_id, decode(value, 'base64'), beside from voter join given using (person_id)
          order by beside`
      : Prisma.sql`
          insert into open_vote (ballot_id, person_id, choice, opinion, cast_at)
          select ballot_id, person_id, value::choice, beside, now
          from voter join given using (person_id) cross join moment`;
  const voting = votingOn(Prisma.sql`id = ${ballotId}::uuid and method = ${method}::ballot_method`);
  const rows = await deps.db.$queryRaw<{ personId: string }[]>`
    ${preparedAs(`councils.cast_${method}`)} with ${voting}, given as (
      select * from unnest(
        ${firsts.map(({ personId }) => personId)}::uuid[],
        ${firsts.map(({ value }) => value)}::text[],
        ${firsts.map(({ beside }) => beside)}::text[]
      ) as given (person_id, value, beside)
    ), voter as (
      insert into turnout (ballot_id, person_id)
      select ballot.id, roll_entry.person_id
      from voting as ballot cross join given
      cross join lateral (
        select * from roll_entry
        where roll_entry.ballot_id = ballot.id and roll_entry.person_id = given.person_id limit 1
      ) as roll_entry
      where ${mayCast}
      order by roll_entry.person_id
      on conflict do nothing
      returning ballot_id, person_id
    ), vote as (${box}
    ), written as (
      insert into audit_event (kind, subject_id, actor_id, at)
      select 'council.vote_cast', ballot_id, person_id, now from voter cross join moment
    ), card as (
      insert into card_due (ballot_id, person_id) select ballot_id, person_id from voter
    )
    select person_id::text as "personId" from voter`;
  if (rows.length > 0) ringVoteBell(deps, ballotId);
  const voters = new Set(rows.map(({ personId }) => personId));
  const cast = new Set(firsts.filter(({ personId }) => voters.has(personId)));
  return votes.map((vote) => cast.has(vote));
}

interface Voter {
  ballotId: string;
  personId: string;
}

/** Nothing was written; says why. */
async function refused(deps: Deps, voter: Voter): Promise<CastResult> {
  const entry = await deps.db.rollEntry.findUnique({
    where: { ballotId_personId: voter },
    select: rollEntryFields,
  });
  return { cast: false, because: whyNotCast(entry) };
}
