import type { Tx } from '../../database/client.ts';
import { Prisma } from '../../database/generated/client.ts';
import { sqlToday } from '../../database/sql-today.ts';
import { unitAndBelow } from '../../people/queries.ts';

// Who is put forward: for a title those whose registration of the year was confirmed, for a commendation of the unit those
// for whom it is proposed; until a council has decided.

/** Those of one title and year who await a council. */
export interface Nominations {
  itemKey: string;
  year: number;
  count: number;
}

/** A person or a collective: one of the two is null. */
export interface Nominee {
  personId: string | null;
  unitId: string | null;
}

interface Search {
  zone: string;
  councilUnitId: string;
}

/** Those of one title and year who await the council of a unit: collectives first, then by unit and name. */
export async function nomineesAwaiting(
  tx: Tx,
  { itemKey, year, ...search }: Search & { itemKey: string; year: number },
): Promise<Nominee[]> {
  return tx.$queryRaw<Nominee[]>`
    select person_id::text as "personId", unit_id::text as "unitId"
    from (${await awaiting(tx, search)}) as awaiting
    where item_key = ${itemKey} and year = ${year}::int
    order by person_id is not null, unit_code, name, id`;
}

/** Somebody who awaits a council for a title of a year. */
export interface AwardNominee extends Nominee {
  itemKey: string;
  year: number;
}

/** All who await the council of a unit: the newest year first, in it the lower titles. */
export async function everyNominee(tx: Tx, search: Search): Promise<AwardNominee[]> {
  return tx.$queryRaw<AwardNominee[]>`
    select person_id::text as "personId", unit_id::text as "unitId", item_key as "itemKey", year
    from (${await awaiting(tx, search)}) as awaiting
    order by year desc, rank, item_key`;
}

async function awaiting(tx: Tx, { zone, councilUnitId }: Search): Promise<Prisma.Sql> {
  const units = await unitAndBelow(tx, councilUnitId);
  const today = sqlToday(zone);
  return Prisma.sql`
    select asked.id, asked.person_id, asked.unit_id, asked.year, asked.item_key, asked.rank,
      unit.code as unit_code, person.full_name as name
    from (${registered} union all ${proposed(zone)}) as asked
    left join person on person.id = asked.person_id
    left join lateral (
      select posting.unit_id from posting
      where posting.person_id = asked.person_id and posting.from_date <= ${today}
        and (posting.to_date is null or posting.to_date >= ${today})
      order by posting.from_date desc limit 1) as posted on true
    join unit on unit.id = coalesce(asked.unit_id, posted.unit_id)
    where unit.id = any(${units}::uuid[])
      and not exists (
        select from agenda_item as same
        join ballot on ballot.agenda_item_id = same.id
        where same.item_key = asked.item_key and same.year = asked.year
          and (same.person_id = asked.person_id or same.unit_id = asked.unit_id)
          and (ballot.state = 'open'
            or (ballot.result in ('passed', 'not_passed') and ballot.annulment_id is null)))`;
}

/** For titles: registrations that were confirmed. */
const registered = Prisma.sql`
  select registration.id, registration.person_id, registration.unit_id, registration.year,
    item.title as item_key, item.rank
  from title_registration as registration
  join title_registration_item as item on item.registration_id = registration.id
  where registration.state = 'confirmed'`;

/**
 * For a commendation of the unit (Giấy khen): proposals from exemplars that the secretary took in hand, and those of
 * final reviews of campaigns, of the year in which they were made; each person or collective once.
 */
function proposed(zone: string): Prisma.Sql {
  return Prisma.sql`
    select (min(id::text))::uuid as id, person_id, unit_id, year, 'giay_khen' as item_key, ${AFTER_TITLES}::int as rank
    from (
      select proposal.id, subject.person_id,
        case when subject.person_id is null then subject.unit_id end as unit_id,
        extract(year from proposal.proposed_at at time zone ${zone})::int as year
      from commendation_proposal as proposal
      join exemplar_subject as subject on subject.id = proposal.subject_id
      where proposal.form = 'certificate' and proposal.state = 'taken'
      union all
      select proposal.id, proposal.person_id, proposal.unit_id,
        extract(year from proposal.proposed_at at time zone ${zone})::int as year
      from campaign_proposal as proposal
      join campaign on campaign.id = proposal.campaign_id
      where proposal.form = 'certificate' and proposal.removed_at is null
        and campaign.state in ('reviewed', 'archived')
    ) as all_proposed
    group by person_id, unit_id, year`;
}

const AFTER_TITLES = 100;
