import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Effect,
  MOST_DONG,
  newestEffects,
  readWhole,
  sumEffects,
} from '../../src/initiatives/after/effects.ts';
import { formatWhole } from '../../src/kernel/numbers.ts';

describe('a whole number as people write it', () => {
  test.each([
    ['2340000', 2_340_000n],
    ['2.340.000', 2_340_000n],
    ['2 340 000', 2_340_000n],
    [' 34.500.000 đ ', 34_500_000n],
    ['34.500.000đ', 34_500_000n],
    ['34.500.000 đồng', 34_500_000n],
    ['34.500.000 VNĐ', 34_500_000n],
    ['1.200 giờ', 1200n],
    ['999', 999n],
    ['0', 0n],
  ])('%s', (text, value) => {
    expect(readWhole(text, MOST_DONG)).toEqual({ ok: true, value });
  });

  test.each([
    '',
    'đ',
    '12,5',
    '2,340,000',
    '1.5',
    '1.23',
    '1.2345',
    '12.34.567',
    '1..000',
    '.000',
    '1.000.',
    '1.000 000',
    '+5',
    '1e6',
    '0x10',
    '007',
    '0.000',
    '2 triệu',
    '34 tr',
    'khoảng 100',
    '１２',
    '<b>1</b>',
    '1\n2',
    '∞',
  ])('not %j', (text) => {
    expect(readWhole(text, MOST_DONG)).toEqual({ ok: false, problem: 'not_whole' });
  });

  test.each(['-5', '−5', '- 5.000 đ'])('nothing negative, in words of its own: %j', (text) => {
    expect(readWhole(text, MOST_DONG)).toEqual({ ok: false, problem: 'negative' });
  });

  test('no more than the most, however long it is', () => {
    expect(readWhole('100.000.000.000.000', MOST_DONG)).toMatchObject({ ok: true });
    const tooMuch = { ok: false, problem: 'too_much' };
    expect(readWhole('100.000.000.000.001', MOST_DONG)).toEqual(tooMuch);
    expect(readWhole('9'.repeat(3000), MOST_DONG)).toEqual(tooMuch);
  });

  test('what is shown is read as the same', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MOST_DONG }), (value) => {
        expect(readWhole(formatWhole(value), MOST_DONG)).toEqual({ ok: true, value });
        expect(readWhole(String(value), MOST_DONG)).toEqual({ ok: true, value });
      }),
    );
  });
});

describe('what an initiative saved', () => {
  const report = fc.record({
    unitId: fc.constantFrom('a', 'b', 'c', 'd'),
    year: fc.integer({ min: 2024, max: 2027 }),
    hours: fc.bigInt({ min: 0n, max: 100_000_000n }),
    dong: fc.bigInt({ min: 0n, max: MOST_DONG }),
  });
  /** Reports in the order in which they were made, then shuffled. */
  const history = fc
    .array(report, { maxLength: 40 })
    .map((reports): Effect[] => reports.map((one, index) => ({ ...one, seq: BigInt(index) })))
    .chain((reports) =>
      fc.tuple(
        fc.constant(reports),
        fc.shuffledSubarray(reports, { minLength: reports.length, maxLength: reports.length }),
      ),
    );

  test('is the sum of each unit’s newest report of each year, in whatever order they come', () => {
    fc.assert(
      fc.property(history, ([made, shuffled]) => {
        // As a ledger: each report takes the place of the one before it.
        const ledger = new Map<string, Effect>();
        for (const one of made) ledger.set(`${one.unitId} ${one.year}`, one);
        const standing = [...ledger.values()];
        const sums = sumEffects(shuffled);
        const dong = standing.reduce((sum, one) => sum + one.dong, 0n);
        const hours = standing.reduce((sum, one) => sum + one.hours, 0n);
        expect(sums).toMatchObject({ dong, hours });
        expect(sums.units).toBe(new Set(standing.map((one) => one.unitId)).size);
      }),
    );
  });

  test('is the same by year and in all, and of no year twice', () => {
    fc.assert(
      fc.property(history, ([, reports]) => {
        const { years, dong, hours } = sumEffects(reports);
        expect(years.reduce((sum, year) => sum + year.dong, 0n)).toBe(dong);
        expect(years.reduce((sum, year) => sum + year.hours, 0n)).toBe(hours);
        const named = years.map(({ year }) => year);
        expect(named).toEqual([...new Set(named)].toSorted((a, b) => b - a));
        for (const { year, units } of years)
          expect(units).toBe(newestEffects(reports).filter((one) => one.year === year).length);
      }),
    );
  });

  test('changes by the difference when a report is corrected', () => {
    fc.assert(
      fc.property(history, report, ([made], correction) => {
        const before = sumEffects(made);
        const replaced = newestEffects(made).find(
          (one) => one.unitId === correction.unitId && one.year === correction.year,
        );
        const after = sumEffects([...made, { ...correction, seq: 1000n }]);
        expect(after.dong).toBe(before.dong - (replaced?.dong ?? 0n) + correction.dong);
        expect(after.hours).toBe(before.hours - (replaced?.hours ?? 0n) + correction.hours);
      }),
    );
  });

  test('is exact far beyond what a float holds', () => {
    const of = (unitId: string): Effect => ({
      unitId,
      year: 2026,
      seq: 1n,
      hours: 1n,
      dong: MOST_DONG - 1n,
    });
    const units = Array.from({ length: 200 }, (_, index) => of(`u${index}`));
    expect(sumEffects(units).dong).toBe(200n * (MOST_DONG - 1n));
  });
});
