import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connect, type Database } from '../../src/database/client.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded.ts';
import { databaseUrl, embeddedImage, serverUrl, templateName } from './template.ts';

/** A fresh, migrated database of the test file's own: embedded, or on the server of TEST_DATABASE_URL. */
export async function cloneDatabase(): Promise<Database> {
  if (!serverUrl) {
    const embedded = await startEmbeddedPostgres(null, await embeddedImage());
    return connect({ ...embedded.connection, max: 10 }, embedded);
  }
  const { url, drop } = await createClone(serverUrl);
  const database = connect({ connectionString: url, max: 20 }, null);
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

/** A clone on a server, by its address: for tests that start a process of its own. */
export async function createClone(
  server: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `thidua_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${name} template ${templateName}`);
  return {
    url: databaseUrl(server, name),
    drop: () => asAdmin(server, `drop database if exists ${name} with (force)`),
  };
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
