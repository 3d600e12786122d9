import { inTransaction } from '../database/transaction.ts';
import { refreshMessages, sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Actor } from '../people/actor.ts';
import { listReceivers, maySubmitList } from './list-authority.ts';
import { changedSince, findList, listsBelow, seasonCounts, type UnitList } from './list-queries.ts';
import { listToAccept } from './messages.ts';
import { unitsById } from './queries.ts';
import { seasonPhrases } from './season-phrases.ts';

/**
 * Sends the registrations of a unit, and of all below it, to the level above as one list. A list that
 * was returned, or in which something changed since, is sent anew; one that waits or was accepted as it
 * stands is answered the same and nothing is written.
 *
 * @throws AppError when the actor does not head the unit, nothing is above it, nobody registered, or
 *   something in it waits to be confirmed or accepted first
 */
export async function submitList(
  deps: Deps,
  input: { actor: Actor; unitId: string; year: number },
): Promise<UnitList> {
  const { actor, unitId, year } = input;
  const on = today(deps);
  if (!maySubmitList(actor, unitId)) throw refusal('not_head_of_unit', (say) => say.notListHead);
  return inTransaction(deps.db, async (tx) => {
    const [unit] = await unitsById(tx, [unitId]);
    if (!unit?.parentId) throw refusal('nothing_above', (say) => say.nothingAbove);
    await tx.$queryRaw`select id from unit where id = ${unitId}::uuid for update`;
    const before = await findList(tx, { unitId_year: { unitId, year } });
    if (before && before.state !== 'returned') {
      const since = { unitId, year, since: before.submittedAt, on };
      if ((await changedSince(tx, since)) === 0) return before;
    }
    const counts = await seasonCounts(tx, { unitId, year, on });
    if (counts.submitted > 0)
      throw refusal('list_waits', (say) => say.listWaits({ count: counts.submitted }));
    if (counts.confirmed + counts.collectives === 0)
      throw refusal('list_empty', (say) => say.listEmpty({ year }));
    const waiting = (await listsBelow(tx, { unitId, year })).filter(
      ({ state }) => state === 'submitted',
    );
    if (waiting.length > 0) {
      const units = waiting.map(({ unitName }) => unitName).join(', ');
      throw refusal('lists_wait', (say) => say.listsBelowWait({ units }));
    }
    await tx.$executeRaw`
      insert into registration_list (unit_id, year, submitted_by_id)
      values (${unitId}::uuid, ${year}::int, ${actor.personId}::uuid)
      on conflict (unit_id, year) do update
      set state = 'submitted', revision = registration_list.revision + 1,
        submitted_by_id = excluded.submitted_by_id, submitted_at = app_now(),
        return_reason = null, settled_by_id = null, settled_at = null`;
    const list = await findList(tx, { unitId_year: { unitId, year } });
    if (!list) throw new Error('a list that was written is not there');
    await audit(tx, {
      kind: 'titles.list_submitted',
      subjectId: list.id,
      actorId: actor.personId,
      after: { revision: list.revision, year, ...counts },
    });
    if (before) await refreshMessages(tx, listToAccept, list.id);
    for (const personId of await listReceivers(tx, list, on)) {
      await sendMessage(tx, listToAccept, {
        to: { personId },
        params: { revision: list.revision },
        subjectId: list.id,
        dedupeKey: `${listToAccept.purpose}:${list.id}:${list.revision}:${personId}`,
      });
    }
    return list;
  });
}

function refusal(code: string, say: (p: (typeof seasonPhrases)['vi']) => string): AppError {
  return new AppError(code, { say: (language) => say(seasonPhrases[language]) });
}
