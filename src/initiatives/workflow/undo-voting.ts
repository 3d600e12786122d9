import type { Tx } from '../../database/client.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { filedForSecretary } from '../messages.ts';
import { WAYS } from './workflow.ts';

/**
 * Takes back what a vote decided, as it was annulled: voted, passed or not passed → accepted, so that the council
 * votes again.
 *
 * @returns false when it was in another state, as when the decision is recorded
 */
export async function undoVoting(tx: Tx, initiativeId: string): Promise<boolean> {
  const moved = await tx.initiative.updateMany({
    where: { id: initiativeId, state: { in: [...WAYS.annul_vote.from] } },
    data: { state: WAYS.annul_vote.to },
  });
  if (moved.count === 0) return false;
  await refreshMessages(tx, filedForSecretary, initiativeId);
  return true;
}
