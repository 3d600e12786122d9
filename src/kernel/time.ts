/** Tells the time. The practice workspace and tests move it; deadlines are judged by the database's `app_now()`. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A calendar day, YYYY-MM-DD. */
export type Day = string;

/** The calendar day of an instant in a time zone. */
export function dayIn(zone: string, instant: Date): Day {
  const { year, month, day } = partsOf(dayFormat(zone), instant);
  return `${year}-${month}-${day}`;
}

/** A `date` column's value for a day: Prisma carries dates as midnight UTC. */
export function dateColumn(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** Monday to Friday; public holidays are not known. */
export function isWorkingDay(day: Day): boolean {
  return ![0, 6].includes(dateColumn(day).getUTCDay());
}

/** The working day that is `count` working days later; of none, the day itself. */
export function addWorkingDays(day: Day, count: number): Day {
  let [found, left] = [day, count];
  while (left > 0) {
    found = addDays(found, 1);
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}

/** The day in a `date` column's value. */
export function dayOf(column: Date): Day {
  return column.toISOString().slice(0, 10);
}

/** A calendar day in the order of day, month, year; null when there is no such day. */
export function readDay(text: string): Day | null {
  const dmy = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const ymd = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const [year, month, day] = dmy ? [dmy[3], dmy[2], dmy[1]] : ymd ? [ymd[1], ymd[2], ymd[3]] : [];
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso;
  return real && Number(year) >= 1900 && Number(year) <= 2200 ? iso : null;
}

/** 05/12/2026 */
export function formatDay(day: Day | Date): string {
  const [year, month, date] = (typeof day === 'string' ? day : dayOf(day)).split('-');
  return `${date}/${month}/${year}`;
}

/** 16:30 05/12/2026, in the given zone. */
export function formatInstant(instant: Date, zone: string): string {
  return `${timeFormat(zone).format(instant)} ${formatDay(dayIn(zone, instant))}`;
}

/** Shown in the reader's own zone and language by Slack: "16:30 05/12/2026"; the fallback is the organisation's time. */
export function slackInstant(instant: Date, zone: string): string {
  const seconds = Math.floor(instant.getTime() / 1000);
  return `<!date^${seconds}^{time} {date_short}|${formatInstant(instant, zone)}>`;
}

/** The day `count` days later (or earlier, when negative). */
export function addDays(day: Day, count: number): Day {
  const date = dateColumn(day);
  date.setUTCDate(date.getUTCDate() + count);
  return dayOf(date);
}

/** The instant of a wall-clock time (HH:mm) on a day in a time zone. */
export function instantAt(day: Day, time: string, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  // The zone's offset at a guess, then at the corrected instant: right across a change of offset too.
  const first = wanted - offsetAt(new Date(wanted), zone);
  return new Date(wanted - offsetAt(new Date(first), zone));
}

function offsetAt(instant: Date, zone: string): number {
  const { timeZoneName = '' } = partsOf(offsetFormat(zone), instant);
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(timeZoneName);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

const dayFormat = perZone('en-US', { year: 'numeric', month: '2-digit', day: '2-digit' });
const timeFormat = perZone('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const offsetFormat = perZone('en-US', { timeZoneName: 'longOffset' });

/** Making a format costs a hundred times as much as using it, and a deployment has one zone. */
function perZone(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): (zone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (zone) => {
    const known = made.get(zone);
    if (known) return known;
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    made.set(zone, format);
    return format;
  };
}

function partsOf(
  format: Intl.DateTimeFormat,
  instant: Date,
): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}
