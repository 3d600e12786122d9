import { expect, test } from 'vitest';
import { applyOverrides } from '../../src/rulebook/apply-overrides.ts';
import { assembleFiles, assembleRulebook } from '../../src/rulebook/assemble.ts';
import { openLiveRulebook } from '../../src/rulebook/live.ts';
import { readRulebookTexts } from '../../src/rulebook/load.ts';
import type { Override } from '../../src/rulebook/overlay.ts';
import { RulebookError } from '../../src/rulebook/problems.ts';
import { listRules } from '../../src/rulebook/rule-list.ts';
import { enoughScorersOn, scoreSheetsOn } from '../../src/rulebook/score-sheets.ts';

const good = readRulebookTexts();
const FILE = 'score-sheets.yml';
const ON = '2026-11-25';
const { bundled } = openLiveRulebook();

test('the sheets of the rulebook, each with its source, the default first', () => {
  const sheets = scoreSheetsOn(assembleRulebook(good), ON);
  expect(sheets.map(({ key, kind, verified }) => ({ key, kind, verified }))).toEqual([
    { key: 'generic', kind: 'points', verified: false },
    { key: 'van_mon', kind: 'points', verified: true },
    { key: 'three_reached', kind: 'reached', verified: true },
  ]);
  const sums = sheets.flatMap((sheet) =>
    sheet.kind === 'points' ? [sheet.criteria.map(({ max, min }) => [max, min])] : [],
  );
  expect(sums).toEqual([
    [
      [30, 15],
      [30, 15],
      [30, 15],
      [10, 5],
    ],
    [
      [20, 10],
      [20, 10],
      [15, 8],
      [10, 5],
      [15, 7],
      [10, 5],
      [10, 5],
    ],
  ]);
});

test.each<{ what: string; search: string; replacement: string; path: string; reason: RegExp }>([
  {
    what: 'maxima that do not add to the total',
    search: 'max: 10\n        min: 5\n    source',
    replacement: 'max: 11\n        min: 5\n    source',
    path: 'sheets[0].total',
    reason: /add to 101, not to 100/,
  },
  {
    what: 'a minimum above the maximum',
    search: 'max: 20\n        min: 10',
    replacement: 'max: 20\n        min: 21',
    path: 'sheets[1].criteria[0].min',
    reason: /above the maximum of 20/,
  },
  {
    what: 'a pass mark that nobody can reach',
    search: 'pass: 70',
    replacement: 'pass: 101',
    path: 'sheets[0].pass',
    reason: /more than the total/,
  },
  {
    what: 'bands with a gap',
    search: '[21, 26]',
    replacement: '[21, 25]',
    path: 'sheets[0].criteria[0].bands.ranges',
    reason: /without gap/,
  },
  {
    what: 'a default that there is not',
    search: 'sheet: generic',
    replacement: 'sheet: another',
    path: 'default[0].sheet',
    reason: /unknown sheet another/,
  },
  {
    what: 'two sheets of one key on the same days',
    search: 'key: van_mon',
    replacement: 'key: generic',
    path: 'sheets.generic[1].from',
    reason: /^overlap/,
  },
  {
    what: 'a criterion written twice',
    search: 'key: feasibility',
    replacement: 'key: novelty',
    path: 'sheets[2].criteria[1].key',
    reason: /already in use/,
  },
  {
    what: 'a share of more than the whole',
    search: 'share: { num: 2, den: 3 }',
    replacement: 'share: { num: 4, den: 3 }',
    path: 'sheets[2].share',
    reason: /more than the whole/,
  },
  {
    what: 'half a point',
    search: 'max: 30',
    replacement: 'max: 30.5',
    path: 'sheets[0].criteria[0].max',
    reason: /./,
  },
])('$what: refused', ({ search, replacement, path, reason }) => {
  const changed = good[FILE].replace(search, replacement);
  expect(changed).not.toBe(good[FILE]);
  let found: unknown;
  try {
    assembleRulebook({ ...good, [FILE]: changed });
  } catch (error) {
    found = error;
  }
  expect(found).toBeInstanceOf(RulebookError);
  const problems = found instanceof RulebookError ? found.problems : [];
  expect(problems).toContainEqual({ file: FILE, path, reason: expect.stringMatching(reason) });
});

const override = (rule: string, value: unknown): Override => ({
  rule,
  value,
  documentNumber: '15/QĐ-BHXH',
  documentDate: '2026-10-01',
  from: '2026-11-01',
  to: null,
});
const under = (rule: string, value: unknown) =>
  assembleFiles(applyOverrides(bundled, [override(rule, value)], ON));

test('the organisation chooses its sheet and numbers by a document', () => {
  const chosen = under('scoring.default', 'van_mon');
  expect(scoreSheetsOn(chosen, ON).map(({ key }) => key)).toEqual([
    'van_mon',
    'generic',
    'three_reached',
  ]);
  expect(scoreSheetsOn(chosen, '2026-10-31')[0]?.key).toBe('generic');

  const [pass] = scoreSheetsOn(under('scoring.pass.generic', 75), ON);
  // One number by a document does not make the rest of the sheet checked.
  expect(pass).toMatchObject({ pass: 75, verified: false });
  expect(pass?.source).toContain('Văn bản số 15/QĐ-BHXH');

  const [minimum] = scoreSheetsOn(under('scoring.min.generic.novelty', 20), ON);
  expect(minimum).toMatchObject({ criteria: [{ key: 'novelty', min: 20 }, {}, {}, {}] });
  const [by] = scoreSheetsOn(under('scoring.minimumBy.generic', 'any'), ON);
  expect(by).toMatchObject({ minimumRule: { by: 'any', verified: true }, verified: false });
  const [vouched] = scoreSheetsOn(under('scoring.sheet.generic', true), ON);
  expect(vouched).toMatchObject({ verified: true });
  expect(enoughScorersOn(under('scoring.enough', { num: 2, den: 3 }), ON)).toMatchObject({
    num: 2,
    den: 3,
  });
  const shared = scoreSheetsOn(under('scoring.share.three_reached', { num: 3, den: 4 }), ON);
  expect(shared[2]).toMatchObject({ share: { num: 3, den: 4 } });
});

test('an override that makes no sense is refused as the data would be', () => {
  expect(() => under('scoring.default', 'another')).toThrow(RulebookError);
  expect(() => under('scoring.min.generic.novelty', 31)).toThrow(RulebookError);
});

test('everything about the sheets is in the list of rules, where it can be overridden', () => {
  const entries = listRules(bundled, ON).filter(({ topic }) => topic === 'scoring');
  expect(entries.map(({ id, overridable }) => `${id} ${overridable?.type}`)).toEqual([
    'scoring.default choice',
    'scoring.enough share',
    'scoring.sheet.generic confirm',
    'scoring.pass.generic int',
    'scoring.minimumBy.generic choice',
    'scoring.min.generic.novelty int',
    'scoring.min.generic.application int',
    'scoring.min.generic.effect int',
    'scoring.min.generic.replication int',
    'scoring.sheet.van_mon undefined',
    'scoring.minimumBy.van_mon choice',
    'scoring.min.van_mon.novelty int',
    'scoring.min.van_mon.creativity int',
    'scoring.min.van_mon.applied int',
    'scoring.min.van_mon.replication int',
    'scoring.min.van_mon.economy int',
    'scoring.min.van_mon.reform int',
    'scoring.min.van_mon.society int',
    'scoring.sheet.three_reached undefined',
    'scoring.share.three_reached share',
  ]);
  for (const { name } of entries) expect([name.vi, name.en]).not.toContain('');
});
