import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database, openDatabase } from '../../src/database/client.ts';
import { startEmbeddedThread } from '../../src/database/embedded-thread.ts';
import { createClone } from './database.ts';
import { serverUrl } from './template.ts';

/** Where a product that runs as a process of its own keeps its data. */
export interface Place {
  name: string;
  /** Opens it before the product does, migrated and empty. */
  open(): Promise<OpenPlace>;
}

export interface OpenPlace {
  /** For the product's process. */
  env: Record<string, string>;
  /** Works in the database while the product does not run. */
  prepare<T>(work: (database: Database) => Promise<T>): Promise<T>;
  /** Looks into the database while the product runs, or after it was killed. */
  look<T>(work: (database: Database) => Promise<T>): Promise<T>;
  remove(): Promise<void>;
}

const embeddedPlace: Place = {
  name: 'the embedded Postgres',
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'place-'));
    const dataDir = join(folder, 'data');
    return {
      // The product's socket is then in a folder of its own, where `look` finds it.
      env: { DATA_DIR: dataDir, TMPDIR: folder },
      prepare: async (work) => closing(await openDatabase(startEmbeddedThread(dataDir)), work),
      async look(work) {
        const host = await newestFolder(folder, 'thidua-');
        const connection = { host, port: 5432, user: 'postgres', database: 'postgres', max: 2 };
        return closing(connect(connection, null), work);
      },
      remove: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

const serverPlace = (server: string): Place => ({
  name: 'a Postgres server',
  async open() {
    const { url, drop } = await createClone(server);
    const use = <T>(work: (database: Database) => Promise<T>) =>
      closing(connect({ connectionString: url, max: 4 }, null), work);
    return { env: { DATABASE_URL: `${url}?max=8` }, prepare: use, look: use, remove: drop };
  },
});

/** The server when there is one to test on, else the embedded Postgres: the suite is run on both. */
export const places: readonly Place[] = [serverUrl ? serverPlace(serverUrl) : embeddedPlace];

async function closing<T>(database: Database, work: (database: Database) => Promise<T>) {
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function newestFolder(inside: string, prefix: string): Promise<string> {
  const names = (await readdir(inside)).filter((name) => name.startsWith(prefix));
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(inside, name);
      return { path, at: (await stat(path)).birthtimeMs };
    }),
  );
  const newest = found.toSorted((a, b) => b.at - a.at)[0];
  if (!newest) throw new Error(`no ${prefix} folder in ${inside}`);
  return newest.path;
}
