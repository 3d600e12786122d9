import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { schemaScript } from '../../src/database/migrate.ts';
import { cloneDatabase } from '../support/database.ts';

let database: Database;

afterAll(() => database.close());

/** What a schema consists of, as Prisma can express it: one line for each column, key, index and enum value. */
const CATALOGUE = `
  select format('column %s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) as line
  from information_schema.columns where table_schema = $1
  union all
  select format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid))
  from pg_constraint where connamespace = $1::regnamespace and contype in ('p', 'f', 'u')
  union all
  select format('index %s', regexp_replace(indexdef, 'INDEX \\S+ ON', 'INDEX ON'))
  from pg_indexes where schemaname = $1
  union all
  select format('enum %s %s', typname, enumlabel)
  from pg_enum join pg_type on pg_type.oid = enumtypid where typnamespace = $1::regnamespace`;

test('the migrations make the schema of prisma/schema.prisma', async () => {
  database = await cloneDatabase();
  const script = await schemaScript(database.pool);
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    await client.query('create schema wanted');
    await client.query('set search_path to wanted, public');
    await client.query(script.replace(/CREATE SCHEMA IF NOT EXISTS "public";?/g, ''));
    const wanted = await linesOf(client, 'wanted');
    await client.query('set search_path to public');
    const migrated = await linesOf(client, 'public');

    const missing = wanted.filter((line) => !migrated.includes(line));
    const columns = (lines: string[]) => lines.filter((line) => /^(column|enum)/.test(line));
    const extra = columns(migrated).filter((line) => !wanted.includes(line));
    expect({ missing, extra }).toEqual({ missing: [], extra: [] });
    expect(wanted.length).toBeGreaterThan(200);
  } finally {
    await client.end();
  }
});

async function linesOf(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(CATALOGUE, [schema]);
  return rows
    .map(({ line }) => line.replaceAll(`${schema}.`, ''))
    .filter((line) => !line.includes('_prisma_migrations'))
    .sort();
}
