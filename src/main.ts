import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type RunningApp, SLACK_PATH, startApp } from './compose.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { type Database, openDatabase } from './database/client.ts';
import type { Deps } from './kernel/deps.ts';
import { createLog, type Logger } from './kernel/log.ts';
import { systemClock } from './kernel/time.ts';
import { openPracticeWorkspace, resetPractice } from './practice.ts';
import { loadRulebook } from './rulebook/load.ts';
import { openPracticeClock } from './sandbox/practice-clock.ts';
import { practiceGuide } from './sandbox/sample/guide.ts';
import type { Workspace } from './sandbox/start-workspace.ts';

/** What runs, in the order of its start; stopped in the reverse order. */
class Running {
  readonly #stops: (() => Promise<void>)[] = [];
  #stopping: Promise<void> | undefined;

  add(stop: () => Promise<void>): void {
    this.#stops.unshift(stop);
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    for (const stop of this.#stops) await stop();
  }
}

async function main(argv: readonly string[]): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  if (argv.includes('--reset') && !(await reset(config))) return;
  const running = new Running();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      running.stop().catch((error: unknown) => {
        log.error({ err: error }, 'did not stop cleanly');
        process.exitCode = 1;
      });
    });
  }
  try {
    await (config.slack.mode === 'practice'
      ? practise(config, log, running)
      : serve(config, log, running));
  } catch (error) {
    await running.stop();
    throw error;
  }
}

/** The real thing: a Slack workspace, and health on PORT. */
async function serve(config: Config, log: Logger, running: Running): Promise<void> {
  const { slack } = config;
  if (slack.mode === 'practice') return;
  if (!config.databaseUrl)
    log.warn('no DATABASE_URL: using the embedded Postgres, for one process only');
  const database = await open(config, running);
  const deps: Deps = { ...shared(config, log, database), clock: systemClock };
  const server = await listen(config.port, running);
  const app = await startApp(deps, database, {
    transport:
      slack.mode === 'socket'
        ? { mode: 'socket', appToken: slack.appToken }
        : { mode: 'http', signingSecret: slack.signingSecret },
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
  });
  running.add(() => app.stop());
  route(server, app, database, null);
  log.info({ port: config.port, slack: slack.mode }, 'ready');
  say(
    `Thi Đua is ready (${slack.mode === 'socket' ? 'Socket Mode' : `HTTP at ${SLACK_PATH}`}, port ${portOf(server)}).`,
  );
}

/** The practice workspace, on this machine only. */
async function practise(config: Config, log: Logger, running: Running): Promise<void> {
  const database = await open(config, running);
  const clock = await openPracticeClock(database.db);
  const deps: Deps = {
    ...shared(config, log, database),
    clock,
    ballotKey: await keptBallotKey(config.dataDir),
  };
  const workspace = await openPracticeWorkspace(deps, {
    journalPath: join(config.dataDir, 'workspace.jsonl'),
    delivery: { mode: 'socket' },
    rateLimits: 'enforced',
  });
  running.add(async () => workspace.close());
  const server = await listen(config.port, running, '127.0.0.1');
  const address = `http://127.0.0.1:${portOf(server)}`;
  workspace.setBaseUrl(address);
  server.on('upgrade', (request, socket, head) => workspace.handleUpgrade(request, socket, head));
  route(server, null, database, workspace);
  const app = await startApp(deps, database, {
    transport: { mode: 'socket', appToken: workspace.credentials.appToken },
    botToken: workspace.credentials.botToken,
    apiUrl: `${address}/api/`,
  });
  running.add(() => app.stop());
  route(server, app, database, workspace);
  say(practiceGuide(`http://localhost:${portOf(server)}`));
}

function shared(config: Config, log: Logger, database: Database): Omit<Deps, 'clock'> {
  const { zone, ballotKey } = config;
  return { db: database.db, rulebook: loadRulebook(), zone, log, ballotKey };
}

async function open(config: Config, running: Running): Promise<Database> {
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir });
  running.add(() => database.close());
  return database;
}

async function listen(port: number, running: Running, host?: string): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  running.add(async () => {
    server.close();
    server.closeAllConnections();
  });
  return server;
}

function portOf(server: Server): number {
  // A listening TCP server's address is never a string.
  return (server.address() as AddressInfo).port;
}

function route(
  server: Server,
  app: RunningApp | null,
  database: Database,
  workspace: Workspace | null,
): void {
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/health') {
      health(app, database).then(
        (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
        () => response.writeHead(503).end('{"ok":false}'),
      );
      return;
    }
    if (path === SLACK_PATH && app?.requestListener) {
      app.requestListener(request, response);
      return;
    }
    if (workspace?.handle(request, response)) return;
    response.writeHead(404).end();
  });
}

async function health(app: RunningApp | null, database: Database): Promise<string> {
  await database.db.$queryRaw`select 1`;
  return JSON.stringify({ ok: app !== null, ackMs: app?.slack.ackLatency.summary() });
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

/** @returns false when the person thought better of it */
async function reset(config: Config): Promise<boolean> {
  if (config.slack.mode !== 'practice' || config.databaseUrl) {
    throw new ConfigError('--reset is for the practice workspace with its embedded database only.');
  }
  if (process.stdin.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal.question(
      `Xóa toàn bộ dữ liệu luyện tập trong ${config.dataDir}? Gõ "co" để xóa / type "yes" to delete: `,
    );
    terminal.close();
    if (!/^(co|có|yes|y)$/iu.test(answer.trim())) {
      say('Giữ nguyên dữ liệu. / Nothing was deleted.');
      return false;
    }
  }
  await resetPractice(config.dataDir);
  return true;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const text =
    error instanceof ConfigError
      ? error.message
      : error instanceof Error
        ? error.stack
        : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
});
