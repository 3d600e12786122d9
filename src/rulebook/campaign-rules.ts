import type { CalendarDate } from './calendar.ts';
import type { CampaignsFile } from './campaign-schema.ts';
import { inForce } from './in-force.ts';
import { type Rulebook, RuleNotFoundError } from './rules.ts';

/** What holds for campaigns on a day, each part with where it comes from. */
export interface CampaignRules {
  /** Who may launch one. */
  launching: CampaignsFile['launching'][0];
  /** From so many years on a campaign has a mid-term review. */
  midtermYears: CampaignsFile['midtermYears'][0];
  /** Days from the last day to the final review, as the form proposes. */
  finalReviewDays: CampaignsFile['finalReviewDays'][0];
}

/** @throws RuleNotFoundError for a day before the first rule */
export function campaignRulesOn(rulebook: Rulebook, date: CalendarDate): CampaignRules {
  const { launching, midtermYears, finalReviewDays } = rulebook.campaigns;
  return {
    launching: onDay(launching, date),
    midtermYears: onDay(midtermYears, date),
    finalReviewDays: onDay(finalReviewDays, date),
  };
}

function onDay<T extends { from: string | null; to: string | null }>(
  periods: readonly T[],
  date: CalendarDate,
): T {
  const rule = inForce(periods, date);
  if (!rule) throw new RuleNotFoundError(`No rule on campaigns on ${date}`);
  return rule;
}
