/** Most that one report may name; the database holds the same limits. */
export const MOST_HOURS = 100_000_000n;
export const MOST_DONG = 100_000_000_000_000n;

/** A year's saving at one unit that applies an initiative, by the unit's own report. */
export interface Effect {
  unitId: string;
  year: number;
  /** Order in which reports were made: a greater one came later. */
  seq: bigint;
  /** Whole hours saved in the year. */
  hours: bigint;
  /** Whole đồng saved in the year. */
  dong: bigint;
}

export interface Savings {
  hours: bigint;
  dong: bigint;
  /** Units that reported. */
  units: number;
}

export interface EffectSums extends Savings {
  /** Newest year first. */
  years: (Savings & { year: number })[];
}

export type NumberProblem = 'not_whole' | 'negative' | 'too_much';

export type WholeNumber = { ok: true; value: bigint } | { ok: false; problem: NumberProblem };

/**
 * Reads a whole number as people write it: `2340000`, `2.340.000`, `2 340 000`, with or without the
 * unit behind it (đ, đồng, VNĐ; giờ). A comma is refused, for it may mean thousands or parts of one.
 */
export function readWhole(text: string, most: bigint): WholeNumber {
  const bare = text
    .normalize('NFC')
    .trim()
    .replace(/\s*(?:đ|đồng|vnđ|vnd|dong|giờ|h|hours?)\.?$/iu, '');
  if (/^[-−–]\s*\d/u.test(bare)) return { ok: false, problem: 'negative' };
  const grouped = /^[1-9]\d{0,2}(?:\.\d{3})+$|^[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+$/u.test(bare);
  if (!grouped && !/^(?:0|[1-9]\d*)$/.test(bare)) return { ok: false, problem: 'not_whole' };
  const value = BigInt(bare.replace(/\D/g, ''));
  return value > most ? { ok: false, problem: 'too_much' } : { ok: true, value };
}

/** Of each unit and year the newest report: a later one takes the place of those before it. */
export function newestEffects<E extends Pick<Effect, 'unitId' | 'year' | 'seq'>>(
  reports: readonly E[],
): E[] {
  const newest = new Map<string, E>();
  for (const report of reports) {
    const key = `${report.unitId}:${report.year}`;
    const known = newest.get(key);
    if (!known || report.seq > known.seq) newest.set(key, report);
  }
  return [...newest.values()];
}

/** What an initiative saved where it is applied: sums of the newest reports, by year and of all years. */
export function sumEffects(reports: readonly Effect[]): EffectSums {
  const newest = newestEffects(reports);
  const years = [...new Set(newest.map(({ year }) => year))].toSorted((a, b) => b - a);
  return {
    ...savingsOf(newest),
    years: years.map((year) => ({
      year,
      ...savingsOf(newest.filter((one) => one.year === year)),
    })),
  };
}

function savingsOf(reports: readonly Effect[]): Savings {
  return {
    hours: reports.reduce((sum, { hours }) => sum + hours, 0n),
    dong: reports.reduce((sum, { dong }) => sum + dong, 0n),
    units: new Set(reports.map(({ unitId }) => unitId)).size,
  };
}
