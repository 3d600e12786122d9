import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';

let embedded: EmbeddedPostgres;
let pool: pg.Pool;

beforeAll(async () => {
  embedded = await startEmbeddedPostgres(null);
  pool = new pg.Pool({ ...embedded.connection, max: 4 });
  pool.on('error', () => undefined);
});
afterAll(async () => {
  await pool.end();
  await embedded.close();
});

test('an empty database gets every migration once, a second run finds nothing to do', async () => {
  const applied = await migrate(pool);
  expect(applied).toContain('20261124000000_foundation');
  expect(await migrate(pool)).toEqual([]);
});
