import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renewJobs } from '../../src/jobs/renew-jobs.ts';
import { watchWorkers } from '../../src/jobs/stale-workers.ts';
import { serverUrl } from '../support/template.ts';
import { comesTo, openPostOffice, type PostOffice, personLane } from './support.ts';

const DEAD_POOL = 'pool-of-the-dead';
const DEAD_PROCESS = 4242;

let office: PostOffice;
beforeEach(async () => {
  office = await openPostOffice();
  // Without what the sample agency has still to do.
  await office.database.pool.query('delete from graphile_worker._private_jobs');
});
afterEach(() => office.close());

/** Leaves the waiting jobs as a killed process does: locked by its pool, and their queues too. */
async function dieWithAllJobs(): Promise<void> {
  const { pool, db } = office.database;
  await db.jobWorker.create({ data: { workerId: DEAD_POOL, processLock: DEAD_PROCESS } });
  await pool.query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now(), attempts = attempts + 1`,
    [DEAD_POOL],
  );
  await pool.query(
    `update graphile_worker._private_job_queues set locked_by = $1, locked_at = now()`,
    [DEAD_POOL],
  );
}

async function jobs() {
  const { rows } = await office.database.pool.query(
    `select task_identifier as task, key, locked_by, max_attempts, queue_name is not null as queued
     from graphile_worker.jobs order by id`,
  );
  return rows;
}

describe('the jobs of a process that died', () => {
  test('are done by the next process, at once', async () => {
    const id = await office.send('để lại', personLane('hung.le'));
    await dieWithAllJobs();
    await office.startProcess();
    await comesTo(office, id, 'delivered');
    await office.shows(office.direct('hung.le'), ['để lại']);
    const where = { workerId: DEAD_POOL };
    expect(await office.deps.db.jobWorker.count({ where })).toBe(0);
  });

  test('are new jobs under their old keys, which may be tried less often', async () => {
    await office.send('để lại', personLane('hung.le'));
    const [before] = await jobs();
    await dieWithAllJobs();
    const renewed = await office.deps.db.$transaction((tx) => renewJobs(tx, [DEAD_POOL]));
    expect(renewed).toBe(1);
    expect(await jobs()).toEqual([
      { ...before, locked_by: null, max_attempts: before.max_attempts - 1 },
    ]);
  });

  test('a redrawing is done now and once more when the dead call must be over', async () => {
    const id = await office.send('đã đăng', personLane('hung.le'));
    const { pool } = office.database;
    await pool.query('delete from graphile_worker._private_jobs');
    await pool.query(
      `select graphile_worker.add_job('redraw', json_build_object('messageId', $1::text),
        queue_name := 'redraw 1', job_key := 'redraw:' || $1)`,
      [id],
    );
    await dieWithAllJobs();
    await office.deps.db.$transaction((tx) => renewJobs(tx, [DEAD_POOL]));
    const { rows } = await pool.query(
      `select key, run_at > now() + interval '10 seconds' as later, queue_name
       from graphile_worker.jobs order by run_at`,
    );
    expect(rows).toEqual([
      { key: `redraw:${id}`, later: false, queue_name: 'redraw 1' },
      { key: null, later: true, queue_name: 'redraw 1' },
    ]);
  });
});

// The embedded Postgres has one process only: whatever is not of this one is dead.
describe.skipIf(!serverUrl)('a process that lives', () => {
  test('keeps its jobs, however many look', async () => {
    const living = await watchWorkers(office.database, office.deps);
    const other = await watchWorkers(office.database, office.deps);
    living.events.emit('pool:create', {
      workerPool: { id: 'pool-of-the-living' },
    } as never);
    const written = () => office.deps.db.jobWorker.count();
    await expect.poll(written).toBe(1);
    await other.takeOver();
    expect(await written()).toBe(1);
    await living.stop();
    await other.stop();
    expect(await written()).toBe(0);
  });

  test('takes its lock again when the connection breaks, and is written down anew', async () => {
    const living = await watchWorkers(office.database, office.deps);
    living.events.emit('pool:create', { workerPool: { id: 'pool-of-the-living' } } as never);
    const { pool, db } = office.database;
    const locks = async () => {
      const { rows } = await pool.query(
        `select pid from pg_locks where locktype = 'advisory' and classid = 4793 and granted`,
      );
      return rows.map((row) => row.pid as number);
    };
    await expect.poll(() => db.jobWorker.count()).toBe(1);
    const [pid] = await locks();
    await pool.query('select pg_terminate_backend($1)', [pid]);
    const other = await watchWorkers(office.database, office.deps);
    await other.takeOver();
    await expect.poll(async () => (await locks()).length, { interval: 50 }).toBe(2);
    await expect.poll(() => db.jobWorker.count()).toBe(1);
    await other.takeOver();
    expect(await db.jobWorker.count()).toBe(1);
    await living.stop();
    await other.stop();
  });
});
