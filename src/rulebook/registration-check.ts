import type { Tx } from '../database/client.ts';
import { lineAbove } from '../people/unit-tree.ts';
import type { CalendarDate } from './calendar.ts';
import type { EligibilitySubject } from './facts.ts';
import { findTitle, type Rulebook } from './rules.ts';

/** That a title was not registered in its year, and what the organisation's rule makes of it. */
export interface NotRegisteredFor {
  consequence: 'warn' | 'refuse';
  source: string;
  verified: boolean;
}

/**
 * Whether a title lacks its registration, where registering had begun for the subject's unit. Forms of
 * commendation are never registered (Công văn 4793/BHXH-TĐKT); for years before the app nobody can say.
 *
 * @returns null when it was registered, need not be, or could not be
 */
export async function notRegisteredFor(
  tx: Tx,
  rulebook: Rulebook,
  asked: {
    subject: EligibilitySubject;
    /** Where the person works, or the unit itself. */
    unitId: string | null;
    award: string;
    year: number;
    on: CalendarDate;
  },
): Promise<NotRegisteredFor | null> {
  const { subject, unitId, award, year, on } = asked;
  const { value, source, verified } = rulebook.registration.withoutRegistration;
  if (value === 'allow' || unitId === null || !findTitle(rulebook, award)) return null;
  const [personId, ownUnitId] =
    'personId' in subject ? [subject.personId, null] : [null, subject.unitId];
  const rows = await tx.$queryRaw<{ begun: boolean; registered: boolean }[]>`
    with recursive ${lineAbove(unitId)}
    select
      exists (select from registration_window join line on line.id = unit_id
        where year = ${year} and opens_on <= ${on}::date) as begun,
      exists (select from title_registration registration
        join title_registration_item item on item.registration_id = registration.id
        where registration.year = ${year} and item.title = ${award}
          and registration.state in ('submitted', 'confirmed')
          and (registration.person_id = ${personId}::uuid or registration.unit_id = ${ownUnitId}::uuid)
      ) as registered`;
  const [row] = rows;
  return row?.begun && !row.registered ? { consequence: value, source, verified } : null;
}
