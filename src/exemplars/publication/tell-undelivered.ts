import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import type { Deps } from '../../kernel/deps.ts';
import { postUndelivered, praisePost } from '../messages.ts';

/**
 * Tells whoever published it that a channel did not take a post, once for each failure; the channel is no
 * more one in which it stands, so that it can be posted there again. It looks for them by itself at every tick.
 */
export async function tellUndelivered(deps: Pick<Deps, 'db'>): Promise<void> {
  const dead = await deps.db.$queryRaw<
    { id: string; exemplarId: string; channelId: string; reason: string; editorId: string }[]
  >`
    select dead.id::text, exemplar.id::text as "exemplarId", dead.channel_id as "channelId",
      coalesce(dead.error, '') as reason, coalesce(edited_by_id, published_by_id)::text as "editorId"
    from outgoing_message as dead join exemplar on exemplar.id = dead.subject_id
    where dead.purpose = ${praisePost.purpose} and dead.state = 'dead'
      and not exists (
        select from outgoing_message as told
        where told.dedupe_key = ${`${postUndelivered.purpose}:`}::text || dead.id)
    order by dead.seq`;
  for (const { id, exemplarId, channelId, reason, editorId } of dead) {
    await inTransaction(deps.db, async (tx) => {
      await tx.exemplarChannel.deleteMany({ where: { exemplarId, channelId } });
      await sendMessage(tx, postUndelivered, {
        to: { personId: editorId },
        params: { channelId, reason },
        subjectId: exemplarId,
        dedupeKey: `${postUndelivered.purpose}:${id}`,
      });
    });
  }
}
