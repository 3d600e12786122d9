import type { Tx } from '../database/client.ts';
import { sendMessage } from '../jobs/outbox.ts';
import type { roleEnded, roleGranted } from './messages.ts';

/** Tells the person of a grant, or of its end, once. */
export async function tellOfRole(
  tx: Tx,
  kind: typeof roleGranted | typeof roleEnded,
  { personId, grantId }: { personId: string; grantId: string },
): Promise<void> {
  await sendMessage(tx, kind, {
    to: { personId },
    params: {},
    subjectId: grantId,
    dedupeKey: `${kind.purpose}:${grantId}`,
  });
}
