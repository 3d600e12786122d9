import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  heightOf,
  labelStride,
  piePaths,
  shortLabel,
  ticksFor,
} from '../../../src/sandbox/page/model/chart.ts';

describe('ticks', () => {
  test.each([
    [
      [4, 9, 12],
      [0, 5, 10, 15],
    ],
    [
      [1, 2],
      [0, 1, 2],
    ],
    [
      [0.1, 0.3],
      [0, 0.1, 0.2, 0.3],
    ],
    [
      [-20, 45],
      [-20, 0, 20, 40, 60],
    ],
    [[0], [0, 1]],
    [[-7], [-8, -6, -4, -2, 0]],
  ])('for %j are %j', (values, ticks) => {
    expect(ticksFor(values)).toEqual(ticks);
  });

  test('always span all values and zero, few and even', () => {
    const value = fc
      .double({ min: -1e9, max: 1e9, noNaN: true })
      .filter((one) => one === 0 || Math.abs(one) > 1e-6);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const ticks = ticksFor(values);
        const span = (ticks.at(-1) ?? 0) - (ticks[0] ?? 0);
        expect(ticks[0]).toBeLessThanOrEqual(Math.min(0, ...values) + span * 1e-9);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(0, ...values) - span * 1e-9);
        expect(ticks.length).toBeLessThanOrEqual(8);
        for (const one of values) {
          const height = heightOf(one, ticks, 10, 210);
          expect(height).toBeGreaterThanOrEqual(10 - 1e-6);
          expect(height).toBeLessThanOrEqual(210 + 1e-6);
        }
      }),
    );
  });
});

test('slices of a pie start at the top and close the circle', () => {
  expect(piePaths([1, 1], 10)).toEqual([
    'M0 0L0 -10A10 10 0 0 1 0 10Z',
    'M0 0L0 10A10 10 0 0 1 0 -10Z',
  ]);
  expect(piePaths([5], 10)).toHaveLength(1);
  expect(piePaths([5], 10)[0]).not.toContain('L');
  expect(piePaths([3, 1], 10)[0]).toContain('0 1 1');
});

test('labels are thinned out and cut where there is no room', () => {
  expect(labelStride(['Quý I', 'Quý II'], 400)).toBe(1);
  expect(
    labelStride(
      Array.from({ length: 20 }, (_, index) => `Tháng ${index}`),
      300,
    ),
  ).toBeGreaterThan(3);
  expect(shortLabel('Ngắn')).toBe('Ngắn');
  expect(shortLabel('Phòng Quản lý thu')).toBe('Phòng Quản lý…');
});
