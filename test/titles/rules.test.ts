import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { ladder, RuleNotFoundError } from '../../src/rulebook/rules.ts';
import {
  checkRegistration,
  isLadderClosed,
  missingLower,
  windowState,
} from '../../src/titles/rules.ts';

const rulebook = loadRulebook();

describe('registering titles', () => {
  test('choosing a ministerial title brings the two below it', () => {
    expect(checkRegistration({ rulebook, subject: 'person', chosen: ['cstd_bo'] })).toEqual({
      ok: true,
      titles: ['ldtt', 'cstdcs', 'cstd_bo'],
      added: ['ldtt', 'cstdcs'],
    });
  });

  test('only what is missing is added, and the order is that of the ladder', () => {
    const chosen = ['CSTĐ ngành', 'lđtt', 'CSTĐ ngành'];
    expect(checkRegistration({ rulebook, subject: 'person', chosen })).toEqual({
      ok: true,
      titles: ['ldtt', 'cstdcs', 'cstd_bo'],
      added: ['cstdcs'],
    });
  });

  test('choosing nothing registers nothing', () => {
    const check = checkRegistration({ rulebook, subject: 'collective', chosen: [] });
    expect(check).toEqual({ ok: true, titles: [], added: [] });
  });

  test.each([
    ['Bằng khen Thủ tướng', 'bk_tt'],
    ['bang khen ttg', 'bk_tt'],
    ['Giấy khen', 'giay_khen'],
    ['HCLĐ Ba', 'hcld_3'],
    ['Huân chương Độc lập', 'huan_chuong_khac'],
    ['KNC', 'ky_niem_chuong'],
    ['bk_bo', 'bk_bo'],
  ])('a form of commendation (%s) is refused with the document that says so', (word, form) => {
    expect(checkRegistration({ rulebook, subject: 'person', chosen: ['ldtt', word] })).toEqual({
      ok: false,
      problems: [
        {
          kind: 'commendation_not_registerable',
          word,
          form,
          citation: 'Công văn số 4793/BHXH-TĐKT',
        },
      ],
    });
  });

  test('every form of commendation in the rulebook is refused', () => {
    for (const { key, name } of rulebook.commendations) {
      for (const word of [key, name.vi, name.en]) {
        expect(checkRegistration({ rulebook, subject: 'person', chosen: [word] })).toMatchObject({
          ok: false,
          problems: [{ kind: 'commendation_not_registerable', form: key }],
        });
      }
    }
  });

  test('each problem is told, in the order of the words', () => {
    const chosen = ['sáng kiến', 'TTLĐXS', 'LĐTT', 'thi đua', 'HTXSNV'];
    expect(checkRegistration({ rulebook, subject: 'person', chosen })).toEqual({
      ok: false,
      problems: [
        {
          kind: 'initiative_not_registerable',
          word: 'sáng kiến',
          citation: 'Công văn số 4793/BHXH-TĐKT',
        },
        { kind: 'wrong_subject', word: 'TTLĐXS', title: 'ttldxs', subject: 'collective' },
        { kind: 'unknown', word: 'thi đua' },
        { kind: 'unknown', word: 'HTXSNV' },
      ],
    });
  });

  test('a person cannot be registered on the ladder of collectives, nor the other way', () => {
    const cases = [
      ['person', 'co_cp', 'collective'],
      ['collective', 'cstdcs', 'person'],
    ] as const;
    for (const [subject, word, ofSubject] of cases) {
      expect(checkRegistration({ rulebook, subject, chosen: [word] })).toEqual({
        ok: false,
        problems: [{ kind: 'wrong_subject', word, title: word, subject: ofSubject }],
      });
    }
  });
});

describe('a lower title that is taken out of the form', () => {
  const citation = 'Công văn số 4793/BHXH-TĐKT';
  const shown = ['ldtt', 'cstdcs', 'cstd_bo'];

  test('is refused while one above it stays, with the nearest of those', () => {
    const chosen = ['cstd_tq', 'cstd_bo', 'ldtt'];
    expect(checkRegistration({ rulebook, subject: 'person', chosen, shown })).toEqual({
      ok: false,
      problems: [
        { kind: 'lower_taken_out', word: 'cstdcs', title: 'cstdcs', above: 'cstd_bo', citation },
      ],
    });
  });

  test.each([
    [['ldtt', 'cstdcs'], ['ldtt', 'cstdcs'], []],
    [['cstdcs', 'cstd_bo', 'ldtt', 'cstd_tq'], ['ldtt', 'cstdcs', 'cstd_bo', 'cstd_tq'], []],
    [[], [], []],
  ])('is no matter otherwise: %j', (chosen, titles, added) => {
    expect(checkRegistration({ rulebook, subject: 'person', chosen, shown })).toEqual({
      ok: true,
      titles,
      added,
    });
  });
});

describe('the ladder', () => {
  test('what is missing below a title', () => {
    expect(missingLower(rulebook, ['cstd_bo'])).toEqual(['ldtt', 'cstdcs']);
    expect(missingLower(rulebook, ['cstd_bo', 'ldtt'])).toEqual(['cstdcs']);
    expect(missingLower(rulebook, ['ldtt'])).toEqual([]);
    expect(missingLower(rulebook, ['co_bo', 'cstdcs'])).toEqual(['ldtt', 'ttldtt', 'ttldxs']);
    expect(() => missingLower(rulebook, ['giay_khen'])).toThrow(RuleNotFoundError);
  });

  test.each([
    [[], true],
    [['ldtt'], true],
    [['cstdcs', 'ldtt'], true],
    [['cstdcs'], false],
    [['ldtt', 'cstd_bo'], false],
    [['ldtt', 'ldtt'], false],
    [['ldtt', 'ttldtt'], false],
    [['LĐTT'], false],
    [['bk_bo'], false],
    [['ldtt', 'nothing'], false],
  ])('%j closed: %s', (chosen, closed) => {
    expect(isLadderClosed(rulebook, chosen)).toBe(closed);
  });

  const selection = fc.constantFrom('person' as const, 'collective' as const).chain((subject) =>
    fc.record({
      subject: fc.constant(subject),
      chosen: fc.array(fc.constantFrom(...ladder(rulebook, subject).map(({ key }) => key)), {
        maxLength: 6,
      }),
    }),
  );

  test('completing is a superset, closed, in order, and changes nothing the second time', () => {
    fc.assert(
      fc.property(selection, ({ subject, chosen }) => {
        const check = checkRegistration({ rulebook, subject, chosen });
        if (!check.ok) throw new Error('every choice was a title of the subject');
        const order = ladder(rulebook, subject).map(({ key }) => key);

        expect(check.titles).toEqual(expect.arrayContaining(chosen));
        expect(isLadderClosed(rulebook, check.titles)).toBe(true);
        expect(check.titles).toEqual(order.slice(0, check.titles.length));
        expect(check.titles.length).toBe(Math.max(0, ...chosen.map((k) => order.indexOf(k) + 1)));
        expect(new Set(check.titles)).toEqual(new Set([...chosen, ...check.added]));
        expect(check.added).toEqual(missingLower(rulebook, chosen));
        expect(checkRegistration({ rulebook, subject, chosen: check.titles })).toEqual({
          ok: true,
          titles: check.titles,
          added: [],
        });
      }),
    );
  });
});

describe('the form and the ladder', () => {
  const form = fc.constantFrom('person' as const, 'collective' as const).chain((subject) => {
    const titles = ladder(rulebook, subject).map(({ key }) => key);
    return fc.record({
      subject: fc.constant(subject),
      titles: fc.constant(titles),
      shown: fc.subarray(titles),
      chosen: fc.subarray(titles),
    });
  });

  test('accept no hole: what was taken out is refused, what was never shown is added', () => {
    fc.assert(
      fc.property(form, ({ subject, titles, shown, chosen }) => {
        const check = checkRegistration({ rulebook, subject, chosen, shown });
        const highest = Math.max(-1, ...chosen.map((key) => titles.indexOf(key)));
        const holes = titles.slice(0, highest + 1).filter((key) => !chosen.includes(key));
        const takenOut = holes.filter((key) => shown.includes(key));
        if (takenOut.length === 0) {
          const whole = titles.slice(0, highest + 1);
          expect(check).toEqual({ ok: true, titles: whole, added: holes });
          return;
        }
        if (check.ok) throw new Error(`accepted with ${takenOut.join(', ')} taken out`);
        expect(check.problems.map(({ word }) => word)).toEqual(takenOut);
      }),
    );
  });
});

describe('the registration window', () => {
  const window = { opensOn: '2026-01-05', closesOn: '2026-02-28' };

  test.each([
    ['2026-01-04', 'not_yet'],
    ['2026-01-05', 'open'],
    ['2026-02-28', 'open'],
    ['2026-03-01', 'closed'],
    ['2025-02-10', 'not_yet'],
    ['2027-01-10', 'closed'],
  ])('on %s: %s', (today, state) => {
    expect(windowState({ ...window, today })).toBe(state);
  });

  test('may be a single day, but not end before it begins', () => {
    const today = '2026-02-28';
    expect(windowState({ opensOn: today, closesOn: today, today })).toBe('open');
    const backwards = { opensOn: '2026-02-28', closesOn: '2026-02-27', today };
    expect(() => windowState(backwards)).toThrow(RangeError);
    expect(() => windowState({ ...window, today: '28/02/2026' })).toThrow(RangeError);
  });
});
