import type { Tx } from '../../database/client.ts';
import { refreshMessages, sendMessages } from '../../jobs/outbox.ts';
import type { Day } from '../../kernel/time.ts';
import { nearestHolders } from '../../people/queries.ts';
import { readyToEdit } from '../messages.ts';
import type { ExemplarFile } from '../queries.ts';
import { allAnswered } from '../rules.ts';

/**
 * Tells communications, once, that everybody has answered and somebody may be named; redraws what they have
 * of it already.
 */
export async function tellWhenReady(tx: Tx, file: ExemplarFile, on: Day): Promise<void> {
  const { id, subjects, endorsements } = file;
  await refreshMessages(tx, readyToEdit, id);
  const ready = allAnswered(subjects, endorsements) && subjects.some((one) => one.mayBeNamed);
  const [first] = subjects;
  if (!ready || !first) return;
  const search = { role: 'communications', unitId: first.unitId, on } as const;
  const readers = await nearestHolders(tx, search);
  await sendMessages(
    tx,
    readyToEdit,
    readers.map((personId) => ({
      to: { personId },
      params: {},
      subjectId: id,
      dedupeKey: `${readyToEdit.purpose}:${id}:${personId}`,
    })),
  );
}
