import type { Tx } from '../../database/client.ts';
import type { Day } from '../../kernel/time.ts';
import { dateColumn } from '../../kernel/time.ts';
import { nearestHolders } from '../../people/queries.ts';
import { lineAbove } from '../../people/unit-tree.ts';
import type { Late } from './late-queries.ts';

/**
 * Who is urged: the heads of the unit, else of the nearest one above that has any; about figures also the unit's own
 * secretaries, and those who have entered figures for it and may still.
 */
export async function urgedPersons(tx: Tx, late: Late, on: Day): Promise<string[]> {
  const { unitId, matter } = late;
  const heads = await nearestHolders(tx, { role: 'head', unitId, on });
  if (matter !== 'figures') return heads;
  const day = dateColumn(on);
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    with recursive ${lineAbove(unitId)}
    select distinct role_grant.person_id::text as "personId"
    from role_grant join line on line.id = role_grant.unit_id
    where role_grant.role in ('head', 'secretary') and role_grant.from_date <= ${day}
      and (role_grant.to_date is null or role_grant.to_date >= ${day})
      and (
        (role_grant.role = 'secretary' and line.depth = 1)
        or exists (select from campaign_figure figure
          join campaign_indicator indicator on indicator.id = figure.indicator_id
          where indicator.campaign_id = ${late.campaignId}::uuid and figure.unit_id = ${unitId}::uuid
            and figure.entered_by_id = role_grant.person_id))`;
  return [...new Set([...heads, ...rows.map(({ personId }) => personId)])];
}

/**
 * Whom it is escalated to: the heads of the unit above, else of the nearest above that one; the campaign's contact
 * where there is none, or only those who were urged.
 */
export async function escalatedPersons(
  tx: Tx,
  late: Late,
  { told, on }: { told: readonly string[]; on: Day },
): Promise<string[]> {
  const unit = await tx.unit.findUnique({
    where: { id: late.unitId },
    select: { parentId: true },
  });
  const above = unit?.parentId
    ? await nearestHolders(tx, { role: 'head', unitId: unit.parentId, on, except: told })
    : [];
  return above.length > 0 ? above : [late.campaign.contactId];
}
