import { inTransaction } from '../database/transaction.ts';
import { refreshMessages } from '../jobs/outbox.ts';
import type { Deps } from '../kernel/deps.ts';
import { checked } from './messages.ts';

/** Throws away what was checked a day ago and nobody settled: a file holds people's data. */
export async function discardOldRuns(deps: Deps): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const runs = await tx.$queryRaw<{ id: string }[]>`
      update import_run set state = 'discarded', settled_at = app_now(), rows = '[]'
      where state = 'checked' and rows <> '[]' and created_at < app_now() - interval '24 hours'
      returning id::text`;
    for (const { id } of runs) await refreshMessages(tx, checked, id);
  });
}
