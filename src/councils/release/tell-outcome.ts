import type { Tx } from '../../database/client.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { outcomeToAuthor } from '../messages.ts';
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
