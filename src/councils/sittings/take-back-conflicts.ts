import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError, type Sayable } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import type { Item } from './agenda-items.ts';
import { ownSeat } from './attendance.ts';
import { conflictPhrases as phrases } from './conflict-phrases.ts';
import { declaredConflicts } from './declared-conflicts.ts';
import { itemName } from './item-name.ts';
import { refreshDeclared } from './refresh-sittings.ts';

/**
 * A member takes back a conflict of interest that was declared by mistake, with a reason, as long as no ballot and no
 * scoring left them out by it: afterwards its roll is frozen. What is taken back stands in the audit log.
 *
 * @throws AppError sitting_unknown, sitting_called_off, not_member, nothing_chosen, reason_missing, not_declared,
 *   conflict_fixed
 */
export async function takeBackConflicts(
  deps: Deps,
  input: { actor: Actor; sittingId: string; itemIds: readonly string[]; reason: string },
): Promise<{ items: Item[] }> {
  const { actor, sittingId, itemIds } = input;
  const { personId } = actor;
  if (itemIds.length === 0)
    throw refusal('nothing_chosen', (l) => phrases[l].nothingChosen, 'items');
  const reason = input.reason.normalize('NFC').trim();
  if (reason === '') throw refusal('reason_missing', (l) => phrases[l].reasonMissing, 'reason');
  return inTransaction(deps.db, async (tx) => {
    await ownSeat(deps, tx, { sittingId, personId });
    // Held, so that no ballot and no scoring of them opens meanwhile without the member.
    const held = await tx.$queryRaw<{ initiativeId: string | null }[]>`
      select initiative_id::text as "initiativeId" from agenda_item
      where id = any(${[...itemIds]}::uuid[]) or initiative_id in (
        select initiative_id from agenda_item where id = any(${[...itemIds]}::uuid[]))
      order by id for update`;
    const initiatives = held.flatMap(({ initiativeId }) => initiativeId ?? []);
    await tx.$queryRaw`
      select id from initiative where id = any(${initiatives}::uuid[]) order by id for update`;
    const declared = await declaredConflicts(deps, tx, { sittingId, personIds: [personId] });
    const chosen = declared.filter(({ itemId }) => itemIds.includes(itemId));
    if (chosen.length === 0) throw refusal('not_declared', (l) => phrases[l].notDeclared, 'items');
    const used = chosen.filter((one) => one.used);
    if (used.length > 0) {
      const names = used.map(({ item }) => itemName(item)).join(', ');
      throw refusal('conflict_fixed', (l) => phrases[l].fixed({ names }), 'items');
    }
    const initiativeIds = chosen.flatMap(({ item }) => item.initiative?.id ?? []);
    await tx.itemConflict.deleteMany({
      where: { personId, agendaItemId: { in: chosen.map(({ itemId }) => itemId) } },
    });
    await tx.initiativeConflict.deleteMany({
      where: {
        ...{ personId, declaredById: personId },
        initiativeId: { in: initiativeIds },
      },
    });
    await audit(tx, {
      kind: 'council.conflict_taken_back',
      subjectId: sittingId,
      actorId: personId,
      before: { items: chosen.map(({ itemId }) => itemId) },
      reason,
    });
    await refreshDeclared(tx, { sittingId, initiativeIds, personIds: [personId] });
    return { items: chosen.map(({ item }) => item) };
  });
}

function refusal(code: string, say: Sayable, field: string): AppError {
  return new AppError(code, { say, field });
}
