import type { Tx } from '../../database/client.ts';
import type { Day } from '../../kernel/time.ts';
import { treeBelow } from '../../people/unit-tree.ts';

/** The unit and those below it that there are on a day. */
export async function unitsBelow(tx: Tx, unitId: string, on: Day): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive ${treeBelow([unitId])}
    select tree.id from tree join unit on unit.id = tree.id
    where unit.valid_from <= ${on}::date and (unit.valid_to is null or unit.valid_to >= ${on}::date)`;
  return new Set(rows.map(({ id }) => id));
}

/** Everybody who works on a day in one of the units or below, each once, by person id. */
export async function peopleIn(tx: Tx, unitIds: readonly string[], on: Day): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive ${treeBelow(unitIds)}
    select distinct posting.person_id as id from posting join tree on tree.id = posting.unit_id
    where posting.from_date <= ${on}::date
      and (posting.to_date is null or posting.to_date >= ${on}::date)
    order by 1`;
  return rows.map(({ id }) => id);
}

/** How many they are. */
export async function countPeopleIn(tx: Tx, unitIds: readonly string[], on: Day): Promise<number> {
  return (await peopleIn(tx, unitIds, on)).length;
}

/** The units whose people a plan addresses. */
export function addressedUnits(plan: {
  unitId: string;
  scopeUnitIds: readonly string[];
}): string[] {
  return plan.scopeUnitIds.length > 0 ? [...plan.scopeUnitIds] : [plan.unitId];
}

/** Those of the units that are at or below an addressed one. */
export async function addressedAmong(
  tx: Tx,
  addressedIds: readonly string[],
  unitIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive ${treeBelow(addressedIds)}
    select id from tree where id = any(${[...unitIds]}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}
