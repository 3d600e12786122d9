import type {
  CollectiveYear,
  DisciplineKind,
  DisciplinePeriod,
  HeldAward,
  Rating,
  Work,
  WorkLevel,
} from './facts.ts';

/** Whether a condition is met by what is known; `human`: the records do not say, or only people can. */
export type Verdict = 'yes' | 'human' | 'no';

/** Why one year of a streak does not count. */
export interface MissingYear {
  year: number;
  because:
    | 'not_held'
    /** No rating on record for the year. */
    | 'unknown'
    | 'rated_lower'
    /** Achievements count only from the end of a discipline. */
    | 'disciplined'
    | 'discipline_ended'
    /** The evaluated year itself: not granted yet, but its standard may be met. */
    | 'pending'
    | 'reorganised';
}

/** What a leaf asked for and what was found; the evidence is in it. */
export type Finding =
  | { kind: 'rating'; year: number; needed: Rating; found: Rating | null; decision: string | null }
  | { kind: 'meets' | 'has'; award: string; year: number; held: HeldAward | null }
  | { kind: 'discipline'; year: number; from: DisciplineKind; found: DisciplinePeriod | null }
  | { kind: 'months'; year: number; needed: number; found: number | null; toCome: number }
  | {
      kind: 'work';
      level: WorkLevel;
      needed: number;
      since: number;
      year: number;
      found: readonly Work[];
      /** Recognised before the period, and not counted for anything yet. */
      older: readonly Work[];
      /** Left out: counted for another award already. */
      used: readonly Work[];
      /** Counted although used, to be seen by whoever decides. */
      reused: readonly Work[];
      /** Titles for which one of those found must have been counted, though nobody recorded it. */
      presumed: readonly { key: string; year: number }[];
    }
  | {
      kind: 'streak' | 'count';
      of: { title: string } | { rating: Rating };
      since: number;
      year: number;
      needed: number;
      found: readonly { year: number; decision: string }[];
      missing: readonly MissingYear[];
    }
  | {
      kind: 'consecutive';
      award: string;
      times: number;
      spacing: number;
      found: readonly HeldAward[];
      problem: 'too_few' | 'overlap' | 'gap' | null;
    }
  | {
      kind: 'members';
      award: string;
      op: '>=' | '>';
      num: number;
      den: number;
      counted: (Pick<CollectiveYear, 'headcount'> & { holders: number }) | null;
    }
  | { kind: 'members_at_least'; award: string; needed: number; found: number | null }
  | {
      kind: 'everyone';
      counted: Pick<CollectiveYear, 'headcount' | 'completed' | 'unrated'> | null;
    }
  | { kind: 'exceeded'; found: boolean | null }
  | { kind: 'cluster'; needed: number; found: number | null }
  | { kind: 'human'; text: { vi: string; en: string } };

export interface Grounds {
  /** What an administrator may override it by. */
  id: string | null;
  source: string;
  verified: boolean;
  note: string | null;
}

/** One condition judged: a leaf with its finding, or several with `all` or `any` over them. */
export type Reason = { verdict: Verdict } & (
  | { kind: 'leaf'; finding: Finding; grounds: Grounds; under: Reason | null }
  | { kind: 'all' | 'any'; parts: readonly Reason[] }
);

/** The grounds that a verdict stands on and that nobody has checked against the signed text. */
export function unverifiedGrounds(reason: Reason): Grounds[] {
  if (reason.kind === 'leaf') {
    const own = reason.grounds.verified ? [] : [reason.grounds];
    return reason.under ? [...own, ...unverifiedGrounds(reason.under)] : own;
  }
  // One reason is enough for an `any` that holds and for an `all` that fails: the firmest is meant.
  const oneIsEnough = (reason.kind === 'any') === (reason.verdict === 'yes');
  const deciding = reason.parts.filter((part) => part.verdict === reason.verdict);
  const grounds = deciding.map(unverifiedGrounds);
  if (reason.verdict === 'human' || !oneIsEnough) {
    return reason.verdict === 'human' ? grounds.flat() : reason.parts.flatMap(unverifiedGrounds);
  }
  return grounds.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

/** The leaves that keep a reason from `yes`, in order. */
export function shortcomings(reason: Reason): Extract<Reason, { kind: 'leaf' }>[] {
  if (reason.verdict === 'yes') return [];
  if (reason.kind !== 'leaf') return reason.parts.flatMap(shortcomings);
  return reason.under && reason.under.verdict !== 'yes' ? shortcomings(reason.under) : [reason];
}

export function allOf(parts: readonly Reason[]): Reason {
  const verdicts = parts.map(({ verdict }) => verdict);
  const verdict = verdicts.includes('no') ? 'no' : verdicts.includes('human') ? 'human' : 'yes';
  return { kind: 'all', verdict, parts };
}

export function anyOf(parts: readonly Reason[]): Reason {
  const verdicts = parts.map(({ verdict }) => verdict);
  const verdict = verdicts.includes('yes') ? 'yes' : verdicts.includes('human') ? 'human' : 'no';
  return { kind: 'any', verdict, parts };
}
