import cron from 'node-cron';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { connect, type Database } from '../../src/database/client.ts';
import { startCalendar } from '../../src/jobs/calendar.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';

let sample: SampleDatabase;
let neighbours: Database[];
beforeAll(async () => {
  sample = await openSampleDatabase();
  neighbours = [1, 2].map(() => connect({ ...sample.database.connection, max: 2 }, null));
});
afterAll(async () => {
  for (const neighbour of neighbours) await neighbour.close();
  await sample.close();
});

const EVERY_SECOND = '* * * * * *';

describe('the calendar', () => {
  test('of three processes one takes each tick', async () => {
    const ticks: number[] = [];
    let enough: () => void = () => undefined;
    const four = new Promise<void>((resolve) => {
      enough = resolve;
    });
    const processes = [sample.database, ...neighbours].map(({ db }, process) =>
      startCalendar(
        { ...sample.deps, db },
        async () => {
          ticks.push(process);
          if (ticks.length >= 4) enough();
        },
        EVERY_SECOND,
      ),
    );
    await four;
    for (const process of processes) await process.stop();
    const taken = await sample.deps.db.calendarTick.findMany();
    expect(ticks).toHaveLength(taken.length);
    // One a second, so no second was taken twice and none by nobody in between.
    const seconds = taken.map((tick) => Date.parse(tick.key.replace(/^.*?(?=\d{4}-)/, '')) / 1000);
    expect(new Set(seconds).size).toBe(taken.length);
  });

  test('a tick that fails is logged and the next one comes', async () => {
    let count = 0;
    let second: () => void = () => undefined;
    const again = new Promise<void>((resolve) => {
      second = resolve;
    });
    const calendar = startCalendar(
      sample.deps,
      async () => {
        count += 1;
        if (count === 2) second();
        throw new Error('the database was away');
      },
      EVERY_SECOND,
    );
    await again;
    await calendar.stop();
  });

  test('in an hour that the organisation has twice it ticks all the same', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-10-30T23:30:30Z') });
    const known = new Set(cron.getTasks().keys());
    const berlin = { ...sample.deps, zone: 'Europe/Berlin' };
    const calendar = startCalendar(berlin, async () => undefined);
    try {
      const [task] = [...cron.getTasks()].filter(([id]) => !known.has(id)).map(([, one]) => one);
      const runs = task?.getNextRuns(180).map((run) => run.toISOString().slice(11, 16));
      expect(runs?.slice(0, 2)).toEqual(['23:31', '23:32']);
      expect(runs?.at(-1)).toBe('02:30');
    } finally {
      vi.useRealTimers();
      await calendar.stop();
    }
  });

  test('ticks of long ago are forgotten', async () => {
    const { db } = sample.deps;
    const takenAt = new Date(Date.now() - 2 * 60 * 60_000);
    await db.calendarTick.create({ data: { key: 'long ago', takenAt } });
    let ticked: () => void = () => undefined;
    const once = new Promise<void>((resolve) => {
      ticked = resolve;
    });
    const calendar = startCalendar(sample.deps, async () => ticked(), EVERY_SECOND);
    await once;
    await calendar.stop();
    expect(await db.calendarTick.findUnique({ where: { key: 'long ago' } })).toBeNull();
  });
});
