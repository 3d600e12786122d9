import assert from 'node:assert/strict';
import type { ScoreSheet } from '../../rulebook/score-sheet-schema.ts';

/** What one member sent: whole points by criterion; where it is reached or not, 1 or 0. */
export interface Scores {
  personId: string;
  points: Readonly<Record<string, number>>;
}

export interface CriterionOutcome {
  key: string;
  /** In tenths of a point, rounded half up. Null when nobody has scored. */
  averageTenths: number | null;
  lowest: number | null;
  highest: number | null;
  /** Members whose points lie below the criterion's minimum. */
  belowMinimum: number;
  failed: boolean;
}

interface OutcomeBase {
  /** Members who may score, and those who have. */
  entitled: number;
  scorers: number;
  /** `needed`: the fewest sheets for the outcome to stand for the council. */
  enough: { needed: number; met: boolean };
  result: 'reached' | 'not_reached' | 'no_scores';
}

/** The outcome of one scoring, with all it was computed from. */
export type ScoringOutcome =
  | (OutcomeBase & {
      kind: 'points';
      criteria: CriterionOutcome[];
      /** Null when nobody has scored. */
      total: { averageTenths: number; lowest: number; highest: number } | null;
      /** `pass`: the average total that is needed, null where the sheet names none. */
      pass: number | null;
      passMet: boolean;
    })
  | (OutcomeBase & {
      kind: 'reached';
      criteria: { key: string; reached: number }[];
      /** Members who found every criterion reached, and the fewest that are needed of `entitled`. */
      reaching: number;
      needed: number;
    });

/**
 * The outcome of one scoring by its sheet. Averages are compared exactly, as whole sums, and rounded to
 * tenths only to be shown: 69.96 is shown as 70.0 and does not reach 70. A minimum is failed by the
 * average below it, or by anybody's points, as the sheet's rule says. The order of members does not matter.
 *
 * @throws AssertionError for points that the sheet does not know
 */
export function tallyScores(scoring: {
  sheet: ScoreSheet;
  entitled: number;
  sheets: readonly Scores[];
  enough: { num: number; den: number };
}): ScoringOutcome {
  const { sheet, entitled, sheets, enough } = scoring;
  const scorers = sheets.length;
  assert(Number.isInteger(entitled) && scorers <= entitled, 'more sheets than scorers');
  const needed = Math.max(1, fewest(enough, entitled));
  const base = { entitled, scorers, enough: { needed, met: scorers >= needed } };
  if (sheet.kind === 'reached') {
    const criteria = sheet.criteria.map(({ key }) => {
      const marks = sheets.map((one) => pointsOf(one, key, 1));
      return { key, reached: marks.filter((points) => points === 1).length };
    });
    const reaching = sheets.filter((one) =>
      sheet.criteria.every(({ key }) => pointsOf(one, key, 1) === 1),
    ).length;
    const wanted = Math.max(1, fewest(sheet.share, entitled));
    const result = resultOf(scorers, reaching >= wanted);
    return { ...base, kind: 'reached', criteria, reaching, needed: wanted, result };
  }
  const { pass, minimumRule } = sheet;
  const criteria = sheet.criteria.map(({ key, max, min }): CriterionOutcome => {
    const marks = sheets.map((one) => pointsOf(one, key, max));
    const belowMinimum = marks.filter((points) => points < min).length;
    const failed =
      minimumRule.by === 'any' ? belowMinimum > 0 : scorers > 0 && sum(marks) < min * scorers;
    return { key, ...spread(marks), belowMinimum, failed };
  });
  const totals = sheets.map((one) => totalOf(sheet, one.points));
  const { averageTenths, lowest, highest } = spread(totals);
  const total =
    averageTenths === null || lowest === null || highest === null
      ? null
      : { averageTenths, lowest, highest };
  const passMet = scorers > 0 && (pass === null || sum(totals) >= pass * scorers);
  const result = resultOf(scorers, passMet && !criteria.some(({ failed }) => failed));
  return { ...base, kind: 'points', criteria, total, pass, passMet, result };
}

/** One sheet's total; where criteria are reached or not, how many are reached. */
export function totalOf(sheet: ScoreSheet, points: Readonly<Record<string, number>>): number {
  return sum(sheet.criteria.map(({ key }) => points[key] ?? 0));
}

/** What the total is out of. */
export function mostOf(sheet: ScoreSheet): number {
  return sheet.kind === 'points' ? sheet.total : sheet.criteria.length;
}

/** The most points of each criterion; 1 where it is reached or not. */
export function maximaOf(sheet: ScoreSheet): { key: string; max: number }[] {
  return sheet.kind === 'points'
    ? sheet.criteria.map(({ key, max }) => ({ key, max }))
    : sheet.criteria.map(({ key }) => ({ key, max: 1 }));
}

/** An average in tenths, rounded half up: whole numbers throughout. */
export function averageTenths(total: number, count: number): number {
  return Math.floor((20 * total + count) / (2 * count));
}

function spread(marks: readonly number[]) {
  if (marks.length === 0) return { averageTenths: null, lowest: null, highest: null };
  return {
    averageTenths: averageTenths(sum(marks), marks.length),
    lowest: Math.min(...marks),
    highest: Math.max(...marks),
  };
}

function fewest({ num, den }: { num: number; den: number }, of: number): number {
  return Math.ceil((num * of) / den);
}

function resultOf(scorers: number, reached: boolean): ScoringOutcome['result'] {
  if (scorers === 0) return 'no_scores';
  return reached ? 'reached' : 'not_reached';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function pointsOf({ points }: Scores, key: string, max: number): number {
  const given = points[key];
  assert(given !== undefined && Number.isInteger(given), `no whole points for ${key}`);
  assert(given >= 0 && given <= max, `points out of range for ${key}`);
  return given;
}
