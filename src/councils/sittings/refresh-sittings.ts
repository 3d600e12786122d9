import type { Tx } from '../../database/client.ts';
import { refreshMessages, refreshMessageTo } from '../../jobs/outbox.ts';
import { invitation, sittingCard } from '../messages.ts';
import { sameItems } from './same-items.ts';

/**
 * Has the cards of every sitting show how it stands now that has any of these on its agenda; of items also where the
 * same stands as another item (`sameItems`).
 */
export async function refreshSittings(
  tx: Tx,
  about: { initiativeIds: readonly string[] } | { itemIds: readonly string[] },
): Promise<void> {
  await refreshAgenda(
    tx,
    'initiativeIds' in about
      ? await sittingsOnInitiatives(tx, about.initiativeIds)
      : await sittingsOnSame(tx, about.itemIds),
  );
}

/** Has the cards on which a sitting's agenda stands, of who runs it and of its members, show how it stands now. */
export async function refreshAgenda(tx: Tx, sittingIds: string | readonly string[]): Promise<void> {
  await refreshMessages(tx, sittingCard, sittingIds);
  await refreshMessages(tx, invitation, sittingIds);
}

/**
 * Has the cards on which conflicts of these persons stand, their own and those of who runs the sitting, show them. One
 * about an initiative counts at every sitting that has it on its agenda; one about another item only at its own.
 *
 * @param conflicts.sittingId where they were declared; none for those declared to a scoring
 */
export async function refreshDeclared(
  tx: Tx,
  conflicts: {
    sittingId?: string;
    initiativeIds: readonly string[];
    personIds: readonly string[];
  },
): Promise<void> {
  const { sittingId, initiativeIds, personIds } = conflicts;
  const elsewhere = await sittingsOnInitiatives(tx, initiativeIds);
  const sittingIds = [...new Set(sittingId ? [sittingId, ...elsewhere] : elsewhere)];
  await refreshMessageTo(tx, invitation, { subjectId: sittingIds, personId: personIds });
  await refreshMessages(tx, sittingCard, sittingIds);
}

/**
 * Has the cards on which the conflicts of two relatives stand, about what concerns the other, show them as they are since
 * they declared each other, or did no more: at sittings at which that is not decided yet.
 */
export async function refreshRelatives(tx: Tx, pair: readonly [string, string]): Promise<void> {
  const concerned = { in: [...pair] };
  const items = await tx.agendaItem.findMany({
    where: {
      OR: [{ personId: concerned }, { initiative: { authors: { some: { personId: concerned } } } }],
      sitting: { calledOffAt: null },
      ballots: { none: { state: 'closed', result: { not: 'no_quorum' }, annulmentId: null } },
    },
    distinct: ['sittingId'],
    select: { sittingId: true },
  });
  const sittingIds = items.map(({ sittingId }) => sittingId);
  await refreshMessageTo(tx, invitation, { subjectId: sittingIds, personId: pair });
  await refreshMessages(tx, sittingCard, sittingIds);
}

async function sittingsOnInitiatives(tx: Tx, initiativeIds: readonly string[]): Promise<string[]> {
  const items = await tx.agendaItem.findMany({
    where: { initiativeId: { in: [...initiativeIds] } },
    distinct: ['sittingId'],
    select: { sittingId: true },
  });
  return items.map(({ sittingId }) => sittingId);
}

async function sittingsOnSame(tx: Tx, itemIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ sittingId: string }[]>`
    with ${sameItems(itemIds)}
    select distinct sitting_id::text as "sittingId"
    from same join agenda_item on agenda_item.id = same.item`;
  return rows.map(({ sittingId }) => sittingId);
}
