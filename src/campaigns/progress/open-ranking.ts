import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { mayLaunch, mayWrite } from '../authority.ts';
import { unitsEntered } from './enter-figures.ts';
import {
  type ProgressCampaign,
  progressGone,
  progressOf,
  type Standing,
  standingsOf,
} from './progress-queries.ts';
import { takesFigures } from './progress-rules.ts';
import { type Ranked, rankUnits } from './ranking.ts';

/** The ranking of a campaign; nothing in it says who entered what. */
export interface Ranking {
  campaign: ProgressCampaign;
  lines: readonly Ranked<Standing>[];
}

/** What the reader may do about it. */
export interface RankingRights {
  enters: boolean;
  measures: boolean;
  /** Gives points and posts the ranking. */
  gives: boolean;
}

/**
 * The ranking of a launched campaign, for everybody: emulation is in public (khoản 1 Điều 5 Luật Thi đua, khen thưởng 2022).
 *
 * @throws AppError progress_gone when there is none, or it is not launched
 */
export async function rankingOf(deps: Deps, campaignId: string): Promise<Ranking> {
  const campaign = await progressOf(deps.db, campaignId, today(deps));
  if (campaign.code === null) throw progressGone();
  return { campaign, lines: rankUnits(campaign.indicators, await standingsOf(deps.db, campaign)) };
}

export async function rankingRights(
  deps: Deps,
  actor: Actor,
  campaign: ProgressCampaign,
): Promise<RankingRights> {
  const { db } = deps;
  const open = takesFigures(campaign, today(deps));
  const [units, measures, launches] = await Promise.all([
    unitsEntered(db, actor, campaign),
    mayWrite(db, actor, campaign.unitId),
    mayLaunch(deps, db, actor, campaign.unitId),
  ]);
  return {
    enters: open && units.length > 0 && campaign.indicators.length > 0,
    measures: open && measures,
    gives: open && launches,
  };
}
