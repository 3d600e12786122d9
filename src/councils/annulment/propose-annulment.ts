import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHolders } from '../../people/queries.ts';
import { inOffice } from '../authority.ts';
import {
  findVote,
  holdVote,
  runsVote,
  type Vote,
  type VoteTarget,
} from '../ballots/vote-queries.ts';
import { sheetTurnout, turnoutCard, voteAnnulmentToSettle } from '../messages.ts';
import { refuseAnnulmentWhenSigned } from '../papers/refuse-signed.ts';
import { annulmentRefusal } from './annulment-phrases.ts';
import { waitingAnnulment } from './annulment-queries.ts';

/**
 * Proposes that the outcome of a closed ballot, or of a whole ballot sheet, be annulled; it holds until a second
 * person confirms. One proposal at a time: while one waits, another answers with it.
 *
 * @throws AppError reason_missing, and those of `voteToAnnul`
 */
export async function proposeVoteAnnulment(
  deps: Deps,
  input: { actor: Actor; target: VoteTarget; reason: string },
): Promise<{ happened: boolean; vote: Vote; asked: number }> {
  const { actor, target } = input;
  const reason = input.reason.trim();
  if (!reason) throw annulmentRefusal('reason_missing', (p) => p.reasonNeeded, 'reason');
  return inTransaction(deps.db, async (tx) => {
    // Of two proposals at once, one finds the other.
    await holdVote(tx, target);
    const vote = await voteToAnnul(deps, tx, { actor, target });
    if (await waitingAnnulment(tx, target)) return { happened: false, vote, asked: 0 };
    const { id: annulmentId } = await tx.ballotAnnulment.create({
      data: { ...target, reason, proposedById: actor.personId },
      select: { id: true },
    });
    const subjectId = 'ballotId' in target ? target.ballotId : target.sheetId;
    await audit(tx, {
      kind: 'council.annulment_proposed',
      subjectId,
      actorId: actor.personId,
      after: { annulmentId, ballots: vote.ballots.length },
      reason,
    });
    const asked = await settlersOf(deps, tx, vote, actor.personId);
    for (const personId of asked)
      await sendMessage(tx, voteAnnulmentToSettle, {
        to: { personId },
        params: {},
        subjectId: annulmentId,
        dedupeKey: `${voteAnnulmentToSettle.purpose}:${annulmentId}:${personId}`,
      });
    await refreshMessages(tx, 'ballotId' in target ? turnoutCard : sheetTurnout, subjectId);
    return { happened: true, vote, asked: asked.length };
  });
}

/**
 * A vote whose outcome the actor may propose to annul now.
 *
 * @throws AppError unknown_ballot, concerned, may_not_annul, ballot_open, nothing_to_annul, annulled_before,
 *   decision_recorded, paper_signed
 */
export async function voteToAnnul(
  deps: Deps,
  tx: Tx,
  { actor, target }: { actor: Actor; target: VoteTarget },
): Promise<Vote> {
  const vote = await findVote(deps, tx, target);
  if (!vote) throw annulmentRefusal('unknown_ballot', (p) => p.unknown);
  if (vote.barred.has(actor.personId)) throw annulmentRefusal('concerned', (p) => p.concerned);
  if (!(await runsVote(deps, tx, actor, vote)))
    throw annulmentRefusal('may_not_annul', (p) => p.onlyProposers);
  if (vote.ballots.some(({ open }) => open)) throw annulmentRefusal('ballot_open', (p) => p.open);
  if (vote.ballots.some(({ annulled }) => annulled))
    throw annulmentRefusal('annulled_before', (p) => p.annulledBefore);
  if (vote.ballots.every(({ result }) => result === 'no_quorum'))
    throw annulmentRefusal('nothing_to_annul', (p) => p.nothingDecided);
  await refuseDecided(tx, vote);
  await refuseAnnulmentWhenSigned(
    tx,
    vote.ballots.map(({ item }) => item),
  );
  return vote;
}

/** @throws AppError decision_recorded, where the head's decision followed the vote */
async function refuseDecided(tx: Tx, { ballots }: Vote): Promise<void> {
  const decision = await tx.initiativeDecision.findFirst({
    where: { ballotId: { in: ballots.map(({ id }) => id) } },
    select: { number: true },
  });
  if (decision)
    throw annulmentRefusal('decision_recorded', (p) => p.decided({ number: decision.number }));
}

/**
 * Who is asked to confirm: chair and secretary of the council, the nearest heads and secretaries of emulation of
 * its unit; never who proposes, nor anybody whom the vote is about.
 */
async function settlersOf(
  deps: Deps,
  tx: Tx,
  { council, barred }: Vote,
  proposerId: string,
): Promise<string[]> {
  const on = today(deps);
  const except = [...barred, proposerId];
  const seats = await tx.councilMember.findMany({
    where: {
      councilId: council.id,
      office: { in: ['chair', 'secretary'] },
      personId: { notIn: except },
      ...inOffice(on),
    },
    select: { personId: true },
  });
  const search = { unitId: council.unitId, on, except };
  const heads = await nearestHolders(tx, { role: 'head', ...search });
  const secretaries = await nearestHolders(tx, { role: 'secretary', ...search });
  return [...new Set([...seats.map(({ personId }) => personId), ...heads, ...secretaries])];
}
