import type { DisciplineKind, Facts, HeldAward, Rating, Work, WorkLevel } from './facts.ts';
import type { Finding, MissingYear, Reason, Verdict } from './reasons.ts';
import { DISCIPLINES, RATINGS, WORK_LEVELS } from './standard-schema.ts';

// Leaves that look at a subject's years: ratings, titles, discipline, initiatives.

export interface Judged {
  verdict: Verdict;
  finding: Finding;
  /** The standard of the award that the leaf leans on. */
  under?: Reason;
}

type YearlyThing = { title: string } | { rating: Rating };

export function judgeRating(facts: Facts, year: number, needed: Rating): Judged {
  const record = facts.ratings.find((one) => one.year === year);
  const found = record?.rating ?? null;
  const verdict = found === null ? 'human' : atLeast(RATINGS, found, needed) ? 'yes' : 'no';
  const decision = record?.decisionNumber ?? null;
  return { verdict, finding: { kind: 'rating', year, needed, found, decision } };
}

/** In the year, any part of it. */
export function judgeDiscipline(facts: Facts, year: number, from: DisciplineKind): Judged {
  const found =
    facts.disciplines.find(
      (one) =>
        atLeast(DISCIPLINES, one.kind, from) &&
        one.from <= `${year}-12-31` &&
        (one.to === null || one.to >= `${year}-01-01`),
    ) ?? null;
  return { verdict: found ? 'no' : 'yes', finding: { kind: 'discipline', year, from, found } };
}

/**
 * Recognised works of a level or above. One recognised at several levels counts once. What was counted
 * for another award is left out where the standard asks for unused ones, else counted and shown; its use
 * for this very award and year is no other.
 */
export function judgeWork(
  facts: Facts,
  { award, year }: { award: string; year: number },
  asked: {
    level: WorkLevel;
    count: number;
    years: number;
    unused: boolean;
    presumedUse?: { title: string; unlessRated: Rating } | undefined;
  },
): Judged {
  const since = year - asked.years + 1;
  const usedElsewhere = (work: Work) =>
    work.usedFor.some((use) => use.key !== award || use.year !== year);
  const fitting = facts.works.filter(
    (work) => work.year <= year && atLeast(WORK_LEVELS, work.level, asked.level),
  );
  const inPeriod = eachOnce(fitting.filter((work) => work.year >= since));
  const counted = new Set(inPeriod.map(({ same }) => same));
  const older = eachOnce(fitting.filter((work) => !counted.has(work.same) && !usedElsewhere(work)));
  const found = asked.unused ? inPeriod.filter((work) => !usedElsewhere(work)) : inPeriod;
  const used = asked.unused ? inPeriod.filter(usedElsewhere) : [];
  const reused = asked.unused ? [] : found.filter(usedElsewhere);
  const presumed = asked.presumedUse
    ? presumedUses(facts, found, { since, year }, asked.presumedUse)
    : [];
  const enough = found.length - presumed.length >= asked.count;
  // No national rule says how long an initiative may be counted, nor how one counted before counts again.
  const perhaps = found.length + older.length + used.length >= asked.count;
  const { level, count: needed } = asked;
  return {
    verdict: enough ? 'yes' : perhaps ? 'human' : 'no',
    finding: { kind: 'work', level, needed, since, year, found, older, used, reused, presumed },
  };
}

/**
 * The years in which the title was held without the rating that it takes by itself, so that a work of the
 * year made up for it, and none is recorded as used for it.
 */
function presumedUses(
  facts: Facts,
  found: readonly Work[],
  { since, year }: { since: number; year: number },
  { title, unlessRated }: { title: string; unlessRated: Rating },
): { key: string; year: number }[] {
  const marks = new Set(found.map(({ same }) => same));
  return facts.awards
    .filter((held) => held.key === title && held.year >= since && held.year <= year)
    .filter((held) => {
      const rating = facts.ratings.find((one) => one.year === held.year)?.rating;
      const byRating = rating !== undefined && atLeast(RATINGS, rating, unlessRated);
      const recorded = facts.works.some(({ usedFor }) =>
        usedFor.some((use) => use.key === title && use.year === held.year),
      );
      const ofTheYear = (work: Work) => work.year === held.year && marks.has(work.same);
      return !byRating && !recorded && facts.works.some(ofTheYear);
    })
    .map((held) => ({ key: title, year: held.year }));
}

/** Of several recognitions of one work the newest. */
function eachOnce(works: readonly Work[]): Work[] {
  const newest = new Map<string, Work>();
  for (const work of works) {
    const known = newest.get(work.same);
    if (!known || work.year > known.year) newest.set(work.same, work);
  }
  return [...newest.values()];
}

/** @param mayCome whether a title of the evaluated year itself, not granted yet, may still be */
export function judgeStreak(
  facts: Facts,
  year: number,
  asked: YearlyThing & { years: number },
  mayCome: (title: string) => boolean,
): Judged {
  const since = year - asked.years + 1;
  const { found, missing } = lookThrough(facts, { since, year, of: asked });
  const told = missing.map((gap): MissingYear => {
    const coming = gap.because === 'not_held' && gap.year === year && 'title' in asked;
    return coming && mayCome(asked.title) ? { year, because: 'pending' } : gap;
  });
  const reorganised = facts.reorganisedIn
    .filter((one) => one > since && one <= year)
    .map((one): MissingYear => ({ year: one, because: 'reorganised' }));
  const all = [...told, ...reorganised];
  const of = thing(asked);
  return {
    verdict: all.length === 0 ? 'yes' : all.every(isForHumans) ? 'human' : 'no',
    finding: { kind: 'streak', of, since, year, needed: asked.years, found, missing: all },
  };
}

export function judgeCount(
  facts: Facts,
  year: number,
  asked: YearlyThing & { times: number; years: number },
): Judged {
  const since = year - asked.years + 1;
  const { found, missing } = lookThrough(facts, { since, year, of: asked });
  const perhaps = found.length + missing.filter(isForHumans).length;
  const verdict = found.length >= asked.times ? 'yes' : perhaps >= asked.times ? 'human' : 'no';
  const of = thing(asked);
  return {
    verdict,
    finding: { kind: 'count', of, since, year, needed: asked.times, found, missing },
  };
}

export function judgeConsecutive(
  facts: Facts,
  year: number,
  { title: award, times, spacing }: { title: string; times: number; spacing: number },
): Judged {
  const held = facts.awards
    .filter((one) => one.key === award && one.year <= year)
    .toSorted((a, b) => b.year - a.year);
  const finding = { kind: 'consecutive', award, times, spacing } as const;
  if (held.length < times) {
    return { verdict: 'no', finding: { ...finding, found: held, problem: 'too_few' } };
  }
  const chain = held.map((last) => chainBefore(held, last, { times, spacing })).find((one) => one);
  if (chain) return { verdict: 'yes', finding: { ...finding, found: chain, problem: null } };
  const found = held.slice(0, times);
  const steps = found.slice(1).map((one, index) => (found[index]?.year ?? 0) - one.year);
  const problem = steps.some((step) => step < spacing) ? 'overlap' : 'gap';
  return { verdict: 'human', finding: { ...finding, found, problem } };
}

/** The award with those exactly one period, two periods … before it; undefined when one is missing. */
function chainBefore(
  held: readonly HeldAward[],
  last: HeldAward,
  { times, spacing }: { times: number; spacing: number },
): HeldAward[] | undefined {
  const years = Array.from({ length: times }, (_, index) => last.year - index * spacing);
  const chain = years.flatMap((year) => held.find((one) => one.year === year) ?? []);
  return chain.length === times ? chain : undefined;
}

/** Goes through the years of a period: those that count, and why the others do not. */
function lookThrough(
  facts: Facts,
  { since, year, of }: { since: number; year: number; of: YearlyThing },
): { found: { year: number; decision: string }[]; missing: MissingYear[] } {
  const found: { year: number; decision: string }[] = [];
  const missing: MissingYear[] = [];
  for (let one = since; one <= year; one += 1) {
    const seen =
      'title' in of ? findTitle(facts, one, of.title) : findRating(facts, one, of.rating);
    const discipline = disciplineIn(facts, one, year);
    if ('because' in seen) missing.push({ year: one, because: seen.because });
    else if (discipline) missing.push({ year: one, because: discipline });
    else found.push({ year: one, decision: seen.decision });
  }
  return { found, missing };
}

function findTitle(facts: Facts, year: number, title: string) {
  const held = facts.awards.find((award) => award.key === title && award.year === year);
  return held ? { decision: held.decisionNumber } : { because: 'not_held' as const };
}

function findRating(facts: Facts, year: number, needed: Rating) {
  const record = facts.ratings.find((one) => one.year === year);
  if (!record) return { because: 'unknown' as const };
  if (!atLeast(RATINGS, record.rating, needed)) return { because: 'rated_lower' as const };
  return { decision: record.decisionNumber };
}

/**
 * Whether a discipline takes a year away: achievements count from its end (Nghị định 152/2025/NĐ-CP
 * Điều 4). The year in which it ended counts in part, which is for people to judge.
 */
function disciplineIn(facts: Facts, year: number, evaluated: number) {
  if (facts.subject === 'collective') return null;
  const begun = facts.disciplines.filter((one) => one.from <= `${evaluated}-12-31`);
  if (begun.some((one) => one.to === null || one.to >= `${year + 1}-01-01`)) return 'disciplined';
  return begun.some((one) => one.to !== null && one.to >= `${year}-01-01`)
    ? 'discipline_ended'
    : null;
}

function isForHumans({ because }: MissingYear): boolean {
  return because !== 'not_held' && because !== 'rated_lower' && because !== 'disciplined';
}

function thing(asked: YearlyThing): YearlyThing {
  return 'title' in asked ? { title: asked.title } : { rating: asked.rating };
}

/** Whether one stands as high in an order as another. */
function atLeast<T>(order: readonly T[], one: T, other: T): boolean {
  return order.indexOf(one) >= order.indexOf(other);
}
