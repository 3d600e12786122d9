import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyOverrides } from '../../src/rulebook/apply-overrides.ts';
import { assembleFiles } from '../../src/rulebook/assemble.ts';
import { bonusOf } from '../../src/rulebook/bonus.ts';
import { openLiveRulebook } from '../../src/rulebook/live.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';

const rulebook = loadRulebook();

test.each([
  ['T14', 'cstdcs', 'person', '2026-12-20', 2_530_000],
  ['T15', 'cstd_bo', 'person', '2026-06-20', 7_020_000],
  ['T16', 'cstd_bo', 'person', '2026-12-20', 7_590_000],
  ['an LĐTT', 'ldtt', 'person', '2026-06-30', 702_000],
  ['an LĐTT a day later', 'ldtt', 'person', '2026-07-01', 759_000],
  ['a TTLĐXS', 'ttldxs', 'collective', '2026-12-20', 3_795_000],
  ['the Government’s flag', 'co_cp', 'collective', '2024-03-01', 21_600_000],
  ['a Prime Minister’s certificate', 'bk_tt', 'person', '2026-12-20', 8_855_000],
  ['one for a collective', 'bk_tt', 'collective', '2026-12-20', 17_710_000],
  ['a Labour Order, first class', 'hcld_1', 'person', '2026-12-20', 22_770_000],
] as const)('%s', (_name, award, subject, decidedOn, vnd) => {
  expect(bonusOf(rulebook, { award, subject, decidedOn })?.vnd).toBe(vnd);
});

test('says what it was computed from, and which of it was not checked', () => {
  const request = { award: 'bk_bo', subject: 'collective', decidedOn: '2026-12-20' } as const;
  expect(bonusOf(rulebook, request)).toEqual({
    vnd: 7_590_000,
    tenths: 30,
    baseSalary: 2_530_000,
    sources: [
      { source: 'Nghị định 152/2025/NĐ-CP Điều 54', verified: false },
      { source: 'Nghị định 161/2026/NĐ-CP Điều 3 khoản 2', verified: true },
    ],
  });
});

test('there is none for a title of the other subject, an unknown award, or a day before the rules', () => {
  for (const request of [
    { award: 'ldtt', subject: 'collective', decidedOn: '2026-12-20' },
    { award: 'khong_co', subject: 'person', decidedOn: '2026-12-20' },
    { award: 'ldtt', subject: 'person', decidedOn: '2023-12-31' },
  ] as const) {
    expect(bonusOf(rulebook, request)).toBeUndefined();
  }
});

test('is rounded up, to whole steps, by less than a step, and exactly where it fits', () => {
  const { bundled } = openLiveRulebook();
  const document = { documentNumber: '1/QĐ', documentDate: '2026-01-01' };
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 50_000 }), (step) => {
      const override = { rule: 'bonus.roundUpTo', value: step, from: '2026-01-01', to: null };
      const rounded = assembleFiles(
        applyOverrides(bundled, [{ ...override, ...document }], '2026-12-20'),
      );
      const request = { award: 'ldtt', subject: 'person', decidedOn: '2026-12-20' } as const;
      const vnd = bonusOf(rounded, request)?.vnd ?? 0;
      expect(vnd % step).toBe(0);
      expect(vnd).toBeGreaterThanOrEqual(759_000);
      expect(vnd - 759_000).toBeLessThan(step);
    }),
  );
});
