import type { CalendarDate } from './calendar.ts';
import { inForce } from './in-force.ts';
import type { Rulebook, Subject } from './schema.ts';

/** What an award pays, in whole đồng, with all that it was computed from. */
export interface Bonus {
  vnd: number;
  /** Of the base salary, in tenths: 15 is 1.5. */
  tenths: number;
  baseSalary: number;
  sources: { source: string; verified: boolean }[];
}

/**
 * Coefficient × base salary, both of the day of the decision (Nghị định 152/2025/NĐ-CP Điều 50, 54),
 * rounded up where a rule says so. Undefined where there is no coefficient or base salary for the day.
 */
export function bonusOf(
  rulebook: Rulebook,
  request: { award: string; subject: Subject; decidedOn: CalendarDate },
): Bonus | undefined {
  const { award, subject, decidedOn } = request;
  const { coefficients, roundUpTo } = rulebook.bonuses;
  const mine = coefficients.filter((one) => one.award === award && one.subject === subject);
  const coefficient = inForce(mine, decidedOn);
  const salary = inForce(rulebook.baseSalary, decidedOn);
  const rounding = inForce(roundUpTo, decidedOn);
  if (!coefficient || !salary || !rounding) return undefined;
  const step = 10 * (rounding.value ?? 1);
  const product = coefficient.tenths * salary.vndPerMonth;
  // Whole steps in integers; without a rule for rounding, a part of a đồng goes to the awarded.
  const vnd = (Math.floor((product + step - 1) / step) * step) / 10;
  return {
    vnd,
    tenths: coefficient.tenths,
    baseSalary: salary.vndPerMonth,
    sources: [coefficient, salary].map(({ source, verified }) => ({ source, verified })),
  };
}
