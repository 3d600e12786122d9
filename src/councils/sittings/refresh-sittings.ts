import type { Tx } from '../../database/client.ts';
import { refreshMessages, refreshMessageTo } from '../../jobs/outbox.ts';
import { invitation, sittingCard } from '../messages.ts';

/** Has the cards of every sitting that has this on its agenda show how it stands now. */
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
  for (const { sittingId } of own) await refreshAgenda(tx, sittingId);
}

/** Has the cards on which a sitting's agenda stands, of who runs it and of its members, show how it stands now. */
export async function refreshAgenda(tx: Tx, sittingId: string): Promise<void> {
  await refreshMessages(tx, sittingCard, sittingId);
  await refreshMessages(tx, invitation, sittingId);
}

/** Has the cards on which a member's declared conflicts stand, their own and that of who runs the sitting, show them. */
export async function refreshDeclared(
  tx: Tx,
  { sittingId, personId }: { sittingId: string; personId: string },
): Promise<void> {
  await refreshMessageTo(tx, invitation, { subjectId: sittingId, personId });
  await refreshMessages(tx, sittingCard, sittingId);
}
