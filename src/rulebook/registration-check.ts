import type { Tx } from '../database/client.ts';
import type { CalendarDate } from './calendar.ts';
import type { EligibilitySubject } from './facts.ts';
import { findTitle, type Rulebook } from './rules.ts';

/** That a title was not registered in its year, and what the organisation's rule makes of it. */
export interface NotRegisteredFor {
  consequence: 'warn' | 'refuse';
  source: string;
  verified: boolean;
}

/** An award for a subject and a year. */
export interface AwardAsked {
  /** By which its answer is found. */
  key: string;
  subject: EligibilitySubject;
  /** Where the person works, or the unit itself. */
  unitId: string | null;
  award: string;
  year: number;
}

/**
 * Which titles lack their registration, where registering had begun for the subject's unit. Forms of
 * commendation are never registered (Công văn 4793/BHXH-TĐKT); for years before the app nobody can say.
 * One query, however many are asked about.
 *
 * @returns by key; without those that were registered, need not be, or could not be
 */
export async function notRegisteredFor(
  tx: Tx,
  rulebook: Rulebook,
  { asked, on }: { asked: readonly AwardAsked[]; on: CalendarDate },
): Promise<Map<string, NotRegisteredFor>> {
  const { value, source, verified } = rulebook.registration.withoutRegistration;
  const titles = asked.filter(({ unitId, award }) => unitId !== null && findTitle(rulebook, award));
  if (value === 'allow' || titles.length === 0) return new Map();
  const person = ({ subject }: AwardAsked) => ('personId' in subject ? subject.personId : '');
  const unit = ({ subject }: AwardAsked) => ('unitId' in subject ? subject.unitId : '');
  const rows = await tx.$queryRaw<{ key: string }[]>`
    with recursive asked as (
      select key, nullif(person, '')::uuid as person_id, nullif(unit, '')::uuid as unit_id,
        posted, award, year
      from unnest(${titles.map(({ key }) => key)}::text[], ${titles.map(person)}::text[],
        ${titles.map(unit)}::text[], ${titles.map(({ unitId }) => unitId)}::uuid[],
        ${titles.map(({ award }) => award)}::text[], ${titles.map(({ year }) => year)}::int[]
      ) as given (key, person, unit, posted, award, year)
    ), line as (
      select id as posted, id, parent_id from unit where id in (select posted from asked)
      union
      select line.posted, unit.id, unit.parent_id from unit join line on unit.id = line.parent_id
    ), begun as (
      select distinct line.posted, opened.year
      from registration_window as opened join line on line.id = opened.unit_id
      where opened.opens_on <= ${on}::date
    )
    select asked.key from asked join begun using (posted, year)
    where not exists (
      select from title_registration registration
      join title_registration_item item on item.registration_id = registration.id
      where registration.year = asked.year and item.title = asked.award
        and registration.state in ('submitted', 'confirmed')
        and (registration.person_id = asked.person_id or registration.unit_id = asked.unit_id))`;
  return new Map(rows.map(({ key }) => [key, { consequence: value, source, verified }]));
}
