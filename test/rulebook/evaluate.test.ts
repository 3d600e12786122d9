import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, quotaOf } from '../../src/rulebook/evaluate.ts';
import { linesOf } from '../../src/rulebook/explain.ts';
import { type Facts, type HeldAward, noFacts, type Rating } from '../../src/rulebook/facts.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { shortcomings } from '../../src/rulebook/reasons.ts';
import { markSameWorks } from '../../src/rulebook/same-work.ts';

const rulebook = loadRulebook();

function award(key: string, year: number): HeldAward {
  return { key, year, decisionNumber: `${year}/QĐ-BHXH`, decidedOn: `${year}-12-20` };
}

function rated(year: number, rating: Rating) {
  return { year, rating, decisionNumber: `${year}/QĐ-XL` };
}

function work(level: 'grassroots' | 'ministry' | 'national', year: number) {
  const decisionNumber = `${year}/QĐ-SK`;
  return {
    same: `${level} ${year}`,
    kind: 'initiative',
    level,
    title: 'Sáng kiến',
    year,
    decisionNumber,
    usedFor: [],
  } as const;
}

function person(facts: Partial<Facts>): Facts {
  return { ...noFacts('person'), ...facts };
}

function collective(year: number, counts: { h: number; c: number; l: number; s: number }): Facts {
  const holders = new Map([
    ['ldtt', counts.l],
    ['cstdcs', counts.s],
  ]);
  const { h: headcount, c: completed } = counts;
  const seen = {
    headcount,
    completed,
    unrated: 0,
    holders,
    exceededTargets: null,
    clusterRank: null,
  };
  return {
    ...noFacts('collective'),
    ratings: [rated(year, 'excellent')],
    collective: new Map([[year, seen]]),
  };
}

const in2025 = { year: 2025, decisionOn: '2025-12-20', receivedOn: null };
const in2026 = { year: 2026, decisionOn: '2026-12-15', receivedOn: null };

describe('the worked cases of practice', () => {
  test('T1: LĐTT, HTXSNV and a grassroots initiative make CSTĐ cơ sở 2025', () => {
    const facts = person({
      awards: [award('ldtt', 2024), award('ldtt', 2025)],
      ratings: [rated(2025, 'excellent')],
      works: [work('grassroots', 2025)],
    });
    expect(evaluate(rulebook, facts, { award: 'cstdcs', ...in2025 })).toMatchObject({
      outcome: 'eligible',
      versions: [{ version: { id: 'L2022_ND152' }, lean: 'yes', unverified: [] }],
    });
  });

  test('T2: in late 2026 both versions are looked at, and people decide', () => {
    const facts = person({
      awards: [award('ldtt', 2026)],
      ratings: [rated(2026, 'good')],
      works: [work('grassroots', 2026)],
    });
    const found = evaluate(rulebook, facts, { award: 'cstdcs', ...in2026 });
    expect(found).toMatchObject({
      outcome: 'needs_human',
      transition: 'receipt_unknown',
      versions: [
        { version: { id: 'L2026' }, lean: 'no' },
        { version: { id: 'L2022_ND152' }, lean: 'yes', unverified: [] },
      ],
    });
    expect(found?.versions[0]?.unverified.length).toBeGreaterThan(0);
  });

  test.each([
    ['2026-09-30', 'eligible', 'received_before'],
    ['2026-10-01', 'needs_human', null],
  ])('T2: a dossier received on %s is %s', (receivedOn, outcome, transition) => {
    const facts = person({
      awards: [award('ldtt', 2026)],
      ratings: [rated(2026, 'good')],
      works: [work('grassroots', 2026)],
    });
    const request = { award: 'cstdcs', ...in2026, receivedOn };
    expect(evaluate(rulebook, facts, request)).toMatchObject({ outcome, transition });
  });

  test('the newer version is taken where it is more favourable, and then people confirm it', () => {
    // Without LĐTT the older version refuses: the new draft asks for HTXSNV and an initiative only.
    const facts = person({
      ratings: [rated(2026, 'excellent')],
      works: [work('grassroots', 2026)],
      monthsWorked: new Map([[2026, 4]]),
    });
    const request = { award: 'cstdcs', ...in2026, receivedOn: '2026-09-15' };
    expect(evaluate(rulebook, facts, request)).toMatchObject({
      outcome: 'needs_human',
      transition: 'more_favourable',
      versions: [{ version: { id: 'L2026' }, lean: 'yes' }, { lean: 'no' }],
    });
  });

  test('T3: three CSTĐ cơ sở in a row and an initiative of ministry level make CSTĐ bộ 2025', () => {
    const facts = person({
      awards: [2023, 2024, 2025].map((year) => award('cstdcs', year)),
      works: [work('ministry', 2025)],
    });
    expect(evaluate(rulebook, facts, { award: 'cstd_bo', ...in2025 })?.outcome).toBe('eligible');
  });

  test('T4: a streak broken at 2023 is no streak, and says so', () => {
    const facts = person({
      awards: [2022, 2024, 2025].map((year) => award('cstdcs', year)),
      works: [work('ministry', 2025)],
    });
    const found = evaluate(rulebook, facts, { award: 'cstd_bo', ...in2025 });
    expect(found?.outcome).toBe('not_eligible');
    expect(found && shortcomings(found.versions[0]!.reason)).toMatchObject([
      { finding: { kind: 'streak', missing: [{ year: 2023, because: 'not_held' }] } },
    ]);
  });

  test.each([
    ['T6', { h: 20, c: 20, l: 14, s: 1 }, 'eligible'],
    ['T7', { h: 20, c: 19, l: 14, s: 1 }, 'not_eligible'],
    ['one short of 70%', { h: 20, c: 20, l: 13, s: 1 }, 'not_eligible'],
    ['no CSTĐ cơ sở', { h: 20, c: 20, l: 20, s: 0 }, 'not_eligible'],
  ])('%s: ratios of an excellent collective', (_name, counts, outcome) => {
    const found = evaluate(rulebook, collective(2025, counts), { award: 'ttldxs', ...in2025 });
    expect(found?.outcome).toBe(outcome);
  });

  test('more than half is more than half', () => {
    const lean = (l: number) =>
      evaluate(rulebook, collective(2025, { h: 20, c: 20, l, s: 0 }), {
        award: 'ttldtt',
        ...in2025,
      })?.versions[0]?.lean;
    expect([lean(10), lean(11)]).toEqual(['no', 'yes']);
  });

  test('T9: 15% of 40 is 6; both roundings are given where they differ', () => {
    const of = (base: number) => quotaOf(rulebook, { award: 'cstdcs', base, on: '2026-12-01' });
    expect(of(40)).toMatchObject({ floor: 6, rounded: 6, rule: { verified: false } });
    expect(of(37)).toMatchObject({ floor: 5, rounded: 6 });
  });

  test('T23: an open matter bars a proposal without saying what it is', () => {
    const facts = person({
      awards: [award('ldtt', 2025)],
      ratings: [rated(2025, 'excellent')],
      openMatter: true,
    });
    const found = evaluate(rulebook, facts, { award: 'cstdcs', ...in2025 });
    expect(found).toMatchObject({ outcome: 'needs_human', barred: true });
  });
});

describe('discipline', () => {
  const five = [2021, 2022, 2023, 2024, 2025];
  const facts = person({
    awards: [award('bk_bo', 2020), ...[2023, 2024, 2025].map((year) => award('cstdcs', year))],
    ratings: five.map((year) => rated(year, 'good')),
  });
  const request = { award: 'bk_tt', ...in2025 };

  test('without one, five good years count', () => {
    expect(evaluate(rulebook, facts, request)?.outcome).toBe('eligible');
  });

  test.each([
    ['that ended in a counted year', '2021-03-01', '2022-03-01', 'not_eligible'],
    ['that ended in the first counted year', '2020-05-01', '2021-05-01', 'needs_human'],
    ['that ended before', '2019-05-01', '2020-05-01', 'eligible'],
    ['that still runs', '2025-11-01', null, 'not_eligible'],
    ['of a later year', '2026-02-01', null, 'eligible'],
  ])('%s: achievements count from its end', (_name, from, to, outcome) => {
    const disciplines = [{ kind: 'reprimand' as const, from, to, decisionNumber: '9/QĐ' }];
    expect(evaluate(rulebook, { ...facts, disciplines }, request)?.outcome).toBe(outcome);
  });
});

test('an initiative counted for another award is shown, and does not count for Bằng khen bộ', () => {
  const used = { ...work('grassroots', 2024), usedFor: [{ key: 'cstdcs', year: 2024 }] };
  const facts = person({
    awards: [award('cstdcs', 2024), award('cstdcs', 2025)],
    works: [used, work('grassroots', 2025)],
  });
  const found = evaluate(rulebook, facts, { award: 'bk_bo', ...in2025 });
  expect(found?.outcome).toBe('needs_human');
  expect(found && shortcomings(found.versions[0]!.reason)).toMatchObject([
    { finding: { kind: 'work', needed: 2, found: [{ year: 2025 }], used: [{ year: 2024 }] } },
  ]);
});

describe('a work that was counted before', () => {
  const use = (key: string, year: number) => ({ usedFor: [{ key, year }] });
  const find = (facts: Facts, key: string) => evaluate(rulebook, facts, { award: key, ...in2025 })!;

  test('counts again for CSTĐ cơ sở, and whoever decides is shown what it was used for', () => {
    const facts = person({
      awards: [award('ldtt', 2025)],
      ratings: [rated(2025, 'good')],
      works: [{ ...work('grassroots', 2025), ...use('bk_bo', 2025) }],
    });
    const found = find(facts, 'cstdcs');
    expect(found.outcome).toBe('eligible');
    const said = linesOf(rulebook, found.versions[0]!.reason, 'vi').map(({ text }) => text);
    expect(said.join('\n')).toContain(
      'đã dùng trước đây: Sáng kiến (2025/QĐ-SK) đã dùng cho Bằng khen bộ, ban, ngành, tỉnh 2025',
    );
    expect(said.join('\n')).toContain('Công văn 1168/BNV-BTĐKT');
  });

  test('is no other use when it is for the very award and year', () => {
    const streak = [award('cstdcs', 2024), award('cstdcs', 2025)];
    const ratings = [rated(2024, 'excellent'), rated(2025, 'excellent')];
    const works = [2024, 2025].map((year) => ({
      ...work('grassroots', year),
      ...use('bk_bo', 2025),
    }));
    expect(find(person({ awards: streak, ratings, works }), 'bk_bo').outcome).toBe('eligible');
  });

  test.each([
    // The worked example of practice: by HTXSNV no initiative was needed for the title.
    ['excellent', 0, 'eligible'],
    // By HTTNV and an initiative: the two were needed for the titles, so two more are needed.
    ['good', 0, 'needs_human'],
    ['good', 1, 'needs_human'],
    ['good', 2, 'eligible'],
  ] as const)(
    'CSTĐ cơ sở twice, rated %s, and %i initiatives more: %s',
    (rating, more, outcome) => {
      const facts = person({
        awards: [award('cstdcs', 2024), award('cstdcs', 2025)],
        ratings: [rated(2024, rating), rated(2025, rating)],
        works: [
          work('grassroots', 2024),
          work('grassroots', 2025),
          ...Array.from({ length: more }, (_, one) => ({
            ...work('grassroots', 2025),
            same: `more ${one}`,
          })),
        ],
      });
      const found = find(facts, 'bk_bo');
      expect(found.outcome).toBe(outcome);
      const said = linesOf(rulebook, found.versions[0]!.reason, 'vi').map(({ text }) => text);
      const warned = said.join('\n').includes('cần thêm sáng kiến, đề tài ngoài những cái đã dùng');
      expect(warned).toBe(rating === 'good');
    },
  );

  test('an initiative recognised at two levels is one, also when its first recognition was used', () => {
    const same = 'one';
    const works = [
      { ...work('grassroots', 2024), same },
      { ...work('ministry', 2025), same },
    ];
    const awards = [award('cstdcs', 2024), award('cstdcs', 2025)];
    const ratings = [rated(2024, 'excellent'), rated(2025, 'excellent')];
    expect(find(person({ awards, ratings, works }), 'bk_bo').outcome).toBe('not_eligible');
    // Another one, and the first must have been counted for the title of 2024.
    const more = [...works, work('grassroots', 2025)];
    const good = [rated(2024, 'good'), rated(2025, 'excellent')];
    expect(find(person({ awards, ratings, works: more }), 'bk_bo').outcome).toBe('eligible');
    expect(find(person({ awards, ratings: good, works: more }), 'bk_bo').outcome).toBe(
      'needs_human',
    );
  });
});

test('imported recognitions of one title at two levels are taken for the same, others are not', () => {
  const row = (workId: string, level: 'grassroots' | 'ministry', initiativeId: string | null) => ({
    workId,
    initiativeId,
    level,
    title: workId.startsWith('x') ? 'Đối chiếu nhanh' : 'Việc khác',
  });
  const marks = markSameWorks([
    row('x1', 'grassroots', null),
    row('x2', 'ministry', null),
    row('y1', 'grassroots', null),
    row('y2', 'grassroots', null),
  ]);
  expect(marks.get('x1')).toBe(marks.get('x2'));
  expect(new Set(marks.values()).size).toBe(3);
  const filed = markSameWorks([row('x1', 'grassroots', 'i1'), row('x2', 'ministry', null)]);
  expect([...filed.values()]).toEqual(['i1', 'i1']);
});

test('a rating that is not on record is for people, a lower one is not', () => {
  const lean = (ratings: Facts['ratings']) =>
    evaluate(rulebook, person({ ratings }), { award: 'ldtt', ...in2025 })?.versions[0]?.lean;
  expect(lean([])).toBe('human');
  expect(lean([rated(2025, 'completed')])).toBe('no');
});

test('every title has a standard on every day', () => {
  for (const { key, subject } of rulebook.titles) {
    for (const decisionOn of ['2010-01-01', '2024-06-01', '2025-08-01', '2026-12-01']) {
      const request = { award: key, year: 2025, decisionOn, receivedOn: null };
      expect(evaluate(rulebook, noFacts(subject), request), `${key} ${decisionOn}`).toBeDefined();
    }
  }
});

describe('whatever the record', () => {
  const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
  const someYears = fc.subarray(years);
  const record = fc.record({
    ldtt: someYears,
    cstdcs: someYears,
    cstdBo: someYears,
    good: someYears,
    excellent: someYears,
    grassroots: someYears,
    ministry: someYears,
    national: someYears,
    bkBo: someYears,
  });
  type Years = Record<string, number[]>;
  const factsOf = (r: Years): Facts =>
    person({
      awards: [
        ...(r.ldtt ?? []).map((year) => award('ldtt', year)),
        ...(r.cstdcs ?? []).map((year) => award('cstdcs', year)),
        ...(r.cstdBo ?? []).map((year) => award('cstd_bo', year)),
        ...(r.bkBo ?? []).map((year) => award('bk_bo', year)),
      ],
      ratings: years.flatMap((year) =>
        r.excellent?.includes(year)
          ? [rated(year, 'excellent')]
          : r.good?.includes(year)
            ? [rated(year, 'good')]
            : [],
      ),
      works: [
        ...(r.grassroots ?? []).map((year) => work('grassroots', year)),
        ...(r.ministry ?? []).map((year) => work('ministry', year)),
        ...(r.national ?? []).map((year) => work('national', year)),
      ],
      monthsWorked: new Map(years.map((year) => [year, 12])),
    });
  const awards = ['ldtt', 'cstdcs', 'cstd_bo', 'cstd_tq', 'bk_bo', 'bk_tt', 'hcld_3'];

  test('CSTĐ bộ is never eligible when one of its three years is missing', () => {
    fc.assert(
      fc.property(record, (r) => {
        const found = evaluate(rulebook, factsOf(r), { award: 'cstd_bo', ...in2025 });
        const whole = [2023, 2024, 2025].every((year) => r.cstdcs.includes(year));
        if (!whole) expect(found?.outcome).not.toBe('eligible');
      }),
      { numRuns: 400 },
    );
  });

  test('more evidence never turns eligible into not', () => {
    fc.assert(
      fc.property(record, record, (r, more) => {
        const both = Object.fromEntries(
          Object.entries(r).map(([key, list]) => [
            key,
            [...new Set([...list, ...more[key as keyof typeof more]])],
          ]),
        );
        for (const key of awards) {
          const request = { award: key, ...in2025 };
          const less = evaluate(rulebook, factsOf(r), request)!;
          const withMore = evaluate(rulebook, factsOf(both), request)!;
          if (less.outcome === 'eligible') expect(withMore.outcome, key).toBe('eligible');
        }
      }),
      { numRuns: 300 },
    );
  });
});
