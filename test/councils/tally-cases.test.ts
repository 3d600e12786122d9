import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
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

const Rule = z.strictObject({
  item: z.string().optional(),
  pass: z.string().regex(/^>=? \d+\/\d+$/),
  base: z.enum(['total', 'present', 'valid']),
  quorum: numbers(2),
  written: z.boolean(),
  conflict: z.enum(['minus', 'stay']),
});
const Case = z.strictObject({
  case: z.string(),
  rule: z.string(),
  members: z.int(),
  conflicted: z.int().default(0),
  votes: numbers(4),
  written: numbers(3).optional(),
  present: z.int().optional(),
  gives: z.enum(['passed', 'not_passed', 'no_quorum']),
  quorum: numbers(2),
  base: z.int(),
  needed: z.int(),
  short: z.int().default(0),
  over: z.int().default(0),
});
const Table = z.strictObject({ rules: z.record(z.string(), Rule), cases: z.array(Case) });

const table = Table.parse(parse(readFileSync(new URL('tally-cases.yml', import.meta.url), 'utf8')));

function ruleNamed(name: string): VotingRule {
  const rule = table.rules[name];
  if (!rule) throw new Error(`no rule "${name}" in the table`);
  const [op, fraction = ''] = rule.pass.split(' ');
  const [num = 0, den = 0] = fraction.split('/').map(Number);
  const [quorumNum = 0, quorumDen = 0] = rule.quorum;
  const example = votingRule(rulebook, rule.item ?? 'ldtt', ON);
  return {
    ...example,
    base: rule.base,
    threshold: { op: op === '>' ? '>' : '>=', num, den },
    quorum: { ...example.quorum, num: quorumNum, den: quorumDen },
    absentWritten: rule.written,
    conflictReducesBase: rule.conflict === 'minus',
  };
}

describe('the rules of the table are those of the rulebook', () => {
  const named = Object.entries(table.rules).flatMap(([name, { item }]) =>
    item ? [{ name, item }] : [],
  );
  test.each(named)('$name: $item', ({ name, item }) => {
    expect(ruleNamed(name)).toEqual(votingRule(rulebook, item, ON));
  });
});

describe('the cases of the table', () => {
  test.each(table.cases.map((one) => [`${one.case} (${one.rule})`, one] as const))(
    '%s',
    (_name, one) => {
      const [agree = 0, disagree = 0, other = 0, invalid = 0] = one.votes;
      const [inFavour = 0, against = 0, another = 0] = one.written ?? [];
      const outcome = tally({
        total: one.members,
        entitled: one.members - one.conflicted,
        counts: { agree, disagree, other, invalid },
        ...(one.written ? { written: { agree: inFavour, disagree: against, other: another } } : {}),
        ...(one.present === undefined ? {} : { present: one.present }),
        rule: ruleNamed(one.rule),
      });

      const [present, needed] = one.quorum;
      expect({
        gives: outcome.result,
        quorum: outcome.quorum,
        base: outcome.base.size,
        needed: outcome.threshold.needed,
        short: outcome.missing,
        over: outcome.excess,
      }).toEqual({
        gives: one.gives,
        quorum: {
          needed,
          present,
          met: one.gives !== 'no_quorum',
          missing: Math.max(0, needed! - present!),
        },
        base: one.base,
        needed: one.needed,
        short: one.short,
        over: one.over,
      });
    },
  );

  test('each is told apart by its name and rule', () => {
    const names = table.cases.map((one) => `${one.case} ${one.rule}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('every rule of the table is used both ways: to pass and to fail', () => {
    for (const name of Object.keys(table.rules)) {
      const results = table.cases.filter(({ rule }) => rule === name).map(({ gives }) => gives);
      expect(
        results.some((result) => result !== 'passed'),
        name,
      ).toBe(true);
    }
  });
});
