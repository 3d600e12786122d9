import type { Tx } from '../../database/client.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { mergedInto } from './merged-queries.ts';
import { mergedOutcome } from './workflow-messages.ts';

/**
 * Tells the authors of all that was merged into an initiative, and who handed it in, what became of it.
 *
 * @param about.told those who are told of the initiative itself
 */
export async function tellMerged(
  tx: Tx,
  about: {
    initiativeId: string;
    outcome: 'recognised' | 'refused' | 'annulled';
    told: readonly string[];
  },
): Promise<void> {
  const { initiativeId, outcome, told } = about;
  for (const { id, readerIds } of await mergedInto(tx, initiativeId))
    for (const personId of readerIds.filter((reader) => !told.includes(reader)))
      await sendMessage(tx, mergedOutcome, {
        to: { personId },
        params: { outcome },
        subjectId: id,
        dedupeKey: `${mergedOutcome.purpose}:${id}:${outcome}:${personId}`,
      });
}
