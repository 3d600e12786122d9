import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../src/rulebook/load.ts';
import {
  baseSalaryOn,
  findCommendation,
  findInVocabulary,
  findTitle,
  ladder,
  RuleNotFoundError,
  titlesBelow,
  versionOn,
  votingRule,
} from '../../src/rulebook/rules.ts';

const rulebook = loadRulebook();

/** The key that words mean, with its kind, or `unknown`. */
function meaning(words: string): string {
  const found = findInVocabulary(rulebook, words);
  switch (found.kind) {
    case 'title':
      return `title ${found.title.key}`;
    case 'commendation':
      return `commendation ${found.form.key}`;
    case 'other':
      return `other ${found.key}`;
    case 'unknown':
      return 'unknown';
  }
}

describe('versions of the law', () => {
  test.each([
    ['1999-01-01', 'L2003_ND91'],
    ['2023-12-31', 'L2003_ND91'],
    ['2024-01-01', 'L2022_ND98'],
    ['2025-06-30', 'L2022_ND98'],
    ['2025-07-01', 'L2022_ND152'],
    ['2026-09-30', 'L2022_ND152'],
    ['2026-10-01', 'L2026'],
    ['2099-12-31', 'L2026'],
  ])('on %s: %s', (date, id) => {
    expect(versionOn(rulebook, date).id).toBe(id);
  });

  test('the amended law is marked as unverified', () => {
    expect(versionOn(rulebook, '2026-12-15').verified).toBe(false);
  });

  test('a day that does not exist is refused', () => {
    expect(() => versionOn(rulebook, '2026-02-30')).toThrow(RangeError);
  });
});

describe('ladders', () => {
  test('go from low to high', () => {
    const keys = (subject: 'person' | 'collective') =>
      ladder(rulebook, subject).map(({ key }) => key);
    expect(keys('person')).toEqual(['ldtt', 'cstdcs', 'cstd_bo', 'cstd_tq']);
    expect(keys('collective')).toEqual(['ttldtt', 'ttldxs', 'co_bo', 'co_cp']);
  });

  test('the titles below one are those of its own ladder', () => {
    expect(titlesBelow(rulebook, 'cstd_bo').map(({ key }) => key)).toEqual(['ldtt', 'cstdcs']);
    expect(titlesBelow(rulebook, 'ttldtt')).toEqual([]);
    expect(() => titlesBelow(rulebook, 'bk_tt')).toThrow(RuleNotFoundError);
  });

  test('every title and form has a name in both languages', () => {
    expect(findTitle(rulebook, 'cstd_tq')?.name).toEqual({
      vi: 'Chiến sĩ thi đua toàn quốc',
      en: 'National Emulation Fighter',
    });
    expect(findCommendation(rulebook, 'bk_tt')?.name.vi).toBe('Bằng khen của Thủ tướng Chính phủ');
    expect(findCommendation(rulebook, 'cstd_tq')).toBeUndefined();
  });
});

describe('vocabulary', () => {
  const table: [string, string][] = [
    ['LĐTT', 'title ldtt'],
    ['lđtt', 'title ldtt'],
    ['lao dong tien tien', 'title ldtt'],
    ['CSTĐCS', 'title cstdcs'],
    ['CSTĐ cơ sở', 'title cstdcs'],
    ['cstđ cs', 'title cstdcs'],
    ['CSTĐ ngành', 'title cstd_bo'],
    ['CSTĐ bộ', 'title cstd_bo'],
    ['CSTĐ tỉnh', 'title cstd_bo'],
    ['CSTĐ cấp bộ', 'title cstd_bo'],
    ['CSTĐTQ', 'title cstd_tq'],
    ['TTLĐTT', 'title ttldtt'],
    ['tập thể tiên tiến', 'title ttldtt'],
    ['TTLĐXS', 'title ttldxs'],
    ['tập thể xuất sắc', 'title ttldxs'],
    ['cờ ngành', 'title co_bo'],
    ['cờ bộ', 'title co_bo'],
    ['cờ BHXH', 'title co_bo'],
    ['cờ Chính phủ', 'title co_cp'],
    ['cờ CP', 'title co_cp'],
    ['BK', 'commendation bk_bo'],
    ['bằng khen TGĐ', 'commendation bk_bo'],
    ['bằng khen Bộ trưởng', 'commendation bk_bo'],
    ['BKTT', 'commendation bk_tt'],
    ['bằng khen TTg', 'commendation bk_tt'],
    ['HCLĐ Ba', 'commendation hcld_3'],
    ['HCLĐ 3', 'commendation hcld_3'],
    ['GK', 'commendation giay_khen'],
    ['KNC', 'commendation ky_niem_chuong'],
    ['Huân chương Độc lập', 'commendation huan_chuong_khac'],
    ['SK', 'other sang_kien'],
    ['sáng kiến', 'other sang_kien'],
    ['giải pháp', 'other sang_kien'],
    ['cải tiến', 'other sang_kien'],
    ['NTVT', 'other guong'],
    ['gương NTVT', 'other guong'],
    ['người tốt việc tốt', 'other guong'],
    ['ĐHTT', 'other dien_hinh'],
    ['điển hình', 'other dien_hinh'],
    ['HTXSNV', 'other htxsnv'],
    ['HTTNV', 'other httnv'],
    ['HTNV', 'other htnv'],
    ['KHTNV', 'other khtnv'],
    ['Chiến sĩ thi đua bộ, ban, ngành, tỉnh', 'title cstd_bo'],
    ['Grassroots Emulation Fighter', 'title cstdcs'],
    ['cstd_bo', 'title cstd_bo'],
  ];
  const plain = (text: string) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

  test.each(table)('%s is %s', (words, expected) => {
    expect(meaning(words)).toBe(expected);
    expect(meaning(words.normalize('NFD'))).toBe(expected);
    expect(meaning(plain(words))).toBe(expected);
    expect(meaning(words.toUpperCase())).toBe(expected);
    expect(meaning(`  ${words.replaceAll(' ', '   ')}. `)).toBe(expected);
  });

  test.each(['CSTĐ', 'cờ', '', ' … ', 'Lao động', 'constructor', '__proto__'])(
    'does not guess at %j',
    (words) => {
      expect(meaning(words)).toBe('unknown');
    },
  );
});

describe('voting rules', () => {
  test('a ministerial title is decided in secret by 90 % of all members', () => {
    expect(votingRule(rulebook, 'cstd_bo', '2023-12-31')).toMatchObject({
      itemKey: 'cstd_bo',
      method: 'secret',
      base: 'total',
      threshold: { op: '>=', num: 90, den: 100 },
      quorum: { num: 2, den: 3 },
      absentWritten: true,
      source: 'Nghị định 91/2017/NĐ-CP Điều 45 khoản 8',
      verified: true,
    });
  });

  test('the same 90 % since 2024 is a default that nobody has verified', () => {
    const rule = votingRule(rulebook, 'cstd_bo', '2024-01-01');
    expect(rule.threshold).toEqual({ op: '>=', num: 90, den: 100 });
    expect(rule.verified).toBe(false);
    expect(rule.note).toContain('80%');
  });

  test('leaving excluded members out of the base is an unverified default with a note', () => {
    const rule = votingRule(rulebook, 'ldtt', '2026-12-01');
    expect(rule.conflictReducesBase).toBe(true);
    expect(rule.conflict.verified).toBe(false);
    expect(rule.conflict.note).not.toBeNull();
  });

  test.each([
    ['cstd_tq', 'secret', '>=', 90, 100, false],
    ['cstdcs', 'open', '>=', 70, 100, false],
    ['ttldxs', 'open', '>=', 70, 100, false],
    ['co_cp', 'open', '>=', 70, 100, false],
    ['bk_tt', 'open', '>=', 70, 100, false],
    ['hcld_1', 'open', '>=', 70, 100, false],
    ['ldtt', 'open', '>', 50, 100, false],
    ['giay_khen', 'open', '>', 50, 100, false],
    ['sang_kien', 'either', '>=', 2, 3, true],
  ] as const)('%s in December 2026: %s, %s %i/%i', (item, method, op, num, den, verified) => {
    expect(votingRule(rulebook, item, '2026-12-01')).toMatchObject({
      method,
      base: 'total',
      threshold: { op, num, den },
      verified,
    });
  });

  test('every title, form and other item can be voted on today', () => {
    const items = [...rulebook.titles, ...rulebook.commendations].map(({ key }) => key);
    for (const item of [...items, 'sang_kien', 'guong', 'dien_hinh', 'khac']) {
      expect(votingRule(rulebook, item, '2026-11-23').itemKey).toBe(item);
    }
  });

  test('an unknown item, or a day before the first rule, is refused', () => {
    expect(() => votingRule(rulebook, 'cstd', '2026-11-23')).toThrow(RuleNotFoundError);
    expect(() => votingRule(rulebook, 'sang_kien', '2010-01-01')).toThrow(RuleNotFoundError);
  });
});

test.each([
  ['2019-06-30', undefined],
  ['2024-06-30', 1_800_000],
  ['2026-06-20', 2_340_000],
  ['2026-06-30', 2_340_000],
  ['2026-07-01', 2_530_000],
  ['2026-12-20', 2_530_000],
])('base salary on %s is %s đồng', (date, vnd) => {
  expect(baseSalaryOn(rulebook, date)?.vndPerMonth).toBe(vnd);
});
