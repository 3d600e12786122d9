import type { Tx } from '../database/client.ts';
import type { Role } from '../database/generated/enums.ts';
import { type Day, dayOf } from '../kernel/time.ts';
import { compareNames } from '../kernel/vietnamese-order.ts';
import { treeBelow } from './unit-tree.ts';

export interface Grant {
  id: string;
  personId: string;
  fullName: string;
  unitId: string;
  unitName: string;
  role: Role;
  fromDate: Day;
  /** The last day; null: no end in sight. */
  toDate: Day | null;
}

export async function findGrant(tx: Tx, id: string): Promise<Grant | null> {
  const row = await tx.roleGrant.findUnique({
    where: { id },
    select: {
      id: true,
      personId: true,
      unitId: true,
      role: true,
      fromDate: true,
      toDate: true,
      person: { select: { fullName: true } },
      unit: { select: { name: true } },
    },
  });
  if (!row) return null;
  const { person, unit, fromDate, toDate, ...same } = row;
  return {
    ...same,
    fullName: person.fullName,
    unitName: unit.name,
    fromDate: dayOf(fromDate),
    toDate: toDate && dayOf(toDate),
  };
}

/** Grants that hold or will hold, in units and all below them, by name. */
export async function grantsUnder(
  tx: Tx,
  search: { unitIds: readonly string[]; on: Day },
): Promise<Grant[]> {
  const rows = await tx.$queryRaw<Grant[]>`
    with recursive ${treeBelow(search.unitIds)}
    select role_grant.id, role_grant.person_id as "personId", person.full_name as "fullName",
      tree.id as "unitId", tree.name as "unitName", role_grant.role::text as role,
      to_char(from_date, 'YYYY-MM-DD') as "fromDate", to_char(to_date, 'YYYY-MM-DD') as "toDate"
    from role_grant join tree on tree.id = role_grant.unit_id
    join person on person.id = role_grant.person_id
    where role_grant.to_date is null or role_grant.to_date >= ${search.on}::date`;
  return rows.toSorted((a, b) => compareNames(a.fullName, b.fullName));
}
