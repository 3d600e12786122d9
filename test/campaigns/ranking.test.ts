import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatPoints,
  MOST_AMOUNT,
  readAmount,
} from '../../src/campaigns/progress/amounts.ts';
import {
  indicatorScore,
  type Measured,
  rankUnits,
  type UnitStanding,
} from '../../src/campaigns/progress/ranking.ts';
import { rankingCharts, writtenBar } from '../../src/campaigns/progress/ranking-chart.ts';

describe('an amount', () => {
  it.each([
    ['1.234,5', 123_450n],
    ['1234,05', 123_405n],
    ['0', 0n],
    ['0,5', 50n],
    [' 12 ', 1_200n],
    ['1.000.000', 100_000_000n],
    ['104,31', 10_431n],
  ])('is read from %s', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });

  it.each([
    '12.5',
    '0.123',
    '1,234.5',
    '1.23.456',
    '-5',
    '−5',
    '5%',
    'năm',
    '',
    '1,234',
    '1e3',
    '99999999999999',
  ])('is not read from %j', (text) => {
    expect(readAmount(text)).toBeNull();
  });

  it('is read back from what is shown', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MOST_AMOUNT }), (amount) => {
        expect(readAmount(formatAmount(amount))).toBe(amount);
        expect(readAmount(formatPoints(amount))).toBe(amount);
      }),
    );
  });

  it('of points has two decimals and a sign below nothing', () => {
    expect([9_550n, 10_000n, -250n, -5n].map(formatPoints)).toEqual([
      '95,50',
      '100,00',
      '−2,50',
      '−0,05',
    ]);
  });
});

describe('the score of an indicator', () => {
  const more = { direction: 'more', weight: 40 } as const;
  const less = { direction: 'less', weight: 40 } as const;

  it.each([
    ['half of the target', more, 100n, 50n, 2_000n],
    ['the target', more, 100n, 100n, 4_000n],
    ['more than the target, which brings no more', more, 100n, 250n, 4_000n],
    ['nothing', more, 100n, 0n, 0n],
    ['a third, rounded down', more, 300n, 100n, 1_333n],
    ['two thirds, rounded up', more, 300n, 200n, 2_667n],
    ['half a hundredth, rounded up', { ...more, weight: 1 }, 200n, 1n, 1n],
    ['fewer than the target', less, 100n, 50n, 4_000n],
    ['twice the target', less, 100n, 200n, 2_000n],
    ['none where none is the target', less, 0n, 0n, 4_000n],
    ['some where none is the target', less, 0n, 1n, 0n],
  ])('of %s', (_case, indicator, target, value, points) => {
    expect(indicatorScore(indicator, { target, value })).toBe(points);
  });

  it('is the whole number next to the exact one, never above the weight', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.bigInt({ min: 1n, max: MOST_AMOUNT }),
        fc.bigInt({ min: 0n, max: MOST_AMOUNT }),
        (weight, target, value) => {
          const score = indicatorScore({ direction: 'more', weight }, { target, value });
          const most = BigInt(weight) * 100n;
          const [reached = 0n] = [value, target].toSorted((one, other) => (one < other ? -1 : 1));
          // |score × target − most × reached| is no more than half a target.
          const off = 2n * (score * target - most * reached);
          expect(off <= target && off > -target).toBe(true);
          expect(score >= 0n && score <= most).toBe(true);
          if (target > 0n && value > 0n)
            expect(indicatorScore({ direction: 'less', weight }, { target, value })).toBe(
              indicatorScore({ direction: 'more', weight }, { target: value, value: target }),
            );
        },
      ),
    );
  });
});

describe('the ranking', () => {
  const INDICATORS: Measured[] = [
    { id: 'new', direction: 'more', weight: 60 },
    { id: 'late', direction: 'less', weight: 40 },
  ];
  function unit(
    unitName: string,
    figures: Record<string, bigint>,
    extra: { bonus?: bigint; penalty?: bigint; targets?: Record<string, bigint> } = {},
  ): UnitStanding {
    const { bonus = 0n, penalty = 0n, targets = { new: 100n, late: 10n } } = extra;
    const maps = {
      targets: new Map(Object.entries(targets)),
      figures: new Map(Object.entries(figures)),
    };
    return { unitId: unitName, unitName, ...maps, bonus, penalty };
  }
  const lines = (units: UnitStanding[]) =>
    rankUnits(INDICATORS, units).map(({ rank, unitName, total }) => [rank, unitName, total]);

  it('shows ties, passes the next rank over, and has who did not report last', () => {
    expect(
      lines([
        unit('Ấp Bắc', {}),
        unit('Đồi Sim', { new: 50n, late: 10n }),
        unit('Cồn Gió', { new: 50n, late: 10n }),
        unit('Bến Lội', { new: 100n, late: 5n }),
        unit('Cầu Trắng', { new: 10n, late: 40n }),
        unit('An Hải', {}, { bonus: 500n }),
      ]),
    ).toEqual([
      [1, 'Bến Lội', 10_000n],
      [2, 'Cồn Gió', 7_000n],
      [2, 'Đồi Sim', 7_000n],
      [4, 'Cầu Trắng', 1_600n],
      [null, 'An Hải', null],
      [null, 'Ấp Bắc', null],
    ]);
  });

  it('counts bonus and penalty, and nothing for what was not reported or has no target', () => {
    expect(
      lines([
        unit('Một', { new: 100n }, { bonus: 250n, penalty: -100n }),
        unit('Hai', { new: 100n, late: 10n }, { targets: { late: 10n } }),
        unit('Ba', { new: 0n }, { penalty: -500n }),
      ]),
    ).toEqual([
      [1, 'Một', 6_150n],
      [2, 'Hai', 4_000n],
      [3, 'Ba', -500n],
    ]);
  });

  it('is what counting by hand gives, in whatever order the units come', () => {
    const some = fc.array(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 6 }),
        value: fc.option(fc.bigInt({ min: 0n, max: 6n }), { nil: undefined }),
        bonus: fc.bigInt({ min: 0n, max: 2n }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (rows) => {
        const units = rows.map(({ name, value, bonus }, index) =>
          unit(`${index}${name}`, value === undefined ? {} : { new: value }, {
            bonus: bonus * 1_000n,
            targets: { new: 6n },
          }),
        );
        const ranked = rankUnits(INDICATORS, units);
        expect(rankUnits(INDICATORS, units.toReversed())).toEqual(ranked);
        const reported = ranked.filter(({ rank }) => rank !== null);
        // By hand: whoever has more stands before; the rank is one more than how many have more.
        const byHand = rows
          .flatMap(({ value, bonus }) =>
            value === undefined ? [] : [Number(value * 1_000n + bonus * 1_000n)],
          )
          .toSorted((one, other) => other - one);
        expect(reported.map(({ total }) => Number(total))).toEqual(byHand);
        expect(reported.map(({ rank }) => rank)).toEqual(
          byHand.map((total) => byHand.indexOf(total) + 1),
        );
        expect(ranked.slice(reported.length).every(({ rank }) => rank === null)).toBe(true);
        expect(reported.map(({ tied }) => tied)).toEqual(
          byHand.map((total) => byHand.indexOf(total) !== byHand.lastIndexOf(total)),
        );
      }),
    );
  });
});

describe('the chart of a ranking', () => {
  const line = (rank: number | null, unitName: string, total: bigint | null) => ({
    ...{ rank, unitName, total, tied: false, bonus: 0n, penalty: 0n, asOf: null, cluster: null },
  });

  it('has a bar for each unit that has reported, called by its rank and the end of its name', () => {
    const [chart] = rankingCharts(
      [
        line(1, 'Văn phòng', 9_550n),
        line(2, 'BHXH cơ sở Cồn Gió', 9_000n),
        line(2, 'Phòng Quản lý thu – Sổ, thẻ', 9_000n),
        line(4, 'Tổ kiểm tra nội bộ số một', -50n),
        line(4, 'Ban kiểm tra nội bộ số một', -50n),
        line(null, 'Phòng Truyền thông', null),
      ],
      'vi',
    );
    expect(chart?.chart.series[0]?.data).toEqual([
      { label: '1. Văn phòng', value: 95.5 },
      { label: '2. …cơ sở Cồn Gió', value: 90 },
      { label: '2. …thu – Sổ, thẻ', value: 90 },
      { label: '4. …nội bộ số một', value: -0.5 },
      { label: '4. …bộ số một #5', value: -0.5 },
    ]);
    expect(rankingCharts([line(null, 'Văn phòng', null)], 'vi')).toEqual([]);
  });

  it('goes on in a second one, and ends there', () => {
    const many = Array.from({ length: 50 }, (_, index) => line(index + 1, 'Tổ', 100n));
    const charts = rankingCharts(many, 'en');
    expect(charts.map(({ chart }) => chart.axis_config.categories.length)).toEqual([20, 20]);
    expect(charts[1]?.title).toBe('Total points, from unit 21 on');
  });

  it('is written as a bar where there is none', () => {
    expect([10_000n, 5_000n, 449n, 0n, -5n].map((total) => writtenBar(total, 10_000n))).toEqual([
      ...['██████████', '█████░░░░░', '░░░░░░░░░░', '░░░░░░░░░░', '░░░░░░░░░░'],
    ]);
    expect(writtenBar(0n, 0n)).toBe('░░░░░░░░░░');
  });
});
