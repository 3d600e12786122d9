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
  /** None: it is in no cluster. */
  clusterName?: string | null;
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
  /** Null: in no cluster. */
  cluster: ClusterRank | null;
}

/** Where a unit stands among those of its cluster. */
export interface ClusterRank {
  name: string;
  rank: number | null;
  tied: boolean;
}

export type Ranked<T> = T & {
  /** Points by indicator; null: not reported, or without a target. */
  scores: ReadonlyMap<string, bigint | null>;
  cluster: ClusterRank | null;
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
  return scored
    .toSorted(
      (one, other) =>
        descending(one.total, other.total) || compareWords(one.unit.unitName, other.unit.unitName),
    )
    .map(({ unit, scores, total }) => {
      const name = unit.clusterName ?? null;
      const among = scored.filter((other) => other.unit.clusterName === name);
      const cluster = name === null ? null : { name, ...placeOf(total, among) };
      if (total === null) return { ...unit, scores, cluster, rank: null, total, tied: false };
      return { ...unit, scores, cluster, total, ...placeOf(total, scored) };
    });
}

/** The place of a total among others; those without one have no place. */
function placeOf(
  total: bigint,
  among: readonly { total: bigint | null }[],
): { rank: number; tied: boolean };
function placeOf(
  total: bigint | null,
  among: readonly { total: bigint | null }[],
): { rank: number | null; tied: boolean };
function placeOf(total: bigint | null, among: readonly { total: bigint | null }[]) {
  if (total === null) return { rank: null, tied: false };
  const rank = among.filter((one) => one.total !== null && one.total > total).length + 1;
  return { rank, tied: among.filter((one) => one.total === total).length > 1 };
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
