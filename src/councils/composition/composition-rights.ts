import type { Tx } from '../../database/client.ts';
import type { Role } from '../../database/generated/enums.ts';
import type { Day } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole, unitsHeld } from '../../people/queries.ts';
import { CARING_ROLES } from '../../people/units-under.ts';
import { councilsOfMember } from './composition-queries.ts';

/** Those who look after a unit read its councils. */
export const READING_ROLES: readonly Role[] = [...CARING_ROLES, 'administrator'];

/**
 * For which of the units the actor may write councils down: as secretary of emulation of it or of one
 * above, or as its own head, who at grassroots decides the number and composition (answer of the Central
 * Board for Emulation and Commendation, QID1756).
 */
export async function unitsComposed(
  tx: Tx,
  actor: Actor,
  unitIds: readonly string[],
): Promise<Set<string>> {
  const heads = actor.grants.filter(({ role }) => role === 'head').map(({ unitId }) => unitId);
  const kept = await unitsHeld(tx, actor, 'secretary', unitIds);
  return new Set(unitIds.filter((unitId) => kept.has(unitId) || heads.includes(unitId)));
}

export async function mayCompose(tx: Tx, actor: Actor, unitId: string): Promise<boolean> {
  return (await unitsComposed(tx, actor, [unitId])).has(unitId);
}

/** Whether the actor reads a council: who looks after its unit, and whoever sits on it or is going to. */
export async function mayReadCouncil(
  tx: Tx,
  actor: Actor,
  council: { id: string; unitId: string },
  on: Day,
): Promise<boolean> {
  if (await holdsRole(tx, actor, READING_ROLES, council.unitId)) return true;
  return (await councilsOfMember(tx, actor.personId, on)).includes(council.id);
}
