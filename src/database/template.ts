import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { packageRoot } from '../kernel/package-root.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';

// A migrated, empty database, made once at install, from which a first start begins: it saves the
// seconds that Postgres takes to make a database of nothing.

const FOLDER = fileURLToPath(new URL('dist/', packageRoot));
const MIGRATIONS = fileURLToPath(new URL('prisma/migrations/', packageRoot));

/** The template for the migrations as they are on disk, or undefined when none was made for them. */
export async function readTemplate(): Promise<Blob | undefined> {
  try {
    return new Blob([new Uint8Array(await readFile(await templatePath()))]);
  } catch {
    // Without it a first start takes longer and comes to the same.
    return undefined;
  }
}

/** Makes the template if it is not there, and throws away those of other migrations. */
export async function makeTemplate(): Promise<void> {
  if (await readTemplate()) return;
  const path = await templatePath();
  const embedded = await startEmbeddedPostgres(null);
  const pool = new pg.Pool({ ...embedded.connection, max: 4 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  await migrate(pool);
  await pool.end();
  const image = Buffer.from(await (await embedded.dump()).arrayBuffer());
  await embedded.close();
  await mkdir(FOLDER, { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, image);
  await rename(draft, path);
  for (const name of await readdir(FOLDER)) {
    if (/^postgres-.*\.tar/.test(name) && `${FOLDER}${name}` !== path) await rm(`${FOLDER}${name}`);
  }
}

async function templatePath(): Promise<string> {
  const hash = createHash('sha256');
  const names = await readdir(MIGRATIONS, { recursive: true });
  for (const name of names.filter((one) => one.endsWith('.sql')).sort()) {
    hash.update(name).update(await readFile(`${MIGRATIONS}${name}`));
  }
  return `${FOLDER}postgres-${hash.digest('hex').slice(0, 12)}.tar`;
}
