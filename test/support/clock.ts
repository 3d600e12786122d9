import type { Db } from '../../src/database/client.ts';
import { openPracticeClock, type PracticeClock } from '../../src/sandbox/practice-clock.ts';

/** A Wednesday morning at the agency, in the season of registering. */
const START = new Date('2026-11-11T10:00:00+07:00');

/** A clock that shows the same time at the start of every test, whenever it is run. */
export async function openTestClock(db: Db): Promise<PracticeClock> {
  const offsetMs = BigInt(START.getTime() - Date.now());
  await db.practiceClock.create({ data: { id: 1, offsetMs } });
  return openPracticeClock(db);
}
