import assert from 'node:assert/strict';
import type { VotingRule } from '../rulebook/rules.ts';

export interface WrittenOpinions {
  agree: number;
  disagree: number;
  /** Another opinion, or none stated. */
  other: number;
}

export interface BallotCounts extends WrittenOpinions {
  invalid: number;
}

/** One ballot on one item, after its close. All numbers are whole and not negative. */
export interface Ballot {
  /** Members on the frozen roll. */
  total: number;
  /** Of them, those who may vote: not excluded for a conflict of interest. */
  entitled: number;
  /** Papers cast at the sitting. */
  counts: BallotCounts;
  /** Opinions of absent members who may vote; they cast no paper besides. */
  written?: WrittenOpinions;
  /**
   * Of the papers, how many absent members gave in writing where that counts: of a secret ballot they lie in the same
   * box and are not told apart.
   */
  inWriting?: number;
  /**
   * Members who may vote and attended, at least as many as papers; without it, those who cast a
   * paper. Written opinions never make anybody present.
   */
  present?: number;
  rule: VotingRule;
}

/** The outcome of one ballot, with all it was computed from. */
export interface BallotOutcome {
  /** Without a quorum there is no decision, whatever the votes. */
  result: 'passed' | 'not_passed' | 'no_quorum';
  quorum: {
    needed: number;
    present: number;
    met: boolean;
    missing: number;
    /** Who was present was found by a roll-call; else it is those who cast a paper. */
    rollCall: boolean;
  };
  base: { kind: VotingRule['base']; size: number };
  /** `needed`: the fewest votes in favour that pass on this base. */
  threshold: { op: '>=' | '>'; num: number; den: number; needed: number };
  /** Papers, and written opinions where they count. */
  agree: number;
  disagree: number;
  other: number;
  invalid: number;
  /** Those who may vote and gave neither a paper nor a written opinion. */
  notVoted: number;
  /** What came in writing; included above only when `counted`. */
  written: WrittenOpinions & { counted: boolean };
  /** Of the papers, how many came in writing and are not told apart. */
  inWriting: number;
  /** Votes in favour short of `threshold.needed`; 0 when reached. */
  missing: number;
  /** Votes in favour beyond `threshold.needed`. */
  excess: number;
  rule: VotingRule;
}

/**
 * Whether the choices of a ballot are told to nobody: of a secret one on which fewer voted than make a quorum, be
 * they enough by the roll-call. What few have voted could be laid at their doors.
 */
export function isWithheld(
  outcome: Pick<BallotOutcome, 'result' | 'quorum' | 'agree' | 'disagree' | 'other' | 'invalid'>,
  method: 'open' | 'secret',
): boolean {
  if (method === 'open') return false;
  return outcome.result === 'no_quorum' || papers(outcome) < outcome.quorum.needed;
}

/**
 * Whether a sitting that holds its results keeps the choices of a vote: of one that decided nothing, and is told at once so
 * that another one can be opened. What was chosen would weigh on that one.
 */
export function keepsChoices(
  { holdsResults }: { holdsResults: boolean },
  result: BallotOutcome['result'],
): boolean {
  return holdsResults && result === 'no_quorum';
}

const NOTHING_WRITTEN: WrittenOpinions = { agree: 0, disagree: 0, other: 0 };

/**
 * Decides one ballot by its rule. Whole numbers only. Abstentions and invalid papers stay in the
 * base when it is `total` or `present`; `valid` leaves the invalid ones out. An empty base never
 * passes. Throws an AssertionError on counts that cannot be (more papers than voters).
 */
export function tally(ballot: Ballot): BallotOutcome {
  assertPossible(ballot);
  const { counts, rule } = ballot;
  const given = ballot.written ?? NOTHING_WRITTEN;
  const counted = rule.absentWritten ? given : NOTHING_WRITTEN;

  const body = bodyOf(rule, ballot);
  const inWriting = ballot.inWriting ?? 0;
  const present = ballot.present ?? papers(counts) - inWriting;
  const size = baseSize({ kind: rule.base, body, present: present + inWriting, counts, counted });
  const needed = votesNeeded(rule.threshold, size);
  const agree = counts.agree + counted.agree;
  const reached = size > 0 && compares(agree, rule.threshold, size);
  const rollCall = ballot.present !== undefined;
  const quorum = { ...quorumOf(quorumNeeded(rule, ballot), present), rollCall };

  return {
    result: !quorum.met ? 'no_quorum' : reached ? 'passed' : 'not_passed',
    quorum,
    base: { kind: rule.base, size },
    threshold: { ...rule.threshold, needed },
    agree,
    disagree: counts.disagree + counted.disagree,
    other: counts.other + counted.other,
    invalid: counts.invalid,
    notVoted: ballot.entitled - papers(counts) - opinions(given),
    written: { ...given, counted: rule.absentWritten },
    inWriting,
    missing: Math.max(0, needed - agree),
    excess: Math.max(0, agree - needed),
    rule,
  };
}

/** How many make a quorum, of the members on a roll or of those of them who may vote, as the rule says. */
export function quorumNeeded(
  rule: Pick<VotingRule, 'quorum' | 'conflictReducesBase'>,
  body: { total: number; entitled: number },
): number {
  return votesNeeded({ op: '>=', ...rule.quorum }, bodyOf(rule, body));
}

function bodyOf(
  { conflictReducesBase }: Pick<VotingRule, 'conflictReducesBase'>,
  { total, entitled }: { total: number; entitled: number },
): number {
  return conflictReducesBase ? entitled : total;
}

/** The fewest votes in favour that satisfy the threshold on a base; at least 1, also on base 0. */
export function votesNeeded(threshold: VotingRule['threshold'], base: number): number {
  const product = threshold.num * base;
  const remainder = product % threshold.den;
  const whole = (product - remainder) / threshold.den;
  const exceeds = threshold.op === '>' || remainder > 0;
  return Math.max(1, exceeds ? whole + 1 : whole);
}

function compares(agree: number, { op, num, den }: VotingRule['threshold'], base: number): boolean {
  return op === '>=' ? agree * den >= num * base : agree * den > num * base;
}

function quorumOf(needed: number, present: number) {
  const missing = Math.max(0, needed - present);
  return { needed, present, met: missing === 0, missing };
}

function baseSize(of: {
  kind: VotingRule['base'];
  body: number;
  present: number;
  counts: BallotCounts;
  counted: WrittenOpinions;
}): number {
  switch (of.kind) {
    case 'total':
      return of.body;
    case 'present':
      return of.present + opinions(of.counted);
    case 'valid':
      return opinions(of.counts) + opinions(of.counted);
  }
}

function papers(counts: BallotCounts): number {
  return opinions(counts) + counts.invalid;
}

function opinions({ agree, disagree, other }: WrittenOpinions): number {
  return agree + disagree + other;
}

/** A council has far fewer members than this; it keeps every product exact. */
const MOST_MEMBERS = 1_000_000;

function assertPossible({
  total,
  entitled,
  counts,
  written,
  present,
  inWriting = 0,
}: Ballot): void {
  const given = written ?? NOTHING_WRITTEN;
  const numbers = [
    total,
    entitled,
    present ?? 0,
    inWriting,
    ...[counts.agree, counts.disagree, counts.other, counts.invalid],
    ...[given.agree, given.disagree, given.other],
  ];
  for (const number of numbers) {
    assert(Number.isInteger(number) && number >= 0 && number <= MOST_MEMBERS, 'not a count');
  }
  assert(entitled <= total, 'more voters than members');
  const cast = papers(counts) - inWriting;
  assert(cast >= 0, 'more written opinions than papers');
  const attending = present ?? cast;
  assert(cast <= attending, 'more papers than members present');
  assert(attending + inWriting + opinions(given) <= entitled, 'more votes than voters');
}
