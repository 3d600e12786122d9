import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { sheetCard, sheetTurnout, turnoutCard, voteCard } from '../messages.ts';
import { tellOutcome, tellQuorumMissed } from '../release/tell-outcome.ts';
import type { Choice } from '../rules.ts';
import { endVotingOn } from '../sittings/agenda-items.ts';
import { refreshSittings } from '../sittings/refresh-sittings.ts';
import { StoredRule } from '../stored.ts';
import { type BallotCounts, isWithheld, tally } from '../tally.ts';
import { openPapers, shuffled } from './ballot-box.ts';
import { mayCast } from './may-cast.ts';

interface DueBallot {
  id: string;
  agenda_item_id: string;
  method: 'open' | 'secret';
  rule: unknown;
  roll_size: number;
  entitled: number;
  wrapped_private_key: Uint8Array | null;
  sheet_id: string | null;
  opened_by_id: string;
}

/**
 * Closes a ballot whose deadline has passed by the database's clock, or on which everyone entitled has
 * voted; counts it, stores the explained outcome and tells those concerned, unless its sitting holds results.
 * Idempotent: a ballot that is not due, or closed already, is left as it is.
 *
 * @returns whether this call closed it
 */
export async function closeBallotIfDue(deps: Deps, ballotId: string): Promise<boolean> {
  if (!(await looksDue(deps.db, ballotId))) return false;
  return inTransaction(deps.db, async (tx) => {
    const ballot = await lockIfDue(tx, ballotId);
    if (!ballot) return false;
    const { roll_size: total, entitled } = ballot;
    const votes =
      ballot.method === 'secret'
        ? {
            counts: await countSecret(deps, tx, ballot),
            inWriting: await tx.turnout.count({
              where: { ballotId, rollEntry: { attendance: 'written' } },
            }),
          }
        : await countOpen(tx, ballotId);
    const present = await presentAt(tx, ballotId);
    const rule = StoredRule.parse(ballot.rule);
    const outcome = tally({ total, entitled, ...votes, ...present, rule });
    // A vote without a quorum decided nothing: it is told at once, so that another ballot can be opened.
    const [closed] = await tx.$queryRaw<{ held: boolean }[]>`
      update ballot set state = 'closed', closed_at = app_now(), wrapped_private_key = null,
        result = ${outcome.result}::ballot_result, outcome = ${JSON.stringify(outcome)}::jsonb,
        held = sitting.holds_results and ${outcome.quorum.met}
      from agenda_item join sitting on sitting.id = agenda_item.sitting_id
      where ballot.id = ${ballotId}::uuid and agenda_item.id = ballot.agenda_item_id
      returning ballot.held`;
    const held = closed?.held ?? false;
    const item = await tx.agendaItem.findUniqueOrThrow({
      where: { id: ballot.agenda_item_id },
      select: { id: true, initiativeId: true },
    });
    await endVotingOn(tx, item, held ? 'held' : outcome.result);
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
    if (!held) await tellOutcome(tx, { ballotId, item });
    await showClosed(tx, ballot);
    return true;
  });
}

/**
 * A look without a lock, which votes coming in would have to wait for. Who looks after the last of them was
 * committed, as the job does that it has set, misses nothing.
 */
async function looksDue(tx: Tx, ballotId: string): Promise<boolean> {
  const [open] = await tx.$queryRaw<{ id: string; sheet_id: string | null; past: boolean }[]>`
    select id::text as id, sheet_id::text as sheet_id, closes_at <= app_now() as past
    from ballot where id = ${ballotId}::uuid and state = 'open'`;
  return open !== undefined && (open.past || (await allHaveVoted(tx, open)));
}

/** Waits for votes in flight: each holds the ballot's row shared until it is committed. */
async function lockIfDue(tx: Tx, ballotId: string): Promise<DueBallot | null> {
  const [locked] = await tx.$queryRaw<(DueBallot & { past: boolean })[]>`
    select id, agenda_item_id, method::text as method, rule, roll_size, entitled, wrapped_private_key,
      sheet_id::text as sheet_id, opened_by_id::text as opened_by_id, closes_at <= app_now() as past
    from ballot where id = ${ballotId}::uuid and state = 'open' for update`;
  if (!locked) return null;
  if (locked.past) return locked;
  return (await allHaveVoted(tx, locked)) ? locked : null;
}

/**
 * Whether all who may cast have voted. Of a sheet: on all of it, so that nobody reads an outcome who has not voted on
 * the rest yet.
 */
async function allHaveVoted(
  tx: Tx,
  { id, sheet_id }: Pick<DueBallot, 'id' | 'sheet_id'>,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ waiting: boolean }[]>`
    select exists (
      select from ballot join roll_entry on roll_entry.ballot_id = ballot.id
      left join turnout on turnout.ballot_id = ballot.id and turnout.person_id = roll_entry.person_id
      where (ballot.id = ${id}::uuid or ballot.sheet_id = ${sheet_id}::uuid) and ${mayCast}
        and turnout.person_id is null) as waiting`;
  return row?.waiting === false;
}

/**
 * Has the cards show a vote as closed; a sheet is one vote, which is closed with the last of its ballots: until then who
 * is in conflict about one of them reads nothing of the others either.
 */
async function showClosed(tx: Tx, ballot: DueBallot): Promise<void> {
  const { id: ballotId, sheet_id: sheetId, opened_by_id: openedById } = ballot;
  let itemIds = [ballot.agenda_item_id];
  if (sheetId !== null) {
    // Of two processes that close the last ballots at once, one sees that all are closed.
    await tx.$queryRaw`
      select id::text from ballot_sheet where id = ${sheetId}::uuid for no key update`;
    const ballots = await tx.ballot.findMany({
      where: { sheetId },
      select: { state: true, agendaItemId: true },
    });
    if (ballots.some(({ state }) => state === 'open')) return;
    itemIds = ballots.map(({ agendaItemId }) => agendaItemId);
  }
  const target = sheetId === null ? { ballotId } : { sheetId };
  await tellQuorumMissed(tx, { target, openedById });
  const cards = sheetId === null ? [turnoutCard, voteCard] : [sheetTurnout, sheetCard];
  for (const card of cards) await refreshMessages(tx, card, sheetId ?? ballotId);
  await refreshSittings(tx, { itemIds });
}

/**
 * Closes the ballots of a sheet, one after the other, when its deadline has passed or all have voted on all of it.
 * What is left of it, as when a process ended in the middle, is closed by the next call.
 *
 * @returns whether the sheet is closed
 */
export async function closeSheetIfDue(deps: Deps, sheetId: string): Promise<boolean> {
  const open = await deps.db.ballot.findMany({
    where: { sheetId, state: 'open' },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id } of open) if (!(await closeBallotIfDue(deps, id))) return false;
  return true;
}

async function countOpen(
  tx: Tx,
  ballotId: string,
): Promise<{ counts: BallotCounts; written: BallotCounts }> {
  const votes = await tx.openVote.findMany({
    where: { ballotId },
    select: { choice: true, turnout: { select: { rollEntry: { select: { attendance: true } } } } },
  });
  const of = (inWriting: boolean) =>
    votes.flatMap(({ choice, turnout }) =>
      (turnout.rollEntry.attendance === 'written') === inWriting ? [choice] : [],
    );
  return { counts: countChoices(of(false)), written: countChoices(of(true)) };
}

/** Members who may vote and were there by the roll-call; nothing where there was none. */
async function presentAt(tx: Tx, ballotId: string): Promise<{ present?: number }> {
  const found = await tx.rollEntry.groupBy({
    by: ['attendance'],
    where: { ballotId, excluded: null, attendance: { not: null } },
    _count: true,
  });
  if (found.length === 0) return {};
  return { present: found.find(({ attendance }) => attendance === 'present')?._count ?? 0 };
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
