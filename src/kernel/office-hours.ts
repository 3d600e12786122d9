import { dayIn, isWorkingDay } from './time.ts';

const HOUR_MS = 60 * 60_000;
/** What is set or told by the hour lies between these: sittings, deadlines of ballots, reminders. */
const OPENS = 8;
const CLOSES = 16;

/** The full hour at or after an instant that lies in office hours of a weekday where the organisation is. */
export function nextOfficeHour(from: Date, zone: string): Date {
  let at = new Date(Math.ceil(from.getTime() / HOUR_MS) * HOUR_MS);
  while (!inOfficeHours(at, zone)) at = new Date(at.getTime() + HOUR_MS);
  return at;
}

function inOfficeHours(at: Date, zone: string): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(
      at,
    ),
  );
  return isWorkingDay(dayIn(zone, at)) && hour >= OPENS && hour <= CLOSES;
}
