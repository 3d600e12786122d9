import type { Tx } from '../database/client.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { nearestHolders, unitsHeld } from '../people/queries.ts';

/** What decides who confirms a registration. */
export interface ConfirmationMatter {
  /** Whose head is asked; null when there is no unit above. */
  headUnitId: string | null;
  /** Whose secretary stands in where no head is found; null when the unit is not known. */
  secretaryUnitId: string | null;
  /** Never asked, for it is their own; null when it is nobody's. */
  ownId: string | null;
}

export interface Confirmers {
  role: 'head' | 'secretary';
  persons: { id: string; fullName: string }[];
}

export function matterOf(registration: {
  filedById: string;
  subject:
    | { kind: 'person'; personId: string; unitId: string | null }
    | { kind: 'collective'; unitId: string; parentId: string | null };
}): ConfirmationMatter {
  const { subject, filedById } = registration;
  return subject.kind === 'person'
    ? { headUnitId: subject.unitId, secretaryUnitId: subject.unitId, ownId: subject.personId }
    : { headUnitId: subject.parentId, secretaryUnitId: subject.unitId, ownId: filedById };
}

/** The nearest head who is asked to confirm; the secretary where no head is found; else nobody. */
export async function findConfirmers(
  tx: Tx,
  matter: ConfirmationMatter,
  on: Day,
): Promise<Confirmers | null> {
  const heads = await holders(tx, 'head', matter.headUnitId, matter.ownId, on);
  if (heads.length > 0) return { role: 'head', persons: await named(tx, heads) };
  const secretaries = await holders(tx, 'secretary', matter.secretaryUnitId, matter.ownId, on);
  if (secretaries.length > 0) return { role: 'secretary', persons: await named(tx, secretaries) };
  return null;
}

/** Whether the actor may confirm or return: a head for that unit, or its secretary where no head is found; never one's own. */
export async function mayConfirm(
  tx: Tx,
  actor: Actor,
  matter: ConfirmationMatter,
  on: Day,
): Promise<boolean> {
  return (await thoseToConfirm(tx, actor, [matter], on)).length > 0;
}

/** Those of many matters in which the actor `mayConfirm`, in a fixed number of queries. */
export async function thoseToConfirm<M extends ConfirmationMatter>(
  tx: Tx,
  actor: Actor,
  matters: readonly M[],
  on: Day,
): Promise<M[]> {
  const others = matters.filter(({ ownId }) => ownId !== actor.personId);
  const units = (key: 'headUnitId' | 'secretaryUnitId') => others.flatMap((one) => one[key] ?? []);
  const headed = await unitsHeld(tx, actor, 'head', units('headUnitId'));
  const lookedAfter = await unitsHeld(tx, actor, 'secretary', units('secretaryUnitId'));
  const asHead = (one: M) => headed.has(one.headUnitId ?? '');
  const standingIn = others.filter(
    (one) => !asHead(one) && lookedAfter.has(one.secretaryUnitId ?? ''),
  );
  const headless = new Set(await withoutHead(tx, standingIn, on));
  return others.filter((one) => asHead(one) || headless.has(one));
}

/** Those for which no head is found up to the top who could be asked. */
async function withoutHead<M extends ConfirmationMatter>(
  tx: Tx,
  matters: readonly M[],
  on: Day,
): Promise<M[]> {
  if (matters.length === 0) return [];
  const rows = await tx.$queryRaw<{ index: number }[]>`
    with recursive line as (
      select n, unit_id, own_id
      from unnest(${matters.map(({ headUnitId }) => headUnitId)}::uuid[],
        ${matters.map(({ ownId }) => ownId)}::uuid[]) with ordinality as asked(unit_id, own_id, n)
      union all
      select line.n, unit.parent_id, line.own_id
      from line join unit on unit.id = line.unit_id where unit.parent_id is not null
    )
    select distinct line.n::int - 1 as index
    from line join role_grant on role_grant.unit_id = line.unit_id
    where role_grant.role = 'head' and role_grant.from_date <= ${on}::date
      and (role_grant.to_date is null or role_grant.to_date >= ${on}::date)
      and role_grant.person_id is distinct from line.own_id`;
  const headed = new Set(rows.map(({ index }) => index));
  return matters.filter((_, index) => !headed.has(index));
}

/**
 * The registrations that wait for this person, oldest first, by the same rule as `findConfirmers`:
 * also those whose card went to a predecessor.
 *
 * @param search.limit how many ids at most; `count` tells of all
 */
export async function awaitingConfirmation(
  tx: Tx,
  search: { personId: string; on: Day; limit: number },
): Promise<{ count: number; ids: string[] }> {
  const on = dateColumn(search.on);
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    with recursive below as (
      select unit_id as id from role_grant
      where person_id = ${search.personId}::uuid and role in ('head', 'secretary')
        and from_date <= ${on}::date and (to_date is null or to_date >= ${on}::date)
      union
      select unit.id from unit join below on unit.parent_id = below.id
    ), pending as (
      select registration.id, filed_at, unit_id as start_id, true as collective, filed_by_id as own_id
      from title_registration registration
      where state = 'submitted' and unit_id in (select id from below)
      union all
      select registration.id, filed_at, place.unit_id, false, registration.person_id
      from title_registration registration
      cross join lateral (
        select posting.unit_id from posting
        where posting.person_id = registration.person_id and from_date <= ${on}::date
        order by from_date desc limit 1
      ) place
      where state = 'submitted' and place.unit_id in (select id from below)
    ), line as (
      select pending.id, filed_at, start_id as unit_id, collective, own_id, 0 as depth from pending
      union all
      select line.id, filed_at, unit.parent_id, collective, own_id, depth + 1
      from line join unit on unit.id = line.unit_id
      where unit.parent_id is not null
    ), holder as (
      -- A head anywhere goes before any secretary; a unit's own head does not confirm for the unit.
      select line.id, filed_at, role_grant.person_id,
        rank() over (partition by line.id order by (role_grant.role = 'secretary'), depth) as place
      from line join role_grant on role_grant.unit_id = line.unit_id
      where (role_grant.role = 'secretary'
          or (role_grant.role = 'head' and not (collective and depth = 0)))
        and role_grant.from_date <= ${on}::date
        and (role_grant.to_date is null or role_grant.to_date >= ${on}::date)
        and role_grant.person_id <> own_id
    )
    select id, count(*) over ()::int as count
    from (
      select distinct id, filed_at from holder
      where place = 1 and person_id = ${search.personId}::uuid
    ) mine
    order by filed_at, id
    limit ${search.limit}`;
  return { count: rows[0]?.count ?? 0, ids: rows.map((row) => row.id) };
}

async function holders(
  tx: Tx,
  role: 'head' | 'secretary',
  unitId: string | null,
  except: string | null,
  on: Day,
): Promise<string[]> {
  return unitId ? nearestHolders(tx, { role, unitId, on, ...(except ? { except } : {}) }) : [];
}

async function named(tx: Tx, ids: readonly string[]): Promise<Confirmers['persons']> {
  return tx.person.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { fullName: 'asc' },
    select: { id: true, fullName: true },
  });
}
