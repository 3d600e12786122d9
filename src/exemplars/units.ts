import type { Tx } from '../database/client.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';

export interface UnitName {
  id: string;
  name: string;
}

/** Whether a unit is one of the agency on a day. */
export async function isUnitOn(tx: Tx, unitId: string, on: Day): Promise<boolean> {
  return (await tx.unit.count({ where: { id: unitId, ...existingOn(on) } })) > 0;
}

/** The units of the agency on a day, by name. */
export function unitsOn(tx: Tx, on: Day): Promise<UnitName[]> {
  return tx.unit.findMany({
    where: existingOn(on),
    select: { id: true, name: true },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  });
}

/** The units that the actor heads, by name. A grant above a unit does not make its holder that unit's head. */
export async function headedUnits(tx: Tx, actor: Actor, on: Day): Promise<UnitName[]> {
  const ids = actor.grants.flatMap(({ role, unitId }) => (role === 'head' ? unitId : []));
  if (ids.length === 0) return [];
  return tx.unit.findMany({
    where: { id: { in: ids }, ...existingOn(on) },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}

/** The same for somebody whose message is drawn without them. */
export async function unitsHeadedBy(tx: Tx, personId: string, on: Day): Promise<UnitName[]> {
  const day = dateColumn(on);
  return tx.unit.findMany({
    where: {
      ...existingOn(on),
      grants: {
        some: {
          personId,
          role: 'head',
          fromDate: { lte: day },
          OR: [{ toDate: null }, { toDate: { gte: day } }],
        },
      },
    },
    select: { id: true, name: true },
  });
}

function existingOn(on: Day) {
  const day = dateColumn(on);
  return { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] };
}
