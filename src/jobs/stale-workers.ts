import { randomInt } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type { Database } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Deps } from '../kernel/deps.ts';
import { holdLife, isDead } from './process-life.ts';
import { renewJobs } from './renew-jobs.ts';

/** How soon the others notice that a process has died. */
const LOOK_EVERY_MS = 5_000;

export interface WorkerWatch {
  /** Given to graphile-worker, so that its pool of workers is written down with its process. */
  events: WorkerEvents;
  /** Takes over, now, the jobs of processes that have died. */
  takeOver(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * graphile-worker keeps the jobs of a killed process locked for hours. Here each process holds an
 * advisory lock while it lives; what a process left that no longer holds it is taken over. The embedded
 * Postgres has one process only, so whatever is not of this one is dead.
 *
 * A process whose connection broke may still be at work on what is taken over, so every job has to bear
 * being done twice at once: what is in the database by its transactions, what goes to Slack by the
 * marks in `deliver.ts`, redrawing by being done once more when the other must have ended.
 */
export async function watchWorkers(
  database: Database,
  deps: Pick<Deps, 'db' | 'log'>,
): Promise<WorkerWatch> {
  const processLock = randomInt(1, 2 ** 31 - 1);
  const pools = new Set<string>();

  /** graphile-worker locks jobs by the id of the pool, not of the worker in it. */
  async function writeDown(): Promise<void> {
    await deps.db.jobWorker.createMany({
      data: [...pools].map((workerId) => ({ workerId, processLock })),
      skipDuplicates: true,
    });
  }

  async function takeOver(): Promise<void> {
    const others = await deps.db.jobWorker.findMany({
      where: { processLock: { not: processLock } },
      distinct: ['processLock'],
      select: { processLock: true },
    });
    for (const other of others) await bury(other.processLock);
  }

  async function bury(lock: number): Promise<void> {
    await inTransaction(deps.db, async (tx) => {
      if (!database.embedded && !(await isDead(tx, lock))) return;
      const rows = await tx.jobWorker.findMany({ where: { processLock: lock } });
      const renewed = await renewJobs(
        tx,
        rows.map((row) => row.workerId),
      );
      await tx.jobWorker.deleteMany({ where: { processLock: lock } });
      deps.log.warn({ process: lock, jobs: renewed }, 'took over from a process that died');
    });
  }

  const failed = (what: string) => (error: unknown) => deps.log.error({ err: error }, what);
  const life = database.embedded
    ? null
    : await holdLife(database, processLock, {
        // Others may have taken this process for dead meanwhile and forgotten it.
        onReturn: () => void writeDown().catch(failed('workers were not written down')),
        onLoss: (error) => deps.log.warn({ err: error }, 'lost the connection that says we live'),
      });
  const events: WorkerEvents = new EventEmitter();
  let written: Promise<unknown> = Promise.resolve();
  events.on('pool:create', ({ workerPool }) => {
    pools.add(workerPool.id);
    written = writeDown().catch(failed('workers were not written down'));
  });
  const timer = setInterval(
    () => void takeOver().catch(failed('jobs were not taken over')),
    LOOK_EVERY_MS,
  );
  timer.unref();

  return {
    events,
    takeOver,
    async stop() {
      clearInterval(timer);
      await written;
      await deps.db.jobWorker.deleteMany({ where: { processLock } });
      await life?.end();
    },
  };
}
