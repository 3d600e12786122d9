import type { Tx } from '../database/client.ts';
import type { Role } from '../database/generated/enums.ts';
import { groupBy } from '../kernel/group-by.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import type { Actor } from './actor.ts';
import { lineAbove, linesAbove, treeBelow } from './unit-tree.ts';

/** The unit and those above it, lowest first. */
export async function unitAndAbove(tx: Tx, unitId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive ${lineAbove(unitId)}
    select id from line order by depth`;
  return rows.map((row) => row.id);
}

/** The unit and everything below it. */
export async function unitAndBelow(tx: Tx, unitId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive ${treeBelow([unitId])}
    select id from tree`;
  return rows.map((row) => row.id);
}

/** Whether the actor holds one of the roles for the unit: granted there or anywhere above. */
export async function holdsRole(
  tx: Tx,
  actor: Actor,
  roles: Role | readonly Role[],
  unitId: string,
): Promise<boolean> {
  return (await unitsHeld(tx, actor, roles, [unitId])).has(unitId);
}

/** For which of the units `holdsRole`, in one query. */
export async function unitsHeld(
  tx: Tx,
  actor: Actor,
  roles: Role | readonly Role[],
  unitIds: readonly string[],
): Promise<Set<string>> {
  const granted = actor.grants
    .filter(({ role }) => [roles].flat().includes(role))
    .map((grant) => grant.unitId);
  if (granted.length === 0) return new Set();
  if (unitIds.every((unitId) => granted.includes(unitId))) return new Set(unitIds);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive ${linesAbove(unitIds)}
    select distinct start_id as id from lines where id = any(${granted}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}

interface Holders {
  role: Role;
  on: Day;
  except?: string | readonly string[];
}

/**
 * Those who hold a role for a unit, from the nearest unit that has any: the unit itself, else the one
 * above, and so on. `except` (one or several) is passed over, as when a head's own registration goes
 * one level up.
 *
 * @returns person ids; empty when nobody up to the top holds it
 */
export async function nearestHolders(
  tx: Tx,
  { unitId, ...search }: Holders & { unitId: string },
): Promise<string[]> {
  return (await nearestHoldersOf(tx, { ...search, unitIds: [unitId] })).get(unitId) ?? [];
}

/** `nearestHolders` of many units, in one query. @returns person ids by unit; nothing of one for which nobody holds it */
export async function nearestHoldersOf(
  tx: Tx,
  { role, unitIds, on, except }: Holders & { unitIds: readonly string[] },
): Promise<Map<string, string[]>> {
  if (unitIds.length === 0) return new Map();
  const day = dateColumn(on);
  const rows = await tx.$queryRaw<{ unitId: string; personId: string }[]>`
    with recursive ${linesAbove(unitIds)}, holding as (
      select start_id, person_id, depth, min(depth) over (partition by start_id) as nearest
      from lines join role_grant on role_grant.unit_id = lines.id
      where role_grant.role::text = ${role}
        and role_grant.from_date <= ${day} and (role_grant.to_date is null or role_grant.to_date >= ${day})
        and role_grant.person_id <> all (${[except ?? []].flat()}::uuid[])
    )
    select distinct start_id as "unitId", person_id as "personId" from holding where depth = nearest
    order by person_id`;
  const groups = groupBy(rows, (row) => row.unitId);
  return new Map([...groups].map(([unitId, of]) => [unitId, of.map(({ personId }) => personId)]));
}

/** The name of one who holds a role for a unit, from the nearest unit that has any; null when nobody does. */
export async function nearestHolderName(
  tx: Tx,
  search: { role: Role; unitId: string; on: Day },
): Promise<string | null> {
  return (await nearestHolder(tx, search))?.name ?? null;
}

/** The same with what they are called at work; position null for somebody who is posted nowhere that day. */
export async function nearestHolder(
  tx: Tx,
  search: { role: Role; unitId: string; on: Day },
): Promise<{ name: string; position: string | null } | null> {
  const [id] = await nearestHolders(tx, search);
  if (!id) return null;
  const on = dateColumn(search.on);
  const person = await tx.person.findUnique({
    where: { id },
    select: {
      fullName: true,
      postings: {
        where: { fromDate: { lte: on }, OR: [{ toDate: null }, { toDate: { gte: on } }] },
        orderBy: { fromDate: 'desc' },
        take: 1,
        select: { position: true },
      },
    },
  });
  return person && { name: person.fullName, position: person.postings[0]?.position ?? null };
}

/** A person's name with the unit where they work now: part of a select. */
export const namedWithUnit = {
  select: {
    fullName: true,
    postings: {
      where: { toDate: null },
      orderBy: { fromDate: 'desc' },
      take: 1,
      select: { unit: { select: { name: true } } },
    },
  },
} as const;

/** Person ids for Slack user ids; users who are in nobody's list are missing from the map. */
export async function personsOfSlackUsers(
  tx: Tx,
  slackUserIds: readonly string[],
): Promise<Map<string, { id: string; fullName: string }>> {
  const persons = await tx.person.findMany({
    where: { slackUserId: { in: [...slackUserIds] } },
    select: { id: true, fullName: true, slackUserId: true },
  });
  return new Map(
    persons.flatMap((person) =>
      person.slackUserId
        ? [[person.slackUserId, { id: person.id, fullName: person.fullName }] as const]
        : [],
    ),
  );
}

/** The unit where a person works on a day, else the one where they last worked; null when never posted. */
export async function postedUnitOf(tx: Tx, personId: string, on: Day): Promise<string | null> {
  const posting = await tx.posting.findFirst({
    where: { personId, fromDate: { lte: dateColumn(on) } },
    orderBy: [{ toDate: { sort: 'desc', nulls: 'first' } }, { fromDate: 'desc' }],
    select: { unitId: true },
  });
  return posting?.unitId ?? null;
}

/** The same for many, in one query, by the person's id. */
export async function postedUnitsOf(
  tx: Tx,
  personIds: readonly string[],
  on: Day,
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ personId: string; unitId: string }[]>`
    select distinct on (person_id) person_id::text as "personId", unit_id::text as "unitId"
    from posting where person_id = any(${[...personIds]}::uuid[]) and from_date <= ${on}::date
    order by person_id, to_date desc nulls first, from_date desc`;
  return new Map(rows.map(({ personId, unitId }) => [personId, unitId]));
}
