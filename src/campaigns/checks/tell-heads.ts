import type { Tx } from '../../database/client.ts';
import { sqlToday } from '../../database/sql-today.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { groupBy } from '../../kernel/group-by.ts';
import { sqlOfficeHours } from '../../kernel/sql-office-hours.ts';
import { nearestHoldersOf } from '../../people/queries.ts';
import { checkAhead } from '../messages.ts';

interface Claimed {
  checkId: string;
  unitId: string;
}

/**
 * Tells heads of a check of their unit that is arranged or was moved, once for each of its days, each head in one message
 * a check, in office hours where the organisation is, until its day is over.
 */
export async function tellHeadsOfChecks(deps: Deps): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const claimed = await tx.$queryRaw<Claimed[]>`
      update campaign_check_unit part set heads_told = planned_on
      from campaign_check join campaign on campaign.id = campaign_check.campaign_id
      where campaign_check.id = part.check_id and struck_at is null and part.recorded_at is null
        and campaign.state in ('published', 'closed')
        and planned_on >= ${sqlToday(deps.zone)} and part.heads_told is distinct from planned_on
        and ${sqlOfficeHours(deps.zone)}
      returning part.check_id::text as "checkId", part.unit_id::text as "unitId"`;
    for (const [checkId, parts] of groupBy(claimed, (one) => one.checkId))
      await tellHeads(deps, tx, { checkId, unitIds: parts.map(({ unitId }) => unitId) });
  });
}

async function tellHeads(
  deps: Deps,
  tx: Tx,
  { checkId, unitIds }: { checkId: string; unitIds: readonly string[] },
): Promise<void> {
  const heads = await nearestHoldersOf(tx, { role: 'head', unitIds, on: today(deps) });
  const byHead = new Map<string, string[]>();
  for (const unitId of unitIds.toSorted())
    for (const head of heads.get(unitId) ?? [])
      byHead.set(head, [...(byHead.get(head) ?? []), unitId]);
  await sendMessages(
    tx,
    checkAhead,
    [...byHead].map(([personId, own]) => ({
      ...{ to: { personId }, params: { unitIds: own }, subjectId: checkId },
    })),
  );
}

/** The heads who were told of a check, each once. */
export async function headsTold(tx: Tx, checkId: string): Promise<string[]> {
  const rows = await tx.outgoingMessage.findMany({
    where: { purpose: checkAhead.purpose, subjectId: checkId },
    distinct: ['personId'],
    select: { personId: true },
    orderBy: { personId: 'asc' },
  });
  return rows.flatMap(({ personId }) => personId ?? []);
}
