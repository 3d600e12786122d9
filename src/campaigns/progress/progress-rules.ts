import type {
  CampaignState,
  FiguresRhythm,
  IndicatorDirection,
} from '../../database/generated/enums.ts';
import { addDays, type Day, dateColumn, isWorkingDay } from '../../kernel/time.ts';
import { fold } from '../../rulebook/fold.ts';
import type { UnitName } from '../authority.ts';
import { readAmount } from './amounts.ts';

/** Most characters of each text, and most of what is listed. */
export const PROGRESS_LIMITS = {
  indicators: 15,
  name: 150,
  measure: 30,
  amount: 25,
  targets: 3_000,
  reason: 500,
  weight: 100,
  /** Of one bonus or penalty. */
  points: 100,
} as const;

/** The total weight that is recommended. */
export const RECOMMENDED_WEIGHT = 100;

interface Term {
  state: CampaignState;
  finalReviewOn: Day | null;
}

/** Figures and points are taken from the launch to the day of the final review, until it is held. */
export function takesFigures({ state, finalReviewOn }: Term, today: Day): boolean {
  const out = state === 'published' || state === 'closed';
  return out && (finalReviewOn === null || today <= finalReviewOn);
}

/** The last day that figures can be of: today, and no day after the end. */
export function lastFiguresDay({ endsOn }: { endsOn: Day }, today: Day): Day {
  if (today > endsOn) return endsOn;
  return today;
}

/**
 * The last day up to one on which a ranking is posted by itself: each Monday, or the first working day of each month;
 * null: it is not.
 */
export function postingDay(every: FiguresRhythm, on: Day): Day | null {
  if (every === 'none') return null;
  const days = Array.from({ length: 40 }, (_, back) => addDays(on, -back));
  return days.find((day) => isPostingDay(every, day)) ?? null;
}

function isPostingDay(every: 'week' | 'month', day: Day): boolean {
  if (every === 'week') return dateColumn(day).getUTCDay() === 1;
  const before = Array.from({ length: Number(day.slice(8)) - 1 }, (_, back) =>
    addDays(day, -back - 1),
  );
  return isWorkingDay(day) && !before.some(isWorkingDay);
}

/** Indicators are set before the launch too. */
export function takesIndicators(campaign: Term, today: Day): boolean {
  const { state } = campaign;
  const planned = state === 'draft' || state === 'submitted' || state === 'approved';
  return planned || takesFigures(campaign, today);
}

/** What somebody wrote of an indicator. */
export interface EnteredIndicator {
  name: string;
  measure: string;
  direction: IndicatorDirection;
  /** For every unit. */
  target: string;
  /** Of single units, a line each: `Đơn vị: số`. */
  targets: string;
  weight: string;
}

export interface IndicatorContent {
  name: string;
  measure: string;
  direction: IndicatorDirection;
  target: bigint | null;
  /** By unit. */
  targets: ReadonlyMap<string, bigint>;
  weight: number;
}

type LineProblem =
  | 'no_colon'
  | 'no_number'
  | 'nothing'
  | 'unit_unknown'
  | 'unit_unclear'
  | 'unit_twice';

export type IndicatorProblem =
  | { field: 'target'; problem: 'no_number' | 'nothing' }
  | {
      field: 'targets';
      problem: LineProblem;
      line: number;
    }
  | { field: 'targets'; problem: 'missing'; units: readonly string[] }
  | { field: 'weight'; problem: 'no_number' };

/**
 * Reads an indicator. A target of nothing is for those alone where less is better: nothing cannot be surpassed.
 *
 * @param units those that are ranked: each needs a target, its own or the common one
 */
export function readIndicator(
  entered: EnteredIndicator,
  units: readonly UnitName[],
): { indicator: IndicatorContent } | { problems: IndicatorProblem[] } {
  const { name, measure, direction } = entered;
  const problems: IndicatorProblem[] = [];
  const common = entered.target.trim() === '' ? null : readTarget(entered.target, direction);
  if (typeof common === 'string') problems.push({ field: 'target', problem: common });
  const targets = new Map<string, bigint>();
  for (const [index, text] of entered.targets.split('\n').entries()) {
    if (text.trim() === '') continue;
    const read = readLine(text, { direction, units, taken: targets });
    if ('problem' in read)
      problems.push({ field: 'targets', problem: read.problem, line: index + 1 });
    else targets.set(read.unitId, read.target);
  }
  const lacking = units.filter(({ id }) => !targets.has(id)).map((unit) => unit.name);
  if (common === null && lacking.length > 0 && !problems.some(({ field }) => field === 'targets'))
    problems.push({ field: 'targets', problem: 'missing', units: lacking });
  const weight = /^\d{1,3}$/.test(entered.weight.trim()) ? Number(entered.weight) : 0;
  if (weight < 1 || weight > PROGRESS_LIMITS.weight)
    problems.push({ field: 'weight', problem: 'no_number' });
  if (problems.length > 0 || typeof common === 'string') return { problems };
  return { indicator: { name, measure, direction, target: common, targets, weight } };
}

function readTarget(text: string, direction: IndicatorDirection): bigint | 'no_number' | 'nothing' {
  const amount = readAmount(text);
  if (amount === null) return 'no_number';
  return amount === 0n && direction === 'more' ? 'nothing' : amount;
}

type Line =
  | { unitId: string; target: bigint }
  | {
      problem: LineProblem;
    };

/** The number stands behind the last colon; a part of the unit's name that no other has is enough. */
function readLine(
  text: string,
  {
    direction,
    units,
    taken,
  }: {
    direction: IndicatorDirection;
    units: readonly UnitName[];
    taken: ReadonlyMap<string, bigint>;
  },
): Line {
  const colon = text.lastIndexOf(':');
  if (colon < 0) return { problem: 'no_colon' };
  const target = readTarget(text.slice(colon + 1), direction);
  if (typeof target === 'string') return { problem: target };
  const sought = fold(text.slice(0, colon));
  if (sought === '') return { problem: 'unit_unknown' };
  const same = units.filter(({ name }) => fold(name) === sought);
  const found = same.length > 0 ? same : units.filter(({ name }) => fold(name).includes(sought));
  const [unit] = found;
  if (!unit) return { problem: 'unit_unknown' };
  if (found.length > 1) return { problem: 'unit_unclear' };
  return taken.has(unit.id) ? { problem: 'unit_twice' } : { unitId: unit.id, target };
}
