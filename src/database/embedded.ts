import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import type { PoolConfig } from 'pg';
import { createWireServer } from './wire-server.ts';

/** Its cache: filling memory takes most of a start, and what an agency has in a practice workspace is small. */
const CACHE = ['-c', 'shared_buffers=16MB'];

/**
 * Bytes of WebAssembly that a function runs through before V8 compiles it once more, as well as it can. By V8's own
 * measure, a fiftieth of this, that befalls so much of Postgres in its first seconds that it is half the work of a start.
 */
const TIERING_BUDGET = 100_000_000;

export interface EmbeddedPostgres {
  connection: PoolConfig;
  /** The whole database as one file, to clone it from. */
  dump(): Promise<Blob | File>;
  close(): Promise<void>;
}

/**
 * Starts the Postgres that comes with the package (PGlite).
 *
 * It listens on a Unix socket in a folder that only this user can enter; on Windows, which has none,
 * on a loopback port. One session serves all connections, transactions one after the other.
 *
 * @param folder where the data are kept; null keeps them in memory only
 * @param image a dump to start from
 */
export async function startEmbeddedPostgres(
  folder: string | null,
  image?: Blob | File,
): Promise<EmbeddedPostgres> {
  setFlagsFromString(`--wasm-tiering-budget=${TIERING_BUDGET}`);
  if (folder) await mkdir(folder, { recursive: true });
  const db = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(image ? { loadDataDir: image } : {}),
    relaxedDurability: false,
    startParams: [...PGlite.defaultStartParams, ...CACHE],
  });
  const windows = process.platform === 'win32';
  const socketFolder = windows ? null : await mkdtemp(join(tmpdir(), 'thidua-'));
  const server = createWireServer(db);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    if (socketFolder) server.listen(join(socketFolder, '.s.PGSQL.5432'), resolve);
    else server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const host = socketFolder ?? '127.0.0.1';
  const port = typeof address === 'object' && address ? address.port : 5432;
  return {
    connection: { host, port, user: 'postgres', database: 'postgres', ssl: false },
    async dump() {
      // From a database at rest Postgres has nothing to recover when it starts.
      await db.exec('checkpoint');
      return db.dumpDataDir('none');
    },
    async close() {
      await new Promise((resolve) => server.close(resolve));
      // What is kept at rest need not be recovered at the next start.
      if (folder) await db.exec('checkpoint');
      await db.close();
      if (socketFolder) await rm(socketFolder, { recursive: true, force: true });
    },
  };
}
