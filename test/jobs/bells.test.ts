import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { sendMessage } from '../../src/jobs/outbox.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { somebodyWaits } from '../support/somebody-waits.ts';
import { serverUrl } from '../support/template.ts';
import { note, SUBJECT } from './support.ts';

const CHANNEL = 'C0THIDUA';
const KEY = `lane:${CHANNEL}`;
/** Held by whoever lets nobody write a job down. */
const GATE = 77;

let sample: SampleDatabase;
beforeAll(async () => {
  sample = await openSampleDatabase();
});
afterAll(() => sample.close());

describe.skipIf(!serverUrl)(
  'a bell (needs TEST_DATABASE_URL: the embedded Postgres has one session)',
  () => {
    test('rings for a message that is written in the very moment in which the one before it is begun', async () => {
      const { db } = sample.deps;
      const { pool } = sample.database;
      const send = (text: string) =>
        inTransaction(db, (tx) =>
          sendMessage(tx, note, {
            to: { channelId: CHANNEL },
            params: { text },
            subjectId: SUBJECT,
          }),
        );
      await send('một');
      await pool.query(`
      create function gate() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(${GATE});
        return new;
      end $$;
      create trigger gate before insert on graphile_worker._private_jobs
        for each row execute function gate()`);
      const worker = await pool.connect();
      try {
        await worker.query(`select pg_advisory_lock(${GATE})`);
        const sending = send('hai');
        await somebodyWaits(pool);
        // A worker takes the job up and will find the first message only.
        await worker.query(
          `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker', attempts = 1
         where key = $1`,
          [KEY],
        );
        await worker.query(`select pg_advisory_unlock(${GATE})`);
        await sending;
        const { rows } = await pool.query(
          'select is_available from graphile_worker._private_jobs where key = $1',
          [KEY],
        );
        expect(rows).toEqual([{ is_available: true }]);
      } finally {
        worker.release();
        await pool.query('drop function gate cascade');
      }
    });
  },
);
