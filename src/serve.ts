import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningApp, SLACK_PATH, startApp } from './compose.ts';
import { type Config, ConfigError, type SlackConnection } from './config.ts';
import { type Database, type Embedded, openDatabase } from './database/client.ts';
import { startEmbeddedThread } from './database/embedded-thread.ts';
import { type FrontDoor, openFrontDoor } from './front-door.ts';
import type { Deps } from './kernel/deps.ts';
import { createLog, type Logger } from './kernel/log.ts';
import { systemClock } from './kernel/time.ts';
import { openPracticeWorkspace, practiceTrainer, resetPractice } from './practice.ts';
import { type LiveRulebook, openLiveRulebook } from './rulebook/live.ts';
import { Running } from './running.ts';
import { openPracticeClock } from './sandbox/practice-clock.ts';
import { practiceGuide } from './sandbox/sample/guide.ts';

interface Foundation {
  config: Config;
  log: Logger;
  rulebook: LiveRulebook;
  database: Database;
  door: FrontDoor;
  running: Running;
  /** Aborted when the whole process is told to end; `running` may be a part of it. */
  asked: AbortSignal;
}

/** After this Slack has told the person that the app does not answer. */
const SLACK_WAITS_MS = 3_000;

/**
 * The composition root: runs the product as configured until `running` is stopped. Told to end while it
 * is starting, it adds to `running` what it has started, goes no further and throws the reason of
 * `running.asked`.
 *
 * @param embedded the embedded Postgres on its way up, when no `DATABASE_URL` is given
 * @returns what to tell the person who started it
 */
export async function serve(
  config: Config,
  embedded: Promise<Embedded> | null,
  running: Running,
): Promise<string> {
  const log = createLog(config.logLevel);
  const { slack } = config;
  const { asked } = running;
  asked.throwIfAborted();
  // Taken first: a second start on the same port is told so before anything is opened.
  const door = await openFrontDoor(
    config.port,
    slack.mode === 'practice' ? '127.0.0.1' : undefined,
  );
  running.add(() => door.close());
  asked.throwIfAborted();
  // The rules need no database, and the embedded one is still opening.
  const rulebook = openLiveRulebook();
  const database = await openDatabase(config.databaseUrl ?? embedded ?? noDatabase());
  const foundation = { config, log, rulebook, database, door, running, asked };
  return slack.mode === 'practice' ? practise(foundation) : serveSlack(foundation, slack);
}

/** The real thing: a Slack workspace, and health on PORT. */
async function serveSlack(
  foundation: Foundation,
  slack: Exclude<SlackConnection, { mode: 'practice' }>,
): Promise<string> {
  const { log, database, door, running, asked } = foundation;
  running.add(() => database.close());
  asked.throwIfAborted();
  if (database.embedded)
    log.warn('no DATABASE_URL: using the embedded Postgres, for one process only');
  await refusePracticeData(database);
  const deps: Deps = { ...shared(foundation), clock: systemClock };
  const app = await startApp(deps, database, {
    transport:
      slack.mode === 'socket'
        ? { mode: 'socket', appToken: slack.appToken }
        : { mode: 'http', signingSecret: slack.signingSecret },
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
    asked,
  });
  running.add(async () => {
    door.lead(null);
    await app.stop(() => door.answered(SLACK_WAITS_MS));
  });
  asked.throwIfAborted();
  door.lead({ app, database, workspace: null });
  log.info({ port: door.port, slack: slack.mode }, 'ready');
  const way = slack.mode === 'socket' ? 'Socket Mode' : `HTTP at ${SLACK_PATH}`;
  return `Thi Đua is ready (${way}, port ${door.port}).`;
}

/**
 * A database in which somebody has practised has sample people in it and may run on a moved clock.
 *
 * @throws ConfigError
 */
async function refusePracticeData({ db }: Database): Promise<void> {
  if ((await db.practiceClock.count()) === 0) return;
  throw new ConfigError(
    'Cơ sở dữ liệu này đã dùng để luyện tập; dùng một cơ sở dữ liệu khác cho Slack thật. / ' +
      'This database has been practised in; use another one for the real Slack.',
  );
}

/** The practice workspace, on this machine only, until a trainer has it start over, and so on. */
async function practise(foundation: Foundation): Promise<string> {
  const { config, log, door, running, asked } = foundation;
  let round = new Running();
  running.add(() => round.stop());
  let startingOver: Promise<void> | undefined;
  // A database that somebody else provides is not ours to throw away.
  const startOver = config.databaseUrl
    ? null
    : () => {
        startingOver ??= running
          .start(beginAnew)
          .catch(couldNotBegin)
          .finally(() => {
            startingOver = undefined;
          });
        return startingOver;
      };

  async function beginAnew(): Promise<void> {
    await round.stop();
    asked.throwIfAborted();
    await resetPractice(config.dataDir);
    asked.throwIfAborted();
    const database = await openDatabase(startEmbeddedThread(config.dataDir));
    await openNextRound(database);
  }

  async function couldNotBegin(error: unknown): Promise<void> {
    if (error === asked.reason) return;
    log.fatal({ err: error }, 'could not start over');
    process.exitCode = 1;
    await running.stop();
  }

  /** Somebody may start over before it is open; its stop waits then. */
  async function openNextRound(database: Database): Promise<void> {
    const next = new Running();
    round = next;
    await next.start(() => openRound({ ...foundation, database, running: next }, startOver));
  }

  await openNextRound(foundation.database);
  return practiceGuide(`http://localhost:${door.port}`);
}

/** Everything of the practice workspace that starting over replaces. */
async function openRound(
  foundation: Foundation,
  startOver: (() => Promise<void>) | null,
): Promise<void> {
  const { config, database, door, running, asked } = foundation;
  running.add(() => database.close());
  asked.throwIfAborted();
  const clock = await openPracticeClock(database.db);
  const deps = {
    ...shared(foundation),
    clock,
    ballotKey: await keptBallotKey(config.dataDir),
  };
  asked.throwIfAborted();
  const workspace = await openPracticeWorkspace(deps, {
    journalPath: join(config.dataDir, 'workspace.jsonl'),
    delivery: { mode: 'socket' },
    rateLimits: 'enforced',
  });
  running.add(async () => {
    door.lead(null);
    await workspace.close();
  });
  asked.throwIfAborted();
  const address = `http://127.0.0.1:${door.port}`;
  workspace.setBaseUrl(address);
  let app: RunningApp | null = null;
  // The app looks for what is due when it starts; until then there is nobody to ask.
  const jobs = { sweep: async () => app?.jobs.sweep() };
  workspace.setTrainer(practiceTrainer(deps, { workspace, jobs, startOver }));
  door.lead({ app, database, workspace });
  const started = await startApp(deps, database, {
    transport: { mode: 'socket', appToken: workspace.credentials.appToken },
    botToken: workspace.credentials.botToken,
    apiUrl: `${address}/api/`,
    asked,
  });
  running.add(() => started.stop());
  app = started;
  door.lead({ app, database, workspace });
}

function shared({ config, log, rulebook, database }: Foundation): Omit<Deps, 'clock'> {
  const { zone, ballotKey } = config;
  return { db: database.db, rulebook, zone, log, ballotKey };
}

function noDatabase(): never {
  throw new Error('neither DATABASE_URL nor the embedded Postgres');
}

/** The practice workspace's own key, made at its first start. */
async function keptBallotKey(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'ballot.key');
  try {
    return Buffer.from(await readFile(path, 'utf8'), 'hex');
  } catch {
    const key = randomBytes(32);
    await mkdir(dataDir, { recursive: true });
    await writeFile(path, key.toString('hex'), { mode: 0o600 });
    return key;
  }
}
