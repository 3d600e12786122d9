import type { Tx } from '../../database/client.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import type { VoteTarget } from '../ballots/vote-queries.ts';
import { outcomeToAuthor, quorumMissed } from '../messages.ts';
import { toldOutcome } from '../sittings/agenda-items.ts';

/** Tells those concerned what a ballot gave, each once. */
export async function tellOutcome(
  tx: Tx,
  { ballotId, item }: { ballotId: string; item: { initiativeId: string | null } },
): Promise<void> {
  for (const personId of await toldOutcome(tx, item))
    await sendMessage(tx, outcomeToAuthor, {
      to: { personId },
      params: {},
      subjectId: ballotId,
      dedupeKey: `outcome:${ballotId}:${personId}`,
    });
}

/** Tells who opened a vote, which is closed, that too few took part; of a sheet once, however many of its names it concerns. */
export async function tellQuorumMissed(
  tx: Tx,
  { target, openedById }: { target: VoteTarget; openedById: string },
): Promise<void> {
  const [where, subjectId] =
    'ballotId' in target ? [{ id: target.ballotId }, target.ballotId] : [target, target.sheetId];
  if ((await tx.ballot.count({ where: { ...where, result: 'no_quorum' } })) === 0) return;
  await sendMessage(tx, quorumMissed, {
    to: { personId: openedById },
    params: target,
    subjectId,
    dedupeKey: `${quorumMissed.purpose}:${subjectId}`,
  });
}
