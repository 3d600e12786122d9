import { randomUUID } from 'node:crypto';
import type { Tx } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { refreshMessages, sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import type { Deps } from '../kernel/deps.ts';
import { endVotingOn, toldOutcome } from './agenda-items.ts';
import { openPapers, shuffled } from './ballot-box.ts';
import { outcomeToAuthor, turnoutCard, voteCard } from './messages.ts';
import { refreshSittings } from './refresh-sittings.ts';
import type { Choice } from './rules.ts';
import { StoredRule } from './stored.ts';
import { type BallotCounts, isWithheld, tally } from './tally.ts';

interface DueBallot {
  id: string;
  agenda_item_id: string;
  method: 'open' | 'secret';
  rule: unknown;
  roll_size: number;
  entitled: number;
  wrapped_private_key: Uint8Array | null;
}

/**
 * Closes a ballot whose deadline has passed by the database's clock, or on which everyone entitled has
 * voted; counts it, stores the explained outcome and tells those concerned. Idempotent: a ballot that is
 * not due, or closed already, is left as it is.
 *
 * @returns whether this call closed it
 */
export async function closeBallotIfDue(deps: Deps, ballotId: string): Promise<boolean> {
  if (!(await looksDue(deps.db, ballotId))) return false;
  return inTransaction(deps.db, async (tx) => {
    const ballot = await lockIfDue(tx, ballotId);
    if (!ballot) return false;
    const counts =
      ballot.method === 'secret'
        ? await countSecret(deps, tx, ballot)
        : await countOpen(tx, ballotId);
    const outcome = tally({
      total: ballot.roll_size,
      entitled: ballot.entitled,
      counts,
      rule: StoredRule.parse(ballot.rule),
    });
    await tx.$executeRaw`
      update ballot set state = 'closed', closed_at = app_now(), wrapped_private_key = null,
        result = ${outcome.result}::ballot_result, outcome = ${JSON.stringify(outcome)}::jsonb
      where id = ${ballotId}::uuid`;
    const item = await tx.agendaItem.findUniqueOrThrow({
      where: { id: ballot.agenda_item_id },
      select: { id: true, initiativeId: true },
    });
    await endVotingOn(tx, item, outcome.result);
    await audit(tx, {
      kind: 'council.ballot_closed',
      subjectId: ballotId,
      actorId: null,
      after: {
        result: outcome.result,
        ...(isWithheld(outcome, ballot.method)
          ? {}
          : {
              agree: outcome.agree,
              disagree: outcome.disagree,
              other: outcome.other,
              invalid: outcome.invalid,
            }),
      },
    });
    for (const personId of await toldOutcome(tx, item)) {
      const about = { to: { personId }, params: {}, subjectId: ballotId };
      await sendMessage(tx, outcomeToAuthor, {
        ...about,
        dedupeKey: `outcome:${ballotId}:${personId}`,
      });
    }
    await refreshMessages(tx, turnoutCard, ballotId);
    await refreshMessages(tx, voteCard, ballotId);
    await refreshSittings(tx, { itemId: item.id });
    return true;
  });
}

/**
 * A look without a lock, which votes coming in would have to wait for. Who looks after the last of them was
 * committed, as the job does that it has set, misses nothing.
 */
async function looksDue(tx: Tx, ballotId: string): Promise<boolean> {
  const due = await tx.$queryRaw<unknown[]>`
    select from ballot
    where id = ${ballotId}::uuid and state = 'open'
      and (closes_at <= app_now()
        or entitled = (select count(*) from turnout where ballot_id = ballot.id))`;
  return due.length > 0;
}

/** Waits for votes in flight: each holds the ballot's row shared until it is committed. */
async function lockIfDue(tx: Tx, ballotId: string): Promise<DueBallot | null> {
  const [locked] = await tx.$queryRaw<(DueBallot & { past: boolean })[]>`
    select id, agenda_item_id, method::text as method, rule, roll_size, entitled, wrapped_private_key,
      closes_at <= app_now() as past
    from ballot where id = ${ballotId}::uuid and state = 'open' for update`;
  if (!locked) return null;
  if (locked.past) return locked;
  const turnout = await tx.turnout.count({ where: { ballotId } });
  return turnout === locked.entitled ? locked : null;
}

async function countOpen(tx: Tx, ballotId: string): Promise<BallotCounts> {
  const votes = await tx.openVote.findMany({ where: { ballotId }, select: { choice: true } });
  return countChoices(votes.map((vote) => vote.choice));
}

/**
 * Opens the box and rewrites it: choices under new ids in a shuffled order, receipts apart and sorted.
 * Nothing that stays in the database links a paper to its voter or to its receipt.
 */
async function countSecret(deps: Deps, tx: Tx, ballot: DueBallot): Promise<BallotCounts> {
  const papers = await tx.paper.findMany({
    where: { ballotId: ballot.id },
    select: { ciphertext: true, receiptHash: true },
  });
  if (!ballot.wrapped_private_key) throw new Error(`ballot ${ballot.id} has no key`);
  const opened = openPapers(
    deps.ballotKey,
    ballot.wrapped_private_key,
    papers.map((paper) => paper.ciphertext),
  );
  const valid = shuffled(opened.filter((choice) => choice !== null));
  const ids = valid.map(() => randomUUID());
  const receipts = papers.map((paper) => paper.receiptHash).toSorted();
  await tx.$executeRaw`
    with emptied as (delete from paper where ballot_id = ${ballot.id}::uuid),
    counted as (
      insert into counted_paper (id, ballot_id, choice)
      select given.id, ${ballot.id}::uuid, given.choice::choice
      from unnest(${ids}::uuid[], ${valid}::text[]) as given (id, choice)
    )
    insert into ballot_receipt (ballot_id, receipt_hash)
    select ${ballot.id}::uuid, given.receipt from unnest(${receipts}::text[]) as given (receipt)`;
  return countChoices(opened);
}

function countChoices(choices: readonly (Choice | null)[]): BallotCounts {
  const count = (wanted: Choice | null) => choices.filter((choice) => choice === wanted).length;
  return {
    agree: count('agree'),
    disagree: count('disagree'),
    other: count('other'),
    invalid: count(null),
  };
}
