import pg from 'pg';
import type { Database, Tx } from '../database/client.ts';

/** First half of the advisory lock that says "this process lives"; the second is the process's own number. */
const LOCK_SPACE = 4793;
const RECONNECT_MS = 1_000;

/**
 * Holds this process's advisory lock on a connection of its own, and takes it again when the
 * connection breaks.
 */
export async function holdLife(
  database: Pick<Database, 'connection'>,
  lock: number,
  heard: { onLoss(error: unknown): void; onReturn(): void },
): Promise<{ end(): Promise<void> }> {
  let ended = false;
  let retry: NodeJS.Timeout | undefined;
  let client = await hold();

  async function hold(): Promise<pg.Client> {
    const fresh = new pg.Client({ ...database.connection, keepAlive: true });
    let reason: unknown;
    fresh.on('error', (error) => {
      reason = error;
    });
    await fresh.connect();
    await fresh.query('select pg_advisory_lock($1, $2)', [LOCK_SPACE, lock]);
    fresh.on('end', () => {
      if (ended) return;
      heard.onLoss(reason);
      again();
    });
    return fresh;
  }

  function again(): void {
    retry = setTimeout(() => {
      hold().then(
        (fresh) => {
          client = fresh;
          if (ended) void fresh.end();
          else heard.onReturn();
        },
        (error: unknown) => {
          heard.onLoss(error);
          if (!ended) again();
        },
      );
    }, RECONNECT_MS).unref();
  }

  return {
    async end() {
      ended = true;
      clearTimeout(retry);
      await client.end();
    },
  };
}

/** Whether nobody holds a process's lock. It is then held by this transaction, so that one process buries it. */
export async function isDead(tx: Tx, lock: number): Promise<boolean> {
  const rows = await tx.$queryRaw<{ dead: boolean }[]>`
    select pg_try_advisory_xact_lock(${LOCK_SPACE}::int, ${lock}::int) as dead`;
  return rows[0]?.dead === true;
}
