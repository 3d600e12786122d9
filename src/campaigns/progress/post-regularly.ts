import type { FiguresRhythm } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { nextOfficeHour } from '../../kernel/office-hours.ts';
import { dateColumn, instantAt } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { POSTING_TIME } from '../rules.ts';
import { openPoints } from './adjust-points.ts';
import { postedLinesOf, postIn } from './post-ranking.ts';
import { lockProgress, progressOf } from './progress-queries.ts';
import { postingDay, takesFigures } from './progress-rules.ts';

/**
 * Sets how often the ranking of a campaign is posted by itself, for whoever may launch it; from the next such day on.
 *
 * @returns false when it stood so already
 * @throws AppError progress_gone, may_not_launch, not_taken
 */
export async function setRankingRhythm(
  deps: Deps,
  { actor, campaignId, every }: { actor: Actor; campaignId: string; every: FiguresRhythm },
): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    await lockProgress(tx, campaignId);
    await openPoints(deps, tx, { actor, campaignId });
    const { rankingEvery: before } = await tx.campaign.findUniqueOrThrow({
      where: { id: campaignId },
      select: { rankingEvery: true },
    });
    if (before === every) return false;
    await tx.campaign.update({
      where: { id: campaignId },
      data: {
        ...{ rankingEvery: every, rankingSetById: actor.personId },
        rankingSeenTo: dateColumn(today(deps)),
      },
    });
    await audit(tx, {
      kind: 'campaign.ranking_rhythm_set',
      subjectId: campaignId,
      actorId: actor.personId,
      before: { every: before },
      after: { every },
    });
    return true;
  });
}

/**
 * Posts the rankings whose day has come, from 08:00 on, once for each day on however many machines; one that is late is
 * posted when somebody looks. Where nothing has changed since the last posting, or nobody has reported, none is made.
 */
export async function postRankingsRegularly(deps: Deps): Promise<void> {
  const { db, clock, zone } = deps;
  const on = today(deps);
  const rows = await db.campaign.findMany({
    where: { state: { in: ['published', 'closed'] }, rankingEvery: { not: 'none' } },
    orderBy: { id: 'asc' },
    select: { ...{ id: true, rankingEvery: true, rankingSetById: true } },
  });
  for (const { id, rankingEvery, rankingSetById: actorId } of rows) {
    const day = postingDay(rankingEvery, on);
    if (!day || !actorId) continue;
    if (clock.now() < nextOfficeHour(instantAt(day, POSTING_TIME, zone), zone)) continue;
    await inTransaction(db, async (tx) => {
      const claimed = await tx.$executeRaw`
        update campaign set ranking_seen_to = ${day}::date
        where id = ${id}::uuid and state in ('published', 'closed') and ranking_every <> 'none' and ranking_seen_to < ${day}::date`;
      if (claimed === 0) return;
      const campaign = await progressOf(tx, id, on);
      if (!takesFigures(campaign, on)) return;
      const { lines, changed } = await postedLinesOf(tx, campaign);
      if (!changed || lines.every(({ rank }) => rank === null)) return;
      await postIn(tx, campaign, { actorId, day: on });
    });
  }
}
