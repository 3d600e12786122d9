import type { Tx } from '../../database/client.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { sittingCard } from '../messages.ts';

/** Has the card of every sitting that has this on its agenda show how it stands now. */
export async function refreshSittings(
  tx: Tx,
  about: { initiativeId: string } | { itemId: string },
): Promise<void> {
  const where = 'itemId' in about ? { id: about.itemId } : about;
  const own = await tx.agendaItem.findMany({
    where,
    distinct: ['sittingId'],
    orderBy: { sittingId: 'asc' },
    select: { sittingId: true, initiativeId: true },
  });
  const [first] = own;
  if ('itemId' in about && first?.initiativeId)
    return refreshSittings(tx, { initiativeId: first.initiativeId });
  for (const { sittingId } of own) await refreshMessages(tx, sittingCard, sittingId);
}
