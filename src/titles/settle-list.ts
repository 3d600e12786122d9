import { inTransaction } from '../database/transaction.ts';
import { refreshMessages, sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import type { Deps } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Actor } from '../people/actor.ts';
import { maySettleList } from './list-authority.ts';
import { findList, type UnitList } from './list-queries.ts';
import { listSettled, listToAccept } from './messages.ts';
import { reasonNeeded } from './refusals.ts';
import { seasonPhrases } from './season-phrases.ts';

export type ListVerdict = { state: 'accepted' } | { state: 'returned'; reason: string };

/**
 * Accepts or returns one revision of a unit's list. Pressing twice answers the same; a press for a
 * revision that is settled or replaced changes nothing and gives back how it stands.
 *
 * @throws AppError when the actor is not of the level above, or a return has no reason
 */
export async function settleList(
  deps: Deps,
  input: { actor: Actor; listId: string; revision: number; verdict: ListVerdict },
): Promise<{ done: boolean; list: UnitList }> {
  const { actor, listId, revision, verdict } = input;
  const reason = verdict.state === 'returned' ? verdict.reason.trim() : null;
  if (reason === '') throw reasonNeeded();
  return inTransaction(deps.db, async (tx) => {
    const before = await findList(tx, { id: listId });
    if (!before || !(await maySettleList(tx, actor, before))) throw notListReceiver();
    const written = await tx.$executeRaw`
      update registration_list
      set state = ${verdict.state}::list_state, return_reason = ${reason}::text,
        settled_by_id = ${actor.personId}::uuid, settled_at = app_now()
      where id = ${listId}::uuid and revision = ${revision}::int and state = 'submitted'`;
    const list = await findList(tx, { id: listId });
    if (!list) throw notListReceiver();
    await refreshMessages(tx, listToAccept, listId);
    if (written === 0) {
      const mine = list.state === verdict.state && list.settledById === actor.personId;
      return { done: mine && list.revision === revision, list };
    }
    await audit(tx, {
      kind: verdict.state === 'accepted' ? 'titles.list_accepted' : 'titles.list_returned',
      subjectId: listId,
      actorId: actor.personId,
      before: { revision, state: 'submitted' },
      after: { revision, state: verdict.state },
      ...(reason === null ? {} : { reason }),
    });
    await sendMessage(tx, listSettled, {
      to: { personId: list.submittedById },
      params: { revision },
      subjectId: listId,
      dedupeKey: `${listSettled.purpose}:${listId}:${revision}`,
    });
    return { done: true, list };
  });
}

/** The list that a card's button is about, for one who may settle it. */
export async function openListSettlement(
  deps: Deps,
  { actor, listId }: { actor: Actor; listId: string },
): Promise<UnitList> {
  const list = await findList(deps.db, { id: listId });
  if (!list || !(await maySettleList(deps.db, actor, list))) throw notListReceiver();
  return list;
}

function notListReceiver(): AppError {
  return new AppError('not_list_receiver', {
    say: (language) => seasonPhrases[language].notListReceiver,
  });
}
