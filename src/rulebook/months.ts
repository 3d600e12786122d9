import type { CalendarDate } from './calendar.ts';

/** From a day to a day, both included; `to` null: still running. */
export interface Span {
  from: CalendarDate;
  to: CalendarDate | null;
}

/** A month counts when its 15th was worked. */
const MIDDLE = 15;

/**
 * Months of a year in which a person worked: posted and not on leave that does not count (sick, unpaid,
 * a training of a year or more without the grade khá; Thông tư 79/2023/TT-BTC Điều 2 counts the others).
 *
 * @param earliestKnown first year in which the person has a rating or title
 * @param on months whose middle is later are to come: they are counted as the records stand
 * @returns null when the postings on record do not reach back to the year, so that nobody can say
 */
export function monthsWorked(
  { postings, leaves }: { postings: readonly Span[]; leaves: readonly Span[] },
  { year, earliestKnown, on }: { year: number; earliestKnown: number | null; on: CalendarDate },
): { worked: number; toCome: number } | null {
  const first = postings.map(({ from }) => from).toSorted()[0];
  if (first === undefined) return null;
  const firstYear = Number(first.slice(0, 4));
  const recordsBegin = earliestKnown !== null && earliestKnown < firstYear;
  if (year < firstYear || (year === firstYear && recordsBegin)) return null;
  let worked = 0;
  let toCome = 0;
  for (let month = 1; month <= 12; month += 1) {
    const day = `${year}-${String(month).padStart(2, '0')}-${MIDDLE}`;
    if (!covers(postings, day) || covers(leaves, day)) continue;
    worked += 1;
    if (day > on) toCome += 1;
  }
  return { worked, toCome };
}

function covers(spans: readonly Span[], day: CalendarDate): boolean {
  return spans.some(({ from, to }) => from <= day && (to === null || day <= to));
}
