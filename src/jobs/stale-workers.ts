import { randomInt } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Database } from '../database/client.ts';
import type { Deps } from '../kernel/deps.ts';

/** First half of the advisory lock that says "this process lives". */
const LOCK_SPACE = 4793;
/** No job runs longer: calls to Slack end after 10 s. A younger one may still be at work behind a broken connection. */
const LONGEST_JOB_MS = 15_000;

export interface WorkerWatch {
  /** Given to graphile-worker, so that every worker is written down with its process. */
  events: WorkerEvents;
  /** Frees the jobs that died with their process. */
  unlock(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * graphile-worker keeps a killed worker's jobs locked for hours. Here each process holds an advisory
 * lock while it lives; jobs of workers whose process no longer holds it are freed. The embedded
 * Postgres has one process only, so whatever is not of this one is dead.
 */
export async function watchWorkers(database: Database, deps: Deps): Promise<WorkerWatch> {
  const processLock = randomInt(1, 2 ** 31 - 1);
  const life = database.embedded ? null : await holdLock(database, processLock);
  const events: WorkerEvents = new EventEmitter();
  const written = new Set<Promise<unknown>>();
  events.on('worker:create', ({ worker }) => {
    const row = deps.db.jobWorker
      .create({ data: { workerId: worker.workerId, processLock } })
      .catch((error: unknown) => deps.log.error({ err: error }, 'worker was not written down'))
      .finally(() => written.delete(row));
    written.add(row);
  });
  let retry: NodeJS.Timeout | undefined;

  async function unlock(): Promise<void> {
    const others = await deps.db.jobWorker.findMany({
      where: { processLock: { not: processLock } },
    });
    const locks = [...new Set(others.map((row) => row.processLock))];
    for (const lock of locks) {
      if (!(await isFree(database, lock))) continue;
      const workerIds = others.filter((row) => row.processLock === lock).map((row) => row.workerId);
      if (await free(database, workerIds)) {
        await deps.db.jobWorker.deleteMany({ where: { workerId: { in: workerIds } } });
      } else {
        clearTimeout(retry);
        retry = setTimeout(() => void unlock().catch(reportFailure), LONGEST_JOB_MS).unref();
      }
    }
  }

  function reportFailure(error: unknown): void {
    deps.log.error({ err: error }, 'stale jobs were not freed');
  }

  return {
    events,
    unlock,
    async stop() {
      clearTimeout(retry);
      await Promise.all(written);
      await deps.db.jobWorker.deleteMany({ where: { processLock } });
      await life?.end();
    },
  };
}

async function holdLock(database: Database, lock: number): Promise<pg.Client> {
  const client = new pg.Client(database.connection);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('select pg_advisory_lock($1, $2)', [LOCK_SPACE, lock]);
  return client;
}

async function isFree(database: Database, lock: number): Promise<boolean> {
  if (database.embedded) return true;
  const client = await database.pool.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1, $2) as taken',
      [LOCK_SPACE, lock],
    );
    const taken = rows[0]?.taken === true;
    if (taken) await client.query('select pg_advisory_unlock($1, $2)', [LOCK_SPACE, lock]);
    return taken;
  } finally {
    client.release();
  }
}

/** @returns false when a job is too young to be sure that nobody works on it */
async function free(database: Database, workerIds: string[]): Promise<boolean> {
  if (!database.embedded) {
    const { rowCount } = await database.pool.query(
      `select from graphile_worker.jobs
       where locked_by = any($1) and locked_at > now() - $2 * interval '1 millisecond' limit 1`,
      [workerIds, LONGEST_JOB_MS],
    );
    if (rowCount) return false;
  }
  await database.pool.query('select graphile_worker.force_unlock_workers($1::text[])', [workerIds]);
  return true;
}
