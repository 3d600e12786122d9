import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { phrases } from '../ballots/phrases.ts';
import { type Item, itemFields, itemOf } from './agenda-items.ts';
import { ownSeat } from './attendance.ts';
import { refreshDeclared } from './refresh-sittings.ts';

/**
 * A member declares a conflict of interest about items on an agenda, before their ballots open: they are not on those
 * rolls. Of an initiative it holds for its scoring too. Declared twice is declared once; `takeBackConflicts` undoes it.
 *
 * @throws AppError sitting_unknown, not_member, nothing_chosen, item_gone, ballot_open
 */
export async function declareItemConflicts(
  deps: Deps,
  { actor, sittingId, itemIds }: { actor: Actor; sittingId: string; itemIds: readonly string[] },
): Promise<{ items: Item[] }> {
  if (itemIds.length === 0)
    throw new AppError('nothing_chosen', {
      say: (l) => phrases[l].conflictNothingChosen,
      field: 'items',
    });
  const { personId } = actor;
  return inTransaction(deps.db, async (tx) => {
    await ownSeat(deps, tx, { sittingId, personId });
    // Held, so that no ballot on them opens meanwhile with the member on its roll.
    await tx.$queryRaw`
      select id from agenda_item where sitting_id = ${sittingId}::uuid and id = any(${[...itemIds]}::uuid[])
      order by id for update`;
    const items = await tx.agendaItem.findMany({
      where: { sittingId, id: { in: [...itemIds] } },
      orderBy: { ordinal: 'asc' },
      select: {
        ...itemFields,
        initiativeId: true,
        ballots: { where: { state: 'open' }, take: 1, select: { id: true } },
      },
    });
    if (items.length === 0)
      throw new AppError('item_gone', { say: (l) => phrases[l].itemGone, field: 'items' });
    if (items.some(({ ballots }) => ballots.length > 0))
      throw new AppError('ballot_open', {
        say: (l) => phrases[l].conflictTooLate,
        field: 'items',
      });
    await tx.itemConflict.createMany({
      data: items.flatMap(({ id, initiativeId }) =>
        initiativeId ? [] : [{ agendaItemId: id, personId }],
      ),
      skipDuplicates: true,
    });
    const initiatives = items.flatMap(({ initiativeId }) => initiativeId ?? []);
    await tx.initiativeConflict.createMany({
      data: initiatives.map((initiativeId) => ({ initiativeId, personId, declaredById: personId })),
      skipDuplicates: true,
    });
    await audit(tx, {
      kind: 'council.conflict_declared',
      subjectId: sittingId,
      actorId: personId,
      after: { items: items.map(({ id }) => id) },
    });
    await refreshDeclared(tx, { sittingId, initiativeIds: initiatives, personIds: [personId] });
    return { items: items.map((row) => itemOf(row, deps.rulebook)) };
  });
}
