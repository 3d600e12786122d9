import { addDays, type Day } from '../kernel/time.ts';
import { assertCalendarDate } from '../rulebook/calendar.ts';
import type { Rulebook } from '../rulebook/rules.ts';

/** Channels in which a window is announced, at most. */
export const WINDOW_CHANNELS = 10;
/** Announcements and reminders come in the morning, in the organisation's zone. */
export const MORNING = '08:00';
/** Days from the reminder to the last day. */
const LEAD = 5;
const LONGEST_DAYS = 366;

export type WindowProblem =
  | { field: 'closes'; kind: 'before_opening' | 'past' | 'too_long' }
  | { field: 'year'; kind: 'far_year' };

/**
 * What is wrong with a window that somebody wants to set; both days belong to it. How a year's days are
 * set is the agency's own matter, so only what cannot be meant is refused.
 */
export function checkWindow(window: {
  year: number;
  opensOn: Day;
  closesOn: Day;
  today: Day;
}): WindowProblem | null {
  const { year, opensOn, closesOn, today } = window;
  for (const day of [opensOn, closesOn, today]) assertCalendarDate(day);
  const thisYear = Number(today.slice(0, 4));
  if (year < thisYear - 1 || year > thisYear + 2) return { field: 'year', kind: 'far_year' };
  if (closesOn < opensOn) return { field: 'closes', kind: 'before_opening' };
  if (closesOn < today) return { field: 'closes', kind: 'past' };
  if (closesOn > addDays(opensOn, LONGEST_DAYS)) return { field: 'closes', kind: 'too_long' };
  return null;
}

/** The day whose morning brings the heads their one reminder; null for a window too short for one. */
export function windowReminderDay(window: { opensOn: Day; closesOn: Day }): Day | null {
  const day = addDays(window.closesOn, -LEAD);
  return day > window.opensOn ? day : null;
}

/** The year that a secretary most likely sets next: from October on the one that comes. */
export function nextRegistrationYear(today: Day): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= '10-01' ? year + 1 : year;
}

/** The last day that the rules suggest for a year's window; null when it is past. */
export function usualClosing(
  { registration: { closing } }: Pick<Rulebook, 'registration'>,
  { year, on }: { year: number; on: Day },
): Day | null {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${year}-${two(closing.month)}-${two(closing.day)}`;
  return day < on ? null : day;
}
