import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { makeTemplate } from '../../src/database/make-template.ts';
import { migrate } from '../../src/database/migrate.ts';

/** The server to test on, or undefined for the embedded Postgres. */
export const serverUrl = process.env.TEST_DATABASE_URL;

const migrations = new URL('../../prisma/migrations/', import.meta.url);

/** Changes with every migration, so that a template is made once for each schema. */
function schemaMark(): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(migrations, { recursive: true, encoding: 'utf8' }).sort()) {
    if (entry.endsWith('.sql')) hash.update(entry).update(readFileSync(new URL(entry, migrations)));
  }
  return hash.digest('hex').slice(0, 12);
}

export const templateName = `thidua_template_${schemaMark()}`;

/** How the names of all clones begin that this run makes on the server, in whatever process. */
export function clonesOfRun(): string {
  process.env.TEST_RUN ??= randomBytes(4).toString('hex');
  return `thidua_test_${process.env.TEST_RUN}_`;
}

/** Drops the clones that are left of this run. */
export async function dropClones(): Promise<void> {
  if (!serverUrl) return;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query(
      'select quote_ident(datname) as name from pg_database where starts_with(datname, $1)',
      [clonesOfRun()],
    );
    for (const { name } of rows) await admin.query(`drop database if exists ${name} with (force)`);
  } finally {
    await admin.end();
  }
}

/** Makes the migrated template once: a file for the embedded Postgres, a database on a server. */
export async function prepareTemplate(): Promise<void> {
  await (serverUrl ? prepareOnServer(serverUrl) : makeTemplate());
}

async function prepareOnServer(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock(4795)');
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [
      templateName,
    ]);
    if (rowCount) return;
    const draft = `${templateName}_draft`;
    await admin.query(`drop database if exists ${draft}`);
    await admin.query(`create database ${draft}`);
    const pool = new pg.Pool({ connectionString: databaseUrl(url, draft), max: 4 });
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    await migrate(pool);
    await pool.end();
    await admin.query(`alter database ${draft} rename to ${templateName}`);
  } finally {
    await admin.end();
  }
}

/** The same server, another database. */
export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
