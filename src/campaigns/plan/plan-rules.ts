import { addDays, type Day, dayIn, readDay } from '../../kernel/time.ts';
import type { CampaignRules } from '../../rulebook/campaign-rules.ts';
import { fold } from '../../rulebook/fold.ts';
import { type CampaignPlan, LIMITS, scheduleProblem } from '../rules.ts';

/** One criterion with the most points it can bring. */
export interface Criterion {
  text: string;
  points: number;
}

export type CriteriaRead =
  | { ok: true; criteria: Criterion[]; total: number }
  /** The first line, counted from 1, that has no points or nothing else. */
  | { ok: false; line: number };

/** The total that is recommended. */
export const RECOMMENDED_TOTAL = 100;

/** `Hồ sơ đúng hạn: 40 điểm`: the points stand last, with or without their word. */
const CRITERION =
  /^[-–•*+\s]*(.*\S)(?:\s*[:;=(]|\s[–-])\s*(\d{1,4})\s*(?:điểm|đ|points?|pts?)?\s*[.;,)]*$/iu;

/** Reads criteria, a line each with the most points. Empty lines are passed over. */
export function readCriteria(text: string): CriteriaRead {
  const criteria: Criterion[] = [];
  for (const [index, line] of text.normalize('NFC').split('\n').entries()) {
    if (line.trim() === '') continue;
    const found = CRITERION.exec(line.trim());
    const points = Number(found?.[2]);
    if (!found?.[1] || !(points >= 1)) return { ok: false, line: index + 1 };
    criteria.push({ text: found[1].trim(), points });
  }
  if (criteria.length === 0) return { ok: false, line: 1 };
  return { ok: true, criteria, total: criteria.reduce((sum, { points }) => sum + points, 0) };
}

export type DaysRead = { ok: true; days: Day[] } | { ok: false; wrong: string };

/** Reads days as people write them, 15/12/2026 with a comma, a semicolon or a new line between; in order, each once. */
export function readDays(text: string): DaysRead {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '' && fold(word) !== 'va');
  const days: Day[] = [];
  for (const word of words) {
    const day = readDay(word);
    if (day === null) return { ok: false, wrong: word };
    days.push(day);
  }
  return { ok: true, days: [...new Set(days)].toSorted() };
}

export type PlanField =
  | 'unit'
  | 'scope'
  | 'endsOn'
  | 'contact'
  | 'criteria'
  | 'measures'
  | 'checks'
  | 'midtermOn'
  | 'finalReviewOn'
  | 'rewards'
  | 'prizes'
  | 'budget'
  | 'budgetSource'
  | 'channels'
  | 'launchAt'
  | 'pledgeBy'
  | 'escalateDays';

export type PlanProblem =
  | { field: 'endsOn'; problem: 'ends_before_start' | 'already_over' }
  | { field: 'criteria'; problem: 'no_points'; line: number }
  | { field: 'measures' | 'rewards' | 'prizes' | 'budget'; problem: 'missing' }
  | { field: 'checks'; problem: 'missing' | 'too_many' }
  | { field: 'checks'; problem: 'outside'; day: Day; from: Day; to: Day }
  | { field: 'midtermOn'; problem: 'missing'; years: number; source: string }
  | { field: 'midtermOn'; problem: 'outside'; from: Day; to: Day }
  | { field: 'finalReviewOn'; problem: 'missing' | 'before_end' }
  | { field: 'budgetSource'; problem: 'missing' }
  | { field: 'channels'; problem: 'count' }
  | { field: 'scope'; problem: 'too_many' }
  | { field: 'launchAt'; problem: 'after_end' }
  | { field: 'pledgeBy'; problem: 'outside'; from: Day; to: Day }
  | { field: 'escalateDays'; problem: 'count' };

/** What is wrong with the first step of a plan on a day; a single day is in order, and so is one that has begun. */
export function essentialsProblems(
  plan: Pick<CampaignPlan, 'startsOn' | 'endsOn' | 'scopeUnitIds'>,
  today: Day,
): PlanProblem[] {
  const schedule = scheduleProblem(plan, today);
  return [
    ...(schedule ? [{ field: 'endsOn', problem: schedule } as const] : []),
    ...(plan.scopeUnitIds.length > LIMITS.scope
      ? [{ field: 'scope', problem: 'too_many' } as const]
      : []),
  ];
}

/** What is wrong with its texts. */
export function textProblems(plan: Pick<CampaignPlan, 'criteria' | 'measures'>): PlanProblem[] {
  const criteria = readCriteria(plan.criteria);
  return [
    ...(plan.measures ? [] : [{ field: 'measures', problem: 'missing' } as const]),
    ...(criteria.ok
      ? []
      : [{ field: 'criteria', problem: 'no_points', line: criteria.line } as const]),
  ];
}

/** What is wrong with how it is organised: checks, reviews, rewards, money, channels, all at once. */
export function organisingProblems(
  plan: CampaignPlan,
  rules: Pick<CampaignRules, 'midtermYears'>,
): PlanProblem[] {
  const { startsOn, endsOn, checkDays, midtermOn, finalReviewOn, budget, channelIds } = plan;
  const problems: PlanProblem[] = [];
  const outside = checkDays.find((day) => day < startsOn || day > endsOn);
  if (checkDays.length === 0) problems.push({ field: 'checks', problem: 'missing' });
  else if (checkDays.length > LIMITS.checks)
    problems.push({ field: 'checks', problem: 'too_many' });
  else if (outside)
    problems.push({
      field: 'checks',
      problem: 'outside',
      day: outside,
      from: startsOn,
      to: endsOn,
    });
  const { value: years, source } = rules.midtermYears;
  if (midtermOn === null && lastsYears(plan, years))
    problems.push({ field: 'midtermOn', problem: 'missing', years, source });
  if (midtermOn !== null && (midtermOn <= startsOn || midtermOn >= endsOn))
    problems.push({ field: 'midtermOn', problem: 'outside', from: startsOn, to: endsOn });
  if (finalReviewOn === null) problems.push({ field: 'finalReviewOn', problem: 'missing' });
  else if (finalReviewOn < endsOn) problems.push({ field: 'finalReviewOn', problem: 'before_end' });
  if (!plan.rewards) problems.push({ field: 'rewards', problem: 'missing' });
  if (plan.prizes === null) problems.push({ field: 'prizes', problem: 'missing' });
  if (budget === null) problems.push({ field: 'budget', problem: 'missing' });
  if (budget !== null && budget > 0 && !plan.budgetSource)
    problems.push({ field: 'budgetSource', problem: 'missing' });
  if (channelIds.length === 0 || channelIds.length > LIMITS.channels)
    problems.push({ field: 'channels', problem: 'count' });
  return [...problems, ...chasingProblems(plan)];
}

/** What is wrong with how units are urged. */
function chasingProblems(plan: CampaignPlan): PlanProblem[] {
  const { startsOn, endsOn, pledgeBy, escalateDays } = plan;
  const problems: PlanProblem[] = [];
  if (pledgeBy !== null && (pledgeBy < startsOn || pledgeBy > endsOn))
    problems.push({ field: 'pledgeBy', problem: 'outside', from: startsOn, to: endsOn });
  if (escalateDays < 1 || escalateDays > LIMITS.escalateDays)
    problems.push({ field: 'escalateDays', problem: 'count' });
  return problems;
}

/** What is wrong with the time at which it is to be launched. */
export function launchProblems(
  plan: Pick<CampaignPlan, 'launchAt' | 'endsOn'>,
  zone: string,
): PlanProblem[] {
  const { launchAt, endsOn } = plan;
  if (launchAt === null || dayIn(zone, launchAt) <= endsOn) return [];
  return [{ field: 'launchAt', problem: 'after_end' }];
}

/** Whether a campaign, both its days counted, lasts so many years or more. */
export function lastsYears(
  plan: Pick<CampaignPlan, 'startsOn' | 'endsOn'>,
  years: number,
): boolean {
  const [year, ...rest] = plan.startsOn.split('-');
  const sameDay = [String(Number(year) + years).padStart(4, '0'), ...rest].join('-');
  // 29 February has no counterpart in other years; as text it lies after the 28th, before 1 March.
  return addDays(plan.endsOn, 1) >= sameDay;
}
