import type { Tx } from '../database/client.ts';
import { Prisma } from '../database/generated/client.ts';
import type { CalendarDate } from './calendar.ts';
import type { CollectiveYear, DisciplineKind, Facts, Rating } from './facts.ts';

interface UnitRow {
  unitId: string;
}

/**
 * What the records say of collectives: their own years, and their members' results in the evaluated year.
 * Members are those posted in the unit or below it on a day: the last of the year, or today before that.
 * Seven queries, however many units.
 */
export async function unitsFacts(
  tx: Tx,
  { unitIds, year, on }: { unitIds: readonly string[]; year: number; on: CalendarDate },
): Promise<Map<string, Facts>> {
  const ids = [...unitIds];
  const [own, awards, members, titles, disciplines, successions, matters] = await Promise.all([
    tx.unitYear.findMany({ where: { unitId: { in: ids }, year: { lte: year } } }),
    tx.$queryRaw<AwardRow[]>`
      select unit_id::text as "unitId", title as key, year, decision_number as "decisionNumber",
        to_char(decided_on, 'YYYY-MM-DD') as "decidedOn"
      from award
      where unit_id = any(${ids}::uuid[]) and annulled_at is null and year <= ${year}`,
    tx.$queryRaw<MembersRow[]>`
      ${memberTable(ids, on)}
      select member.unit_id::text as "unitId", year_rating.rating::text, count(*)::int as members
      from member
      left join year_rating on year_rating.person_id = member.person_id and year_rating.year = ${year}
      group by member.unit_id, year_rating.rating`,
    tx.$queryRaw<HoldersRow[]>`
      ${memberTable(ids, on)}
      select member.unit_id::text as "unitId", award.title,
        count(distinct award.person_id)::int as holders
      from member join award on award.person_id = member.person_id
      where award.year = ${year} and award.annulled_at is null
      group by member.unit_id, award.title`,
    tx.$queryRaw<DisciplineRow[]>`
      ${memberTable(ids, on)}
      select member.unit_id::text as "unitId", kind::text,
        to_char(from_date, 'YYYY-MM-DD') as "from", to_char(to_date, 'YYYY-MM-DD') as "to",
        decision_number as "decisionNumber"
      from discipline join member on member.person_id = discipline.person_id`,
    tx.unitSuccession.findMany({
      where: {
        kind: { in: ['merged', 'split'] },
        OR: [{ successorId: { in: ids } }, { predecessorId: { in: ids } }],
      },
      select: { onDate: true, successorId: true, predecessorId: true },
    }),
    tx.openMatter.findMany({
      where: { unitId: { in: ids }, closedOn: null },
      select: { unitId: true },
    }),
  ]);
  return new Map(
    ids.map((unitId) => {
      const ofUnit = <Row extends UnitRow>(rows: readonly Row[]) =>
        rows.filter((row) => row.unitId === unitId).map(({ unitId: _, ...row }) => row);
      const years = own.filter((one) => one.unitId === unitId);
      const reorganised = successions.filter(
        ({ successorId, predecessorId }) => successorId === unitId || predecessorId === unitId,
      );
      const facts: Facts = {
        subject: 'collective',
        ratings: years.map(({ year: of, rating, decisionNumber }) => ({
          year: of,
          rating,
          decisionNumber,
        })),
        awards: ofUnit(awards),
        works: [],
        disciplines: ofUnit(disciplines),
        monthsWorked: new Map(),
        monthsToCome: new Map(),
        openMatter: matters.some((matter) => matter.unitId === unitId),
        collective: new Map([
          [
            year,
            membersOf(
              ofUnit(members),
              ofUnit(titles),
              years.find((one) => one.year === year),
            ),
          ],
        ]),
        reorganisedIn: [...new Set(reorganised.map(({ onDate }) => onDate.getUTCFullYear()))],
      };
      return [unitId, facts];
    }),
  );
}

type AwardRow = UnitRow & {
  key: string;
  year: number;
  decisionNumber: string;
  decidedOn: CalendarDate;
};
type MembersRow = UnitRow & { rating: Rating | null; members: number };
type HoldersRow = UnitRow & { title: string; holders: number };
type DisciplineRow = UnitRow & {
  kind: DisciplineKind;
  from: CalendarDate;
  to: CalendarDate | null;
  decisionNumber: string;
};

function membersOf(
  members: readonly Omit<MembersRow, 'unitId'>[],
  titles: readonly Omit<HoldersRow, 'unitId'>[],
  own: { exceededTargets: boolean | null; clusterRank: number | null } | undefined,
): CollectiveYear {
  const count = (ratings: readonly (Rating | null)[]) =>
    members
      .filter((row) => ratings.includes(row.rating))
      .reduce((sum, row) => sum + row.members, 0);
  return {
    headcount: count([null, 'not_completed', 'completed', 'good', 'excellent']),
    completed: count(['completed', 'good', 'excellent']),
    unrated: count([null]),
    holders: new Map(titles.map(({ title, holders }) => [title, holders])),
    exceededTargets: own?.exceededTargets ?? null,
    clusterRank: own?.clusterRank ?? null,
  };
}

/** `member (unit_id, person_id)`: who is posted in each of the units or below it. */
function memberTable(unitIds: string[], on: CalendarDate): Prisma.Sql {
  return Prisma.sql`
    with recursive tree as (
      select id as unit_id, id from unit where id = any(${unitIds}::uuid[])
      union
      select tree.unit_id, unit.id from unit join tree on unit.parent_id = tree.id
    ), member as (
      select distinct tree.unit_id, person_id from posting join tree on tree.id = posting.unit_id
      where from_date <= ${on}::date and (to_date is null or to_date >= ${on}::date)
    )`;
}
