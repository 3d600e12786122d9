import type { Tx } from '../database/client.ts';
import type { Day } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { holdsRole, nearestHolders } from '../people/queries.ts';
import { CARING_ROLES } from '../people/units-under.ts';
import { headedUnitIds } from './prepare-registration.ts';

/** Who reads a unit's list: heads, secretaries and inspectors of the unit or of one above. */
export function mayReadList(tx: Tx, actor: Actor, unitId: string): Promise<boolean> {
  return holdsRole(tx, actor, CARING_ROLES, unitId);
}

/** Who sends it up: the head of the unit itself. */
export function maySubmitList(actor: Actor, unitId: string): boolean {
  return headedUnitIds(actor).includes(unitId);
}

/** Who accepts or returns it: a secretary or head of the level above, and never who sent it. */
export async function maySettleList(
  tx: Tx,
  actor: Actor,
  list: { parentId: string | null; submittedById: string },
): Promise<boolean> {
  if (list.parentId === null || list.submittedById === actor.personId) return false;
  return holdsRole(tx, actor, ['secretary', 'head'], list.parentId);
}

/** Who is asked to: the nearest secretary of the level above, else its nearest head. */
export async function listReceivers(
  tx: Tx,
  list: { parentId: string | null; submittedById: string },
  on: Day,
): Promise<string[]> {
  const { parentId, submittedById } = list;
  if (parentId === null) return [];
  const search = { unitId: parentId, on, except: submittedById };
  const secretaries = await nearestHolders(tx, { role: 'secretary', ...search });
  return secretaries.length > 0 ? secretaries : nearestHolders(tx, { role: 'head', ...search });
}
