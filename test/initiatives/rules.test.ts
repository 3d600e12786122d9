import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkShares,
  type Deadline,
  deadlineFrom,
  firstApplicationCheck,
  initiativeNumber,
  parseInitiativeNumber,
  suggestShares,
} from '../../src/initiatives/rules.ts';
import { nextDay } from '../../src/rulebook/calendar.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { RuleNotFoundError } from '../../src/rulebook/rules.ts';

const rulebook = loadRulebook();

const day = fc
  .date({
    min: new Date('2013-01-01T00:00:00Z'),
    max: new Date('2099-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

describe('shares of the authors', () => {
  test.each([[[100]], [[60, 40]], [[99, 1]], [[34, 33, 33]]])('%j is in order', (shares) => {
    expect(checkShares(shares)).toEqual({ ok: true, sum: 100, difference: 0 });
  });

  test('60 and 30 lack 10', () => {
    const expected = { ok: false, kind: 'wrong_sum', sum: 90, difference: -10 };
    expect(checkShares([60, 30])).toEqual(expected);
  });

  test('60 and 50 are 10 too many', () => {
    const expected = { ok: false, kind: 'wrong_sum', sum: 110, difference: 10 };
    expect(checkShares([60, 50])).toEqual(expected);
  });

  test.each([
    [[100, 0], [1]],
    [
      [50.5, 49.5],
      [0, 1],
    ],
    [
      [150, -50],
      [0, 1],
    ],
    [[Number.NaN, 100], [0]],
  ])('%j: whole percents from 1 to 100 only', (shares, positions) => {
    expect(checkShares(shares)).toMatchObject({ ok: false, kind: 'not_whole_percent', positions });
  });

  test('there is an author at least', () => {
    expect(checkShares([])).toMatchObject({ ok: false, kind: 'no_author' });
  });

  test('are in order exactly when they are whole percents that make 100', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1 }), (shares) => {
        const check = checkShares(shares);
        const sum = shares.reduce((total, share) => total + share, 0);
        expect(check).toMatchObject({ ok: sum === 100, sum, difference: sum - 100 });
      }),
    );
  });

  test('anything but whole percents that make 100 is refused, and told where', () => {
    const share = fc.oneof(
      fc.integer({ min: -20, max: 140 }),
      fc.double({ min: -5, max: 105 }),
      fc.constantFrom(0, 100, Number.NaN, Number.POSITIVE_INFINITY),
    );
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 5 }), (shares) => {
        const check = checkShares(shares);
        const whole = (one: number) => Number.isInteger(one) && one >= 1 && one <= 100;
        const wrong = [...shares.keys()].filter((place) => !whole(shares[place]!));
        const sum = shares.filter(whole).reduce((total, one) => total + one, 0);
        expect(check.ok).toBe(wrong.length === 0 && sum === 100);
        if (!check.ok && check.kind === 'not_whole_percent') expect(check.positions).toEqual(wrong);
      }),
    );
  });

  test('any division of 100 into whole parts is in order', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 20 });
    fc.assert(
      fc.property(cuts, (points) => {
        const edges = [0, ...points.toSorted((low, high) => low - high), 100];
        const shares = edges.slice(1).map((edge, index) => edge - edges[index]!);
        expect(checkShares(shares).ok).toBe(true);
      }),
    );
  });
});

describe('shares to begin with', () => {
  test.each([
    [[null], [100]],
    [
      [null, null, null],
      [34, 33, 33],
    ],
    [
      [null, null, 30],
      [35, 35, 30],
    ],
    // What was given cannot stand: everybody gets a part.
    [
      [null, 100],
      [50, 50],
    ],
    [
      [20, 30],
      [50, 50],
    ],
  ])('for %j are %j', (given, shares) => {
    expect(suggestShares(given)).toEqual(shares);
  });

  test('are in order whatever was given, and keep it where that is possible', () => {
    const given = fc.array(fc.option(fc.integer({ min: 1, max: 100 })), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(given, (shares) => {
        const suggested = suggestShares(shares);
        expect(suggested).toHaveLength(shares.length);
        expect(checkShares(suggested).ok).toBe(true);
        const open = shares.filter((share) => share === null).length;
        const left = 100 - shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
        const fits = open === 0 ? left === 0 : left >= open;
        if (fits)
          expect(shares.map((share, place) => share ?? suggested[place])).toEqual(suggested);
      }),
    );
  });
});

describe('first application', () => {
  test.each([
    ['2025-03-01', '2025-03-01', '2026-03-01'],
    ['2025-03-01', '2026-03-01', '2026-03-01'],
    ['2024-02-29', '2025-02-28', '2025-02-28'],
    ['2027-02-28', '2028-02-28', '2028-02-28'],
  ])('applied %s, filed %s: in time, to %s', (firstAppliedOn, filedOn, lastDay) => {
    const check = firstApplicationCheck({ rulebook, firstAppliedOn, filedOn });
    expect(check).toEqual({ kind: 'ok', lastDay });
  });

  test.each([
    ['2025-03-01', '2026-03-02', 1],
    ['2024-02-29', '2025-03-01', 1],
    ['2027-02-28', '2028-02-29', 1],
    ['2024-01-01', '2026-01-01', 365],
  ])('applied %s, filed %s: %i days late, with the article', (applied, filedOn, daysOver) => {
    const check = firstApplicationCheck({ rulebook, firstAppliedOn: applied, filedOn });
    expect(check).toMatchObject({
      kind: 'late',
      daysOver,
      citation: 'Nghị định 13/2012/NĐ-CP Điều 5',
      verified: true,
    });
  });

  test('after the filing is a date in the future', () => {
    const dates = { firstAppliedOn: '2026-03-02', filedOn: '2026-03-01' };
    expect(firstApplicationCheck({ rulebook, ...dates })).toEqual({ kind: 'future' });
  });

  test('a date that does not exist, or a filing before the rule, is refused', () => {
    const check = (firstAppliedOn: string, filedOn: string) => () =>
      firstApplicationCheck({ rulebook, firstAppliedOn, filedOn });
    expect(check('2025-02-29', '2026-01-01')).toThrow(RangeError);
    expect(check('2025-01-01', '2026-02-29')).toThrow(RangeError);
    expect(check('2010-01-01', '2010-02-01')).toThrow(RuleNotFoundError);
  });

  test('the day after the last day is one day late', () => {
    fc.assert(
      fc.property(day, (firstAppliedOn) => {
        const first = firstApplicationCheck({ rulebook, firstAppliedOn, filedOn: firstAppliedOn });
        if (first.kind !== 'ok') throw new Error('filing on the day itself is in time');
        const lastDay = first.lastDay;
        const at = (filedOn: string) =>
          firstApplicationCheck({ rulebook, firstAppliedOn, filedOn });
        expect(at(lastDay).kind).toBe('ok');
        expect(at(nextDay(lastDay))).toMatchObject({ kind: 'late', daysOver: 1 });
      }),
    );
  });
});

describe('deadlines', () => {
  const by = (kind: Deadline['kind'], from: string) => deadlineFrom(rulebook, kind, from).by;

  test.each([
    ['2026-11-23', '2026-12-23', '2027-02-23'],
    ['2026-01-31', '2026-02-28', '2026-04-30'],
    ['2027-11-30', '2027-12-30', '2028-02-29'],
    ['2024-01-30', '2024-02-29', '2024-04-30'],
  ])('from %s: form or correction by %s, decision by %s', (from, inOneMonth, inThree) => {
    expect(by('form_check', from)).toBe(inOneMonth);
    expect(by('correction', from)).toBe(inOneMonth);
    expect(by('decision', from)).toBe(inThree);
  });

  test('name their article', () => {
    expect(deadlineFrom(rulebook, 'correction', '2026-01-01').source).toContain('Điều 6');
    expect(deadlineFrom(rulebook, 'decision', '2026-01-01').source).toContain('Điều 7');
  });

  test('a later day never has an earlier deadline', () => {
    fc.assert(
      fc.property(day, (from) => {
        for (const kind of ['form_check', 'correction', 'decision'] as const) {
          expect(by(kind, from) <= by(kind, nextDay(from))).toBe(true);
          expect(from < by(kind, from)).toBe(true);
        }
      }),
    );
  });
});

describe('numbers', () => {
  test.each([
    [2026, 1, 'SK-2026-0001'],
    [2026, 9999, 'SK-2026-9999'],
    [2027, 10000, 'SK-2027-10000'],
  ])('%i, %i is %s', (year, sequence, text) => {
    expect(initiativeNumber(year, sequence)).toBe(text);
    expect(parseInitiativeNumber(text)).toEqual({ year, sequence });
  });

  test('are read as people type them', () => {
    expect(parseInitiativeNumber(' sk-2026-12 ')).toEqual({ year: 2026, sequence: 12 });
  });

  test.each(['SK-2026-', 'SK-26-0001', 'SK-2026-0000', 'XX-2026-0001', '2026-0001', ''])(
    '%j is none',
    (text) => {
      expect(parseInitiativeNumber(text)).toBeUndefined();
    },
  );

  test('of no year or no sequence are refused', () => {
    expect(() => initiativeNumber(26, 1)).toThrow(RangeError);
    expect(() => initiativeNumber(2026, 0)).toThrow(RangeError);
    expect(() => initiativeNumber(2026, 1.5)).toThrow(RangeError);
  });
});
