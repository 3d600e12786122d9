import type { Tx } from '../../database/client.ts';
import type { ConflictDeps } from '../../initiatives/conflicts-of.ts';
import { conflictsOfItems, subjectFields } from './agenda-items.ts';

/**
 * The items of these sittings about which somebody is in conflict, now or by the frozen roll of a ballot that is
 * open: until its vote is closed they read nothing of how it goes.
 */
export async function barredItems(
  deps: ConflictDeps,
  tx: Tx,
  { personId, sittingIds }: { personId: string; sittingIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  const items = await tx.agendaItem.findMany({
    where: { sittingId: { in: [...sittingIds] } },
    select: subjectFields,
  });
  const conflicts = await conflictsOfItems(deps, tx, items);
  const frozen = await tx.rollEntry.findMany({
    where: {
      personId,
      excluded: { not: null },
      ballot: { state: 'open', agendaItem: { sittingId: { in: [...sittingIds] } } },
    },
    select: { ballot: { select: { agendaItemId: true } } },
  });
  return new Set([
    ...items.flatMap(({ id }) => (conflicts.get(id)?.has(personId) ? [id] : [])),
    ...frozen.map(({ ballot }) => ballot.agendaItemId),
  ]);
}
