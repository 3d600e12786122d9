/** Calendar arithmetic of the page. Dates are `YYYY-MM-DD`, times `HH:mm`, as Slack writes them. */

const partsFormat = new Map<string, Intl.DateTimeFormat>();

function zonedParts(epochMs: number, timeZone: string): Record<string, string> {
  let format = partsFormat.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    partsFormat.set(timeZone, format);
  }
  return Object.fromEntries(
    format.formatToParts(new Date(epochMs)).map((part) => [part.type, part.value]),
  );
}

/** The calendar date (`YYYY-MM-DD`) of a moment in a time zone. */
export function dateIn(epochMs: number, timeZone: string): string {
  const parts = zonedParts(epochMs, timeZone);
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** The time of day (`HH:mm`) of a moment in a time zone. */
export function timeIn(epochMs: number, timeZone: string): string {
  const parts = zonedParts(epochMs, timeZone);
  return `${parts.hour}:${parts.minute}`;
}

/**
 * The moment (epoch seconds, as datetimepicker answers) at which a clock in the zone shows this
 * date and time. In the hour that daylight saving skips, the moment just after the gap.
 */
export function epochSecondsOf(date: string, time: string, timeZone: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`);
  let guess = wall;
  // Two rounds settle the zone's offset, also next to a daylight saving change.
  for (let round = 0; round < 2; round += 1) {
    const shown = Date.parse(`${dateIn(guess, timeZone)}T${timeIn(guess, timeZone)}:00Z`);
    guess += wall - shown;
  }
  return Math.floor(guess / 1000);
}

/** `2026-12-25` → `25/12/2026`. */
export function shownDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** Reads `25/12/2026`, `25-12-2026` or `25.12.2026`; null when it is no day of the calendar. */
export function readDate(text: string): string | null {
  const match = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/.exec(text);
  if (match === null) return null;
  const [, day = '', month = '', year = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

function isDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** Reads `14:30`, `14h30`, `9:05` or `1430`; null when it is no time of day. */
export function readTime(text: string): string | null {
  const match = /^\s*(\d{1,2})\s*[:hg.]\s*(\d{2})\s*$|^\s*(\d{2})(\d{2})\s*$/i.exec(text);
  if (match === null) return null;
  const hour = Number(match[1] ?? match[3]);
  const minute = Number(match[2] ?? match[4]);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last day where it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** The weeks of the month that holds the date, Monday first, with the neighbours' days. */
export function monthWeeks(date: string): string[][] {
  const first = `${date.slice(0, 7)}-01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  let day = addDays(first, -weekday);
  const weeks: string[][] = [];
  while (weeks.length === 0 || day.slice(0, 7) === first.slice(0, 7)) {
    const week = Array.from({ length: 7 }, (_, offset) => addDays(day, offset));
    weeks.push(week);
    day = addDays(day, 7);
  }
  return weeks;
}

/** "thứ Tư, 25/12/2026" for a divider between days. */
export function longDay(date: string, locale: string): string {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
  return `${weekday.charAt(0).toLocaleUpperCase(locale)}${weekday.slice(1)}, ${shownDate(date)}`;
}
