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

function isConflict(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034';
}
