import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import { PgAdapter } from './pg-adapter.ts';

export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

export interface Database {
  db: Db;
  /** The connections under Prisma and graphile-worker. */
  pool: pg.Pool;
  connection: pg.PoolConfig;
  embedded: boolean;
  close(): Promise<void>;
}

/** An embedded Postgres that is running: in a thread of its own, or in a test's process. */
export interface Embedded {
  connection: pg.PoolConfig;
  close(): Promise<void>;
}

/** Opens the Postgres at an address, or the embedded one that was started, at the newest schema. */
export async function openDatabase(from: string | Embedded): Promise<Database> {
  const database =
    typeof from === 'string'
      ? connect({ connectionString: from, max: 20 }, null)
      : connect({ ...from.connection, max: 10 }, from);
  try {
    await migrate(database.pool);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/**
 * Loads Prisma's query compiler, some megabytes, which the first query would wait for. It needs no
 * database, so it can be done while that opens.
 */
export async function loadQueryCompiler(): Promise<void> {
  // A pool connects when it is first asked for something.
  const db = new PrismaClient({ adapter: new PgAdapter(new pg.Pool()) });
  await db.$connect();
  await db.$disconnect();
}

/** Connects without migrating. */
export function connect(connection: pg.PoolConfig, embedded: Embedded | null): Database {
  const pool = new pg.Pool(connection);
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new PrismaClient({
    adapter: new PgAdapter(pool),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  return {
    db,
    pool,
    connection,
    embedded: embedded !== null,
    async close() {
      await db.$disconnect();
      await pool.end();
      await embedded?.close();
    },
  };
}
