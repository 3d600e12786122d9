import { expect, test } from 'vitest';
import { inOfficeHours, nextOfficeHour } from '../../src/kernel/office-hours.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

test.each([
  ['a Wednesday morning', '2026-11-11T10:00:00+07:00', '2026-11-11T10:00:00+07:00'],
  ['half past', '2026-11-11T10:30:00+07:00', '2026-11-11T11:00:00+07:00'],
  ['an evening', '2026-11-11T17:00:00+07:00', '2026-11-12T08:00:00+07:00'],
  ['a night', '2026-11-12T02:00:00+07:00', '2026-11-12T08:00:00+07:00'],
  ['a Friday evening', '2026-11-13T19:10:00+07:00', '2026-11-16T08:00:00+07:00'],
  ['a Sunday', '2026-11-15T09:00:00+07:00', '2026-11-16T08:00:00+07:00'],
])('from %s', (_, from, at) => {
  expect(nextOfficeHour(new Date(from), ZONE)).toEqual(new Date(at));
});

test('office hours are Monday to Friday, 08:00 to 17:00, where the organisation is', () => {
  const at = (instant: string) => inOfficeHours(new Date(instant), ZONE);
  expect(at('2026-11-11T01:00:00Z')).toBe(true);
  expect(at('2026-11-11T00:59:59Z')).toBe(false);
  expect(at('2026-11-11T09:59:59Z')).toBe(true);
  expect(at('2026-11-11T10:00:00Z')).toBe(false);
  expect(at('2026-11-14T03:00:00Z')).toBe(false);
});
