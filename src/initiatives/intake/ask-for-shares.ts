import type { Tx } from '../../database/client.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { shareRequested } from './intake-messages.ts';
import { askedShares } from './share-queries.ts';
import { sharesToConfirm } from './share-rules.ts';

/**
 * Asks the authors of the staff list to confirm their shares: after handing in all of them, after a
 * correction those whose share is another one now (`sharesToConfirm`). Whoever hands in confirms their own by it.
 * Repeating it asks nobody again. Called in the transaction that writes the authors.
 */
export async function askForShares(
  tx: Tx,
  { initiativeId, confirmedById }: { initiativeId: string; confirmedById: string },
): Promise<void> {
  const authors = await tx.initiativeAuthor.findMany({
    where: { initiativeId },
    orderBy: { ordinal: 'asc' },
    select: { personId: true, share: true },
  });
  const asked = await askedShares(tx, initiativeId);
  for (const { personId, share } of sharesToConfirm(authors, asked)) {
    if (personId === confirmedById) await confirmOwn(tx, { initiativeId, personId, share });
    else await ask(tx, { initiativeId, personId, share });
  }
  for (const { id } of asked.values()) await refreshMessages(tx, shareRequested, id);
}

interface Share {
  initiativeId: string;
  personId: string;
  share: number;
}

async function confirmOwn(tx: Tx, { initiativeId, personId, share }: Share): Promise<void> {
  await tx.$executeRaw`
    insert into share_request (initiative_id, person_id, share, answer, answered_at)
    values (${initiativeId}::uuid, ${personId}::uuid, ${share}, 'confirmed', app_now())
    on conflict (initiative_id, person_id) where answer is null
    do update set share = excluded.share, answer = excluded.answer, answered_at = excluded.answered_at`;
}

async function ask(tx: Tx, { initiativeId, personId, share }: Share): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into share_request (initiative_id, person_id, share)
    values (${initiativeId}::uuid, ${personId}::uuid, ${share})
    on conflict (initiative_id, person_id) where answer is null
    do update set share = excluded.share, asked_at = app_now(), reminded_at = null
    returning id::text`;
  for (const { id } of rows)
    await sendMessage(tx, shareRequested, {
      to: { personId },
      params: {},
      subjectId: id,
      dedupeKey: `${shareRequested.purpose}:${id}:${share}`,
    });
}
