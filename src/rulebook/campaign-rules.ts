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
  /** Days from the first day to the last one for pledges of units, as the form proposes. */
  pledgeDays: CampaignsFile['pledgeDays'][0];
  /** How often figures are due, as the form proposes. */
  figuresEvery: CampaignsFile['figuresEvery'][0];
  /** Working days in which figures are entered after the day that they are of. */
  figuresGraceDays: CampaignsFile['figuresGraceDays'][0];
  /** Working days from urging to escalation, as the form proposes. */
  escalateDays: CampaignsFile['escalateDays'][0];
  /** Working days before a check on which those who check are told. */
  checkNoticeDays: CampaignsFile['checkNoticeDays'][0];
}

/** @throws RuleNotFoundError for a day before the first rule */
export function campaignRulesOn(rulebook: Rulebook, date: CalendarDate): CampaignRules {
  const file = rulebook.campaigns;
  return {
    launching: onDay(file.launching, date),
    midtermYears: onDay(file.midtermYears, date),
    finalReviewDays: onDay(file.finalReviewDays, date),
    pledgeDays: onDay(file.pledgeDays, date),
    figuresEvery: onDay(file.figuresEvery, date),
    figuresGraceDays: onDay(file.figuresGraceDays, date),
    escalateDays: onDay(file.escalateDays, date),
    checkNoticeDays: onDay(file.checkNoticeDays, date),
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
