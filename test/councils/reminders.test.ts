import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { closeBallotIfDue } from '../../src/councils/ballots/close-ballot.ts';
import { councilsJobs } from '../../src/councils/jobs.ts';
import { remindVoters } from '../../src/councils/reminders/remind-voters.ts';
import { reminderTimes } from '../../src/councils/reminders/reminder-times.ts';
import { connect, type Database } from '../../src/database/client.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { inOfficeHours } from '../../src/kernel/office-hours.ts';
import { addDays, dayIn, formatInstant, instantAt } from '../../src/kernel/time.ts';
import { type Crowd, seedCrowd } from '../support/crowd.ts';
import { openSampleDatabase, type SampleDatabase, slackIdFor } from '../support/sample-database.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const on = (day: string, time: string) => instantAt(day, time, ZONE);

describe('the times', () => {
  // 2026-11-11 is a Wednesday.
  const cases = [
    {
      what: 'a week: half of it, and the morning of the last day',
      opened: on('2026-11-11', '10:00'),
      closes: on('2026-11-18', '16:00'),
      half: '08:00 16/11/2026',
      last: '08:00 18/11/2026',
    },
    {
      what: 'half of the time over on a Sunday: on Monday',
      opened: on('2026-11-13', '10:00'),
      closes: on('2026-11-17', '16:00'),
      half: '08:00 16/11/2026',
      last: '08:00 17/11/2026',
    },
    {
      what: 'to the end of a Sunday: on Friday, and not twice within two hours',
      opened: on('2026-11-12', '07:00'),
      closes: on('2026-11-15', '23:00'),
      half: null,
      last: '08:00 13/11/2026',
    },
    {
      what: 'a day: not at night, but before the evening and in the morning',
      opened: on('2026-11-11', '10:00'),
      closes: on('2026-11-12', '10:00'),
      half: '08:00 12/11/2026',
      last: '16:00 11/11/2026',
    },
    {
      what: 'a working day: half of it, and three hours before the end',
      opened: on('2026-11-11', '08:00'),
      closes: on('2026-11-11', '17:00'),
      half: null,
      last: '14:00 11/11/2026',
    },
    {
      what: 'an hour: half of it',
      opened: on('2026-11-11', '10:00'),
      closes: on('2026-11-11', '11:00'),
      half: '10:30 11/11/2026',
      last: null,
    },
    {
      what: 'ten minutes: none',
      opened: on('2026-11-11', '10:00'),
      closes: on('2026-11-11', '10:10'),
      half: null,
      last: null,
    },
    {
      what: 'an evening: none, as nobody is at work',
      opened: on('2026-11-11', '18:00'),
      closes: on('2026-11-11', '21:00'),
      half: null,
      last: null,
    },
  ];
  test.each(cases)('$what', ({ opened, closes, half, last }) => {
    const times = reminderTimes({ openedAt: opened, closesAt: closes }, ZONE);
    const said = (at: Date | null) => at && formatInstant(at, ZONE);
    expect({ half: said(times.half), last: said(times.last) }).toEqual({ half, last });
  });

  test('are always in office hours and within the ballot, two hours apart', () => {
    const openedAt = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    });
    const minutes = fc.integer({ min: 1, max: 60 * 24 * 60 });
    fc.assert(
      fc.property(openedAt, minutes, (opened, length) => {
        const closesAt = new Date(opened.getTime() + length * 60_000);
        const { half, last } = reminderTimes({ openedAt: opened, closesAt }, ZONE);
        for (const at of [half, last]) {
          if (!at) continue;
          expect(inOfficeHours(at, ZONE)).toBe(true);
          expect(at > opened && at < closesAt).toBe(true);
        }
        if (half && last)
          expect(Math.abs(last.getTime() - half.getTime())).toBeGreaterThanOrEqual(2 * 3_600_000);
      }),
    );
  });
});

describe('those who have not voted', () => {
  let sample: SampleDatabase;
  let neighbour: Database;
  let other: Deps;
  let crowd: Crowd;
  beforeAll(async () => {
    sample = await openSampleDatabase();
    crowd = await seedCrowd(sample.deps, 6, slackIdFor);
    neighbour = connect({ ...sample.database.connection, max: 4 }, null);
    other = { ...sample.deps, db: neighbour.db };
  });
  afterAll(async () => {
    await neighbour.close();
    await sample.close();
  });
  beforeEach(async () => {
    const { db } = sample.deps;
    await db.outgoingMessage.deleteMany({ where: { purpose: 'councils.vote_reminder' } });
  });

  const goTo = (day: string, time: string) =>
    sample.clock.advance(on(day, time).getTime() - sample.clock.now().getTime());

  async function reminded(): Promise<string[]> {
    const rows = await sample.deps.db.outgoingMessage.findMany({
      where: { purpose: 'councils.vote_reminder' },
    });
    return rows.map(({ personId }) => personId ?? '').toSorted();
  }

  const tick = () =>
    Promise.all([remindVoters(sample.deps), remindVoters(other), remindVoters(other)]);
  const ids = (from: number, to?: number) =>
    crowd.members
      .slice(from, to)
      .map(({ personId }) => personId)
      .toSorted();

  /** The next Monday at nine. */
  async function monday(): Promise<string> {
    let day = addDays(dayIn(ZONE, sample.clock.now()), 1);
    while (new Date(`${day}T00:00:00Z`).getUTCDay() !== 1) day = addDays(day, 1);
    await goTo(day, '09:00');
    return day;
  }

  test('are reminded once at each stage, in one message of all that waits; nobody who has voted, nobody at night', async () => {
    const day = await monday();
    const closes = on(addDays(day, 4), '16:00');
    const one = await crowd.openBallot('secret', closes);
    const two = await crowd.openBallot('open', closes);
    for (const actor of crowd.members.slice(0, 2))
      await castVote(sample.deps, { actor, ballotId: one.ballotId, choice: 'agree' });
    await castVote(sample.deps, {
      ...{ actor: crowd.members[0]!, ballotId: two.ballotId, choice: 'agree' },
    });
    await tick();
    expect(await reminded()).toEqual([]);

    // Half of four days and seven hours is on Wednesday at 12:30.
    await goTo(addDays(day, 2), '12:29');
    await tick();
    expect(await reminded()).toEqual([]);
    await goTo(addDays(day, 2), '12:31');
    await tick();
    await tick();
    expect(await reminded()).toEqual(ids(1));
    const { renderers = [] } = councilsJobs;
    const renderer = renderers.find(({ purpose }) => purpose === 'councils.vote_reminder')!;
    const draw = async (place: number) => {
      const { personId } = crowd.members[place]!;
      const context = { params: {}, subjectId: personId, personId, language: 'vi' as const };
      return JSON.stringify(await renderer.render(sample.deps, context));
    };
    const text = await draw(2);
    expect(text).toContain(one.number);
    expect(text).toContain(two.number);
    expect(text).toContain('*2* cuộc bỏ phiếu chờ anh/chị');
    // Who has voted on one of them is told of the other alone; of none, nothing.
    expect(await draw(1)).not.toContain(one.number);
    expect(await draw(0)).toBe('null');

    // At the second stage nobody is told at night, and the audit names nobody.
    for (const actor of crowd.members.slice(2, 5))
      for (const { ballotId } of [one, two])
        await castVote(sample.deps, { actor, ballotId, choice: 'disagree' });
    await goTo(addDays(day, 4), '07:59');
    await tick();
    expect(await reminded()).toEqual(ids(1));
    await goTo(addDays(day, 4), '08:00');
    await tick();
    expect(await reminded()).toEqual(
      [...ids(1), ...[1, 5].flatMap((n) => ids(n, n + 1))].toSorted(),
    );
    const events = await sample.deps.db.auditEvent.findMany({
      where: { kind: 'council.voters_reminded', subjectId: one.ballotId },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ after }) => after)).toEqual([
      { stage: 'half', members: 4 },
      { stage: 'last', members: 1 },
    ]);
    await goTo(addDays(day, 4), '16:01');
    for (const { ballotId } of [one, two]) await closeBallotIfDue(sample.deps, ballotId);
  });

  test('who is excluded is not reminded; what fell due while nothing ran is told as long as it is open', async () => {
    const { db } = sample.deps;
    const day = await monday();
    const { ballotId } = await crowd.openBallot('open', on(addDays(day, 2), '12:00'));
    const excluded = crowd.members[1]!.personId;
    await db.rollEntry.update({
      where: { ballotId_personId: { ballotId, personId: excluded } },
      data: { excluded: 'declared' },
    });
    await goTo(addDays(day, 2), '11:00');
    await tick();
    expect(await reminded()).toEqual(ids(0).filter((id) => id !== excluded));
    expect(await db.ballotReminder.count({ where: { ballotId } })).toBe(2);
    await goTo(addDays(day, 2), '12:01');
    await tick();
    expect(await reminded()).toHaveLength(crowd.members.length - 1);
    await closeBallotIfDue(sample.deps, ballotId);
  });

  test('of two ballots that fall due within two hours one message tells', async () => {
    const day = await monday();
    const first = await crowd.openBallot('open', on(day, '14:00'));
    const second = await crowd.openBallot('open', on(day, '15:00'));
    await goTo(day, '11:00');
    await tick();
    expect(await reminded()).toEqual(ids(0));
    await goTo(day, '12:00');
    await tick();
    expect(await reminded()).toEqual(ids(0));
    await goTo(day, '15:01');
    for (const { ballotId } of [first, second]) await closeBallotIfDue(sample.deps, ballotId);
  });
});
