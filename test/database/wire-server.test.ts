import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../src/database/embedded.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

test('the embedded Postgres keeps nothing of what it has answered', async () => {
  const embedded = await startEmbeddedPostgres(null);
  const client = new pg.Client(embedded.connection);
  await client.connect();
  const readMegabytes = async (megabytes: number) => {
    for (let read = 0; read < megabytes; read++) {
      const { rows } = await client.query(
        "select repeat('x', 1000) as text from generate_series(1, 1000)",
      );
      expect(rows).toHaveLength(1000);
    }
  };
  await readMegabytes(5);
  collect();
  const before = process.memoryUsage().heapUsed;
  await readMegabytes(100);
  collect();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000);
  await client.end();
  await embedded.close();
});
