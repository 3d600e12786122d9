import type { Tx } from '../../database/client.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { monthDigest, praisePost, readyToEdit } from '../messages.ts';

/**
 * Has everything that a channel shows of an exemplar redrawn in place: its posts, and the digests in which it
 * stands; and the cards of those who edit.
 */
export async function redrawShown(tx: Tx, exemplarId: string): Promise<void> {
  await refreshMessages(tx, praisePost, exemplarId);
  await refreshMessages(tx, readyToEdit, exemplarId);
  const digests = await tx.$queryRaw<{ id: string }[]>`
    select digest.id::text from exemplar_digest as digest
    join exemplar_channel as posted on posted.channel_id = digest.channel_id
    where posted.exemplar_id = ${exemplarId}::uuid`;
  if (digests.length > 0)
    await refreshMessages(
      tx,
      monthDigest,
      digests.map(({ id }) => id),
    );
}

/** Ends the publication, or the waiting for it. The caller holds the exemplar. */
export async function close(
  tx: Tx,
  {
    id,
    state,
    byId,
    reason,
  }: { id: string; state: 'declined' | 'withdrawn'; byId: string; reason: string },
): Promise<void> {
  await tx.$executeRaw`
    update exemplar set state = ${state}::exemplar_state, closed_at = app_now(),
      closed_by_id = ${byId}::uuid, close_reason = ${reason}
    where id = ${id}::uuid`;
  await redrawShown(tx, id);
}

/** Takes a post out of the channels so that its words are written anew. The caller holds the exemplar. */
export async function sendBackToEdit(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    update exemplar set state = 'waiting', search_text = null where id = ${id}::uuid`;
  await redrawShown(tx, id);
}
