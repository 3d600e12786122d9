import type { Tx } from '../../database/client.ts';
import type { BallotResult } from '../../database/generated/enums.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { filedForSecretary } from '../messages.ts';
import { WAYS } from './workflow.ts';

const ACTS = {
  passed: 'pass',
  not_passed: 'fail',
  no_quorum: 'leave_undecided',
  held: 'hold',
} as const satisfies Record<BallotResult | 'held', string>;

/**
 * Takes an initiative out of the vote: voting → passed or not passed, or, for want of a quorum, back to
 * accepted, so that another sitting can take it up. One whose result is held waits as voted, and comes here
 * again when the result is released.
 *
 * @returns false when it was not in the vote, as when the ballot was closed already
 */
export async function endVoting(
  tx: Tx,
  initiativeId: string,
  result: BallotResult | 'held',
): Promise<boolean> {
  const { from, to } = WAYS[ACTS[result]];
  const moved = await tx.initiative.updateMany({
    where: { id: initiativeId, state: { in: [...from] } },
    data: { state: to },
  });
  if (moved.count === 0) return false;
  await refreshMessages(tx, filedForSecretary, initiativeId);
  return true;
}
