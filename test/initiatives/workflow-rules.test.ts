import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InitiativeState } from '../../src/database/generated/enums.ts';
import {
  type Act,
  runningDeadline,
  stateAfter,
  urgencyOf,
  WAYS,
} from '../../src/initiatives/workflow/workflow.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';

const rulebook = loadRulebook();
const STATES = Object.values(InitiativeState);
const ACTS = Object.keys(WAYS) as Act[];

// Every state and what may be done in it; what is not named is refused.
const TABLE: Record<InitiativeState, Partial<Record<Act, InitiativeState>>> = {
  received: {
    accept: 'accepted',
    return: 'returned',
    refuse_form: 'form_refused',
    withdraw: 'withdrawn',
    merge: 'merged',
  },
  returned: {
    mend: 'received',
    refuse_form: 'form_refused',
    withdraw: 'withdrawn',
    merge: 'merged',
  },
  accepted: {
    return: 'returned',
    open_ballot: 'voting',
    withdraw: 'withdrawn',
    merge: 'merged',
  },
  voting: { hold: 'voted', pass: 'passed', fail: 'not_passed', leave_undecided: 'accepted' },
  voted: { pass: 'passed', fail: 'not_passed', annul_vote: 'accepted' },
  passed: { recognise: 'recognised', annul_vote: 'accepted' },
  not_passed: { refuse: 'refused', annul_vote: 'accepted' },
  recognised: { annul: 'annulled' },
  form_refused: {},
  refused: {},
  withdrawn: {},
  merged: {},
  annulled: {},
};

describe('the states of an initiative', () => {
  test.each(STATES)('%s', (state) => {
    const found = Object.fromEntries(
      ACTS.flatMap((act) => {
        const after = stateAfter(state, act);
        return after === null ? [] : [[act, after]];
      }),
    );
    expect(found).toEqual(TABLE[state]);
  });

  test('whatever is done, in whatever order, an end is an end and nothing is voted on unaccepted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 40 }), (acts) => {
        let state: InitiativeState = 'received';
        let accepted = false;
        for (const act of acts) {
          const after = stateAfter(state, act);
          if (after === null) continue;
          if (Object.keys(TABLE[state]).length === 0) throw new Error(`${state} is an end`);
          if (act === 'accept') accepted = true;
          if (act === 'return') accepted = false;
          if (act === 'open_ballot') expect(accepted).toBe(true);
          state = after;
        }
      }),
    );
  });

  test('each but the ends has one deadline, and none has another before it was accepted', () => {
    const filedAt = new Date('2026-03-02T03:00:00Z');
    const times = { filedAt, mendedAt: null, returnedAt: filedAt, acceptedAt: null };
    const kinds = STATES.map((state) => [
      state,
      runningDeadline({ rulebook, zone: 'Asia/Ho_Chi_Minh' }, { state, ...times })?.kind,
    ]);
    expect(Object.fromEntries(kinds)).toEqual({
      received: 'form_check',
      returned: 'correction',
      accepted: 'decision',
      voting: 'decision',
      voted: 'decision',
      passed: 'decision',
      not_passed: 'decision',
    });
  });
});

describe('deadlines run', () => {
  const zone = 'Asia/Ho_Chi_Minh';
  const filedAt = new Date('2026-03-02T03:00:00Z');
  const none = { mendedAt: null, returnedAt: null, acceptedAt: null };

  test('from the last handing in, by the day of the organisation', () => {
    const mendedAt = new Date('2026-04-01T17:30:00Z');
    const deadline = runningDeadline(
      { rulebook, zone },
      { state: 'received', filedAt, ...none, mendedAt },
    );
    expect(deadline?.by).toBe('2026-05-02');
  });

  test('for the decision three months from the acceptance, not from the filing', () => {
    const acceptedAt = new Date('2026-03-30T03:00:00Z');
    const deadline = runningDeadline(
      { rulebook, zone },
      { state: 'accepted', filedAt, ...none, acceptedAt },
    );
    expect(deadline).toMatchObject({ by: '2026-06-30', source: expect.stringContaining('Điều 7') });
  });

  test.each([
    ['2026-05-10', 'later'],
    ['2026-05-11', 'soon'],
    ['2026-05-16', 'soon'],
    ['2026-05-17', 'overdue'],
  ])('on %s, by 16/05/2026, five days ahead: %s', (on, urgency) => {
    expect(urgencyOf('2026-05-16', on, 5)).toBe(urgency);
  });
});
