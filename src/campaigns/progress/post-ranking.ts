import { z } from 'zod';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type Day, dateColumn, dayOf } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { rankingPosted } from '../messages.ts';
import { openPoints } from './adjust-points.ts';
import { PostedLine, readLines, recordLine } from './posted-lines.ts';
import { lockProgress, type ProgressCampaign, standingsOf } from './progress-queries.ts';
import { progressRefusal } from './progress-refusal.ts';
import { type RankLine, rankUnits } from './ranking.ts';

/** A ranking as it stands in the channels. */
export interface PostedRanking {
  code: string;
  name: string;
  day: Day;
  postedAt: Date;
  lines: readonly RankLine[];
}

/**
 * Posts the ranking as it is now into the channels of the campaign; posted again on the same day, the messages of
 * that day are changed in place. For whoever may launch it. The same twice is once.
 *
 * @returns the channels, and whether a posting of today was changed or stood already
 * @throws AppError progress_gone, may_not_launch, not_taken, no_indicators
 */
export async function postRanking(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<{ channelIds: readonly string[]; again: boolean }> {
  return inTransaction(deps.db, async (tx) => {
    await lockProgress(tx, campaignId);
    const campaign = await openPoints(deps, tx, { actor, campaignId });
    if (campaign.indicators.length === 0)
      throw progressRefusal('no_indicators', (say) => say.noIndicators);
    return postIn(tx, campaign, { actorId: actor.personId, day: today(deps) });
  });
}

/** The same in the caller's transaction, which has locked the campaign and knows that there is something to rank. */
export async function postIn(
  tx: Tx,
  campaign: ProgressCampaign,
  { actorId, day }: { actorId: string; day: Day },
): Promise<{ channelIds: readonly string[]; again: boolean }> {
  const { id: campaignId, indicators, channelIds } = campaign;
  const lines = rankUnits(indicators, await standingsOf(tx, campaign)).map(recordLine);
  const key = { campaignId_day: { campaignId, day: dateColumn(day) } };
  const before = await tx.campaignRanking.findUnique({
    where: key,
    select: { id: true, lines: true },
  });
  const again = before !== null;
  if (before && same(before.lines, lines)) return { channelIds, again };
  const id = await keep(tx, { campaignId, day, lines, actorId });
  await sendMessages(
    tx,
    rankingPosted,
    channelIds.map((channelId) => ({
      ...{ to: { channelId }, params: {}, subjectId: id },
      dedupeKey: `${rankingPosted.purpose}:${id}:${channelId}`,
    })),
  );
  await refreshMessages(tx, rankingPosted, id);
  await audit(tx, {
    kind: 'campaign.ranking_posted',
    subjectId: campaignId,
    actorId,
    ...(before ? { before: z.array(PostedLine).parse(before.lines) } : {}),
    after: lines,
  });
  return { channelIds, again };
}

/** The ranking as it would be posted now, and whether it differs from the newest posting. */
export async function postedLinesOf(
  tx: Tx,
  campaign: ProgressCampaign,
): Promise<{ lines: PostedLine[]; changed: boolean }> {
  const lines = rankUnits(campaign.indicators, await standingsOf(tx, campaign)).map(recordLine);
  const newest = await tx.campaignRanking.findFirst({
    where: { campaignId: campaign.id },
    orderBy: { day: 'desc' },
    select: { lines: true },
  });
  return { lines, changed: newest === null || !same(newest.lines, lines) };
}

/** A posted ranking; null when it is gone. */
export async function postedRanking(tx: Tx, id: string): Promise<PostedRanking | null> {
  const row = await tx.campaignRanking.findUnique({
    where: { id },
    select: {
      ...{ day: true, lines: true, postedAt: true },
      campaign: { select: { code: true, name: true } },
    },
  });
  if (!row) return null;
  const { campaign, day, lines, postedAt } = row;
  return {
    ...{ code: campaign.code ?? '', name: campaign.name, day: dayOf(day), postedAt },
    lines: readLines(lines),
  };
}

async function keep(
  tx: Tx,
  posting: { campaignId: string; day: Day; lines: PostedLine[]; actorId: string },
): Promise<string> {
  const { campaignId, day, lines, actorId } = posting;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into campaign_ranking (campaign_id, day, lines, posted_by_id)
    values (${campaignId}::uuid, ${day}::date, ${JSON.stringify(lines)}::jsonb, ${actorId}::uuid)
    on conflict (campaign_id, day) do update set lines = excluded.lines,
      posted_by_id = excluded.posted_by_id, posted_at = app_now()
    returning id::text as id`;
  if (!row) throw new Error('a ranking was not kept');
  return row.id;
}

function same(kept: unknown, lines: PostedLine[]): boolean {
  return JSON.stringify(z.array(PostedLine).parse(kept)) === JSON.stringify(lines);
}
