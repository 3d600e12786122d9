import { addMonths, addYears, type CalendarDate, daysBetween } from '../rulebook/calendar.ts';
import { inForce } from '../rulebook/in-force.ts';
import { type Rulebook, RuleNotFoundError } from '../rulebook/rules.ts';

const WHOLE_PERCENT = 100;

/** The authors' shares of one initiative, in percent. `difference` is the sum less 100. */
export type SharesCheck =
  | { ok: true; sum: 100; difference: 0 }
  | { ok: false; kind: 'no_author'; sum: 0; difference: -100 }
  | {
      ok: false;
      kind: 'not_whole_percent';
      /** Positions (from 0) of shares that are not whole numbers from 1 to 100. */
      positions: number[];
      /** Of the shares that are well formed. */
      sum: number;
      difference: number;
    }
  | { ok: false; kind: 'wrong_sum'; sum: number; difference: number };

export function checkShares(shares: readonly number[]): SharesCheck {
  if (shares.length === 0) return { ok: false, kind: 'no_author', sum: 0, difference: -100 };
  const sum = shares.filter(isWholePercent).reduce((total, share) => total + share, 0);
  const difference = sum - WHOLE_PERCENT;
  const positions = [...shares.keys()].filter((index) => !isWholePercent(shares[index]));
  if (positions.length > 0) {
    return { ok: false, kind: 'not_whole_percent', positions, sum, difference };
  }
  if (difference !== 0) return { ok: false, kind: 'wrong_sum', sum, difference };
  return { ok: true, sum: 100, difference: 0 };
}

/**
 * Shares to begin with, in whole percent, adding to 100: those that are given (null: not given) stay,
 * the rest is divided evenly, the first getting what cannot be divided. When the given ones leave
 * less than 1 for each of the others, or do not add to 100 by themselves, all are divided evenly.
 */
export function suggestShares(given: readonly (number | null)[]): number[] {
  const open = given.filter((share) => share === null).length;
  const taken = given.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const left = WHOLE_PERCENT - taken;
  const fits = given.every((share) => share === null || isWholePercent(share));
  if (!fits || (open === 0 ? left !== 0 : left < open)) return evenly(WHOLE_PERCENT, given.length);
  const parts = evenly(left, open);
  return given.map((share) => share ?? parts.shift() ?? 0);
}

function evenly(total: number, count: number): number[] {
  const part = Math.floor(total / count);
  const spare = total - part * count;
  return Array.from({ length: count }, (_, index) => (index < spare ? part + 1 : part));
}

export type FirstApplicationCheck =
  | { kind: 'ok'; lastDay: CalendarDate }
  /** The first application lies after the filing. */
  | { kind: 'future' }
  | {
      kind: 'late';
      lastDay: CalendarDate;
      daysOver: number;
      citation: string;
      verified: boolean;
    };

/**
 * Whether a request was filed in time after the first application or trial, whichever was earlier:
 * up to and including the same day one year later (for 29 February, 28 February). Late is a
 * warning: the organisation may still accept. A last day that is no working day is not moved.
 */
export function firstApplicationCheck(request: {
  rulebook: Rulebook;
  firstAppliedOn: CalendarDate;
  filedOn: CalendarDate;
}): FirstApplicationCheck {
  const { rulebook, firstAppliedOn, filedOn } = request;
  const limit = limitOn(rulebook, 'fileWithinYears', filedOn);
  if (daysBetween(filedOn, firstAppliedOn) > 0) return { kind: 'future' };
  const lastDay = addYears(firstAppliedOn, limit.value);
  const daysOver = daysBetween(lastDay, filedOn);
  if (daysOver <= 0) return { kind: 'ok', lastDay };
  return { kind: 'late', lastDay, daysOver, citation: limit.source, verified: limit.verified };
}

/** What has to be done with an initiative next, by which day inclusive, and the article that says so. */
export interface Deadline {
  kind: 'form_check' | 'correction' | 'decision';
  by: CalendarDate;
  source: string;
}

const DEADLINE_RULES = {
  form_check: 'formCheckMonths',
  correction: 'correctionMonths',
  decision: 'decideMonths',
} as const;

/**
 * A deadline in months from the day that it runs from, by the rule of that day: the form check from the
 * handing in, the correction from the return (Nghị định 13/2012/NĐ-CP Điều 6), the decision from the
 * acceptance (Điều 7).
 */
export function deadlineFrom(
  rulebook: Rulebook,
  kind: Deadline['kind'],
  from: CalendarDate,
): Deadline {
  const { value, source } = limitOn(rulebook, DEADLINE_RULES[kind], from);
  return { kind, by: addMonths(from, value), source };
}

/** How many days before a deadline those who must act are reminded, on a day. */
export function remindDays(rulebook: Rulebook, on: CalendarDate): number {
  return limitOn(rulebook, 'remindDays', on).value;
}

/** `SK-2026-0001`; from the ten-thousandth of a year on, five digits and more. */
export function initiativeNumber(year: number, sequence: number): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) {
    throw new RangeError(`Not a year: ${year}`);
  }
  if (!Number.isSafeInteger(sequence) || sequence < 1) {
    throw new RangeError(`Not a sequence number: ${sequence}`);
  }
  return `SK-${year}-${String(sequence).padStart(4, '0')}`;
}

/** Reads a number as people type it (`sk-2026-0001`, ` SK-2026-1 `); undefined for anything else. */
export function parseInitiativeNumber(
  text: string,
): { year: number; sequence: number } | undefined {
  const match = /^SK-([1-9]\d{3})-(\d{1,9})$/i.exec(text.trim());
  if (match === null) return undefined;
  const sequence = Number(match[2]);
  return sequence < 1 ? undefined : { year: Number(match[1]), sequence };
}

function isWholePercent(share: number | undefined): boolean {
  return share !== undefined && Number.isInteger(share) && share >= 1 && share <= WHOLE_PERCENT;
}

function limitOn(
  rulebook: Rulebook,
  name: keyof Rulebook['initiatives'],
  date: CalendarDate,
): Rulebook['initiatives'][typeof name][number] {
  const limit = inForce(rulebook.initiatives[name], date);
  if (limit === undefined) throw new RuleNotFoundError(`No ${name} on ${date}`);
  return limit;
}
