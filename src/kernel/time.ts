/** Tells the time. The practice workspace and tests move it; deadlines are judged by the database's `app_now()`. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A calendar day, YYYY-MM-DD. */
export type Day = string;

/** The calendar day of an instant in a time zone. */
export function dayIn(zone: string, instant: Date): Day {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  return parts.format(instant);
}

/** A `date` column's value for a day: Prisma carries dates as midnight UTC. */
export function dateColumn(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The day in a `date` column's value. */
export function dayOf(column: Date): Day {
  return column.toISOString().slice(0, 10);
}

/** 05/12/2026 */
export function formatDay(day: Day | Date): string {
  const [year, month, date] = (typeof day === 'string' ? day : dayOf(day)).split('-');
  return `${date}/${month}/${year}`;
}

/** 16:30 05/12/2026, in the given zone. */
export function formatInstant(instant: Date, zone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' });
  return `${time.format(instant)} ${formatDay(dayIn(zone, instant))}`;
}

/** Shown in the reader's own zone by Slack: "hôm nay lúc 16:30"; the fallback is the organisation's time. */
export function slackInstant(instant: Date, zone: string): string {
  const seconds = Math.floor(instant.getTime() / 1000);
  return `<!date^${seconds}^{time} {date_num}|${formatInstant(instant, zone)}>`;
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
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value;
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '');
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}
