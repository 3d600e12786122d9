import type { Tx } from '../database/client.ts';
import { refreshMessages } from '../jobs/outbox.ts';
import { sittingCard } from './messages.ts';

/** Has the card of every sitting that has this initiative on its agenda show how it stands now. */
export async function refreshSittings(tx: Tx, initiativeId: string): Promise<void> {
  const items = await tx.agendaItem.findMany({
    where: { initiativeId },
    distinct: ['sittingId'],
    orderBy: { sittingId: 'asc' },
    select: { sittingId: true },
  });
  for (const { sittingId } of items) await refreshMessages(tx, sittingCard, sittingId);
}
