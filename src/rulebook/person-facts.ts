import type { Tx } from '../database/client.ts';
import { groupBy } from '../kernel/group-by.ts';
import type { CalendarDate } from './calendar.ts';
import type { DisciplineKind, Facts, Rating, Work, WorkLevel } from './facts.ts';
import { monthsWorked, type Span } from './months.ts';
import { markSameWorks } from './same-work.ts';

interface PersonRow {
  personId: string;
}

const ofPerson = ({ personId }: PersonRow) => personId;

/**
 * What the records say of persons, as evidence for titles of a year and those before.
 * Eight queries, however many persons.
 */
export async function personFacts(
  tx: Tx,
  { personIds, year, on }: { personIds: readonly string[]; year: number; on: CalendarDate },
): Promise<Map<string, Facts>> {
  const ids = [...personIds];
  const [ratings, awards, works, uses, disciplines, postings, leaves, matters] = await Promise.all([
    tx.$queryRaw<(PersonRow & { year: number; rating: Rating; decisionNumber: string })[]>`
      select person_id::text as "personId", year, rating::text, decision_number as "decisionNumber"
      from year_rating where person_id = any(${ids}::uuid[]) and year <= ${year}`,
    tx.$queryRaw<AwardRow[]>`
      select person_id::text as "personId", title as key, year, decision_number as "decisionNumber",
        to_char(decided_on, 'YYYY-MM-DD') as "decidedOn"
      from award
      where person_id = any(${ids}::uuid[]) and annulled_at is null and year <= ${year}`,
    tx.$queryRaw<WorkRow[]>`
      select author.person_id::text as "personId", work.id::text as "workId",
        work.initiative_id::text as "initiativeId", work.annulled_at is not null as annulled,
        work.kind::text, work.level::text, work.title, work.year, work.decision_number as "decisionNumber"
      from recognised_work_author author join recognised_work work on work.id = author.work_id
      where author.person_id = any(${ids}::uuid[])`,
    tx.$queryRaw<(PersonRow & { workId: string; key: string; year: number })[]>`
      select person_id::text as "personId", work_id::text as "workId", title as key, year
      from work_use where person_id = any(${ids}::uuid[]) and withdrawn_at is null`,
    tx.$queryRaw<DisciplineRow[]>`
      select person_id::text as "personId", kind::text, to_char(from_date, 'YYYY-MM-DD') as "from",
        to_char(to_date, 'YYYY-MM-DD') as "to", decision_number as "decisionNumber"
      from discipline where person_id = any(${ids}::uuid[])`,
    tx.$queryRaw<(PersonRow & Span)[]>`
      select person_id::text as "personId", to_char(from_date, 'YYYY-MM-DD') as "from",
        to_char(to_date, 'YYYY-MM-DD') as "to"
      from posting where person_id = any(${ids}::uuid[])`,
    tx.$queryRaw<(PersonRow & Span)[]>`
      select person_id::text as "personId", to_char(from_date, 'YYYY-MM-DD') as "from",
        to_char(to_date, 'YYYY-MM-DD') as "to"
      from leave
      where person_id = any(${ids}::uuid[]) and (kind in ('sick', 'unpaid')
        or (kind = 'training' and good_grade is not true
          and coalesce(to_date, current_date) >= from_date + interval '1 year'))`,
    tx.$queryRaw<PersonRow[]>`
      select distinct person_id::text as "personId" from open_matter
      where person_id = any(${ids}::uuid[])
        and closed_on is null`,
  ]);
  const by = {
    ratings: groupBy(ratings, ofPerson),
    awards: groupBy(awards, ofPerson),
    works: groupBy(works, ofPerson),
    uses: groupBy(uses, ofPerson),
    disciplines: groupBy(disciplines, ofPerson),
    postings: groupBy(postings, ofPerson),
    leaves: groupBy(leaves, ofPerson),
  };
  const barred = new Set(matters.map((row) => row.personId));
  return new Map(
    ids.map((id) => {
      const own = {
        ratings: by.ratings.get(id) ?? [],
        awards: by.awards.get(id) ?? [],
        disciplines: by.disciplines.get(id) ?? [],
      };
      const known = [...own.ratings, ...own.awards].map((one) => one.year);
      const months = monthsWorked(
        { postings: by.postings.get(id) ?? [], leaves: by.leaves.get(id) ?? [] },
        { year, on, earliestKnown: known.length > 0 ? Math.min(...known) : null },
      );
      const facts: Facts = {
        subject: 'person',
        ...own,
        works: worksOf(by.works.get(id) ?? [], by.uses.get(id) ?? [], year),
        monthsWorked: months === null ? new Map() : new Map([[year, months.worked]]),
        monthsToCome: months === null ? new Map() : new Map([[year, months.toCome]]),
        openMatter: barred.has(id),
        collective: new Map(),
        reorganisedIn: [],
      };
      return [id, facts];
    }),
  );
}

type AwardRow = PersonRow & {
  key: string;
  year: number;
  decisionNumber: string;
  decidedOn: CalendarDate;
};
type WorkRow = PersonRow & {
  workId: string;
  initiativeId: string | null;
  annulled: boolean;
  kind: 'initiative' | 'research';
  level: WorkLevel;
  title: string;
  year: number;
  decisionNumber: string;
};
type DisciplineRow = PersonRow & Span & { kind: DisciplineKind; decisionNumber: string };

/**
 * The works recognised up to a year that stand. What was used is told of each recognition of the same
 * work, also when the use was recorded of one that is of a later year or annulled.
 */
function worksOf(
  works: readonly WorkRow[],
  uses: readonly { workId: string; key: string; year: number }[],
  year: number,
): Work[] {
  const marks = markSameWorks(works);
  const standing = works.filter((work) => !work.annulled && work.year <= year);
  return standing.map(({ workId, kind, level, title, year: of, decisionNumber }) => {
    const same = marks.get(workId) ?? workId;
    const usedFor = uses
      .filter((use) => marks.get(use.workId) === same)
      .map(({ key, year: usedIn }) => ({ key, year: usedIn }));
    return { same, kind, level, title, year: of, decisionNumber, usedFor };
  });
}
