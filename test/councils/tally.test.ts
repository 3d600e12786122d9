import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ballot, isWithheld, tally, votesNeeded } from '../../src/councils/tally.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { type VotingRule, votingRule } from '../../src/rulebook/rules.ts';

const rulebook = loadRulebook();
const today = '2026-12-01';
const ministerial = votingRule(rulebook, 'cstd_bo', today);
const initiative = votingRule(rulebook, 'sang_kien', today);
const majority = votingRule(rulebook, 'ldtt', today);

const counts = (agree: number, disagree = 0, other = 0, invalid = 0) => ({
  agree,
  disagree,
  other,
  invalid,
});

describe('votes needed', () => {
  test.each([
    ['>=', 90, 100, 11, 10],
    ['>=', 80, 100, 11, 9],
    ['>=', 70, 100, 11, 8],
    ['>=', 2, 3, 11, 8],
    ['>=', 90, 100, 10, 9],
    ['>', 90, 100, 10, 10],
    ['>', 50, 100, 10, 6],
    ['>', 50, 100, 11, 6],
    ['>=', 50, 100, 10, 5],
    ['>=', 2, 3, 9, 6],
    ['>=', 1, 1, 7, 7],
    ['>=', 70, 100, 0, 1],
    ['>', 50, 100, 0, 1],
  ] as const)('%s %i/%i of %i: %i', (op, num, den, base, needed) => {
    expect(votesNeeded({ op, num, den }, base)).toBe(needed);
  });
});

describe('the outcome', () => {
  test('explains itself: 9 of 11 miss 90 % by one', () => {
    const ballot = { total: 11, entitled: 11, counts: counts(9, 1, 0, 1), rule: ministerial };
    expect(tally(ballot)).toEqual({
      result: 'not_passed',
      quorum: { needed: 8, present: 11, met: true, missing: 0, rollCall: false },
      base: { kind: 'total', size: 11 },
      threshold: { op: '>=', num: 90, den: 100, needed: 10 },
      agree: 9,
      disagree: 1,
      other: 0,
      invalid: 1,
      notVoted: 0,
      written: { agree: 0, disagree: 0, other: 0, counted: true },
      inWriting: 0,
      missing: 1,
      excess: 0,
      rule: ministerial,
    });
  });

  test('on which fewer voted than a quorum tells no choices, be they enough by the roll-call', () => {
    const ballot = { total: 9, entitled: 9, present: 6, rule: ministerial };
    const few = tally({ ...ballot, counts: counts(1, 0) });
    expect(few).toMatchObject({
      result: 'not_passed',
      quorum: { present: 6, met: true, rollCall: true },
    });
    expect(isWithheld(few, 'secret')).toBe(true);
    expect(isWithheld(few, 'open')).toBe(false);
    const enough = tally({ ...ballot, counts: counts(5, 1) });
    expect(isWithheld(enough, 'secret')).toBe(false);
  });

  test('papers given in writing count in the base, and make nobody present', () => {
    const ballot = { total: 9, entitled: 8, present: 6, inWriting: 1, rule: ministerial };
    expect(tally({ ...ballot, counts: counts(7, 0) })).toMatchObject({
      quorum: { needed: 6, present: 6, met: true },
      inWriting: 1,
      notVoted: 1,
    });
    expect(tally({ ...ballot, present: 5, counts: counts(6, 0) })).toMatchObject({
      result: 'no_quorum',
      quorum: { present: 5, missing: 1 },
    });
    expect(() => tally({ ...ballot, inWriting: 8, counts: counts(7, 0) })).toThrow();
  });

  test('10 of 11 pass 90 % with none to spare', () => {
    const ballot = { total: 11, entitled: 11, counts: counts(10, 1), rule: ministerial };
    expect(tally(ballot)).toMatchObject({ result: 'passed', missing: 0, excess: 0 });
  });

  test('5 of 9 are no quorum, however they vote', () => {
    const ballot = { total: 9, entitled: 9, counts: counts(5), rule: majority };
    expect(tally(ballot)).toMatchObject({
      result: 'no_quorum',
      quorum: { needed: 6, present: 5, met: false, missing: 1 },
      notVoted: 4,
    });
  });

  test('half is not more than half', () => {
    const ballot = (agree: number) => ({
      total: 10,
      entitled: 10,
      counts: counts(agree, 10 - agree),
      rule: majority,
    });
    expect(tally(ballot(5))).toMatchObject({ result: 'not_passed', missing: 1 });
    expect(tally(ballot(6))).toMatchObject({ result: 'passed', excess: 0 });
    expect(tally(ballot(8))).toMatchObject({ result: 'passed', excess: 2 });
  });

  test('abstentions, invalid papers and those who did not vote stay in a total base', () => {
    const ballot = { total: 12, entitled: 12, counts: counts(7, 0, 2, 1), rule: initiative };
    expect(tally(ballot)).toMatchObject({
      result: 'not_passed',
      base: { kind: 'total', size: 12 },
      threshold: { needed: 8 },
      notVoted: 2,
      missing: 1,
    });
  });

  test('an excluded member leaves base and quorum only where the rule says so', () => {
    const reducing: VotingRule = { ...initiative, conflictReducesBase: true };
    const keeping: VotingRule = { ...initiative, conflictReducesBase: false };
    const ballot = { total: 9, entitled: 7, counts: counts(5) };
    expect(tally({ ...ballot, rule: reducing })).toMatchObject({
      result: 'passed',
      quorum: { needed: 5 },
      base: { size: 7 },
      threshold: { needed: 5 },
    });
    expect(tally({ ...ballot, rule: keeping })).toMatchObject({
      result: 'no_quorum',
      quorum: { needed: 6, missing: 1 },
      base: { size: 9 },
      threshold: { needed: 6 },
      missing: 1,
    });
  });

  test('written opinions count where the rule says so, and never for the quorum', () => {
    const ballot = {
      total: 11,
      entitled: 11,
      counts: counts(8),
      written: { agree: 2, disagree: 1, other: 0 },
    };
    expect(tally({ ...ballot, rule: ministerial })).toMatchObject({
      result: 'passed',
      agree: 10,
      disagree: 1,
      notVoted: 0,
      quorum: { present: 8 },
      written: { agree: 2, counted: true },
    });
    expect(tally({ ...ballot, rule: initiative })).toMatchObject({
      agree: 8,
      disagree: 0,
      notVoted: 0,
      written: { agree: 2, disagree: 1, counted: false },
    });
    const few = { ...ballot, counts: counts(7), written: { agree: 4, disagree: 0, other: 0 } };
    expect(tally({ ...few, rule: ministerial })).toMatchObject({
      result: 'no_quorum',
      agree: 11,
      missing: 0,
    });
  });

  test('a base of those present counts who attended without voting', () => {
    const rule: VotingRule = { ...majority, base: 'present' };
    const ballot = { total: 9, entitled: 9, counts: counts(4, 2, 0, 1), rule };
    expect(tally(ballot)).toMatchObject({ result: 'passed', base: { kind: 'present', size: 7 } });
    expect(tally({ ...ballot, present: 8 })).toMatchObject({
      result: 'not_passed',
      base: { size: 8 },
      quorum: { present: 8 },
      missing: 1,
    });
  });

  test('those who wrote belong to a base of those present, where writing counts', () => {
    const rule: VotingRule = { ...majority, base: 'present', absentWritten: true };
    const written = { agree: 0, disagree: 2, other: 0 };
    const ballot = { total: 9, entitled: 9, counts: counts(4, 3), written };
    expect(tally({ ...ballot, rule })).toMatchObject({ result: 'not_passed', base: { size: 9 } });
    const unwritten: VotingRule = { ...rule, absentWritten: false };
    expect(tally({ ...ballot, rule: unwritten })).toMatchObject({
      result: 'passed',
      base: { size: 7 },
    });
  });

  test('a base of valid votes leaves invalid papers out', () => {
    const rule: VotingRule = { ...majority, base: 'valid' };
    const ballot = { total: 9, entitled: 9, counts: counts(4, 2, 1, 2), rule };
    expect(tally(ballot)).toMatchObject({ result: 'passed', base: { kind: 'valid', size: 7 } });
  });

  test('an empty base never passes', () => {
    const valid: VotingRule = { ...majority, base: 'valid' };
    const spoiled = { total: 3, entitled: 3, counts: counts(0, 0, 0, 3), rule: valid };
    const nothing = { result: 'not_passed', base: { size: 0 }, missing: 1 };
    expect(tally(spoiled)).toMatchObject(nothing);
    const inclusive: VotingRule = { ...initiative, base: 'valid' };
    expect(tally({ ...spoiled, rule: inclusive })).toMatchObject(nothing);
    const nobody = { total: 3, entitled: 0, counts: counts(0), rule: majority };
    expect(tally(nobody)).toMatchObject({ result: 'no_quorum', base: { size: 0 }, missing: 1 });
  });

  test.each<[string, Partial<Ballot>]>([
    ['more papers than voters', { entitled: 4 }],
    ['more voters than members', { entitled: 10 }],
    ['a negative count', { counts: counts(-1) }],
    ['half a vote', { counts: counts(2.5) }],
    ['fewer present than papers', { present: 4 }],
    ['an absent member who also cast a paper', { written: { agree: 5, disagree: 0, other: 0 } }],
  ])('%s cannot be', (_what, change) => {
    const ballot = { total: 9, entitled: 9, counts: counts(3, 2), rule: majority };
    expect(() => tally({ ...ballot, ...change })).toThrow();
  });
});

const ruleOfAnyKind: fc.Arbitrary<VotingRule> = fc
  .record({
    den: fc.integer({ min: 1, max: 200 }),
    part: fc.nat(),
    op: fc.constantFrom('>=' as const, '>' as const),
    base: fc.constantFrom('total' as const, 'present' as const, 'valid' as const),
    quorum: fc.constantFrom([1, 2], [2, 3], [1, 1], [1, 100]),
    absentWritten: fc.boolean(),
    conflictReducesBase: fc.boolean(),
  })
  .map(({ den, part, op, quorum, ...rest }) => {
    const num = 1 + (part % den);
    const reachable = op === '>' && num === den ? '>=' : op;
    return {
      ...majority,
      ...rest,
      threshold: { op: reachable, num, den },
      quorum: { ...majority.quorum, num: quorum[0]!, den: quorum[1]! },
    };
  });

const few = fc.nat({ max: 8 });
const anyBallot: fc.Arbitrary<Ballot> = fc
  .record({
    counts: fc.record({ agree: fc.nat({ max: 30 }), disagree: few, other: few, invalid: few }),
    written: fc.record({ agree: few, disagree: few, other: few }),
    silent: few,
    idle: few,
    excluded: few,
    rule: ruleOfAnyKind,
  })
  .map(({ counts: cast, written, silent, idle, excluded, rule }) => {
    const papers = cast.agree + cast.disagree + cast.other + cast.invalid;
    const inWriting = written.agree + written.disagree + written.other;
    const entitled = papers + inWriting + silent + idle;
    const ballot = { total: entitled + excluded, entitled, counts: cast, written, rule };
    return idle === 0 ? ballot : { ...ballot, present: papers + idle };
  });

describe('for any ballot', () => {
  test('the threshold is exact, and passed means as many as needed with a quorum', () => {
    fc.assert(
      fc.property(anyBallot, (ballot) => {
        const outcome = tally(ballot);
        const { num, den, op } = ballot.rule.threshold;
        const left = BigInt(outcome.agree) * BigInt(den);
        const right = BigInt(num) * BigInt(outcome.base.size);
        const reached = outcome.base.size > 0 && (op === '>=' ? left >= right : left > right);

        expect(outcome.agree >= outcome.threshold.needed).toBe(reached);
        expect(outcome.result === 'passed').toBe(reached && outcome.quorum.met);
        expect(outcome.result === 'no_quorum').toBe(!outcome.quorum.met);
        expect(outcome.agree - outcome.threshold.needed).toBe(outcome.excess - outcome.missing);
        expect(outcome.excess === 0 || outcome.missing === 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('needed is the smallest number of votes that satisfies the fraction', () => {
    fc.assert(
      fc.property(ruleOfAnyKind, fc.integer({ min: 1, max: 500 }), ({ threshold }, base) => {
        const holds = (agree: number) => {
          const left = BigInt(agree) * BigInt(threshold.den);
          const right = BigInt(threshold.num) * BigInt(base);
          return threshold.op === '>=' ? left >= right : left > right;
        };
        const needed = votesNeeded(threshold, base);
        expect(holds(needed)).toBe(true);
        expect(holds(needed - 1)).toBe(false);
        expect(needed).toBeLessThanOrEqual(base);
      }),
    );
  });

  test('everybody who may vote is accounted for', () => {
    fc.assert(
      fc.property(anyBallot, (ballot) => {
        const outcome = tally(ballot);
        const { written } = outcome;
        const uncounted = written.counted ? 0 : written.agree + written.disagree + written.other;
        const { agree, disagree, other, invalid, notVoted } = outcome;
        expect(agree + disagree + other + invalid + notVoted + uncounted).toBe(ballot.entitled);
        expect(notVoted).toBeGreaterThanOrEqual(0);
        expect(outcome.base.size).toBeLessThanOrEqual(ballot.total);
      }),
    );
  });

  test('one more vote in favour, from anybody else, never undoes a pass', () => {
    const sources = fc.constantFrom('silent', 'disagree', 'other', 'invalid');
    fc.assert(
      fc.property(anyBallot, sources, (ballot, source) => {
        const before = tally(ballot);
        const cast = { ...ballot.counts, agree: ballot.counts.agree + 1 };
        let present = ballot.present;
        if (source === 'silent') {
          fc.pre(before.notVoted > 0);
          const papers = cast.agree + cast.disagree + cast.other + cast.invalid;
          if (present !== undefined) present = Math.max(present, papers);
        } else {
          const from = source === 'disagree' || source === 'other' ? source : 'invalid';
          fc.pre(cast[from] > 0);
          cast[from] -= 1;
        }
        const after = tally({
          ...ballot,
          counts: cast,
          ...(present === undefined ? {} : { present }),
        });

        if (before.result === 'passed') expect(after.result).toBe('passed');
        expect(after.missing).toBeLessThanOrEqual(before.missing);
        if (ballot.rule.base === 'total') expect(after.agree).toBe(before.agree + 1);
      }),
      { numRuns: 500 },
    );
  });
});
