import type { Tx } from '../../database/client.ts';
import type { Rating } from '../../database/generated/enums.ts';
import { dateColumn } from '../../kernel/time.ts';
import type { CommendationKey, TitleKey } from '../../rulebook/rules.ts';
import type { SampleDates } from './dates.ts';
import { type Login, personId, type SampleStaff, STAFF, staffOf } from './people.ts';
import { PROVINCE, UNITS, type UnitCode, unitId } from './units.ts';

const EXCELLENT: readonly Login[] = [
  'hoa.nguyen',
  'ha.nguyen',
  'khanh.phan',
  'lan.tran',
  'trang.ly',
  'tuyet.ho',
  'mai.thai',
  'binh.nguyen',
];
/** Completed their tasks, no more: no title for the year. */
const COMPLETED: readonly Login[] = ['van.doan', 'dat.lam'];
/** Not more than 15 in 100 of those with the lower title. */
const GRASSROOTS_FIGHTERS: readonly Login[] = [
  'ha.nguyen',
  'khanh.phan',
  'lan.tran',
  'trang.ly',
  'binh.nguyen',
];
const COMMENDED: readonly Login[] = ['mai.thai', 'nhung.chu'];
const EXCELLENT_UNITS: readonly UnitCode[] = ['SH-THU', 'SH-BL'];
const UNITS_WITHOUT_TITLE: readonly UnitCode[] = [PROVINCE.code, 'SH-CT'];

/** Ratings and titles of the past year, each under the decision that gave it. */
export async function seedHonours(tx: Tx, dates: SampleDates): Promise<void> {
  await tx.yearRating.createMany({
    data: STAFF.map(({ login }) => ({
      personId: personId(login),
      year: dates.pastYear,
      rating: ratingOf(login),
      decisionNumber: '1876/QĐ-BHXH',
      decidedOn: dateColumn(`${dates.pastYear}-12-15`),
    })),
  });
  await tx.award.createMany({
    data: [...personAwards(), ...unitAwards()].map(({ by, monthAndDay, ...award }) => ({
      ...award,
      ...by,
      year: dates.pastYear,
      decidedOn: dateColumn(`${dates.pastYear}-${monthAndDay}`),
    })),
  });
}

interface SampleAward {
  personId?: string;
  unitId?: string;
  title: TitleKey | CommendationKey;
  by: { decisionNumber: string; signatory: string };
  monthAndDay: string;
}

const DIRECTOR = `${staffOf('hung.le').name}, Giám đốc BHXH tỉnh`;
const FROM_PROVINCE = {
  by: { decisionNumber: '1950/QĐ-BHXH', signatory: DIRECTOR },
  monthAndDay: '12-26',
};
const FROM_CENTRE = {
  by: { decisionNumber: '2187/QĐ-BHXH', signatory: 'Giám đốc BHXH Việt Nam' },
  monthAndDay: '12-29',
};

function personAwards(): SampleAward[] {
  const advanced = STAFF.filter(({ login }) => !COMPLETED.includes(login));
  return [
    ...advanced.map((staff) => ({
      personId: personId(staff.login),
      title: 'ldtt',
      ...(isLeader(staff) ? FROM_CENTRE : FROM_PROVINCE),
    })),
    ...GRASSROOTS_FIGHTERS.map((login) => ({
      personId: personId(login),
      title: 'cstdcs',
      ...FROM_PROVINCE,
    })),
    ...COMMENDED.map((login) => ({
      personId: personId(login),
      title: 'giay_khen',
      ...FROM_PROVINCE,
    })),
  ];
}

function unitAwards(): SampleAward[] {
  const advanced = UNITS.filter(({ code }) => !UNITS_WITHOUT_TITLE.includes(code));
  return [
    ...advanced.map(({ code }) => ({ unitId: unitId(code), title: 'ttldtt', ...FROM_PROVINCE })),
    ...EXCELLENT_UNITS.map((code) => ({ unitId: unitId(code), title: 'ttldxs', ...FROM_CENTRE })),
  ];
}

function ratingOf(login: Login): Rating {
  if (EXCELLENT.includes(login)) return 'excellent';
  return COMPLETED.includes(login) ? 'completed' : 'good';
}

/** The province's own leaders, whose titles the level above decides. */
function isLeader({ unit }: SampleStaff): boolean {
  return unit === PROVINCE.code;
}
