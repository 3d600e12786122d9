import type { Tx } from '../../database/client.ts';
import { dateColumn } from '../../kernel/time.ts';
import type { SampleDates } from './dates.ts';
import { emailOf, personId, SAMPLE_ZONE, STAFF } from './people.ts';
import { PROVINCE, type SampleUnit, UNITS, unitId } from './units.ts';

/** @returns false when the agency is there already; the province's unique code decides */
export async function seedUnits(tx: Tx, dates: SampleDates): Promise<boolean> {
  const row = ({ code, name, kind }: SampleUnit) => ({
    id: unitId(code),
    code,
    name,
    kind,
    parentId: kind === 'province' ? null : unitId(PROVINCE.code),
    validFrom: dateColumn(dates.founded),
  });
  const [province, ...below] = UNITS.map(row);
  if (!province) return false;
  const { count } = await tx.unit.createMany({ data: [province], skipDuplicates: true });
  if (count === 0) return false;
  await tx.unit.createMany({ data: below });
  return true;
}

export async function seedPeople(
  tx: Tx,
  dates: SampleDates,
  slackIdByEmail: ReadonlyMap<string, string>,
): Promise<void> {
  const fromDate = dateColumn(dates.founded);
  await tx.person.createMany({
    data: STAFF.map(({ login, name, locale }, index) => ({
      id: personId(login),
      staffNumber: `${PROVINCE.code}-${String(index + 1).padStart(4, '0')}`,
      fullName: name,
      email: emailOf(login),
      slackUserId: slackIdByEmail.get(emailOf(login)) ?? null,
      locale,
      timeZone: SAMPLE_ZONE,
    })),
  });
  await tx.posting.createMany({
    data: STAFF.map(({ login, unit, position, office }) => ({
      personId: personId(login),
      unitId: unitId(unit),
      position,
      office,
      fromDate,
    })),
  });
  const heads = STAFF.filter(({ office }) => office === 'head').map(({ login, unit }) => ({
    personId: personId(login),
    unitId: unitId(unit),
    role: 'head' as const,
    fromDate,
  }));
  const others = STAFF.flatMap(({ login, role }) =>
    role === null
      ? []
      : [{ personId: personId(login), unitId: unitId(PROVINCE.code), role, fromDate }],
  );
  await tx.roleGrant.createMany({ data: [...heads, ...others] });
}
