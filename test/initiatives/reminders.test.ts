import { afterAll, beforeAll, expect, test } from 'vitest';
import { countDue, dueInitiatives } from '../../src/initiatives/workflow/deadline-queries.ts';
import { remindOfDeadlines } from '../../src/initiatives/workflow/remind-deadlines.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays, type Day } from '../../src/kernel/time.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { type Agency, accepted, checked, filed, openAgencyWithCouncils } from './support.ts';

let agency: Agency;
let waiting: { id: string; number: string };
let returned: { id: string; number: string };
let council: { id: string; number: string };
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
  // A Monday, so that the days counted below are known.
  await agency.goTo(nextMonday(today(agency.deps)), '09:00');
  waiting = await filed(agency, { by: 'lan.tran' });
  returned = await filed(agency, { by: 'duc.vu' });
  await checked(agency, returned.id, { kind: 'returned', reason: 'Bổ sung.' });
  council = await accepted(agency, { by: 'trang.ly' });
});
afterAll(() => agency.close());

const weekday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay();
const nextMonday = (day: Day): Day => addDays(day, (8 - weekday(day)) % 7 || 7);
/** The day itself on a weekday, else the Monday after it. */
const working = (day: Day): Day =>
  weekday(day) === 6 ? addDays(day, 2) : weekday(day) === 0 ? addDays(day, 1) : day;

async function reminders() {
  const rows = await agency.deps.db.outgoingMessage.findMany({
    where: { purpose: 'initiatives.deadlines' },
    orderBy: { seq: 'asc' },
  });
  return rows.map((row) => ({
    personId: row.personId,
    ids: (row.params as { initiativeIds: string[] }).initiativeIds.toSorted(),
  }));
}

const dueBy = async (id: string): Promise<Day> => {
  const [due] = await dueInitiatives(agency.deps, agency.deps.db, { ids: [id] });
  return due!.deadline.by;
};

test('nobody is reminded early, at night, or twice by processes that look at once', async () => {
  const by = await dueBy(waiting.id);
  const morning = working(addDays(by, -5));
  await agency.goTo(morning, '07:59');
  await remindOfDeadlines(agency.deps);
  expect(await reminders()).toEqual([]);
  await agency.goTo(morning, '08:00');
  await Promise.all([1, 2, 3].map(() => remindOfDeadlines(agency.deps)));
  // The secretary of the form check; of the correction, who handed it in.
  expect((await reminders()).toSorted((a, b) => a.ids[0]!.localeCompare(b.ids[0]!))).toEqual(
    [
      { personId: personId('ha.nguyen'), ids: [waiting.id] },
      { personId: personId('duc.vu'), ids: [returned.id] },
    ].toSorted((a, b) => a.ids[0]!.localeCompare(b.ids[0]!)),
  );
  await agency.goTo(addDays(morning, 1), '10:00');
  await remindOfDeadlines(agency.deps);
  expect(await reminders()).toHaveLength(2);
});

test('when it is over both come to the secretary in one message, caught up on the next weekday', async () => {
  const by = await dueBy(waiting.id);
  const overdue = working(addDays(by, 1));
  // Nothing ran on that day; at night nothing is sent.
  await agency.goTo(addDays(overdue, 1), '20:00');
  await remindOfDeadlines(agency.deps);
  expect(await reminders()).toHaveLength(2);
  await agency.goTo(working(addDays(overdue, 2)), '09:30');
  await remindOfDeadlines(agency.deps);
  expect((await reminders()).slice(2)).toEqual([
    { personId: personId('ha.nguyen'), ids: [waiting.id, returned.id].toSorted() },
  ]);
  const counts = countDue(
    await dueInitiatives(agency.deps, agency.deps.db, { under: [unitId('SH')] }),
  );
  expect(counts).toMatchObject([
    { kind: 'form_check', count: 1, overdue: 1, first: { number: waiting.number } },
    { kind: 'correction', count: 1, overdue: 1, first: { number: returned.number } },
    { kind: 'decision', count: 1, overdue: 0, soon: 0, first: { number: council.number } },
  ]);
});

test('what is dealt with is left out; the decision is reminded of before and after', async () => {
  await checked(agency, waiting.id);
  const by = await dueBy(council.id);
  await agency.goTo(working(addDays(by, -5)), '09:00');
  await remindOfDeadlines(agency.deps);
  await agency.goTo(working(addDays(by, 1)), '09:00');
  await remindOfDeadlines(agency.deps);
  const about = (await reminders()).filter(({ ids }) => ids.includes(council.id));
  expect(about.map((one) => one.personId)).toEqual([personId('ha.nguyen'), personId('ha.nguyen')]);
});

test('what is due is found by its id, in all units, and without one’s own', async () => {
  const { db } = agency.deps;
  const one = await dueInitiatives(agency.deps, db, { ids: [council.id] });
  const all = await dueInitiatives(agency.deps, db);
  expect(one).toHaveLength(1);
  expect(all.map(({ number }) => number)).toContain(returned.number);
  const own = await dueInitiatives(agency.deps, db, { notOf: personId('duc.vu') });
  expect(own.map(({ number }) => number)).not.toContain(returned.number);
});
