import type { InitiativeState } from '../../database/generated/enums.ts';
import { type Day, dayIn } from '../../kernel/time.ts';
import { daysBetween } from '../../rulebook/calendar.ts';
import type { Rulebook } from '../../rulebook/rules.ts';
import { type Deadline, deadlineFrom } from '../rules.ts';

/** What can be done with an initiative that changes its state: from which states, and to which. */
export const WAYS = {
  /** Its form is in order: the giấy biên nhận is issued. */
  accept: { from: ['received'], to: 'accepted' },
  /** To be mended; also one that was accepted, as when its authors must be agreed anew. */
  return: { from: ['received', 'accepted'], to: 'returned' },
  mend: { from: ['returned'], to: 'received' },
  /** One that was returned only when the days for correcting it are over. */
  refuse_form: { from: ['received', 'returned'], to: 'form_refused' },
  open_ballot: { from: ['accepted'], to: 'voting' },
  /** What the vote gave is held until it is announced. */
  hold: { from: ['voting'], to: 'voted' },
  pass: { from: ['voting', 'voted'], to: 'passed' },
  fail: { from: ['voting', 'voted'], to: 'not_passed' },
  /** No quorum: another sitting may take it up. */
  leave_undecided: { from: ['voting'], to: 'accepted' },
  /** The vote was annulled: the council votes again. */
  annul_vote: { from: ['voted', 'passed', 'not_passed'], to: 'accepted' },
  recognise: { from: ['passed'], to: 'recognised' },
  refuse: { from: ['not_passed'], to: 'refused' },
  /** Until the council has begun to vote; what it has voted on is answered in writing. */
  withdraw: { from: ['received', 'returned', 'accepted'], to: 'withdrawn' },
  merge: { from: ['received', 'returned', 'accepted'], to: 'merged' },
  annul: { from: ['recognised'], to: 'annulled' },
} as const satisfies Record<string, { from: readonly InitiativeState[]; to: InitiativeState }>;

export type Act = keyof typeof WAYS;

/** The state that an act leads to, or null when it cannot be done in this one. */
export function stateAfter(state: InitiativeState, act: Act): InitiativeState | null {
  const way: { from: readonly InitiativeState[]; to: InitiativeState } = WAYS[act];
  return way.from.includes(state) ? way.to : null;
}

/** The times that its deadlines run from. */
export interface Times {
  filedAt: Date;
  mendedAt: Date | null;
  returnedAt: Date | null;
  acceptedAt: Date | null;
}

/**
 * The deadline that runs now, if one does: the form check until it is accepted, the correction while it
 * is returned, then the decision.
 */
export function runningDeadline(
  { rulebook, zone }: { rulebook: Rulebook; zone: string },
  { state, ...times }: Times & { state: InitiativeState },
): Deadline | null {
  const from = (kind: Deadline['kind'], at: Date) => deadlineFrom(rulebook, kind, dayIn(zone, at));
  switch (state) {
    case 'received':
      return from('form_check', times.mendedAt ?? times.filedAt);
    case 'returned':
      return from('correction', times.returnedAt ?? times.filedAt);
    case 'accepted':
    case 'voting':
    case 'voted':
    case 'passed':
    case 'not_passed':
      return from('decision', times.acceptedAt ?? times.filedAt);
    default:
      return null;
  }
}

export type Urgency = 'overdue' | 'soon' | 'later';

/** How near a deadline is on a day: overdue from the day after it, soon within the days of reminding. */
export function urgencyOf(by: Day, on: Day, lead: number): Urgency {
  if (on > by) return 'overdue';
  return daysBetween(on, by) <= lead ? 'soon' : 'later';
}
