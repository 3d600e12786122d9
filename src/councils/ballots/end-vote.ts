import { inTransaction } from '../../database/transaction.ts';
import { addJob } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { deadlineCame, sheetDeadlineCame } from '../messages.ts';
import { prepareEnding } from './prepare-ending.ts';
import { findVote, holdVote, type Vote, type VoteTarget } from './vote-queries.ts';

/**
 * Ends an open ballot or sheet before its deadline, once the quorum has voted: the deadline becomes now, and what
 * closes at a deadline closes it, so secrecy and counting are the same whoever ends it. A vote in flight is in the box
 * before that, or too late. Of two persons at once one ends it and the other is told that it is closed; repeated by the
 * same person it changes nothing.
 *
 * @throws AppError those of `prepareEnding`
 */
export async function endVote(
  deps: Deps,
  { actor, target }: { actor: Actor; target: VoteTarget },
): Promise<Vote> {
  return inTransaction(deps.db, async (tx) => {
    await holdVote(tx, target);
    const mine = {
      ...('ballotId' in target ? { id: target.ballotId } : target),
      endedById: actor.personId,
    };
    const before = await tx.ballot.findFirst({ where: mine, select: { id: true } });
    const ended = before && (await findVote(deps, tx, target));
    if (ended) return ended;
    const { vote, voted, waiting } = await prepareEnding(deps, tx, { actor, target });
    const ids = vote.ballots.flatMap(({ id, open }) => (open ? [id] : []));
    await tx.$executeRaw`
      with ended as (
        update ballot set closes_at = date_trunc('milliseconds', app_now()),
          ended_by_id = ${actor.personId}::uuid
        where id = any(${ids}::uuid[])
        returning sheet_id, closes_at
      )
      update ballot_sheet set closes_at = ended.closes_at from ended where id = ended.sheet_id`;
    await audit(tx, {
      kind: 'council.ballot_ended_early',
      subjectId: 'ballotId' in target ? target.ballotId : target.sheetId,
      actorId: actor.personId,
      before: { closesAt: vote.closesAt.toISOString() },
      after: { voted, waiting },
    });
    if ('ballotId' in target)
      await addJob(tx, deadlineCame, target, { key: `deadline:${target.ballotId}` });
    else await addJob(tx, sheetDeadlineCame, target, { key: `sheet_deadline:${target.sheetId}` });
    return vote;
  });
}
