import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';

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

/** Opens the Postgres that `DATABASE_URL` names, or the embedded one in the data folder, at the newest schema. */
export async function openDatabase(options: {
  url: string | undefined;
  dataDir: string;
}): Promise<Database> {
  if (options.url) {
    const database = connect({ connectionString: options.url, max: 20 }, null);
    await migrateOrClose(database);
    return database;
  }
  const embedded = await startEmbeddedPostgres(join(options.dataDir, 'postgres'));
  const database = connect({ ...embedded.connection, max: 10 }, embedded);
  await migrateOrClose(database);
  return database;
}

/** Connects without migrating. */
export function connect(connection: pg.PoolConfig, embedded: EmbeddedPostgres | null): Database {
  const pool = new pg.Pool(connection);
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new PrismaClient({
    adapter: new PrismaPg(pool),
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

async function migrateOrClose(database: Database): Promise<void> {
  try {
    await migrate(database.pool);
  } catch (error) {
    await database.close();
    throw error;
  }
}
