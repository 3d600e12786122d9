import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  addYears,
  assertCalendarDate,
  daysBetween,
  isCalendarDate,
  nextDay,
} from '../../src/rulebook/calendar.ts';

const day = fc
  .date({
    min: new Date('1950-01-01T00:00:00Z'),
    max: new Date('2900-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-4-3',
  '26-01-01',
  '',
  ' 2026-01-01',
  '2026-01-01T00:00',
])('refuses %j as a day', (text) => {
  expect(isCalendarDate(text)).toBe(false);
  expect(() => assertCalendarDate(text)).toThrow(RangeError);
  expect(() => addMonths(text, 1)).toThrow(RangeError);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-08-31', 3, '2026-11-30'],
  ['2026-11-15', 3, '2027-02-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-10', -1, '2025-12-10'],
  ['2026-12-31', 12, '2027-12-31'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

test.each([
  ['2024-02-29', 1, '2025-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2025-03-01', 1, '2026-03-01'],
])('%s and %i years is %s', (date, years, expected) => {
  expect(addYears(date, years)).toBe(expected);
});

test('lands in the right month, on the same day or on the last day of a shorter month', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -24, max: 24 }), (date, months) => {
      const moved = addMonths(date, months);
      expect(isCalendarDate(moved)).toBe(true);
      const monthIndex = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(monthIndex(moved) - monthIndex(date)).toBe(months);
      if (moved.slice(8) !== date.slice(8)) {
        expect(nextDay(moved).slice(8)).toBe('01');
        expect(Number(moved.slice(8))).toBeLessThan(Number(date.slice(8)));
      }
    }),
  );
});

test('counts days so that the day after is one away, both ways', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      expect(daysBetween(one, nextDay(one))).toBe(1);
      expect(daysBetween(one, other) + daysBetween(other, one)).toBe(0);
      expect(Math.sign(daysBetween(one, other))).toBe(one < other ? 1 : one > other ? -1 : 0);
    }),
  );
});
