import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { Prisma } from '../../database/generated/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { addRedrawJob, mayShowOlderState } from '../../jobs/outbox.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { makeReceipt, sealPaper } from '../ballots/ballot-box.ts';
import { mayCast, votingOn } from '../ballots/may-cast.ts';
import { sheetCard, sheetVoteCame } from '../messages.ts';
import { voteRefusal } from '../refusals.ts';
import type { Choice } from '../rules.ts';
import { sheetPhrases as phrases } from './sheet-phrases.ts';
import { whyNoSheetVote } from './why-no-sheet-vote.ts';

export interface CastSheet {
  /** For a secret sheet only: one for all of its papers. */
  receipt: string | null;
  names: number;
}

/**
 * Casts a member's votes on all of a ballot sheet that are theirs to vote on, by one statement: all or none, in
 * time by the database's clock, on the frozen rolls, once.
 *
 * @throws AppError unknown_ballot, voted_before, sheet_incomplete, and the reasons of `whyNoSheetVote`
 */
export async function castSheet(
  deps: Deps,
  input: {
    actor: Actor;
    sheetId: string;
    /** One for each ballot of the sheet that the member votes on. */
    choices: readonly { ballotId: string; choice: Choice }[];
    /** The member's words to the names of which they are of another opinion; of a secret sheet nothing is kept. */
    opinion?: string;
  },
): Promise<CastSheet> {
  const { actor, sheetId, choices } = input;
  const sheet = await deps.db.ballotSheet.findUnique({
    where: { id: sheetId },
    select: { method: true, ballots: { take: 1, select: { publicKey: true } } },
  });
  if (!sheet) throw voteRefusal('unknown_ballot');
  const opinion = input.opinion?.normalize('NFC').trim() || null;
  const receipt = sheet.method === 'secret' ? makeReceipt() : null;
  const ballots = choices.map(({ ballotId }) => ballotId);
  const values =
    receipt === null
      ? choices.map(({ choice }) => choice as string)
      : sealed(createPublicKey(z.string().parse(sheet.ballots[0]?.publicKey)), choices);
  const box =
    receipt === null
      ? Prisma.sql`
          insert into open_vote (ballot_id, person_id, choice, opinion, cast_at)
          select ballot_id, person_id, value::choice,
            case when value = 'other' then ${opinion}::text end, now
          from voter join given using (ballot_id) cross join moment`
      : Prisma.sql`
          insert into paper (ballot_id, ciphertext, receipt_hash)
          select ballot_id, decode(value, 'base64'), ${receipt} from voter join given using (ballot_id)`;
  return inTransaction(deps.db, async (tx) => {
    const [row] = await tx.$queryRaw<{ cast: number; entitled: number; before: number }[]>`
      with ${votingOn(Prisma.sql`sheet_id = ${sheetId}::uuid`)}, given as (
        select * from unnest(${ballots}::uuid[], ${values}::text[]) as given (ballot_id, value)
      ), entitled as (
        select ballot.id as ballot_id from voting as ballot
        join roll_entry on roll_entry.ballot_id = ballot.id
        where roll_entry.person_id = ${actor.personId}::uuid and ${mayCast}
      ), voter as (
        insert into turnout (ballot_id, person_id)
        select ballot_id, ${actor.personId}::uuid from entitled join given using (ballot_id)
        on conflict do nothing
        returning ballot_id, person_id
      ), vote as (${box}
      ), written as (
        insert into audit_event (kind, subject_id, actor_id, at)
        select 'council.vote_cast', ballot_id, person_id, now from voter cross join moment
      ), draft as (
        delete from sheet_draft
        where sheet_id = ${sheetId}::uuid and person_id = ${actor.personId}::uuid
          and exists (select from voter)
      ), turnout_bell as (
        select add_job(${sheetVoteCame.task},
          json_build_object('sheetId', ${sheetId}::text), job_key := ${`sheet_vote:${sheetId}`})
        where exists (select from voter)
      ), card_bell as (
        select ${addRedrawJob} from outgoing_message as message
        where exists (select from voter) and message.person_id = ${actor.personId}::uuid
          and message.subject_id = ${sheetId}::uuid and message.purpose = ${sheetCard.purpose}
          and ${mayShowOlderState}
      )
      select (select count(*)::int from voter) as cast, (select count(*)::int from entitled) as entitled,
        (select count(*)::int from turnout join entitled using (ballot_id)
          where person_id = ${actor.personId}::uuid) as before,
        (select count(*) from turnout_bell) as bells, (select count(*) from card_bell) as cards`;
    const { cast = 0, entitled = 0, before = 0 } = row ?? {};
    if (before > 0) throw voteRefusal('voted_before');
    if (entitled === 0)
      throw voteRefusal(await whyNoSheetVote(tx, { sheetId, personId: actor.personId }));
    // Nothing of it stands: the throw takes the transaction back.
    if (cast !== entitled || cast !== choices.length)
      throw new AppError('sheet_incomplete', { say: (l) => phrases[l].sheetIncomplete });
    return { receipt, names: cast };
  });
}

/** A paper for each choice; the key, which they share, is read once. */
function sealed(publicKey: KeyObject, choices: readonly { choice: Choice }[]): string[] {
  return choices.map(({ choice }) => sealPaper(publicKey, choice));
}
