import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  councilProblemsOn,
  problemKey,
  proposalProblems,
  type Seat,
  seatChanges,
  type Term,
} from '../../src/councils/composition/composition-rules.ts';
import type { CouncilOffice } from '../../src/councils/rules.ts';
import { addDays } from '../../src/kernel/time.ts';
import { councilRulesOn } from '../../src/rulebook/council-rules.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';

const ON = '2026-11-11';
const rules = councilRulesOn(loadRulebook(), 'initiative', ON);
const DECISION = 'Quyết định số 613/QĐ-BHXH';

const term = (
  personId: string,
  office: CouncilOffice = 'member',
  { from = '2025-07-15', to = null as string | null } = {},
): Term => ({ personId, name: personId.toUpperCase(), office, from, to });

const five = (to: string | null = null): Term[] => [
  term('a', 'chair', { to }),
  term('b', 'vice_chair', { to }),
  term('c', 'secretary', { to }),
  term('d', 'member', { to }),
  term('e', 'member', { to }),
];

const judge = (terms: Term[], more: { left?: string[]; on?: string } = {}) =>
  councilProblemsOn(
    {
      decision: DECISION,
      terms,
      departures: (more.left ?? []).map((personId) => ({ personId, how: 'ended' as const })),
    },
    rules,
    more.on ?? ON,
  );
const kinds = (terms: Term[], more: { left?: string[]; on?: string } = {}) =>
  judge(terms, more).map(problemKey);

describe('what is wrong with a council on a day', () => {
  test.each([
    ['nothing, with five and their offices', five(), []],
    ['no chair', five().toSpliced(0, 1, term('a')), ['no_chair']],
    ['no secretary', five().toSpliced(2, 1, term('c')), ['no_secretary']],
    ['four: below the minimum, and even', five().slice(0, 4), ['below_minimum', 'even']],
    ['six: even', [...five(), term('f')], ['even']],
    ['its last day is today', five(ON), ['expiring']],
    ['it ended yesterday', five(addDays(ON, -1)), ['expired']],
    ['it ends in thirty days', five(addDays(ON, 30)), ['expiring']],
    ['it ends in thirty-one days', five(addDays(ON, 31)), []],
    ['it begins tomorrow', five().map((one) => ({ ...one, from: addDays(ON, 1) })), ['missing']],
  ])('%s', (_what, terms, expected) => {
    expect(kinds(terms)).toEqual(expected);
  });

  test('a term that ends is not told of when the next begins in time, and is when there is a gap', () => {
    const ending = five(addDays(ON, 10));
    const next = (from: string) => five().map((one) => ({ ...one, from }));
    expect(kinds([...ending, ...next(addDays(ON, 11))])).toEqual([]);
    expect(kinds([...ending, ...next(addDays(ON, 12))])).toEqual(['expiring']);
  });

  test('each member who left is a problem of its own; one who no longer sits is none', () => {
    const former = term('z', 'member', { to: '2026-01-31' });
    expect(kinds([...five(), former], { left: ['e', 'a', 'z'] })).toEqual(['left:a', 'left:e']);
  });

  test('there never was one', () => {
    expect(councilProblemsOn(null, rules, ON)).toEqual([
      {
        kind: 'missing',
        severity: 'fault',
        rule: { source: 'Công văn 4793/BHXH-TĐKT', verified: true },
      },
    ]);
  });

  test('each names its rule and whether that was checked; an even number only warns', () => {
    const [size, even] = judge(five().slice(0, 4));
    expect(size).toMatchObject({ severity: 'fault', members: 4, minimum: 5 });
    expect(size?.rule.verified).toBe(false);
    expect(even).toMatchObject({ severity: 'warning', rule: { verified: false } });
    expect(judge(five('2026-10-31'))).toEqual([
      {
        kind: 'expired',
        severity: 'fault',
        lastDay: '2026-10-31',
        rule: { source: DECISION, verified: true },
      },
    ]);
    const noChair = judge(five().slice(1)).find(({ kind }) => kind === 'no_chair');
    expect(noChair?.rule).toEqual({ source: 'Thông tư 18/2013/TT-BKHCN Điều 8', verified: true });
  });

  test('the organisation’s own numbers decide', () => {
    const own = {
      ...rules,
      minimum: { ...rules.minimum, value: 3 },
      odd: { ...rules.odd, value: false },
      leavers: { ...rules.leavers, value: false },
    };
    const council = {
      decision: DECISION,
      terms: five().slice(0, 4),
      departures: [{ personId: 'a', how: 'moved' as const }],
    };
    expect(councilProblemsOn(council, own, ON)).toEqual([]);
  });

  test('a composition that is about to be recorded is judged like one in office', () => {
    expect(proposalProblems(five().slice(0, 2), rules).map(({ kind }) => kind)).toEqual([
      'no_secretary',
      'below_minimum',
      'even',
    ]);
  });
});

describe('what changes between two compositions', () => {
  test('who joins, moves and leaves, in order of office', () => {
    const before: Seat[] = [
      { personId: 'a', office: 'chair' },
      { personId: 'b', office: 'vice_chair' },
      { personId: 'c', office: 'member' },
    ];
    const after: Seat[] = [
      { personId: 'd', office: 'member' },
      { personId: 'b', office: 'chair' },
      { personId: 'c', office: 'member' },
    ];
    expect(seatChanges(before, after)).toEqual([
      { personId: 'b', change: 'moves', office: 'chair', was: 'vice_chair' },
      { personId: 'd', change: 'joins', office: 'member' },
      { personId: 'a', change: 'leaves', office: 'chair' },
    ]);
  });

  test('applied to the one before, the changes make the one after', () => {
    const office = fc.constantFrom<CouncilOffice>('chair', 'vice_chair', 'secretary', 'member');
    const seats = fc.uniqueArray(fc.record({ personId: fc.constantFrom(...'abcdefgh'), office }), {
      selector: ({ personId }) => personId,
    });
    fc.assert(
      fc.property(seats, seats, (before, after) => {
        const now = new Map(before.map((seat) => [seat.personId, seat.office]));
        for (const one of seatChanges(before, after)) {
          if (one.change === 'leaves') now.delete(one.personId);
          else now.set(one.personId, one.office);
        }
        expect(now).toEqual(new Map(after.map((seat) => [seat.personId, seat.office])));
      }),
    );
  });
});
