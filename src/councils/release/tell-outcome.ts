import type { Tx } from '../../database/client.ts';
import { sendMessage } from '../../jobs/outbox.ts';
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

/**
 * Tells who opened a vote that too few took part; of a sheet once, as the last of its ballots is closed, however many of
 * its names it concerns: until then whoever is in conflict about one of them reads nothing of the others either.
 */
export async function tellQuorumMissed(
  tx: Tx,
  {
    ballotId,
    sheetId,
    openedById,
  }: { ballotId: string; sheetId: string | null; openedById: string },
): Promise<void> {
  if (sheetId !== null) {
    // Of two processes that close the last ballots at once, one sees that all are closed.
    await tx.$queryRaw`
      select id::text from ballot_sheet where id = ${sheetId}::uuid for no key update`;
    if ((await tx.ballot.count({ where: { sheetId, state: 'open' } })) > 0) return;
  }
  const vote = sheetId === null ? { id: ballotId } : { sheetId };
  if ((await tx.ballot.count({ where: { ...vote, result: 'no_quorum' } })) === 0) return;
  const subjectId = sheetId ?? ballotId;
  await sendMessage(tx, quorumMissed, {
    to: { personId: openedById },
    params: sheetId === null ? { ballotId } : { sheetId },
    subjectId,
    dedupeKey: `${quorumMissed.purpose}:${subjectId}`,
  });
}
