import type { ChasedMatter, FiguresRhythm } from '../../database/generated/enums.ts';
import { addDays, addWorkingDays, type Day, dateColumn, isWorkingDay } from '../../kernel/time.ts';

/** Something that a unit is late with on a day. */
export interface Lateness {
  campaignId: string;
  unitId: string;
  matter: ChasedMatter;
  /** The findings that are to be mended, else the campaign. */
  subjectId: string;
  /** The day by which it was due, of figures the day that they are of: a unit is urged once for each. */
  period: Day;
  /** The first day on which it was late. */
  since: Day;
}

/** Two latenesses with this in common are one. */
export function latenessKey(late: Omit<Lateness, 'since'>): string {
  return [late.campaignId, late.unitId, late.matter, late.subjectId, late.period].join(' ');
}

/** What goes on from one period to the next. */
export function chaseKey(late: Pick<Lateness, 'campaignId' | 'unitId' | 'matter' | 'subjectId'>) {
  return [late.campaignId, late.unitId, late.matter, late.subjectId].join(' ');
}

export interface FiguresPlan {
  startsOn: Day;
  endsOn: Day;
  figuresEvery: FiguresRhythm;
}

/**
 * The days of which figures are due, in order, whose time for entering is over on a day: each Friday, or each month's
 * last working day, and the last day of the campaign. Where none are due regularly there is no such day.
 *
 * @param graceDays working days after it in which they are entered
 */
export function dueFigureDays(
  plan: FiguresPlan,
  { on, graceDays }: { on: Day; graceDays: number },
): Day[] {
  const { startsOn, endsOn, figuresEvery } = plan;
  if (figuresEvery === 'none') return [];
  const days: Day[] = [];
  for (let day = startsOn; day <= endsOn && day < on; day = addDays(day, 1)) {
    const due = day === endsOn || closes(day, figuresEvery);
    if (due && addWorkingDays(day, graceDays) < on) days.push(day);
  }
  return days;
}

function closes(day: Day, every: 'week' | 'month'): boolean {
  if (every === 'week') return dateColumn(day).getUTCDay() === 5;
  return isWorkingDay(day) && addWorkingDays(day, 1).slice(0, 7) !== day.slice(0, 7);
}

/**
 * How late a unit is with its figures; null: it is not. A figure of a day counts for that day and those before it.
 *
 * @param input.indicators of each the day that it was set, and of the unit's newest figure
 * @param input.launchedOn figures of days before it, or before their indicator, are not asked for, those of the
 *   last day excepted
 */
export function figuresLateness(input: {
  dueDays: readonly Day[];
  endsOn: Day;
  graceDays: number;
  launchedOn: Day;
  indicators: readonly { setOn: Day; newest: Day | null }[];
}): Pick<Lateness, 'period' | 'since'> | null {
  const { dueDays, endsOn, graceDays, launchedOn, indicators } = input;
  const missing = indicators.flatMap(({ setOn, newest }) =>
    dueDays.filter(
      (day) =>
        (day === endsOn || (day > setOn && day > launchedOn)) && (newest === null || newest < day),
    ),
  );
  const [first, last] = [missing.toSorted()[0], missing.toSorted().at(-1)];
  if (!first || !last) return null;
  return { period: last, since: addDays(addWorkingDays(first, graceDays), 1) };
}

/**
 * How late a unit is with its pledge; null: it is not, or is not asked.
 *
 * @param withdrawnOn when it took one back that it had made
 */
export function pledgeLateness(input: {
  pledgeBy: Day | null;
  launchedOn: Day;
  withdrawnOn: Day | null;
  on: Day;
}): Pick<Lateness, 'period' | 'since'> | null {
  const { pledgeBy, launchedOn, withdrawnOn, on } = input;
  if (pledgeBy === null) return null;
  const period = [pledgeBy, launchedOn, withdrawnOn ?? pledgeBy].toSorted().at(-1) ?? pledgeBy;
  return on > period ? { period, since: addDays(period, 1) } : null;
}

/** Whether so many working days have passed since a unit was urged. */
export function isToBeEscalated(
  { urgedOn, escalateDays }: { urgedOn: Day; escalateDays: number },
  on: Day,
): boolean {
  return on >= addWorkingDays(urgedOn, escalateDays);
}
