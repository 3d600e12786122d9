import { addDays, type Day, instantAt } from '../../kernel/time.ts';

/** The reorganisation into provinces and grassroots offices. */
const FOUNDED = '2025-07-01';

/** The sample's calendar, all of it relative to the day of seeding. */
export interface SampleDates {
  today: Day;
  zone: string;
  /** Since when the units exist and the people are posted. */
  founded: Day;
  /** The last finished year: its titles, ratings and initiatives are decided. */
  pastYear: number;
  /** The year whose titles are registered now. */
  registrationYear: number;
  registrationOpens: Day;
  registrationCloses: Day;
}

export function sampleDates(today: Day, zone: string): SampleDates {
  const [year, month] = today.split('-').map(Number);
  if (year === undefined || month === undefined) throw new RangeError(`not a day: ${today}`);
  const pastYear = year - 1;
  const founded = `${pastYear}-07-01`;
  return {
    today,
    zone,
    founded: founded < FOUNDED ? founded : FOUNDED,
    pastYear,
    // From October on, an agency plans the coming year.
    registrationYear: month >= 10 ? year + 1 : year,
    registrationOpens: addDays(today, -30),
    registrationCloses: addDays(today, 60),
  };
}

/** An instant a number of days before the day of seeding. */
export function daysAgo(dates: SampleDates, days: number, time: string): Date {
  return instantAt(addDays(dates.today, -days), time, dates.zone);
}

/** An instant in the past year; `monthAndDay` as MM-DD. */
export function inPastYear(dates: SampleDates, monthAndDay: string, time: string): Date {
  return instantAt(`${dates.pastYear}-${monthAndDay}`, time, dates.zone);
}
