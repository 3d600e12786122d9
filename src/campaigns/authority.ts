import type { Tx } from '../database/client.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { holdsRole, nearestHolders } from '../people/queries.ts';
import { LAUNCHING_ROLES } from './rules.ts';

export interface UnitName {
  id: string;
  name: string;
}

/** Whether the actor may launch a campaign in the name of this unit. */
export function mayLaunch(tx: Tx, actor: Actor, unitId: string): Promise<boolean> {
  return holdsRole(tx, actor, LAUNCHING_ROLES, unitId);
}

/**
 * The units in whose name the actor may launch and would: those where the role is granted, highest
 * first, and their own unit where a grant above covers it.
 */
export async function launchUnits(tx: Tx, actor: Actor): Promise<UnitName[]> {
  const granted = launchingGrants(actor);
  if (granted.length === 0) return [];
  const own = (await mayLaunch(tx, actor, actor.unitId)) ? [actor.unitId] : [];
  const units = await tx.unit.findMany({
    where: { id: { in: [...granted, ...own] } },
    select: { id: true, name: true },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  });
  return units;
}

/** Full names of those nearest to a unit who may launch a campaign for it. */
export async function launchersFor(tx: Tx, unitId: string, on: Day): Promise<string[]> {
  const holders = await Promise.all(
    LAUNCHING_ROLES.map((role) => nearestHolders(tx, { role, unitId, on })),
  );
  return namesOf(tx, holders.flat());
}

/** Full names of the heads of a unit, or of the nearest unit above that has one. */
export async function headsFor(tx: Tx, unitId: string, on: Day): Promise<string[]> {
  return namesOf(tx, await nearestHolders(tx, { role: 'head', unitId, on }));
}

/** The units that the actor heads, by name. A grant above a unit does not make its holder that unit's head. */
export async function headedUnits(tx: Tx, actor: Actor, on: Day): Promise<UnitName[]> {
  const ids = actor.grants.filter((grant) => grant.role === 'head').map((grant) => grant.unitId);
  if (ids.length === 0) return [];
  const day = dateColumn(on);
  return tx.unit.findMany({
    where: { id: { in: ids }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

function launchingGrants(actor: Actor): string[] {
  return actor.grants
    .filter((grant) => LAUNCHING_ROLES.includes(grant.role))
    .map((grant) => grant.unitId);
}

async function namesOf(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const persons = await tx.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { fullName: true },
    orderBy: { fullName: 'asc' },
  });
  return persons.map((person) => person.fullName);
}
