import { PrismaPg } from '@prisma/adapter-pg';
import type { Transaction } from '@prisma/driver-adapter-utils';

/**
 * Prisma reads the relations of a row at the same time. In a transaction they come to one connection,
 * which `pg` will soon no longer queue for: so each waits here for the one before it.
 */
export class PgAdapter extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => oneByOne(await start(isolationLevel));
    return adapter;
  }
}

function oneByOne(transaction: Transaction): Transaction {
  const { queryRaw, executeRaw } = transaction;
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    // Whoever asked is told of a failure; the next one has its turn all the same.
    last = done.catch(() => undefined);
    return done;
  }
  transaction.queryRaw = (query) => inTurn(() => queryRaw.call(transaction, query));
  transaction.executeRaw = (query) => inTurn(() => executeRaw.call(transaction, query));
  return transaction;
}
