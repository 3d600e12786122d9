import { dayIn, instantAt, isWorkingDay } from './time.ts';

const HOUR_MS = 60 * 60_000;

/**
 * What is set or told by the hour lies between these, Monday to Friday, where the organisation is: sittings, deadlines
 * of ballots, reminders, digests. Public holidays are not known.
 */
export const OFFICE_HOURS = { opens: '08:00', closes: '17:00' } as const;

/** Whether people are at work, as far as a clock can tell. */
export function inOfficeHours(at: Date, zone: string): boolean {
  const day = dayIn(zone, at);
  const { opens, closes } = OFFICE_HOURS;
  return (
    isWorkingDay(day) && at >= instantAt(day, opens, zone) && at < instantAt(day, closes, zone)
  );
}

/** The full hour at or after an instant that lies in office hours. */
export function nextOfficeHour(from: Date, zone: string): Date {
  let at = new Date(Math.ceil(from.getTime() / HOUR_MS) * HOUR_MS);
  while (!inOfficeHours(at, zone)) at = new Date(at.getTime() + HOUR_MS);
  return at;
}
