import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { type RunningApp, SLACK_PATH, startApp } from '../../src/compose.ts';
import type { Database } from '../../src/database/client.ts';
import type { Pace } from '../../src/jobs/pace.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { createLog, type Logger } from '../../src/kernel/log.ts';
import { openPracticeWorkspace } from '../../src/practice.ts';
import { openLiveRulebook } from '../../src/rulebook/live.ts';
import { type Actor, as } from '../../src/sandbox/driver.ts';
import type { PracticeClock } from '../../src/sandbox/practice-clock.ts';
import type { Workspace } from '../../src/sandbox/start-workspace.ts';
import { openTestClock } from './clock.ts';
import { cloneDatabase, shortenRedrawWait } from './database.ts';

/** The whole product in this process: sample agency, practice workspace, app, jobs, database. */
export interface World {
  deps: Deps;
  /** Where the page of the practice workspace is. */
  address: string;
  database: Database;
  workspace: Workspace;
  app: RunningApp;
  clock: PracticeClock;
  /** The person with this e-mail, at the keyboard. */
  as(email: string): Actor;
  /** Moves the time forward and waits until the calendar has done what is due. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Where the workspace keeps no limits, nothing waits for them. */
const NO_LIMITS: Pace = { postMs: 20, postsPerSecond: 1_000, postingMs: 100 };

export async function openWorld(
  options: {
    transport?: 'socket' | 'http';
    rateLimits?: 'enforced' | 'off';
    /** How long a redrawing waits, in place of what follows from the limits. */
    redraws?: 'real';
    log?: Logger;
    ackDeadlineMs?: number;
  } = {},
): Promise<World> {
  const { transport = 'socket', rateLimits = 'off', ackDeadlineMs } = options;
  const database = await cloneDatabase();
  const unlimited = rateLimits === 'off';
  if (unlimited && options.redraws !== 'real') await shortenRedrawWait(database);
  const clock = await openTestClock(database.db);
  const deps: Deps = {
    db: database.db,
    rulebook: openLiveRulebook(),
    clock,
    zone: 'Asia/Ho_Chi_Minh',
    log: options.log ?? createLog(process.env.TEST_LOG ?? 'silent'),
    ballotKey: Buffer.alloc(32, 7),
  };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const workspace = await openPracticeWorkspace(deps, {
    journalPath: null,
    delivery:
      transport === 'socket' ? { mode: 'socket' } : { mode: 'http', url: address + SLACK_PATH },
    rateLimits,
    ...(ackDeadlineMs === undefined ? {} : { ackDeadlineMs }),
  });
  workspace.setBaseUrl(address);
  let app: RunningApp | undefined;
  server.on('upgrade', (request, socket, head) => workspace.handleUpgrade(request, socket, head));
  server.on('request', (request, response) => {
    if (request.url === SLACK_PATH && app?.requestListener) {
      app.requestListener(request, response);
    } else if (!workspace.handle(request, response)) {
      response.writeHead(404).end();
    }
  });
  const { botToken, appToken, signingSecret } = workspace.credentials;
  const started = await startApp(
    deps,
    database,
    {
      transport:
        transport === 'socket' ? { mode: 'socket', appToken } : { mode: 'http', signingSecret },
      botToken,
      apiUrl: `${address}/api/`,
    },
    unlimited ? NO_LIMITS : undefined,
  );
  app = started;
  // What is due at the start is done before anybody does anything.
  await calendarIsDone(database);
  return {
    deps,
    address,
    database,
    workspace,
    app: started,
    clock,
    as: (email) => as(workspace, email),
    async advance(ms) {
      await clock.advance(ms);
      await started.jobs.sweep();
      await calendarIsDone(database);
    },
    async close() {
      await started.stop();
      await workspace.close();
      server.close();
      server.closeAllConnections();
      await database.close();
    },
  };
}

async function calendarIsDone({ pool }: Database): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const { rowCount } = await pool.query(
      "select from graphile_worker.jobs where task_identifier = 'sweep'",
    );
    if (rowCount === 0) return;
    if (Date.now() > until) throw new Error('the calendar has not done what is due');
    await setTimeout(20);
  }
}
