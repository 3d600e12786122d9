import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { connect, type Database } from '../../src/database/client.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded.ts';
import { readTemplate } from '../../src/database/template.ts';
import { clonesOfRun, databaseUrl, serverUrl, templateName } from './template.ts';

/** Embedded ones that this process has started and that no test uses now: to start one takes over a second. */
const idle: EmbeddedPostgres[] = [];
process.once('exit', () => {
  for (const { connection } of idle) {
    if (connection.host?.startsWith('/')) rmSync(connection.host, { recursive: true, force: true });
  }
});

/** Clones on the server that this process has made and that no test uses now: to make one takes most of a second. */
const idleClones: string[] = [];

let template: Promise<Blob | undefined> | undefined;
function image(): Promise<Blob | undefined> {
  template ??= readTemplate();
  return template;
}

/**
 * Leaves the schema and nothing in it. By deleting, and then giving back the room: to truncate makes new files for every
 * table and index that refers to another, which takes longer than most tests.
 */
async function empty(connection: pg.PoolConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    // Tables that can only be added to are emptied too.
    await client.query('set session_replication_role = replica');
    const { rows } = await client.query<{ name: string }>(`
      select relation::text as name
      from pg_tables, lateral (select format('%I.%I', schemaname, tablename)::regclass as relation) as named
      where schemaname in ('public', 'graphile_worker') and tablename not in ('_prisma_migrations', 'migrations')
        and pg_relation_size(relation) > 0`);
    for (const { name } of rows) await client.query(`delete from ${name}`);
    await client.query(`
      select setval(format('%I.%I', schemaname, sequencename), start_value, false) from pg_sequences
      where schemaname in ('public', 'graphile_worker') and last_value is not null`);
    if (rows.length > 0) await client.query(`vacuum ${rows.map(({ name }) => name).join(', ')}`);
    await client.query(`
      reset session_replication_role;
      set thidua.redraw_wait = '';
      unlisten *;`);
  } finally {
    await client.end();
  }
}

/**
 * An empty, migrated database of the test file's own: embedded, or on the server of TEST_DATABASE_URL.
 *
 * @param wanted.fresh on a server, one in which nothing has ever stood: for whoever looks at where rows lie
 */
export async function cloneDatabase({ fresh = false } = {}): Promise<Database> {
  if (!serverUrl) {
    const embedded = idle.pop() ?? (await startEmbeddedPostgres(null, await image()));
    const { connection } = embedded;
    return connect(
      { ...connection, max: 10 },
      {
        connection,
        async close() {
          await empty(connection);
          idle.push(embedded);
        },
      },
    );
  }
  const server = serverUrl;
  const used = fresh ? undefined : idleClones.pop();
  const name = used ?? (await copyTemplate(server));
  // No test ends the server itself, so none needs to wait until its disk has written.
  const connection = {
    connectionString: databaseUrl(server, name),
    options: '-c synchronous_commit=off',
  };
  const database = connect({ ...connection, max: 12 }, null);
  return {
    ...database,
    async close() {
      await database.close();
      await asAdmin(server, `alter database ${name} reset all`);
      await empty(connection);
      idleClones.push(name);
    },
  };
}

/**
 * Has changes of this database gathered for a twentieth of a second before what shows them is redrawn, instead of a
 * second: for a workspace that keeps no limits. Called before anything else is done with it.
 */
export async function shortenRedrawWait({ pool, embedded }: Database): Promise<void> {
  const setting = "set thidua.redraw_wait = '50 ms'";
  // For this connection, and on a server for all that come after it; the embedded one has one session.
  await pool.query(setting);
  if (embedded) return;
  const { rows } = await pool.query('select quote_ident(current_database()) as name');
  await pool.query(`alter database ${rows[0].name} ${setting}`);
}

/** A clone on a server, by its address: for tests that start a process of its own. */
export async function createClone(
  server: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = await copyTemplate(server);
  return {
    url: databaseUrl(server, name),
    drop: () => asAdmin(server, `drop database if exists ${name} with (force)`),
  };
}

/** Named after the run, which drops what is left at its end. */
async function copyTemplate(server: string): Promise<string> {
  const name = `${clonesOfRun()}${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${name} template ${templateName}`);
  return name;
}

async function asAdmin(server: string, sql: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}
