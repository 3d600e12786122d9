import { inTransaction } from '../../database/transaction.ts';
import { takeDay } from '../../jobs/take-day.ts';
import type { Deps } from '../../kernel/deps.ts';
import { OFFICE_HOURS } from '../../kernel/office-hours.ts';
import { escalate } from './escalate.ts';
import { latenessesOf } from './late-queries.ts';
import { claimUrgings, tellUrged } from './write-urgings.ts';

/** People are urged in office hours, once a day. */
const GATHERED = { table: 'campaign_urging_day', ...OFFICE_HOURS } as const;

/**
 * Urges the units that are late and were not urged about it, each person in one message a working day, and tells the
 * level above of those that are late still. On however many machines, once.
 */
export async function gatherUrgings(deps: Deps): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const day = await takeDay(deps, tx, GATHERED);
    if (!day) return;
    const late = await latenessesOf(deps, tx);
    const fresh = await claimUrgings(tx, late);
    await tellUrged(tx, { late: fresh, on: day, actorId: null, dedupe: day });
    await escalate(deps, tx, { late, day });
  });
}
