import type { Tx } from '../../database/client.ts';
import { refreshMessages, refreshMessageTo } from '../../jobs/outbox.ts';
import { invitation, sittingCard } from '../messages.ts';

/** Has the cards of every sitting that has any of these on its agenda show how it stands now. */
export async function refreshSittings(
  tx: Tx,
  about: { initiativeIds: readonly string[] } | { itemIds: readonly string[] },
): Promise<void> {
  const where =
    'initiativeIds' in about
      ? { initiativeId: { in: [...about.initiativeIds] } }
      : {
          OR: [
            { id: { in: [...about.itemIds] } },
            { initiative: { agendaItems: { some: { id: { in: [...about.itemIds] } } } } },
          ],
        };
  const items = await tx.agendaItem.findMany({
    where,
    distinct: ['sittingId'],
    select: { sittingId: true },
  });
  await refreshAgenda(
    tx,
    items.map(({ sittingId }) => sittingId),
  );
}

/** Has the cards on which a sitting's agenda stands, of who runs it and of its members, show how it stands now. */
export async function refreshAgenda(tx: Tx, sittingIds: string | readonly string[]): Promise<void> {
  await refreshMessages(tx, sittingCard, sittingIds);
  await refreshMessages(tx, invitation, sittingIds);
}

/** Has the cards on which a member's declared conflicts stand, their own and that of who runs the sitting, show them. */
export async function refreshDeclared(
  tx: Tx,
  { sittingId, personId }: { sittingId: string; personId: string },
): Promise<void> {
  await refreshMessageTo(tx, invitation, { subjectId: sittingId, personId });
  await refreshMessages(tx, sittingCard, sittingId);
}
