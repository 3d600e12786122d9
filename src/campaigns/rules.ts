import { createHash } from 'node:crypto';
import type {
  CampaignAudience,
  CampaignKind,
  CampaignState,
  FiguresRhythm,
  Role,
} from '../database/generated/enums.ts';
import { addDays, type Day } from '../kernel/time.ts';
import { daysBetween } from '../rulebook/calendar.ts';
import type { CampaignRules } from '../rulebook/campaign-rules.ts';

/**
 * Most characters of each text, and most of what is listed; the texts of an announcement with its newest notes of
 * changes fit one Slack message.
 */
export const LIMITS = {
  name: 120,
  basis: 500,
  objective: 1_000,
  content: 1_900,
  measures: 1_500,
  criteria: 2_000,
  rewards: 800,
  budgetSource: 200,
  pictureAlt: 200,
  note: 200,
  reason: 1_000,
  channels: 10,
  scope: 20,
  checks: 24,
  prizes: 9_999,
  budget: 1_000_000_000_000,
  drafts: 10,
  escalateDays: 60,
} as const;

/** Roles that may write the plan of a campaign for the unit they are granted in and every unit below it. */
export const WRITING_ROLES: readonly Role[] = ['head', 'secretary', 'communications'];

/** Roles that may launch one, by the rule in force (`campaigns.launching`). */
export const LAUNCHING_ROLES: Readonly<Record<Launchers, readonly Role[]>> = {
  head: ['head'],
  head_secretary: ['head', 'secretary'],
  head_secretary_communications: ['head', 'secretary', 'communications'],
};

/** Who may launch, as the rulebook names it. */
export type Launchers = CampaignRules['launching']['value'];

/** Days; no reminder comes earlier before the end than this. */
export const LONGEST_LEAD = 7;

/** When the reminder and the closing are posted, on the wall clock of the organisation. */
export const POSTING_TIME = '08:00';

/** What the author fills in: a plan under Điều 17 Luật Thi đua, khen thưởng 2022. A draft may lack what is null. */
export interface CampaignPlan {
  name: string;
  kind: CampaignKind;
  audience: CampaignAudience;
  /** The units addressed, each with all below it; none: the launching unit with all below it. */
  scopeUnitIds: readonly string[];
  startsOn: Day;
  endsOn: Day;
  unitId: string;
  contactId: string;
  basis: string;
  objective: string;
  content: string;
  measures: string | null;
  /** A line each, with the most points. */
  criteria: string;
  /** Days on which the carrying out is checked. */
  checkDays: readonly Day[];
  midtermOn: Day | null;
  finalReviewOn: Day | null;
  rewards: string | null;
  prizes: number | null;
  /** In đồng. */
  budget: number | null;
  budgetSource: string | null;
  channelIds: readonly string[];
  /** Announced to everybody in its scope by direct message, too. */
  toPersons: boolean;
  /** The first posting calls everybody in the channel. */
  mentionsChannel: boolean;
  /** Null: as soon as it is approved. */
  launchAt: Date | null;
  picture: Picture | null;
  /** The last day for pledges of units; null: they are not urged to pledge. */
  pledgeBy: Day | null;
  /** How often units are to enter their figures. */
  figuresEvery: FiguresRhythm;
  /** Working days after urging until the level above is told. */
  escalateDays: number;
}

/** A picture that lies in Slack. */
export interface Picture {
  fileId: string;
  /** What it shows, for those who do not see it. */
  alt: string;
}

/** Whether the last step of the form was filled in too. */
export function isWhole(plan: CampaignPlan): boolean {
  const { measures, finalReviewOn, rewards, prizes, budget, checkDays, channelIds } = plan;
  return (
    ![measures, finalReviewOn, rewards, prizes, budget].includes(null) &&
    checkDays.length > 0 &&
    channelIds.length > 0
  );
}

export type ScheduleProblem = 'ends_before_start' | 'already_over';

/** What is wrong with the days of a campaign, or null. A single day is in order; so is one that has begun. */
export function scheduleProblem(
  plan: Pick<CampaignPlan, 'startsOn' | 'endsOn'>,
  today: Day,
): ScheduleProblem | null {
  if (plan.endsOn < plan.startsOn) return 'ends_before_start';
  return plan.endsOn < today ? 'already_over' : null;
}

/**
 * Days from the reminder to the last day: a quarter of the campaign's length, both ends counted and
 * rounded down, but at least 1 and at most `LONGEST_LEAD`.
 */
export function reminderLead(plan: Pick<CampaignPlan, 'startsOn' | 'endsOn'>): number {
  const length = daysBetween(plan.startsOn, plan.endsOn) + 1;
  return Math.max(1, Math.min(LONGEST_LEAD, Math.floor(length / 4)));
}

/** The day whose morning brings the reminder; none comes when the launch is later than that moment. */
export function reminderDay(plan: Pick<CampaignPlan, 'startsOn' | 'endsOn'>): Day {
  return addDays(plan.endsOn, -reminderLead(plan));
}

/** The day whose morning brings the closing: the one after the last. */
export function closingDay(plan: Pick<CampaignPlan, 'endsOn'>): Day {
  return addDays(plan.endsOn, 1);
}

/** Published and not past its last day. */
export function isRunning(campaign: { state: CampaignState; endsOn: Day }, today: Day): boolean {
  return campaign.state === 'published' && today <= campaign.endsOn;
}

/** What a campaign comes to in the end. */
export const PAST_STATES = ['reviewed', 'archived', 'withdrawn'] as const;
export type PastState = (typeof PAST_STATES)[number];

export type Stage =
  | 'draft'
  | 'submitted'
  | 'approved'
  /** Launched, its first day is yet to come. */
  | 'launched'
  | 'running'
  /** Running, and the day of its mid-term review has come. */
  | 'midterm'
  | 'awaiting_review'
  | PastState;

/** Where a campaign stands on a day: what was decided is stored, the rest follows from its days. */
export function stageOf(
  campaign: { state: CampaignState } & Pick<CampaignPlan, 'startsOn' | 'endsOn' | 'midtermOn'>,
  today: Day,
): Stage {
  const { state, startsOn, endsOn, midtermOn } = campaign;
  if (state === 'closed') return 'awaiting_review';
  if (state !== 'published') return state;
  if (today > endsOn) return 'awaiting_review';
  if (today < startsOn) return 'launched';
  return midtermOn !== null && today >= midtermOn ? 'midterm' : 'running';
}

/**
 * A short mark of a plan's content. A preview's buttons carry the mark of what the preview shows, so
 * that nobody launches words that they have not seen.
 */
export function planMark(plan: CampaignPlan): string {
  const content = [
    plan.name,
    plan.kind,
    plan.audience,
    plan.scopeUnitIds.toSorted(),
    plan.startsOn,
    plan.endsOn,
    plan.unitId,
    plan.contactId,
    plan.channelIds.toSorted(),
    plan.basis,
    plan.objective,
    plan.content,
    plan.measures,
    plan.criteria,
    plan.checkDays.toSorted(),
    plan.midtermOn,
    plan.finalReviewOn,
    plan.rewards,
    plan.prizes,
    plan.budget,
    plan.budgetSource,
    plan.toPersons,
    plan.mentionsChannel,
    plan.launchAt,
    plan.picture && [plan.picture.fileId, plan.picture.alt],
    // Plans of before there was urging keep the mark that others have seen.
    ...(isChased(plan) ? [plan.pledgeBy, plan.figuresEvery, plan.escalateDays] : []),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}

function isChased({ pledgeBy, figuresEvery, escalateDays }: CampaignPlan): boolean {
  const { pledgeBy: by, figuresEvery: every, escalateDays: days } = NOT_CHASED;
  return pledgeBy !== by || figuresEvery !== every || escalateDays !== days;
}

/** A plan before its third step, and campaigns of before there was urging. */
export const NOT_CHASED = { pledgeBy: null, figuresEvery: 'none', escalateDays: 3 } as const;

/** A plan as the audit and a revision keep it. */
export function planRecord(plan: CampaignPlan) {
  const { launchAt, picture, ...rest } = plan;
  return {
    ...rest,
    scopeUnitIds: [...plan.scopeUnitIds],
    checkDays: [...plan.checkDays],
    channelIds: [...plan.channelIds],
    launchAt: launchAt?.toISOString() ?? null,
    picture: picture && { ...picture },
  };
}

/** Who can be registered as joining. */
export type Joiner = { kind: 'person' } | { kind: 'unit'; unitId: string };

/**
 * Whom a person can register in a campaign: themselves where persons are invited, each unit that they
 * head where collectives are.
 */
export function possibleJoiners(
  audience: CampaignAudience,
  headedUnitIds: readonly string[],
): Joiner[] {
  const self: Joiner[] = audience === 'collectives' ? [] : [{ kind: 'person' }];
  const units: Joiner[] =
    audience === 'persons' ? [] : headedUnitIds.map((unitId) => ({ kind: 'unit', unitId }));
  return [...self, ...units];
}

/** PT-2026-001; the number has at least three digits. */
export function campaignCode(year: number, number: number): string {
  return `PT-${year}-${String(number).padStart(3, '0')}`;
}
