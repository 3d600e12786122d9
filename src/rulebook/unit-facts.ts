import type { Tx } from '../database/client.ts';
import { Prisma } from '../database/generated/client.ts';
import { treeBelow } from '../people/unit-tree.ts';
import type { CalendarDate } from './calendar.ts';
import type { CollectiveYear, DisciplineKind, Facts, Rating } from './facts.ts';

/**
 * What the records say of a collective: its own years, and its members' results in the evaluated year.
 * Members are those posted in the unit or below it on a day: the last of the year, or today before that.
 */
export async function unitFacts(
  tx: Tx,
  { unitId, year, on }: { unitId: string; year: number; on: CalendarDate },
): Promise<Facts> {
  const [own, awards, members, titles, disciplines, successions, matters] = await Promise.all([
    tx.unitYear.findMany({ where: { unitId, year: { lte: year } } }),
    tx.$queryRaw<{ key: string; year: number; decisionNumber: string; decidedOn: CalendarDate }[]>`
      select title as key, year, decision_number as "decisionNumber",
        to_char(decided_on, 'YYYY-MM-DD') as "decidedOn"
      from award
      where unit_id = ${unitId}::uuid and annulled_at is null and year <= ${year}`,
    tx.$queryRaw<{ rating: Rating | null; members: number }[]>`
      ${memberTable(unitId, on)}
      select year_rating.rating::text, count(*)::int as members
      from member
      left join year_rating on year_rating.person_id = member.person_id and year_rating.year = ${year}
      group by year_rating.rating`,
    tx.$queryRaw<{ title: string; holders: number }[]>`
      ${memberTable(unitId, on)}
      select award.title, count(distinct award.person_id)::int as holders
      from member join award on award.person_id = member.person_id
      where award.year = ${year} and award.annulled_at is null
      group by award.title`,
    tx.$queryRaw<
      {
        kind: DisciplineKind;
        from: CalendarDate;
        to: CalendarDate | null;
        decisionNumber: string;
      }[]
    >`
      ${memberTable(unitId, on)}
      select kind::text, to_char(from_date, 'YYYY-MM-DD') as "from",
        to_char(to_date, 'YYYY-MM-DD') as "to", decision_number as "decisionNumber"
      from discipline join member on member.person_id = discipline.person_id`,
    tx.unitSuccession.findMany({
      where: {
        kind: { in: ['merged', 'split'] },
        OR: [{ successorId: unitId }, { predecessorId: unitId }],
      },
      select: { onDate: true },
    }),
    tx.openMatter.count({ where: { unitId, closedOn: null } }),
  ]);
  const thisYear = own.find((one) => one.year === year);
  return {
    subject: 'collective',
    ratings: own.map(({ year: of, rating, decisionNumber }) => ({
      year: of,
      rating,
      decisionNumber,
    })),
    awards,
    works: [],
    disciplines,
    monthsWorked: new Map(),
    openMatter: matters > 0,
    collective: new Map([[year, membersOf(members, titles, thisYear)]]),
    reorganisedIn: [...new Set(successions.map(({ onDate }) => onDate.getUTCFullYear()))],
  };
}

function membersOf(
  members: readonly { rating: Rating | null; members: number }[],
  titles: readonly { title: string; holders: number }[],
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

function memberTable(unitId: string, on: CalendarDate): Prisma.Sql {
  return Prisma.sql`
    with recursive ${treeBelow([unitId])}, member as (
      select distinct person_id from posting join tree on tree.id = posting.unit_id
      where from_date <= ${on}::date and (to_date is null or to_date >= ${on}::date)
    )`;
}
