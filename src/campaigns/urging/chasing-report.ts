import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type CheckCounts, checkCounts } from '../checks/check-counts.ts';
import { progressOf } from '../progress/progress-queries.ts';
import { latenessesOf } from './late-queries.ts';

/** How the units of a campaign were urged and checked, in numbers: for its organisers and for reports. */
export interface ChasingReport {
  units: {
    /** Those that are compared in it. */
    all: number;
    /** Urged about anything since the launch. */
    urged: number;
    escalated: number;
    /** Late today. */
    late: number;
  };
  checks: CheckCounts;
}

export async function chasingReport(
  deps: Deps,
  tx: Tx,
  campaignId: string,
): Promise<ChasingReport> {
  const on = today(deps);
  const [{ units }, late, [urged], checks] = await Promise.all([
    progressOf(tx, campaignId, on),
    latenessesOf(deps, tx, [campaignId]),
    tx.$queryRaw<{ urged: number; escalated: number }[]>`
      select count(distinct unit_id)::int as urged,
        (count(distinct unit_id) filter (where escalated_at is not null))::int as escalated
      from campaign_urging where campaign_id = ${campaignId}::uuid`,
    checkCounts(tx, { campaignId, on }),
  ]);
  return {
    units: {
      all: units.length,
      urged: urged?.urged ?? 0,
      escalated: urged?.escalated ?? 0,
      late: new Set(late.map(({ unitId }) => unitId)).size,
    },
    checks,
  };
}
