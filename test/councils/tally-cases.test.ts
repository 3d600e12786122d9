import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tally } from '../../src/councils/tally.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { type VotingRule, votingRule } from '../../src/rulebook/rules.ts';

// The conformance suite: a table that can be read, and argued with, without reading any code.

const ON = '2026-12-01';
const rulebook = loadRulebook();

/** `5/2/0/1` as numbers. */
const numbers = (count: number) =>
  z
    .string()
    .transform((text) => text.split('/').map(Number))
    .refine((list) => list.length === count && list.every((one) => Number.isInteger(one)));
const orEmpty = <T extends z.ZodType>(cell: T) =>
  z
    .literal('')
    .transform(() => null)
    .or(cell);
/** A cell's words for what the code calls otherwise. */
const words = <T extends string | boolean>(meanings: Record<string, T>) =>
  z.string().transform((word, context) => {
    const meant = meanings[word];
    if (meant !== undefined) return meant;
    context.addIssue({ code: 'custom', message: `"${word}" is not in the table's vocabulary` });
    return z.NEVER;
  });

const Rule = z.strictObject({
  'Quy tắc': z.string().min(1),
  'Nội dung': z.string(),
  Cần: z.string().regex(/^>=? \d+\/\d+$/),
  'Mẫu số': words({
    'tổng số thành viên': 'total',
    'số có mặt': 'present',
    'số phiếu hợp lệ': 'valid',
  } as const),
  'Túc số': numbers(2),
  'Văn bản': words({ tính: true, 'không tính': false }),
  'Xung đột': words({ trừ: true, 'vẫn tính': false }),
  Nguồn: z.string(),
});
const Case = z.strictObject({
  'Tình huống': z.string().min(1),
  'Quy tắc': z.string(),
  'Thành viên': z.coerce.number().int(),
  'Xung đột': z.coerce.number().int(),
  Phiếu: numbers(4),
  'Văn bản': orEmpty(numbers(3)),
  'Điểm danh': orEmpty(z.coerce.number().int()),
  'Kết quả': words({
    'thông qua': 'passed',
    'không thông qua': 'not_passed',
    'không đủ túc số': 'no_quorum',
  } as const),
  'Có mặt': numbers(2),
  'Mẫu số': z.coerce.number().int(),
  'Phiếu cần': z.coerce.number().int(),
  Dư: z.coerce.number().int(),
});

/** Every row of every table of a Markdown file, by the heads of its columns. */
function rowsOf(markdown: string): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  let heads: string[] | null = null;
  for (const line of markdown.split('\n')) {
    const cells = line.startsWith('|') ? line.split('|').slice(1, -1) : null;
    if (!cells) heads = null;
    else if (!heads) heads = cells.map((cell) => cell.trim());
    else if (!cells.every((cell) => /^-+$/.test(cell)))
      rows.push(Object.fromEntries(heads.map((head, at) => [head, cells[at]?.trim() ?? ''])));
  }
  return rows;
}

const rows = rowsOf(readFileSync(new URL('tally-cases.md', import.meta.url), 'utf8'));
const rules = rows.filter((row) => 'Nguồn' in row).map((row) => Rule.parse(row));
const cases = rows.filter((row) => 'Tình huống' in row).map((row) => Case.parse(row));

function ruleNamed(name: string): VotingRule {
  const rule = rules.find((one) => one['Quy tắc'] === name);
  if (!rule) throw new Error(`no rule "${name}" in the table`);
  const [op, fraction = ''] = rule.Cần.split(' ');
  const [num = 0, den = 0] = fraction.split('/').map(Number);
  const [quorumNum = 0, quorumDen = 0] = rule['Túc số'];
  const example = votingRule(rulebook, rule['Nội dung'] || 'ldtt', ON);
  return {
    ...example,
    base: rule['Mẫu số'],
    threshold: { op: op === '>' ? '>' : '>=', num, den },
    quorum: { ...example.quorum, num: quorumNum, den: quorumDen },
    absentWritten: rule['Văn bản'],
    conflictReducesBase: rule['Xung đột'],
  };
}

describe('the rules of the table are those of the rulebook', () => {
  const named = rules.filter((rule) => rule['Nội dung'] !== '');
  test.each(named.map((rule) => [rule['Quy tắc'], rule['Nội dung']]))('%s: %s', (name, item) => {
    expect(ruleNamed(name)).toEqual(votingRule(rulebook, item, ON));
  });
});

describe('the cases of the table', () => {
  test.each(cases.map((one) => [`${one['Tình huống']} (${one['Quy tắc']})`, one] as const))(
    '%s',
    (_name, one) => {
      const [agree = 0, disagree = 0, other = 0, invalid = 0] = one.Phiếu;
      const [inFavour = 0, against = 0, another = 0] = one['Văn bản'] ?? [];
      const written = { agree: inFavour, disagree: against, other: another };
      const attended = one['Điểm danh'];
      const outcome = tally({
        total: one['Thành viên'],
        entitled: one['Thành viên'] - one['Xung đột'],
        counts: { agree, disagree, other, invalid },
        ...(one['Văn bản'] ? { written } : {}),
        ...(attended === null ? {} : { present: attended }),
        rule: ruleNamed(one['Quy tắc']),
      });

      const { result, quorum, base, threshold, missing, excess } = outcome;
      expect({
        'Kết quả': result,
        'Có mặt': [quorum.present, quorum.needed],
        'Mẫu số': base.size,
        'Phiếu cần': threshold.needed,
        Dư: excess - missing,
      }).toEqual({
        'Kết quả': one['Kết quả'],
        'Có mặt': one['Có mặt'],
        'Mẫu số': one['Mẫu số'],
        'Phiếu cần': one['Phiếu cần'],
        Dư: one.Dư,
      });
    },
  );

  test('every rule of the table is used both ways: to pass and to fail', () => {
    for (const { 'Quy tắc': name } of rules) {
      const results = cases.filter((one) => one['Quy tắc'] === name).map((one) => one['Kết quả']);
      expect(results, name).toContain('passed');
      expect(results, name).toContain('not_passed');
    }
  });
});
