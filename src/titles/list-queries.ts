import type { Tx } from '../database/client.ts';
import { Prisma } from '../database/generated/client.ts';
import type { ListState, RegistrationState } from '../database/generated/enums.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import { compareNames, compareWords } from '../kernel/vietnamese-order.ts';
import { treeBelow } from '../people/unit-tree.ts';
import type { TitleKey } from '../rulebook/rules.ts';

/** One line of the list of a unit and of all below it. */
export interface ListRow {
  id: string;
  kind: 'person' | 'collective';
  /** Full name, or the collective's name. */
  name: string;
  position: string;
  unitId: string;
  unitName: string;
  state: RegistrationState;
  /** From low to high. */
  titles: TitleKey[];
  lateReason: string | null;
}

/** How far a unit, with all below it, has come with the registrations of a year. */
export interface SeasonCounts {
  /** People who work there now. */
  people: number;
  submitted: number;
  confirmed: number;
  returned: number;
  /** Collectives that have registered, of all. */
  collectives: number;
  units: number;
}

/** The registrations of a unit and of all below it that were not withdrawn: by unit, collectives first, then by name. */
export async function listRows(
  tx: Tx,
  search: { unitId: string; year: number; on: Day },
): Promise<ListRow[]> {
  const { unitId, year, on } = search;
  const rows = await tx.$queryRaw<(ListRow & { path: string[] })[]>`
    with recursive tree as (
      select id, name, array[name] as path from unit where id = ${unitId}::uuid
      union all
      select unit.id, unit.name, tree.path || unit.name from unit join tree on unit.parent_id = tree.id
    ), ${placesOf([year], on)}
    select registration.id, case when unit.id is null then 'person' else 'collective' end as kind,
      coalesce(unit.name, person.full_name) as name, coalesce(place.position, '') as position,
      tree.id as "unitId", tree.name as "unitName", tree.path, registration.state::text as state,
      registration.late_reason as "lateReason",
      array(select title from title_registration_item item
        where item.registration_id = registration.id order by item.rank) as titles
    from title_registration registration
    left join unit on unit.id = registration.unit_id
    left join person on person.id = registration.person_id
    left join place on place.person_id = registration.person_id
    join tree on tree.id = coalesce(registration.unit_id, place.unit_id)
    where registration.year = ${year}::int and registration.state <> 'withdrawn'`;
  // The database's own order depends on how it was set up, and knows no given names.
  const ordered = rows.toSorted(
    (a, b) =>
      comparePaths(a.path, b.path) ||
      compareWords(a.kind, b.kind) ||
      compareNames(a.name, b.name) ||
      compareWords(a.id, b.id),
  );
  return ordered.map(({ path: _path, ...row }) => row);
}

/** A unit goes before those below it. */
function comparePaths(one: readonly string[], other: readonly string[]): number {
  for (let level = 0; level < Math.min(one.length, other.length); level += 1) {
    const order = compareWords(one[level] ?? '', other[level] ?? '');
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

export async function seasonCounts(
  tx: Tx,
  search: { unitId: string; year: number; on: Day },
): Promise<SeasonCounts> {
  const { unitId, year, on } = search;
  const rows = await tx.$queryRaw<SeasonCounts[]>`
    with recursive tree as (
      select id from unit where id = ${unitId}::uuid
      union all
      select unit.id from unit join tree on unit.parent_id = tree.id
      where unit.valid_to is null or unit.valid_to >= ${on}::date
    ), people as (
      select distinct posting.person_id from posting join tree on tree.id = posting.unit_id
      where posting.from_date <= ${on}::date
        and (posting.to_date is null or posting.to_date >= ${on}::date)
    ), registered as (
      select state from title_registration registration
      join people on people.person_id = registration.person_id
      where registration.year = ${year}::int
    )
    select (select count(*)::int from people) as people,
      (select count(*)::int from registered where state = 'submitted') as submitted,
      (select count(*)::int from registered where state = 'confirmed') as confirmed,
      (select count(*)::int from registered where state = 'returned') as returned,
      (select count(*)::int from title_registration registration
        join tree on tree.id = registration.unit_id
        where registration.year = ${year}::int and state in ('submitted', 'confirmed')) as collectives,
      (select count(*)::int from tree) as units`;
  const [counts] = rows;
  if (!counts) throw new Error('a count came without a row');
  return counts;
}

/** How many registered each title in a year, in a unit and all below it, and how many the year before. */
export async function titleCounts(
  tx: Tx,
  search: { unitId: string; year: number; on: Day },
): Promise<Map<TitleKey, { now: number; before: number }>> {
  const { unitId, year, on } = search;
  const rows = await tx.$queryRaw<{ title: TitleKey; now: number; before: number }[]>`
    with recursive ${treeBelow([unitId])}, ${placesOf([year, year - 1], on)}
    select item.title,
      count(*) filter (where registration.year = ${year}::int)::int as now,
      count(*) filter (where registration.year = ${year}::int - 1)::int as before
    from title_registration registration
    left join place on place.person_id = registration.person_id
    join tree on tree.id = coalesce(registration.unit_id, place.unit_id)
    join title_registration_item item on item.registration_id = registration.id
    where registration.year in (${year}::int, ${year}::int - 1)
      and registration.state in ('submitted', 'confirmed')
    group by item.title`;
  return new Map(rows.map(({ title, now, before }) => [title, { now, before }]));
}

export interface UnitList {
  id: string;
  unitId: string;
  unitName: string;
  parentId: string | null;
  year: number;
  state: ListState;
  revision: number;
  returnReason: string | null;
  submittedById: string;
  submittedByName: string;
  submittedAt: Date;
  settledById: string | null;
  settledByName: string | null;
  settledAt: Date | null;
}

const listShape = {
  id: true,
  unitId: true,
  year: true,
  state: true,
  revision: true,
  returnReason: true,
  submittedById: true,
  submittedAt: true,
  settledById: true,
  settledAt: true,
  unit: { select: { name: true, parentId: true } },
  submittedBy: { select: { fullName: true } },
  settledBy: { select: { fullName: true } },
} as const;

interface StoredList
  extends Omit<UnitList, 'unitName' | 'parentId' | 'submittedByName' | 'settledByName'> {
  unit: { name: string; parentId: string | null };
  submittedBy: { fullName: string };
  settledBy: { fullName: string } | null;
}

export async function findList(
  tx: Tx,
  key: { id: string } | { unitId_year: { unitId: string; year: number } },
): Promise<UnitList | null> {
  const row = await tx.registrationList.findUnique({ where: key, select: listShape });
  return row && listOf(row);
}

/** The lists of the units right below a unit. */
export async function listsBelow(
  tx: Tx,
  search: { unitId: string; year: number },
): Promise<UnitList[]> {
  const rows = await tx.registrationList.findMany({
    where: { year: search.year, unit: { parentId: search.unitId } },
    select: listShape,
  });
  return rows.map(listOf);
}

/** The units right below a unit that exist on a day, by name. */
export async function unitsBelow(
  tx: Tx,
  search: { unitId: string; on: Day },
): Promise<{ id: string; name: string }[]> {
  const day = dateColumn(search.on);
  return tx.unit.findMany({
    where: {
      parentId: search.unitId,
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
}

/** How many registrations in a unit and below changed after an instant. */
export async function changedSince(
  tx: Tx,
  search: { unitId: string; year: number; since: Date; on: Day },
): Promise<number> {
  const { unitId, year, since, on } = search;
  const rows = await tx.$queryRaw<{ count: number }[]>`
    with recursive ${treeBelow([unitId])}, ${placesOf([year], on)}
    select count(*)::int as count
    from title_registration registration
    left join place on place.person_id = registration.person_id
    join tree on tree.id = coalesce(registration.unit_id, place.unit_id)
    where registration.year = ${year}::int
      and greatest(registration.filed_at, registration.settled_at) > ${since}::timestamptz`;
  return rows[0]?.count ?? 0;
}

/** `place (person_id, unit_id, position)`: where those registered for the years work on a day, or worked last before it. */
function placesOf(years: readonly number[], on: Day): Prisma.Sql {
  return Prisma.sql`
    place as (
      select distinct on (posting.person_id) posting.person_id, posting.unit_id, posting.position
      from posting join title_registration on title_registration.person_id = posting.person_id
      where title_registration.year = any(${[...years]}::int[]) and posting.from_date <= ${on}::date
      order by posting.person_id, posting.from_date desc
    )`;
}

function listOf({ unit, submittedBy, settledBy, ...row }: StoredList): UnitList {
  return {
    ...row,
    unitName: unit.name,
    parentId: unit.parentId,
    submittedByName: submittedBy.fullName,
    settledByName: settledBy?.fullName ?? null,
  };
}
