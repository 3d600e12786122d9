import type { Tx } from '../../database/client.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { escalation, urging } from '../messages.ts';

/**
 * Has the messages redrawn that name a campaign's units as late.
 *
 * @param of.unitId only those that name this unit
 */
export async function redrawUrgings(
  tx: Tx,
  of: { campaignId: string; unitId?: string },
): Promise<void> {
  const rows = await tx.campaignUrging.findMany({
    where: of,
    select: { toldIds: true, escalatedToIds: true },
  });
  const told = new Set(rows.flatMap(({ toldIds }) => toldIds));
  const above = new Set(rows.flatMap(({ escalatedToIds }) => escalatedToIds));
  if (told.size > 0) await refreshMessages(tx, urging, [...told]);
  if (above.size > 0) await refreshMessages(tx, escalation, [...above]);
}
