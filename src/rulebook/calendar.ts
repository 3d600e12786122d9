/**
 * Calendar days without a clock or a zone. A day is written 'YYYY-MM-DD' (years 1900 to 2999), so
 * days compare as strings. The caller turns an instant into the organisation's day first.
 */
export type CalendarDate = string;

const PATTERN = /^((?:19|2\d)\d{2})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

interface DateParts {
  year: number;
  /** 1 to 12 */
  month: number;
  day: number;
}

export function isCalendarDate(text: string): text is CalendarDate {
  return partsOf(text) !== undefined;
}

/** Moves by whole months; a day the target month lacks becomes that month's last day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = parse(date);
  const counted = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(counted / 12);
  const targetMonth = counted - targetYear * 12 + 1;
  return format({
    year: targetYear,
    month: targetMonth,
    day: Math.min(day, daysInMonth(targetYear, targetMonth)),
  });
}

/** Moves by whole years; 29 February becomes 28 February in a common year. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12);
}

export function nextDay(date: CalendarDate): CalendarDate {
  return new Date(epochMs(parse(date)) + DAY_MS).toISOString().slice(0, 10);
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (epochMs(parse(to)) - epochMs(parse(from))) / DAY_MS;
}

/** Throws a RangeError when the text is not a day that exists. */
export function assertCalendarDate(text: string): void {
  parse(text);
}

function parse(date: CalendarDate): DateParts {
  const parts = partsOf(date);
  if (parts === undefined) throw new RangeError(`Not a calendar date: ${JSON.stringify(date)}`);
  return parts;
}

function partsOf(text: string): DateParts | undefined {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function epochMs({ year, month, day }: DateParts): number {
  return Date.UTC(year, month - 1, day);
}

function format({ year, month, day }: DateParts): CalendarDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
