import type { Tx } from '../../database/client.ts';
import { searchTextOf } from '../../exemplars/publication/search-text.ts';
import { exemplarNumber } from '../../exemplars/rules.ts';
import { addDays, dateColumn, dayIn } from '../../kernel/time.ts';
import { daysAgo, type SampleDates } from './dates.ts';
import { EXEMPLARS, type SampleExemplar } from './exemplars.ts';
import type { PastEvent } from './history.ts';
import { type Login, personId, staffOf } from './people.ts';
import { sampleId } from './sample-id.ts';
import { unitId, unitName } from './units.ts';

/** The register that src/exemplars numbers by. */
const SERIES = 'exemplar';
const COMMUNICATIONS = 'mai.thai' satisfies Login;

/**
 * Praise of the past weeks: a good deed, and an advanced model that another unit copies. It was told of at a
 * meeting, so that no channel has a post of it.
 */
export async function seedExemplars(tx: Tx, dates: SampleDates): Promise<PastEvent[]> {
  const last = new Map<number, number>();
  const events: PastEvent[] = [];
  for (const exemplar of EXEMPLARS.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    const year = Number(dayIn(dates.zone, at(dates, exemplar, 0)).slice(0, 4));
    const sequence = (last.get(year) ?? 0) + 1;
    last.set(year, sequence);
    events.push(...(await seedOne(tx, dates, exemplar, exemplarNumber(year, sequence))));
  }
  await tx.register.createMany({
    data: [...last].map(([year, sequence]) => ({ series: SERIES, year, last: sequence })),
  });
  return events;
}

/** The morning some days after the report. */
function at(dates: SampleDates, exemplar: SampleExemplar, later: number): Date {
  return daysAgo(dates, exemplar.daysAgo - later, '09:15');
}

async function seedOne(
  tx: Tx,
  dates: SampleDates,
  exemplar: SampleExemplar,
  number: string,
): Promise<PastEvent[]> {
  const { key, kind, praised, reporter, head, source, field, words, appliedBy } = exemplar;
  const { unit, name, position, office } = staffOf(praised);
  const id = sampleId('exemplar', key);
  const [reportedAt, answeredAt, publishedAt] = [0, 1, 2].map((later) =>
    at(dates, exemplar, later),
  );
  if (!reportedAt || !answeredAt || !publishedAt) throw new Error('a day is missing');
  const subject = { personId: personId(praised), unitId: unitId(unit) };
  const named = { name, unitName: unitName(unit), mayBeNamed: true };
  await tx.exemplar.create({
    data: {
      ...{ id, number, kind, source, field, ...words, state: 'published' },
      ...{ reporterId: personId(reporter), reportedAt },
      happenedOn: dateColumn(
        addDays(dates.today, -exemplar.daysAgo - (kind === 'advanced_model' ? 180 : 1)),
      ),
      ...{ editedById: personId(COMMUNICATIONS), editedAt: publishedAt },
      ...{ publishedById: personId(COMMUNICATIONS), publishedAt },
      searchText: searchTextOf({ number, headline: words.headline, subjects: [named] }),
      subjects: {
        create: {
          ...{ ...subject, ordinal: 1, position, directWorker: office === 'staff' },
          ...{ consent: 'public', answeredAt },
        },
      },
      endorsements: {
        create: { unitId: unitId(unit), endorsed: true, byId: personId(head), at: answeredAt },
      },
      congratulations: {
        create: exemplar.congratulated.map((login) => ({
          personId: personId(login),
          at: publishedAt,
        })),
      },
    },
    select: { id: true },
  });
  if (appliedBy)
    await tx.exemplarApplication.create({
      data: {
        id: sampleId('exemplar application', key),
        exemplarId: id,
        unitId: unitId(staffOf(appliedBy.head).unit),
        how: appliedBy.how,
        appliedById: personId(appliedBy.head),
        appliedAt: at(dates, exemplar, 7),
      },
      select: { id: true },
    });
  const event = (what: PastEvent['kind'], login: Login, when: Date): PastEvent => ({
    kind: what,
    subjectId: id,
    actorId: personId(login),
    at: when,
    after: { number },
  });
  return [
    event('exemplar.reported', reporter, reportedAt),
    event('exemplar.consent_answered', praised, answeredAt),
    event('exemplar.endorsed', head, answeredAt),
    event('exemplar.published', COMMUNICATIONS, publishedAt),
    ...(appliedBy ? [event('exemplar.applied', appliedBy.head, at(dates, exemplar, 7))] : []),
  ];
}
