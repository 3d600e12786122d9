import type { Db } from '../database/client.ts';
import type { Clock } from '../kernel/time.ts';

export interface PracticeClock extends Clock {
  /** Moves the time forward, for the app and for `app_now()` alike. */
  advance(ms: number): Promise<void>;
}

/** The clock of the practice workspace and of tests. How far it was moved is kept in the database. */
export async function openPracticeClock(db: Db): Promise<PracticeClock> {
  // The row is also the mark by which the real thing knows a database that was practised in.
  const row = await db.practiceClock.upsert({
    where: { id: 1 },
    create: { id: 1, offsetMs: 0n },
    update: {},
  });
  let offsetMs = Number(row.offsetMs);
  return {
    now: () => new Date(Date.now() + offsetMs),
    async advance(ms) {
      if (ms < 0) throw new RangeError('the practice clock moves forward only');
      const moved = BigInt(offsetMs + ms);
      await db.practiceClock.upsert({
        where: { id: 1 },
        create: { id: 1, offsetMs: moved },
        update: { offsetMs: moved },
      });
      offsetMs += ms;
    },
  };
}
