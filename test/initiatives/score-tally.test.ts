import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  averageTenths,
  type Scores,
  tallyScores,
} from '../../src/initiatives/scoring/score-tally.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import type { ScoreSheet } from '../../src/rulebook/score-sheet-schema.ts';
import { scoreSheetsOn } from '../../src/rulebook/score-sheets.ts';

const sheets = scoreSheetsOn(loadRulebook(), '2026-11-25');
const sheetOf = (wanted: string) => sheets.find(({ key }) => key === wanted)!;
const generic = sheetOf('generic') as ScoreSheet & { kind: 'points' };
const vanMon = sheetOf('van_mon');
const reached = sheetOf('three_reached');
const HALF = { num: 1, den: 2 };

const card = (sheet: ScoreSheet, points: readonly number[], who = 'a'): Scores => ({
  personId: who,
  points: Object.fromEntries(sheet.criteria.map(({ key }, place) => [key, points[place] ?? 0])),
});
const outcome = (sheet: ScoreSheet, all: readonly (readonly number[])[], entitled = all.length) =>
  tallyScores({ sheet, entitled, sheets: all.map((one) => card(sheet, one)), enough: HALF });

describe('points', () => {
  test('an outcome explains itself', () => {
    expect(
      outcome(
        generic,
        [
          [25, 24, 20, 8],
          [14, 20, 26, 4],
        ],
        5,
      ),
    ).toEqual({
      kind: 'points',
      entitled: 5,
      scorers: 2,
      enough: { needed: 3, met: false },
      criteria: [
        {
          key: 'novelty',
          averageTenths: 195,
          lowest: 14,
          highest: 25,
          belowMinimum: 1,
          failed: false,
        },
        {
          key: 'application',
          averageTenths: 220,
          lowest: 20,
          highest: 24,
          belowMinimum: 0,
          failed: false,
        },
        {
          key: 'effect',
          averageTenths: 230,
          lowest: 20,
          highest: 26,
          belowMinimum: 0,
          failed: false,
        },
        {
          key: 'replication',
          averageTenths: 60,
          lowest: 4,
          highest: 8,
          belowMinimum: 1,
          failed: false,
        },
      ],
      total: { averageTenths: 705, lowest: 64, highest: 77 },
      pass: 70,
      passMet: true,
      result: 'reached',
    });
  });

  test.each<[string, number[][], string, string[]]>([
    ['exactly the pass mark', [[25, 20, 20, 5]], 'reached', []],
    ['one point below it', [[25, 20, 19, 5]], 'not_reached', []],
    ['a criterion on its minimum', [[15, 30, 30, 5]], 'reached', []],
    ['a criterion below it, the total high', [[14, 30, 30, 10]], 'not_reached', ['novelty']],
    [
      'the average on the minimum though one member is below',
      [
        [14, 30, 30, 5],
        [16, 30, 30, 5],
      ],
      'reached',
      [],
    ],
    [
      'two criteria failed',
      [
        [14, 30, 30, 4],
        [15, 30, 30, 5],
      ],
      'not_reached',
      ['novelty', 'replication'],
    ],
    ['nobody scored', [], 'no_scores', []],
  ])('%s', (_what, all, result, failed) => {
    const found = outcome(generic, all, 3);
    expect(found.result).toBe(result);
    if (found.kind !== 'points') throw new Error('another kind');
    expect(found.criteria.filter((one) => one.failed).map(({ key }) => key)).toEqual(failed);
  });

  test('an average that only rounds to the pass mark does not reach it', () => {
    // (22 × 70 + 69) / 23 = 69.956…
    const all = [...Array.from({ length: 22 }, () => [25, 20, 20, 5]), [25, 20, 19, 5]];
    const found = outcome(generic, all);
    expect(found).toMatchObject({
      total: { averageTenths: 700 },
      passMet: false,
      result: 'not_reached',
    });
  });

  test('by the other rule, one member below a minimum is enough', () => {
    const strict: ScoreSheet = {
      ...generic,
      minimumRule: { ...generic.minimumRule, by: 'any' },
    };
    const all = [
      [14, 30, 30, 10],
      [30, 30, 30, 10],
    ];
    expect(outcome(generic, all).result).toBe('reached');
    expect(outcome(strict, all).result).toBe('not_reached');
  });

  test('without a pass mark the minima decide', () => {
    expect(outcome(vanMon, [[10, 10, 8, 5, 7, 5, 5]])).toMatchObject({
      pass: null,
      result: 'reached',
    });
    expect(outcome(vanMon, [[20, 9, 15, 10, 15, 10, 10]])).toMatchObject({ result: 'not_reached' });
  });

  test.each([
    [1, 3, 3],
    [2, 3, 7],
    [1, 4, 3],
    [1, 8, 1],
    [5, 2, 25],
    [7, 20, 4],
  ])('%i over %i is %i tenths, half up', (sum, count, tenths) => {
    expect(averageTenths(sum, count)).toBe(tenths);
  });
});

describe('reached or not', () => {
  test.each<[number, number, number, string]>([
    [4, 6, 4, 'reached'],
    [3, 6, 4, 'not_reached'],
    // Those who have not scored stay in the base.
    [3, 5, 4, 'not_reached'],
    [2, 3, 2, 'reached'],
    [1, 1, 1, 'reached'],
  ])('%i of %i members, %i needed: %s', (yes, entitled, needed, result) => {
    const all = Array.from({ length: yes }, () => [1, 1, 1]);
    expect(outcome(reached, all, entitled)).toMatchObject({ reaching: yes, needed, result });
  });

  test('a member who misses one criterion does not find it reached', () => {
    const all = [
      [1, 1, 0],
      [1, 1, 1],
      [1, 1, 1],
    ];
    expect(outcome(reached, all)).toMatchObject({
      reaching: 2,
      criteria: [{ reached: 3 }, { reached: 3 }, { reached: 2 }],
      result: 'reached',
    });
  });
});

test.each<[number, number, boolean]>([
  [2, 5, false],
  [3, 5, true],
  [2, 4, true],
  [1, 4, false],
  [0, 0, false],
])('%i of %i sheets are enough: %s', (scorers, entitled, met) => {
  const all = Array.from({ length: scorers }, () => [30, 30, 30, 10]);
  expect(outcome(generic, all, entitled).enough.met).toBe(met);
});

test('points that the sheet does not know are no outcome', () => {
  expect(() => outcome(generic, [[31, 0, 0, 0]])).toThrow(/out of range/);
  expect(() => outcome(generic, [[1.5, 0, 0, 0]])).toThrow(/whole/);
  expect(() => outcome(generic, [[0, 0, 0, 0]], 0)).toThrow(/more sheets/);
});

describe('whatever the scores', () => {
  const points = (sheet: ScoreSheet) =>
    sheet.kind === 'points'
      ? fc.tuple(...sheet.criteria.map(({ max }) => fc.integer({ min: 0, max })))
      : fc.tuple(...sheet.criteria.map(() => fc.integer({ min: 0, max: 1 })));
  const scoring = fc
    .constantFrom<ScoreSheet>(generic, vanMon, reached, {
      ...generic,
      minimumRule: { ...generic.minimumRule, by: 'any' },
    })
    .chain((sheet) =>
      fc.record({
        sheet: fc.constant(sheet),
        all: fc.array(points(sheet), { maxLength: 15 }),
        missing: fc.integer({ min: 0, max: 5 }),
      }),
    );

  test('the order of members does not matter', () => {
    fc.assert(
      fc.property(scoring, fc.infiniteStream(fc.nat()), ({ sheet, all, missing }, keys) => {
        const mixed = all
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const entitled = all.length + missing;
        expect(outcome(sheet, mixed, entitled)).toEqual(outcome(sheet, all, entitled));
      }),
    );
  });

  test('the outcome is that of a plain model in fractions', () => {
    fc.assert(
      fc.property(scoring, ({ sheet, all, missing }) => {
        const entitled = all.length + missing;
        const found = outcome(sheet, all, entitled);
        const column = (place: number) => all.map((one) => one[place] ?? 0);
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        const reaches = () => {
          if (sheet.kind === 'reached') {
            const yes = all.filter((one) => !one.includes(0)).length;
            return yes * 3 >= entitled * 2 && yes > 0;
          }
          const bad = sheet.criteria.some(({ min }, place) =>
            sheet.minimumRule.by === 'any'
              ? column(place).some((one) => one < min)
              : sum(column(place)) < min * all.length,
          );
          const low = sheet.pass !== null && sum(all.flat()) < sheet.pass * all.length;
          return !bad && !low;
        };
        const wanted = reaches() ? 'reached' : 'not_reached';
        expect(found.result).toBe(all.length === 0 ? 'no_scores' : wanted);
      }),
    );
  });

  test('a point more never lowers a total, nor turns a pass into a failure', () => {
    fc.assert(
      fc.property(scoring, fc.nat(), fc.nat(), ({ sheet, all, missing }, who, where) => {
        fc.pre(all.length > 0);
        const member = who % all.length;
        const place = where % sheet.criteria.length;
        const max = sheet.kind === 'points' ? (sheet.criteria[place]?.max ?? 0) : 1;
        const better = all.map((one, index) =>
          index === member
            ? one.map((mark, at) => (at === place ? Math.min(max, mark + 1) : mark))
            : one,
        );
        const entitled = all.length + missing;
        const [before, after] = [outcome(sheet, all, entitled), outcome(sheet, better, entitled)];
        if (before.kind === 'points' && after.kind === 'points') {
          expect(after.total!.averageTenths).toBeGreaterThanOrEqual(before.total!.averageTenths);
        }
        if (before.result === 'reached') expect(after.result).toBe('reached');
      }),
    );
  });
});
