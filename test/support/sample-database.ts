import type { Database } from '../../src/database/client.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { createLog } from '../../src/kernel/log.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import type { PracticeClock } from '../../src/sandbox/practice-clock.ts';
import { emailOf, STAFF } from '../../src/sandbox/sample/people.ts';
import { seedSampleAgency } from '../../src/sandbox/sample/seed.ts';
import { openTestClock } from './clock.ts';
import { cloneDatabase } from './database.ts';

/** The sample agency in a database of its own, without a workspace and without the app. */
export interface SampleDatabase {
  database: Database;
  deps: Deps;
  clock: PracticeClock;
  close(): Promise<void>;
}

export async function openSampleDatabase(wanted?: { fresh: boolean }): Promise<SampleDatabase> {
  const database = await cloneDatabase(wanted);
  const clock = await openTestClock(database.db);
  const deps: Deps = {
    db: database.db,
    rulebook: loadRulebook(),
    clock,
    zone: 'Asia/Ho_Chi_Minh',
    log: createLog(process.env.TEST_LOG ?? 'silent'),
    ballotKey: Buffer.alloc(32, 7),
  };
  await seedSampleAgency(deps, {
    slackIdByEmail: new Map(STAFF.map(({ login }) => [emailOf(login), slackIdFor(emailOf(login))])),
    channelIdByName: new Map(),
  });
  return { database, deps, clock, close: () => database.close() };
}

/** Who somebody of the sample agency is in Slack, where there is no workspace to ask. */
export function slackIdFor(email: string): string {
  const [login = ''] = email.split('@');
  return `U${login.replaceAll(/[^a-z0-9]/g, '').toUpperCase()}`;
}
