import { z } from 'zod';
import type { Db, Tx } from './client.ts';
import { Prisma } from './generated/client.ts';

const ATTEMPTS = 4;

/**
 * Runs `work` in one transaction; again from the start when the database chose it as the victim of a
 * deadlock or a write conflict. `work` must therefore have no effect outside its transaction.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isConflict(error)) throw error;
    }
  }
}

/** What Postgres says of it, as a raw statement's error carries it: deadlock, or serialization failure. */
const RawConflict = z.object({
  driverAdapterError: z.object({
    cause: z.object({ originalCode: z.enum(['40P01', '40001']) }),
  }),
});

function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === 'P2034' || RawConflict.safeParse(error.meta).success;
}
