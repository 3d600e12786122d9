import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobs } from '../../src/domains.ts';
import { startJobs } from '../../src/jobs/runner.ts';
import { addDays, type Day, dayIn, instantAt } from '../../src/kernel/time.ts';
import { slackClientOptions } from '../../src/slack/app.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { auditKinds, launched, postedIn } from '../campaigns/support.ts';
import { serverUrl } from '../support/template.ts';
import { openTwoCalendars, type TwoCalendars } from './calendars.ts';

// The server stands in Berlin, with its database; the organisation lives by Hà Nội's time.
const SERVER_ZONE = 'Europe/Berlin';
const CHANNELS = ['C0CHUNG', 'C0THIDUA'];

let calendars: TwoCalendars;
const before = process.env.TZ;
beforeAll(async () => {
  process.env.TZ = SERVER_ZONE;
  calendars = await openTwoCalendars();
  if (serverUrl) await moveDatabase();
});
afterAll(async () => {
  await calendars.close();
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

/** To the server's zone, as a Postgres that was installed there has it. */
async function moveDatabase(): Promise<void> {
  const client = await calendars.database.pool.connect();
  const { rows } = await client.query('select quote_ident(current_database()) as name');
  await client.query(`alter database ${rows[0].name} set timezone = '${SERVER_ZONE}'`);
  // Sessions that began before it would not know.
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  client.release(true);
}

async function tickAt(day: Day, ...times: string[]): Promise<void> {
  for (const time of times) {
    await calendars.goTo(day, time);
    expect(await calendars.tick(), `${day} ${time}`).toEqual([]);
  }
}

const closings = (id: string) => postedIn(calendars, id, 'campaigns.closing');
const reminders = (id: string) => postedIn(calendars, id, 'campaigns.reminder');

describe('a clock that was moved', () => {
  test('over a night: what is due at eight comes at eight, once', async () => {
    const from = dayIn(calendars.deps.zone, calendars.clock.now());
    // Of twenty days; reminded of five days before the last.
    const id = await launched(calendars, { startsOn: from, endsOn: addDays(from, 19) });
    await tickAt(addDays(from, 13), '22:00');
    await tickAt(addDays(from, 14), '05:30', '07:59');
    expect(await reminders(id)).toEqual([]);
    await tickAt(addDays(from, 14), '08:00', '08:01', '14:00');
    expect(await reminders(id)).toEqual(CHANNELS);
    await tickAt(addDays(from, 20), '07:59');
    expect(await closings(id)).toEqual([]);
    await tickAt(addDays(from, 20), '08:00', '08:01');
    expect(await closings(id)).toEqual(CHANNELS);
  });

  test('over a weekend: what is gathered on working days waits for Monday, once', async () => {
    await tickAt('2027-02-19', '17:30');
    await tickAt('2027-02-20', '09:00');
    await tickAt('2027-02-21', '09:00', '23:30');
    await tickAt('2027-02-22', '07:59');
    expect(await gatheredSince('2027-02-19')).toEqual([]);
    await tickAt('2027-02-22', '08:00', '08:01', '16:00', '23:00');
    // To Berlin most of that evening and the next morning are one day.
    await tickAt('2027-02-23', '00:30', '05:00', '08:00');
    expect(await gatheredSince('2027-02-19')).toEqual(['2027-02-22', '2027-02-23']);
  });

  // Eight o'clock in Hà Nội is the very instant at which Berlin changes its clocks.
  test.each([
    { change: 'forward', last: '2027-03-27', hours: [1, 3] },
    { change: 'back', last: '2027-10-30', hours: [2, 2] },
  ])(
    'the server puts its clock $change: the closing comes at eight, once',
    async ({ last, hours }) => {
      await calendars.goTo(addDays(last, -20), '10:00');
      const id = await launched(calendars, { startsOn: addDays(last, -20), endsOn: last });
      const day = addDays(last, 1);
      const eight = instantAt(day, '08:00', calendars.deps.zone);
      const there = [-1, 0].map((minutes) =>
        new Date(eight.getTime() + minutes * 60_000).getHours(),
      );
      expect(there).toEqual(hours);
      await tickAt(day, '06:30', '07:30', '07:59');
      expect(await closings(id)).toEqual([]);
      await tickAt(day, '08:00', '08:01', '08:30', '09:00', '09:30', '10:00');
      expect(await closings(id)).toEqual(CHANNELS);
      const { closedAt } = await calendars.deps.db.campaign.findUniqueOrThrow({ where: { id } });
      expect(Math.floor(((closedAt?.getTime() ?? 0) - eight.getTime()) / 60_000)).toBe(0);
    },
  );
});

test('what fell due while nothing ran is done once when two processes start at the same time', async () => {
  const from = dayIn(calendars.deps.zone, calendars.clock.now());
  const ended = await launched(calendars, { startsOn: from, endsOn: addDays(from, 2) });
  const scheduled = await launched(calendars, {
    startsOn: addDays(from, 1),
    endsOn: addDays(from, 9),
    launchAt: instantAt(addDays(from, 1), '08:00', calendars.deps.zone),
  });
  await calendars.goTo(addDays(from, 5), '03:00');
  const running = await Promise.all(
    calendars.processes.map(({ deps, database }) => {
      // Nobody answers there: deliveries fail and wait, which is nothing to the calendar.
      const slack = new WebClient('xoxb-nobody', {
        ...slackClientOptions,
        logger: boltLogger(deps.log),
        slackApiUrl: 'http://127.0.0.1:9/',
      });
      return startJobs({ ...deps, slack }, database, jobs);
    }),
  );
  try {
    await expect.poll(() => closings(ended)).toEqual(CHANNELS);
    await expect
      .poll(() => postedIn(calendars, scheduled, 'campaigns.announcement'))
      .toEqual(CHANNELS);
  } finally {
    for (const one of running) await one.stop();
  }
  const times = async (id: string, kind: string) =>
    (await auditKinds(calendars, id)).filter((one) => one === kind).length;
  expect(await times(ended, 'campaign.closed')).toBe(1);
  expect(await times(scheduled, 'campaign.published')).toBe(1);
  expect(await reminders(ended)).toEqual([]);
});

async function gatheredSince(day: Day): Promise<string[]> {
  const { rows } = await calendars.database.pool.query(
    'select day::text from campaign_pledge_day where day >= $1::date order by day',
    [day],
  );
  return rows.map((row) => row.day);
}
