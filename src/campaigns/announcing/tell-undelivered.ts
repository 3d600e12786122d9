import type { Db } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import type { Deps } from '../../kernel/deps.ts';
import { announcement, rankingPosted, rankingUndelivered, undelivered } from '../messages.ts';

/**
 * Tells the authors of announcements that a channel did not take, once for each. It looks for them by
 * itself at every tick.
 */
export async function tellUndelivered(deps: Pick<Deps, 'db'>): Promise<void> {
  for (const dead of await untoldAnnouncements(deps.db)) {
    await inTransaction(deps.db, (tx) =>
      sendMessage(tx, undelivered, {
        to: { personId: dead.authorId },
        params: { messageId: dead.messageId, channelId: dead.channelId, reason: dead.reason },
        subjectId: dead.campaignId,
        dedupeKey: `${undelivered.purpose}:${dead.messageId}`,
      }),
    );
  }
}

/** Tells those who posted rankings that a channel did not take, once for each. */
export async function tellUndeliveredRankings(deps: Pick<Deps, 'db'>): Promise<void> {
  for (const dead of await untoldRankings(deps.db)) {
    const { rankingId, postedById, ...params } = dead;
    await inTransaction(deps.db, (tx) =>
      sendMessage(tx, rankingUndelivered, {
        ...{ to: { personId: postedById }, params, subjectId: rankingId },
        dedupeKey: `${rankingUndelivered.purpose}:${dead.messageId}`,
      }),
    );
  }
}

interface DeadRanking {
  messageId: string;
  channelId: string;
  reason: string;
  rankingId: string;
  postedById: string;
}

function untoldRankings(db: Db): Promise<DeadRanking[]> {
  return db.$queryRaw<DeadRanking[]>`
    select dead.id as "messageId", dead.channel_id as "channelId", dead.error as reason,
      ranking.id as "rankingId", ranking.posted_by_id as "postedById"
    from outgoing_message dead join campaign_ranking ranking on ranking.id = dead.subject_id
    where dead.purpose = ${rankingPosted.purpose} and dead.state = 'dead'
      and not exists (
        select from outgoing_message told
        where told.dedupe_key = ${`${rankingUndelivered.purpose}:`}::text || dead.id)
    order by dead.seq`;
}

interface DeadAnnouncement {
  messageId: string;
  channelId: string;
  reason: string;
  campaignId: string;
  authorId: string;
}

function untoldAnnouncements(db: Db): Promise<DeadAnnouncement[]> {
  return db.$queryRaw<DeadAnnouncement[]>`
    select dead.id as "messageId", dead.channel_id as "channelId", dead.error as reason,
      campaign.id as "campaignId", campaign.author_id as "authorId"
    from outgoing_message dead join campaign on campaign.id = dead.subject_id
    where dead.purpose = ${announcement.purpose} and dead.state = 'dead'
      and not exists (
        select from outgoing_message told
        where told.dedupe_key = ${`${undelivered.purpose}:`}::text || dead.id)
    order by dead.seq`;
}
