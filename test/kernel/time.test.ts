import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dateColumn,
  dayIn,
  dayOf,
  formatDay,
  formatInstant,
  instantAt,
  slackInstant,
} from '../../src/kernel/time.ts';

// Whole, half and quarter hours, both sides of Greenwich, with and without a change of the clock.
const ZONES = [
  'Asia/Ho_Chi_Minh',
  'UTC',
  'Asia/Kathmandu',
  'America/New_York',
  'America/St_Johns',
  'Europe/London',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Marquesas',
  'America/Sao_Paulo',
];
const HOUR_MS = 60 * 60_000;

const anyZone = fc.constantFrom(...ZONES);
const anyMinute = fc
  .date({
    min: new Date('2000-01-02T00:00Z'),
    max: new Date('2099-12-30T00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));
const anyDay = anyMinute.map(dayOf);
const anyTime = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

const wallClock = (instant: Date, zone: string) => formatInstant(instant, zone).slice(0, 5);

describe('a day and a time on the wall', () => {
  test('of any instant lead back to it, or to the other hour of the same name', () => {
    fc.assert(
      fc.property(anyMinute, anyZone, (instant, zone) => {
        const day = dayIn(zone, instant);
        const back = instantAt(day, wallClock(instant, zone), zone);
        expect(dayIn(zone, back)).toBe(day);
        expect(wallClock(back, zone)).toBe(wallClock(instant, zone));
        expect(Math.abs(back.getTime() - instant.getTime())).toBeLessThanOrEqual(HOUR_MS);
      }),
      { numRuns: 1_000 },
    );
  });

  test('that a change of the clock leaves out mean an instant at most an hour away', () => {
    fc.assert(
      fc.property(anyDay, anyTime, anyZone, (day, time, zone) => {
        const instant = instantAt(day, time, zone);
        const shown = Date.parse(`${dayIn(zone, instant)}T${wallClock(instant, zone)}:00Z`);
        const wanted = Date.parse(`${day}T${time}:00Z`);
        // Samoa left out a whole day when it crossed the date line.
        const longest = zone === 'Pacific/Apia' && day === '2011-12-30' ? 24 * HOUR_MS : HOUR_MS;
        expect(Math.abs(shown - wanted)).toBeLessThanOrEqual(longest);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['2026-11-25', '08:00', 'Asia/Ho_Chi_Minh', '2026-11-25T01:00:00.000Z'],
    ['2026-01-01', '00:00', 'Asia/Ho_Chi_Minh', '2025-12-31T17:00:00.000Z'],
    ['2026-03-29', '12:00', 'Europe/London', '2026-03-29T11:00:00.000Z'],
    ['2026-10-25', '00:30', 'Europe/London', '2026-10-24T23:30:00.000Z'],
    ['2026-11-01', '23:59', 'America/New_York', '2026-11-02T04:59:00.000Z'],
    ['2026-07-01', '06:30', 'Asia/Kathmandu', '2026-07-01T00:45:00.000Z'],
  ])('%s %s in %s', (day, time, zone, instant) => {
    expect(instantAt(day, time, zone).toISOString()).toBe(instant);
  });
});

describe('days', () => {
  test('added and taken away again are the same day, and so many apart', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
        const moved = addDays(day, count);
        expect(addDays(moved, -count)).toBe(day);
        const apart = dateColumn(moved).getTime() - dateColumn(day).getTime();
        expect(apart).toBe(count * 24 * HOUR_MS);
      }),
    );
  });

  test('go through a date column unchanged and sort as they follow', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 10_000 }), (day, count) => {
        expect(dayOf(dateColumn(day))).toBe(day);
        expect(addDays(day, count) > day).toBe(true);
      }),
    );
  });

  test('follow over the end of months, years and February', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});

describe('as people read them', () => {
  test('days and instants', () => {
    expect(formatDay('2026-12-05')).toBe('05/12/2026');
    expect(formatDay(dateColumn('2026-12-05'))).toBe('05/12/2026');
    const midnight = new Date('2026-12-04T17:00:00Z');
    expect(formatInstant(midnight, 'Asia/Ho_Chi_Minh')).toBe('00:00 05/12/2026');
    expect(slackInstant(midnight, 'Asia/Ho_Chi_Minh')).toBe(
      '<!date^1796403600^{time} {date_short}|00:00 05/12/2026>',
    );
  });
});
