import { createHash } from 'node:crypto';
import type {
  CampaignAudience,
  CampaignKind,
  CampaignState,
  Role,
} from '../database/generated/enums.ts';
import { addDays, type Day } from '../kernel/time.ts';
import { daysBetween } from '../rulebook/calendar.ts';

/** Most characters of each text, and most channels; together they fit one Slack message. */
export const LIMITS = {
  name: 120,
  basis: 500,
  objective: 1_000,
  content: 2_000,
  criteria: 2_000,
  rewards: 1_000,
  channels: 10,
} as const;

/** Roles that may launch a campaign for the unit they are granted in and every unit below it. */
export const LAUNCHING_ROLES: readonly Role[] = ['head', 'secretary', 'communications'];

/** Days; no reminder comes earlier before the end than this. */
export const LONGEST_LEAD = 7;

/** When the reminder and the closing are posted, on the wall clock of the organisation. */
export const POSTING_TIME = '08:00';

/** What the author fills in: the essentials of a plan under Điều 17 Luật Thi đua, khen thưởng 2022. */
export interface CampaignPlan {
  name: string;
  kind: CampaignKind;
  audience: CampaignAudience;
  startsOn: Day;
  endsOn: Day;
  unitId: string;
  contactId: string;
  channelIds: readonly string[];
  basis: string;
  objective: string;
  content: string;
  criteria: string;
  rewards: string | null;
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

/**
 * A short mark of a plan's content. A preview's buttons carry the mark of what the preview shows, so
 * that nobody launches words that they have not seen.
 */
export function planMark(plan: CampaignPlan): string {
  const content = [
    plan.name,
    plan.kind,
    plan.audience,
    plan.startsOn,
    plan.endsOn,
    plan.unitId,
    plan.contactId,
    [...plan.channelIds].sort(),
    plan.basis,
    plan.objective,
    plan.content,
    plan.criteria,
    plan.rewards,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
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
