import type pg from 'pg';
import { expect } from 'vitest';

/** Waits until so many sessions of a database on a server wait for others; the embedded one has one session only. */
export async function somebodyWaits(pool: pg.Pool, many = 1): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await pool.query<{ waiting: number }>(`
        select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`);
      return rows[0]?.waiting;
    })
    .toBeGreaterThanOrEqual(many);
}
