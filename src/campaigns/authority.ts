import type { Tx } from '../database/client.ts';
import type { Role } from '../database/generated/enums.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { holdsRole, nearestHolders, unitsHeld } from '../people/queries.ts';
import { campaignRulesOn } from '../rulebook/campaign-rules.ts';
import { LAUNCHING_ROLES, WRITING_ROLES } from './rules.ts';

export interface UnitName {
  id: string;
  name: string;
}

type Ruled = Pick<Deps, 'rulebook' | 'clock' | 'zone'>;

/** Whether the actor may write the plan of a campaign in the name of this unit. */
export function mayWrite(tx: Tx, actor: Actor, unitId: string): Promise<boolean> {
  return holdsRole(tx, actor, WRITING_ROLES, unitId);
}

/** Whether the actor may launch a campaign in the name of this unit, by the rule in force today. */
export function mayLaunch(deps: Ruled, tx: Tx, actor: Actor, unitId: string): Promise<boolean> {
  return holdsRole(tx, actor, launchingRoles(deps), unitId);
}

/** For which of the units the actor `mayLaunch`, in one query. */
export function mayLaunchFor(
  deps: Ruled,
  tx: Tx,
  actor: Actor,
  unitIds: readonly string[],
): Promise<Set<string>> {
  return unitsHeld(tx, actor, launchingRoles(deps), unitIds);
}

/** Who may launch campaigns today: the rule data, or the organisation's own rule. */
function launchingRoles(deps: Ruled): readonly Role[] {
  return LAUNCHING_ROLES[campaignRulesOn(deps.rulebook, today(deps)).launching.value];
}

/**
 * The units in whose name the actor may write plans and would: those where the role is granted, highest
 * first, and their own unit where a grant above covers it.
 */
export async function writingUnits(tx: Tx, actor: Actor): Promise<UnitName[]> {
  const granted = writingGrants(actor);
  if (granted.length === 0) return [];
  const own = (await mayWrite(tx, actor, actor.unitId)) ? [actor.unitId] : [];
  const units = await tx.unit.findMany({
    where: { id: { in: [...granted, ...own] } },
    select: { id: true, name: true },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  });
  return units;
}

/** Full names of those nearest to a unit who may write the plan of a campaign for it. */
export async function writersFor(tx: Tx, unitId: string, on: Day): Promise<string[]> {
  const holders = await Promise.all(
    WRITING_ROLES.map((role) => nearestHolders(tx, { role, unitId, on })),
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

/** The units where a writing role is granted to the actor. */
export function writingGrants(actor: Actor): string[] {
  return actor.grants
    .filter((grant) => WRITING_ROLES.includes(grant.role))
    .map((grant) => grant.unitId);
}

/** Full names in their order. */
export async function namesOf(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const persons = await tx.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { fullName: true },
    orderBy: { fullName: 'asc' },
  });
  return persons.map((person) => person.fullName);
}
