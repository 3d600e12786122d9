import type { Tx } from '../../database/client.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { filedForSecretary } from '../messages.ts';
import { WAYS } from './workflow.ts';

/**
 * Puts an initiative to the vote: accepted → voting.
 *
 * @returns false when it was in another state, as when another ballot on it is open
 */
export async function beginVoting(tx: Tx, initiativeId: string): Promise<boolean> {
  const moved = await tx.initiative.updateMany({
    where: { id: initiativeId, state: { in: [...WAYS.open_ballot.from] } },
    data: { state: WAYS.open_ballot.to },
  });
  if (moved.count === 0) return false;
  await refreshMessages(tx, filedForSecretary, initiativeId);
  return true;
}
