import type { Tx } from '../database/client.ts';
import { refreshMessages } from '../jobs/outbox.ts';
import { filedForSecretary } from './messages.ts';

/**
 * Puts an initiative to the vote: received → voting.
 *
 * @returns false when it was in another state, as when another ballot on it is open
 */
export async function beginVoting(tx: Tx, initiativeId: string): Promise<boolean> {
  const moved = await tx.initiative.updateMany({
    where: { id: initiativeId, state: 'received' },
    data: { state: 'voting' },
  });
  if (moved.count === 0) return false;
  await refreshMessages(tx, filedForSecretary, initiativeId);
  return true;
}
