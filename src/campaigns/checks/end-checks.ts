import type { Tx } from '../../database/client.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { checkAhead, checkComing } from '../messages.ts';
import { findChecks } from './check-queries.ts';
import { checkState } from './check-rules.ts';
import { tellChange } from './move-check.ts';

/**
 * Of a campaign that is withdrawn: tells those who check, and heads who were told of it, of each check that was ahead or
 * of today and is not done that it is off; messages about all of them say so.
 */
export async function callChecksOff(
  deps: Deps,
  tx: Tx,
  { campaignId, reason }: { campaignId: string; reason: string },
): Promise<void> {
  await redrawChecks(tx, campaignId);
  const on = today(deps);
  for (const check of await findChecks(tx, { campaignId })) {
    const state = checkState(check, on);
    if (state === 'ahead' || state === 'today') await tellChange(tx, { check, to: null, reason });
  }
}

/** Has the messages about its checks redrawn, for a campaign that has had its final review. */
export async function redrawChecks(tx: Tx, campaignId: string): Promise<void> {
  const checks = await tx.campaignCheck.findMany({ where: { campaignId }, select: { id: true } });
  const ids = checks.map(({ id }) => id);
  for (const kind of [checkComing, checkAhead]) await refreshMessages(tx, kind, ids);
}
