import type { Tx } from '../../database/client.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
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

/** Tells who opened a vote that too few took part; of a sheet once, however many of its names it concerns. */
export async function tellQuorumMissed(
  tx: Tx,
  {
    ballotId,
    sheetId,
    openedById,
  }: { ballotId: string; sheetId: string | null; openedById: string },
): Promise<void> {
  const subjectId = sheetId ?? ballotId;
  await sendMessage(tx, quorumMissed, {
    to: { personId: openedById },
    params: sheetId === null ? { ballotId } : { sheetId },
    subjectId,
    dedupeKey: `${quorumMissed.purpose}:${subjectId}`,
  });
  await refreshMessages(tx, quorumMissed, subjectId);
}
