import type { Tx } from '../../database/client.ts';
import type { Day } from '../../kernel/time.ts';

/** Checks of a campaign in numbers. */
export interface CheckCounts {
  /** Those that were not struck. */
  planned: number;
  /** All their units are recorded. */
  done: number;
  overdue: number;
  struck: number;
  /** Units where a check has found something, good or wrong. */
  recorded: number;
  /** Of those, where something was to be mended. */
  toMend: number;
  /** Accepted by those who check. */
  mended: number;
  /** Not accepted, and its day is over. */
  mendingOverdue: number;
}

export async function checkCounts(
  tx: Tx,
  { campaignId, on }: { campaignId: string; on: Day },
): Promise<CheckCounts> {
  const [row] = await tx.$queryRaw<CheckCounts[]>`
    with checked as (
      select campaign_check.id, planned_on, struck_at is not null as struck,
        count(checked.id) > 0 and bool_and(checked.recorded_at is not null) as done
      from campaign_check left join campaign_check_unit checked on checked.check_id = campaign_check.id
      where campaign_id = ${campaignId}::uuid
      group by campaign_check.id
    ), finding as (
      select part.mend is not null as to_mend, part.mend_by,
        exists (select from campaign_mending mending
          where mending.check_unit_id = part.id and mending.outcome = 'accepted') as mended
      from campaign_check_unit part join campaign_check on campaign_check.id = part.check_id
      where campaign_id = ${campaignId}::uuid and part.recorded_at is not null
    )
    select (select count(*)::int from checked where not struck) as planned,
      (select count(*)::int from checked where not struck and done) as done,
      (select count(*)::int from checked where not struck and not done and planned_on < ${on}::date) as overdue,
      (select count(*)::int from checked where struck) as struck,
      (select count(*)::int from finding) as recorded,
      (select count(*)::int from finding where to_mend) as "toMend",
      (select count(*)::int from finding where to_mend and mended) as mended,
      (select count(*)::int from finding where to_mend and not mended and mend_by < ${on}::date)
        as "mendingOverdue"`;
  if (!row) throw new Error('a count without a row');
  return row;
}
