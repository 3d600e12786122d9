import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { holdToRun } from '../sittings/running.ts';
import { releaseHeld } from './release-held.ts';

/**
 * Announces by hand all results of a sitting that are held. Whoever runs it may, one whom a result concerns too:
 * nobody learns it before everybody does.
 *
 * @returns how many there were; 0 when somebody else was first
 * @throws AppError sitting_unknown, may_not_convene
 */
export async function releaseResults(
  deps: Deps,
  { actor, sittingId }: { actor: Actor; sittingId: string },
): Promise<number> {
  return inTransaction(deps.db, async (tx) => {
    await holdToRun(deps, tx, { actor, sittingId });
    const all = { sittingId, group: null, paperId: null };
    return releaseHeld(tx, { ...all, actorId: actor.personId });
  });
}
