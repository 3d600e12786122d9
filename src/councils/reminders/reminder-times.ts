import { inOfficeHours, OFFICE_HOURS } from '../../kernel/office-hours.ts';
import { addDays, type Day, dayIn, instantAt, isWorkingDay } from '../../kernel/time.ts';

const { opens: OPENS, closes: CLOSES } = OFFICE_HOURS;
/** Where a reminder goes that would come after hours and must not wait for the next day. */
const BEFORE_CLOSING = '16:00';
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** A short ballot is reminded of so long before its end. */
const LAST_MS = 3 * HOUR_MS;
/** Of two reminders nearer than this the first is left out. */
const APART_MS = 2 * HOUR_MS;
/** Later than this before the end nobody is reminded. */
const SOONEST_BEFORE_END_MS = 15 * 60_000;

/** When those who have not voted are reminded; null: not at that stage. */
export interface ReminderTimes {
  half: Date | null;
  last: Date | null;
}

/**
 * Two times at most, both in office hours: when half of the time is over, and on the morning of the last working
 * day, or three hours before the end of a ballot of a day or less. What would come at night waits for the morning,
 * the last one for nothing: it comes earlier.
 */
export function reminderTimes(
  { openedAt, closesAt }: { openedAt: Date; closesAt: Date },
  zone: string,
): ReminderTimes {
  const span = closesAt.getTime() - openedAt.getTime();
  const fits = (at: Date) =>
    at > openedAt && closesAt.getTime() - at.getTime() >= SOONEST_BEFORE_END_MS ? at : null;
  const half = fits(atOrAfter(new Date(openedAt.getTime() + span / 2), zone));
  const last = fits(
    span > DAY_MS
      ? lastMorning(closesAt, zone)
      : atOrBefore(new Date(closesAt.getTime() - LAST_MS), zone),
  );
  const close = half && last && Math.abs(last.getTime() - half.getTime()) < APART_MS;
  return { half: close ? null : half, last };
}

function atOrAfter(at: Date, zone: string): Date {
  if (inOfficeHours(at, zone)) return at;
  const day = dayIn(zone, at);
  const opens = instantAt(day, OPENS, zone);
  if (isWorkingDay(day) && at < opens) return opens;
  return instantAt(workday(day, 1), OPENS, zone);
}

function atOrBefore(at: Date, zone: string): Date {
  if (inOfficeHours(at, zone)) return at;
  const day = dayIn(zone, at);
  const over = isWorkingDay(day) && at >= instantAt(day, CLOSES, zone);
  return instantAt(over ? day : workday(day, -1), BEFORE_CLOSING, zone);
}

/** The morning of the last working day, at least three hours before the end. */
function lastMorning(closesAt: Date, zone: string): Date {
  const day = dayIn(zone, closesAt);
  const morning = instantAt(day, OPENS, zone);
  const enough = closesAt.getTime() - morning.getTime() >= LAST_MS;
  return isWorkingDay(day) && enough ? morning : instantAt(workday(day, -1), OPENS, zone);
}

/** The next working day, or the one before. */
function workday(from: Day, step: 1 | -1): Day {
  let day = addDays(from, step);
  while (!isWorkingDay(day)) day = addDays(day, step);
  return day;
}
