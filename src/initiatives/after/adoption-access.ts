import type { Tx } from '../../database/client.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';

/** Who takes up initiatives for a unit, and ends that: its head and its secretary, or those above. */
export function mayAdopt(tx: Tx, actor: Actor, unitId: string): Promise<boolean> {
  return holdsRole(tx, actor, ['head', 'secretary'], unitId);
}

/** Who reports the effect: the same, and the person made responsible. */
export async function mayReport(
  tx: Tx,
  actor: Actor,
  { unitId, responsibleId }: { unitId: string; responsibleId: string },
): Promise<boolean> {
  return responsibleId === actor.personId || mayAdopt(tx, actor, unitId);
}
