import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { assembleRulebook } from '../../src/rulebook/assemble.ts';
import { loadRulebook, readRulebookTexts } from '../../src/rulebook/load.ts';
import { RulebookError, type RulebookProblem } from '../../src/rulebook/problems.ts';
import type { RulebookFileName } from '../../src/rulebook/schema.ts';

const good = readRulebookTexts();

/** The problems found after replacing text that stands in one of the good files. */
function problemsAfter(
  file: RulebookFileName,
  search: string | RegExp,
  replacement: string,
): readonly RulebookProblem[] {
  const changed = good[file].replace(search, replacement);
  expect(changed, 'the text to replace stands in the file').not.toBe(good[file]);
  try {
    assembleRulebook({ ...good, [file]: changed });
  } catch (error) {
    if (error instanceof RulebookError) return error.problems;
    throw error;
  }
  return [];
}

interface Case {
  what: string;
  file: RulebookFileName;
  search: string | RegExp;
  replacement: string;
  path: string;
  reason: RegExp;
}

const cases: Case[] = [
  {
    what: 'overlapping versions',
    file: 'versions.yml',
    search: 'from: 2024-01-01',
    replacement: 'from: 2023-12-31',
    path: 'versions[1].from',
    reason: /^overlap/,
  },
  {
    what: 'a gap of one day between versions',
    file: 'versions.yml',
    search: 'to: 2025-06-30',
    replacement: 'to: 2025-06-29',
    path: 'versions[2].from',
    reason: /^gap/,
  },
  {
    what: 'a first version with a beginning',
    file: 'versions.yml',
    search: 'from: null',
    replacement: 'from: 2004-07-01',
    path: 'versions[0].from',
    reason: /^gap/,
  },
  {
    what: 'a last version with an end',
    file: 'versions.yml',
    search: 'to: null',
    replacement: 'to: 2030-01-01',
    path: 'versions[3].to',
    reason: /^gap/,
  },
  {
    what: 'a version without an end in the middle',
    file: 'versions.yml',
    search: 'to: 2025-06-30',
    replacement: 'to: null',
    path: 'versions[2].from',
    reason: /^overlap/,
  },
  {
    what: 'a version that ends before it begins',
    file: 'versions.yml',
    search: 'to: 2025-06-30',
    replacement: 'to: 2023-06-30',
    path: 'versions[1].to',
    reason: /before it begins/,
  },
  {
    what: 'a day that does not exist',
    file: 'versions.yml',
    search: 'to: 2025-06-30',
    replacement: 'to: 2025-06-31',
    path: 'versions[1].to',
    reason: /date that exists/,
  },
  {
    what: 'a transition to an unknown version',
    file: 'versions.yml',
    search: 'use: L2022_ND152',
    replacement: 'use: L1999',
    path: 'versions[3].transition.use',
    reason: /unknown version L1999/,
  },
  {
    what: 'two versions of one name',
    file: 'versions.yml',
    search: 'id: L2022_ND98',
    replacement: 'id: L2003_ND91',
    path: 'versions[1].id',
    reason: /already in use/,
  },
  {
    what: 'a title above an unknown one',
    file: 'titles.yml',
    search: 'above: cstdcs',
    replacement: 'above: cstdxx',
    path: 'titles[2].above',
    reason: /unknown title cstdxx/,
  },
  {
    what: 'a title above one of the other subject',
    file: 'titles.yml',
    search: 'above: cstdcs',
    replacement: 'above: ttldxs',
    path: 'titles[2].above',
    reason: /another subject/,
  },
  {
    what: 'a ladder that cycles',
    file: 'titles.yml',
    search: 'above: ldtt',
    replacement: 'above: cstd_tq',
    path: 'titles[1].above',
    reason: /^cycle/,
  },
  {
    what: 'a title above itself',
    file: 'titles.yml',
    search: 'above: ldtt',
    replacement: 'above: cstdcs',
    path: 'titles[1].above',
    reason: /^cycle/,
  },
  {
    what: 'two titles of one rank',
    file: 'titles.yml',
    search: 'rank: 3',
    replacement: 'rank: 2',
    path: 'titles[2].rank',
    reason: /rank 2 already has cstdcs/,
  },
  {
    what: 'a rank that disagrees with the order',
    file: 'titles.yml',
    search: 'rank: 4',
    replacement: 'rank: 5',
    path: 'titles[3].above',
    reason: /has rank 3, not 4/,
  },
  {
    what: 'a ladder with two lowest titles',
    file: 'titles.yml',
    search: 'above: ldtt',
    replacement: 'above: null',
    path: 'titles[1].above',
    reason: /already starts at ldtt/,
  },
  {
    what: 'a title without its English name',
    file: 'titles.yml',
    search: ', en: Advanced Worker',
    replacement: '',
    path: 'titles[0].name.en',
    reason: /./,
  },
  {
    what: 'a value without a source',
    file: 'base-salary.yml',
    search: /\n +source: Nghị định 24.*/,
    replacement: '',
    path: 'baseSalary[1].source',
    reason: /./,
  },
  {
    what: 'a gap between base salaries',
    file: 'base-salary.yml',
    search: /to: 2023-06-30/,
    replacement: 'to: 2023-06-29',
    path: 'baseSalary[1].from',
    reason: /^gap/,
  },
  {
    what: 'a field nobody knows',
    file: 'registration.yml',
    search: 'titlesOnly:\n  value: true',
    replacement: 'titlesOnly:\n  extra: 1\n  value: true',
    path: 'titlesOnly',
    reason: /extra/,
  },
  {
    what: 'a closing day that some years lack',
    file: 'registration.yml',
    search: 'day: 28',
    replacement: 'day: 29',
    path: 'closing',
    reason: /every year/,
  },
  {
    what: 'a threshold above the whole',
    file: 'voting.yml',
    search: 'num: 70',
    replacement: 'num: 170',
    path: 'rules[1].periods[0].threshold',
    reason: /out of range/,
  },
  {
    what: 'a threshold of nothing',
    file: 'voting.yml',
    search: 'num: 70',
    replacement: 'num: 0',
    path: 'rules[1].periods[0].threshold.num',
    reason: /./,
  },
  {
    what: 'a threshold that is no whole number',
    file: 'voting.yml',
    search: 'num: 70',
    replacement: 'num: 66.7',
    path: 'rules[1].periods[0].threshold.num',
    reason: /./,
  },
  {
    what: 'more than everybody',
    file: 'voting.yml',
    search: 'op: ">", num: 50',
    replacement: 'op: ">", num: 100',
    path: 'rules[3].periods[0].threshold',
    reason: /never be reached/,
  },
  {
    what: 'a quorum above the whole council',
    file: 'voting.yml',
    search: 'num: 2\n    den: 3',
    replacement: 'num: 4\n    den: 3',
    path: 'quorum[0]',
    reason: /out of range/,
  },
  {
    what: 'a voting rule for an unknown item',
    file: 'voting.yml',
    search: 'items: [sang_kien]',
    replacement: 'items: [sang_kien, sang_che]',
    path: 'rules[4].items[1]',
    reason: /unknown item sang_che/,
  },
  {
    what: 'two voting rules for one item',
    file: 'voting.yml',
    search: 'items: [sang_kien]',
    replacement: 'items: [sang_kien, ldtt]',
    path: 'rules[4].items[1]',
    reason: /two rules/,
  },
  {
    what: 'a title without a voting rule',
    file: 'voting.yml',
    search: 'items: [ldtt, ',
    replacement: 'items: [',
    path: 'rules',
    reason: /no rule: ldtt/,
  },
  {
    what: 'voting rules that overlap',
    file: 'voting.yml',
    search: 'from: 2024-01-01',
    replacement: 'from: 2023-01-01',
    path: 'rules[0].periods[1].from',
    reason: /^overlap/,
  },
  {
    what: 'a limit of no months',
    file: 'initiatives.yml',
    search: 'value: 3',
    replacement: 'value: 0',
    path: 'decideMonths[0].value',
    reason: /./,
  },
  {
    what: 'a form with the key of a title',
    file: 'commendations.yml',
    search: 'key: giay_khen',
    replacement: 'key: ldtt',
    path: 'commendations[0].key',
    reason: /already in use/,
  },
  {
    what: 'words for an unknown title',
    file: 'vocabulary.yml',
    search: 'ldtt:',
    replacement: 'ldtx:',
    path: 'titles.ldtx',
    reason: /unknown title/,
  },
  {
    what: 'words for an unknown form',
    file: 'vocabulary.yml',
    search: 'giay_khen:',
    replacement: 'giay_moi:',
    path: 'commendations.giay_moi',
    reason: /unknown form/,
  },
  {
    what: 'a word with two meanings once accents are gone',
    file: 'vocabulary.yml',
    search: 'others:\n  sang_kien: [SK,',
    replacement: 'others:\n  sang_kien: [cô bố,',
    path: 'others.sang_kien[0]',
    reason: /already means co_bo/,
  },
  {
    what: 'a word of no letters',
    file: 'vocabulary.yml',
    search: 'sang_kien: [SK,',
    replacement: "sang_kien: ['…',",
    path: 'others.sang_kien[0]',
    reason: /no letter/,
  },
  {
    what: 'a key written twice',
    file: 'registration.yml',
    search: 'titlesOnly:\n',
    replacement: 'titlesOnly:\n  value: false\n',
    path: 'line 4',
    reason: /unique/i,
  },
];

test.each(cases)('refuses $what', ({ file, search, replacement, path, reason }) => {
  const problems = problemsAfter(file, search, replacement);
  expect(problems).toContainEqual({ file, path, reason: expect.stringMatching(reason) });
});

test('says file, path and reason of every problem in one message', () => {
  const texts = {
    ...good,
    'versions.yml': good['versions.yml'].replace('to: 2025-06-30', 'to: 2025-06-29'),
    'titles.yml': good['titles.yml'].replace('rank: 3', 'rank: 2'),
  };
  expect(() => assembleRulebook(texts)).toThrow(
    /versions\.yml: versions\[2\]\.from: gap[\s\S]*titles\.yml: titles\[2\]\.rank: rank 2 already/,
  );
});

test('refuses a value that does not say whether it was verified', () => {
  const problems = problemsAfter('versions.yml', /\n +verified: true/, '');
  expect(problems.map(({ path }) => path)).toEqual(['versions[0].verified']);
});

test('names every file that cannot be read', () => {
  const empty = mkdtempSync(join(tmpdir(), 'rulebook-'));
  try {
    const act = () => loadRulebook(pathToFileURL(`${empty}/`));
    expect(act).toThrow(RulebookError);
    expect(act).toThrow(/versions\.yml: ENOENT[\s\S]*vocabulary\.yml: ENOENT/);
  } finally {
    rmSync(empty, { recursive: true });
  }
});
