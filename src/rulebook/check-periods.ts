import { type CalendarDate, nextDay } from './calendar.ts';

interface Period {
  from: CalendarDate | null;
  to: CalendarDate | null;
}

interface PeriodProblem {
  path: PropertyKey[];
  reason: string;
}

/**
 * Checks that periods (oldest first, days inclusive) follow each other without gap or overlap and
 * that the last is open; with `coversThePast`, that the first is open too. Without it the first may
 * begin on a known day.
 */
export function checkPeriods(
  periods: readonly Period[],
  { coversThePast }: { coversThePast: boolean },
): PeriodProblem[] {
  const problems: PeriodProblem[] = [];
  const report = (index: number, side: 'from' | 'to', reason: string) =>
    problems.push({ path: [index, side], reason });

  for (const [index, period] of periods.entries()) {
    if (period.from !== null && period.to !== null && period.from > period.to) {
      report(index, 'to', `ends on ${period.to}, before it begins on ${period.from}`);
    }
    const previous = periods[index - 1];
    if (previous === undefined) {
      if (coversThePast && period.from !== null) {
        report(index, 'from', 'gap: the first period must have no beginning');
      }
    } else if (previous.to === null || period.from === null) {
      report(index, 'from', 'overlap: only the first period may lack a beginning, the last an end');
    } else if (period.from <= previous.to) {
      report(index, 'from', `overlap: the period before it ends on ${previous.to}`);
    } else if (period.from > nextDay(previous.to)) {
      report(index, 'from', `gap: the period before it ends on ${previous.to}`);
    }
  }
  const last = periods.at(-1);
  if (last !== undefined && last.to !== null) {
    report(periods.length - 1, 'to', 'gap: the last period must have no end');
  }
  return problems;
}

/** A single dated value holds for some days at least. */
export function checkPeriod({ from, to }: Period): string | undefined {
  if (from === null || to === null || from <= to) return undefined;
  return `ends on ${to}, before it begins on ${from}`;
}
