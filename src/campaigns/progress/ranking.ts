import type { IndicatorDirection } from '../../database/generated/enums.ts';
import type { Day } from '../../kernel/time.ts';
import { compareWords } from '../../kernel/vietnamese-order.ts';

// Amounts and points are hundredths and stay whole numbers throughout.

/** What an indicator counts by. */
export interface Measured {
  id: string;
  direction: IndicatorDirection;
  /** The most points that it brings. */
  weight: number;
}

/** What is known of one unit. */
export interface UnitStanding {
  unitId: string;
  unitName: string;
  /** By indicator. */
  targets: ReadonlyMap<string, bigint>;
  /** By indicator; none at all: it has not reported. */
  figures: ReadonlyMap<string, bigint>;
  /** Points added, and points taken off as a sum below nothing. */
  bonus: bigint;
  penalty: bigint;
}

/** A line of the ranking as it is read. */
export interface RankLine {
  rank: number | null;
  tied: boolean;
  unitName: string;
  total: bigint | null;
  bonus: bigint;
  penalty: bigint;
  asOf: Day | null;
}

export type Ranked<T> = T & {
  /** Points by indicator; null: not reported, or without a target. */
  scores: ReadonlyMap<string, bigint | null>;
} & (
    | { rank: number; total: bigint; tied: boolean }
    /** Chưa báo cáo. */
    | { rank: null; total: null; tied: false }
  );

/**
 * Points of one indicator in hundredths: its weight × achieved ÷ target, no more than the weight; where less is
 * better, weight × target ÷ achieved. Rounded half up.
 */
export function indicatorScore(
  { direction, weight }: Pick<Measured, 'direction' | 'weight'>,
  { target, value }: { target: bigint; value: bigint },
): bigint {
  const most = BigInt(weight) * 100n;
  const [part, whole] = direction === 'more' ? [value, target] : [target, value];
  if (part >= whole) return most;
  return (2n * most * part + whole) / (2n * whole);
}

/**
 * Ranks units by their points: equal points share a rank and the next one is passed over (1, 2, 2, 4), for no
 * document orders those who are equal. Units that share a rank stand by name; those without a figure stand last.
 */
export function rankUnits<T extends UnitStanding>(
  indicators: readonly Measured[],
  units: readonly T[],
): Ranked<T>[] {
  const scored = units.map((unit) => {
    const scores = new Map(indicators.map((one) => [one.id, scoreOf(one, unit)]));
    const reported = indicators.some(({ id }) => unit.figures.has(id));
    const sum = [...scores.values()].reduce<bigint>((all, score) => all + (score ?? 0n), 0n);
    return { unit, scores, total: reported ? sum + unit.bonus + unit.penalty : null };
  });
  const totals = scored.flatMap(({ total }) => (total === null ? [] : [total]));
  return scored
    .toSorted(
      (one, other) =>
        descending(one.total, other.total) || compareWords(one.unit.unitName, other.unit.unitName),
    )
    .map(({ unit, scores, total }) => {
      if (total === null) return { ...unit, scores, rank: null, total, tied: false };
      const rank = totals.filter((each) => each > total).length + 1;
      const tied = totals.filter((each) => each === total).length > 1;
      return { ...unit, scores, rank, total, tied };
    });
}

/** How many of them have reported. */
export function reportedOf(lines: readonly Pick<RankLine, 'rank'>[]): {
  count: number;
  of: number;
} {
  return { count: lines.filter(({ rank }) => rank !== null).length, of: lines.length };
}

function scoreOf(indicator: Measured, { targets, figures }: UnitStanding): bigint | null {
  const target = targets.get(indicator.id);
  const value = figures.get(indicator.id);
  if (target === undefined || value === undefined) return null;
  return indicatorScore(indicator, { target, value });
}

function descending(one: bigint | null, other: bigint | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return Number(other > one) - Number(one > other);
}
