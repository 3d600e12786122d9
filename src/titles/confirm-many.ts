import { inTransaction } from '../database/transaction.ts';
import type { Deps } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { type Card, settleEach } from './settle-each.ts';

/**
 * Confirms many in one transaction, each by its revision. What was settled or replaced meanwhile, or is
 * not for this person to confirm, is left as it is.
 *
 * @returns how many are confirmed by the actor now
 */
export async function confirmMany(
  deps: Deps,
  { actor, chosen }: { actor: Actor; chosen: readonly Card[] },
): Promise<{ confirmed: number; left: number }> {
  const verdict = { state: 'confirmed' } as const;
  const settlements = await inTransaction(deps.db, (tx) =>
    settleEach(tx, deps, { actor, cards: chosen, verdict }),
  );
  const confirmed = settlements.filter((one) => typeof one === 'object' && one.done).length;
  return { confirmed, left: chosen.length - confirmed };
}
