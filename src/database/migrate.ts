import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';
import { packageRoot } from '../kernel/package-root.ts';

const PRISMA_FOLDER = fileURLToPath(new URL('prisma/', packageRoot));
const NO_FILTER = { externalTables: [], externalEnums: [] };

/** Any number; the same in every process that migrates, so that two starting at once take turns. */
const MIGRATION_LOCK = 4793_2017;

/**
 * Brings the database to the newest schema: graphile-worker's tables, then the project's own.
 * Writes the same `_prisma_migrations` table as Prisma's command. Safe to repeat and to run twice at once.
 *
 * @returns the names of the migrations applied now, oldest first
 */
export async function migrate(pool: Pool): Promise<string[]> {
  const lock = await pool.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations({ pgPool: pool, noPreparedStatements: true });
    return await applyPrismaMigrations(pool);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    lock.release();
  }
}

async function applyPrismaMigrations(pool: Pool): Promise<string[]> {
  const migrationsList = await migrationsOnDisk();
  if (await nothingToApply(pool, migrationsList)) return [];
  // Loaded only when it has something to do: most starts find the schema as it is to be.
  const { openSchemaEngine } = await import('./schema-engine.ts');
  const engine = await openSchemaEngine(await schemaText(), new WholeScriptPg(pool));
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList,
      filters: NO_FILTER,
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** Whether exactly the migrations on disk have been applied. */
async function nothingToApply(pool: Pool, onDisk: MigrationList): Promise<boolean> {
  const table = await pool.query(`select to_regclass('_prisma_migrations') as name`);
  if (table.rows[0]?.name === null) return false;
  const { rows } = await pool.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by name`,
  );
  const wanted = onDisk.migrationDirectories.map(({ path }) => path);
  return rows.map((row) => row.name).join() === wanted.toSorted().join();
}

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks function bodies and comments, and
 * runs the pieces outside a transaction. Sent whole, Postgres takes a script as one transaction.
 */
class WholeScriptPg extends PrismaPg {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super(pool);
    this.#pool = pool;
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await this.#pool.query(script);
    };
    return adapter;
  }
}

/**
 * The SQL that makes the tables of `prisma/schema.prisma` in an empty database, as Prisma sees them:
 * without the checks, triggers and functions that the migrations add by hand.
 */
export async function schemaScript(pool: Pool): Promise<string> {
  const schema = await schemaText();
  const { openSchemaEngine } = await import('./schema-engine.ts');
  const engine = await openSchemaEngine(schema, new PrismaPg(pool));
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return stdout ?? '';
  } finally {
    engine.free();
  }
}

async function schemaText(): Promise<string> {
  return readFile(`${PRISMA_FOLDER}schema.prisma`, 'utf8');
}

async function migrationsOnDisk(): Promise<MigrationList> {
  const baseDir = `${PRISMA_FOLDER}migrations`;
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: await readFile(`${baseDir}/${name}/migration.sql`, 'utf8'),
        },
      },
    })),
  );
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}
