import type { Tx } from '../database/client.ts';
import { type Day, dateColumn, dayOf } from '../kernel/time.ts';
import type { Window } from './queries.ts';

export interface SetWindow extends Window {
  unitId: string;
  unitName: string;
  channels: string[];
  announcedAt: Date | null;
  remindedAt: Date | null;
}

const shape = {
  id: true,
  year: true,
  unitId: true,
  opensOn: true,
  closesOn: true,
  channels: true,
  announcedAt: true,
  remindedAt: true,
  unit: { select: { name: true } },
} as const;

export async function findWindow(
  tx: Tx,
  key: { id: string } | { unitId_year: { unitId: string; year: number } },
): Promise<SetWindow | null> {
  const row = await tx.registrationWindow.findUnique({ where: key, select: shape });
  return row && windowOf(row);
}

/** Windows of these units that are not over, by year. */
export async function comingWindows(
  tx: Tx,
  unitIds: readonly string[],
  today: Day,
): Promise<SetWindow[]> {
  const rows = await tx.registrationWindow.findMany({
    where: { unitId: { in: [...unitIds] }, closesOn: { gte: dateColumn(today) } },
    orderBy: [{ year: 'asc' }, { unit: { name: 'asc' } }],
    take: 20,
    select: shape,
  });
  return rows.map(windowOf);
}

interface Row extends Omit<SetWindow, 'unitName' | 'opensOn' | 'closesOn'> {
  opensOn: Date;
  closesOn: Date;
  unit: { name: string };
}

function windowOf({ unit, opensOn, closesOn, ...same }: Row): SetWindow {
  return { ...same, unitName: unit.name, opensOn: dayOf(opensOn), closesOn: dayOf(closesOn) };
}

export interface NotRegistered {
  headId: string;
  personId: string;
  fullName: string;
  unitName: string;
}

/**
 * Who works under a window and has no registration that waits or is confirmed, each with the nearest
 * head above them, by unit and name. A unit with a window of its own for the year is not under it.
 * Those for whom no head is found up to the top are left out.
 *
 * @param search.headId only those whose nearest head this is
 */
export async function notRegistered(
  tx: Tx,
  search: { windowId: string; on: Day; headId?: string | null },
): Promise<NotRegistered[]> {
  const { windowId, on, headId = null } = search;
  return tx.$queryRaw<NotRegistered[]>`
    with recursive covered as (
      select unit.id, unit.name, own.year
      from registration_window own join unit on unit.id = own.unit_id
      where own.id = ${windowId}::uuid
      union all
      select unit.id, unit.name, covered.year
      from unit join covered on unit.parent_id = covered.id
      where (unit.valid_to is null or unit.valid_to >= ${on}::date)
        and not exists (
          select from registration_window nearer
          where nearer.unit_id = unit.id and nearer.year = covered.year)
    ), line as (
      select covered.id as start_id, covered.id as unit_id, 0 as depth from covered
      union all
      select line.start_id, unit.parent_id, depth + 1
      from line join unit on unit.id = line.unit_id where unit.parent_id is not null
    ), head as (
      select line.start_id, role_grant.person_id, line.depth
      from line join role_grant on role_grant.unit_id = line.unit_id
      where role_grant.role = 'head' and role_grant.from_date <= ${on}::date
        and (role_grant.to_date is null or role_grant.to_date >= ${on}::date)
    ), missing as (
      select person.id, person.full_name, covered.id as unit_id, covered.name as unit_name
      from covered
      join posting on posting.unit_id = covered.id and posting.from_date <= ${on}::date
        and (posting.to_date is null or posting.to_date >= ${on}::date)
      join person on person.id = posting.person_id
      where not exists (
        select from title_registration registration
        where registration.person_id = person.id and registration.year = covered.year
          and registration.state in ('submitted', 'confirmed'))
    )
    select asked.person_id as "headId", missing.id as "personId",
      missing.full_name as "fullName", missing.unit_name as "unitName"
    from missing
    cross join lateral (
      select head.person_id, rank() over (order by head.depth) as place
      from head where head.start_id = missing.unit_id and head.person_id <> missing.id
    ) asked
    where asked.place = 1 and (${headId}::uuid is null or asked.person_id = ${headId}::uuid)
    order by missing.unit_name, missing.full_name`;
}
