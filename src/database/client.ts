import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { migrate } from './migrate.ts';
import { PgAdapter } from './pg-adapter.ts';
import { preparedName } from './prepared.ts';

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

/** Where a database is: the address of a server, or the embedded one, which may still be opening. */
type DatabaseSource = string | Embedded | Promise<Embedded>;

/** As the address says after `?max=`, so that many processes can share a server; 20 unless told. */
function mostConnections(address: string): number {
  const asked = /[?&]max=(\d{1,3})(&|$)/.exec(address)?.[1];
  return asked === undefined ? 20 : Math.max(2, Number(asked));
}

/** Opens the database at the newest schema. */
export async function openDatabase(from: DatabaseSource): Promise<Database> {
  const client = createClient();
  // Loading Prisma's query compiler, some megabytes, needs no database.
  const [source] = await Promise.all([from, client.db.$connect()]);
  const database =
    typeof source === 'string'
      ? client.lead({ connectionString: source, max: mostConnections(source) }, null)
      : client.lead({ ...source.connection, max: 10 }, source);
  try {
    await migrate(database.pool);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Connects without migrating. */
export function connect(connection: pg.PoolConfig, embedded: Embedded | null): Database {
  return createClient().lead(connection, embedded);
}

/** Prisma writes and reads instants as if sessions were in UTC; a server's sessions are in the zone where it was installed. */
async function keepUtc(client: pg.ClientBase): Promise<void> {
  await client.query("set timezone = 'UTC'");
}

/** A client that can be made before it is known where its database is. */
function createClient() {
  const pool = new pg.Pool();
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  // The embedded Postgres, which has no address of its own, has one session underneath, in which the names of all connections would collide.
  let prepares = false;
  const adapter = new PgAdapter(pool, {
    statementNameGenerator: ({ sql }) => (prepares ? preparedName(sql) : undefined) ?? '',
  });
  const db = new PrismaClient({
    adapter,
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  return {
    db,
    lead(connection: pg.PoolConfig, embedded: Embedded | null): Database {
      prepares = connection.connectionString !== undefined;
      // A pool looks at its options each time it connects, which is when it is first asked for something.
      Object.assign(pool.options, connection, prepares ? { onConnect: keepUtc } : {});
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
    },
  };
}
