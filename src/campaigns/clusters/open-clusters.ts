import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { type Ranking, rankingOf, rankingRights } from '../progress/open-ranking.ts';
import { clustersToTake, clusterYear } from '../year-clusters/take-clusters.ts';

/** The clusters of a campaign with the ranking within each, and what the reader may do about them. */
export interface OpenedClusters extends Ranking {
  measures: boolean;
  /** The year whose clusters can be taken; null: there is nothing to take. */
  takesOf: number | null;
}

/** For everybody. @throws AppError progress_gone */
export async function openClusters(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<OpenedClusters> {
  const ranking = await rankingOf(deps, campaignId);
  const { campaign } = ranking;
  const { measures } = await rankingRights(deps, actor, campaign);
  const takes = measures && (await clustersToTake(deps.db, campaign)).length > 0;
  return { ...ranking, measures, takesOf: takes ? clusterYear(campaign) : null };
}
