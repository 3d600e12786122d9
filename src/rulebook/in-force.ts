import { assertCalendarDate, type CalendarDate } from './calendar.ts';

/** The one dated value in force on a day, both ends inclusive. Throws RangeError on a non-date. */
export function inForce<Dated extends { from: CalendarDate | null; to: CalendarDate | null }>(
  values: readonly Dated[],
  date: CalendarDate,
): Dated | undefined {
  assertCalendarDate(date);
  return values.find(
    ({ from, to }) => (from === null || from <= date) && (to === null || date <= to),
  );
}
