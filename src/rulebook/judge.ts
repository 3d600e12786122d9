import type { Facts } from './facts.ts';
import {
  type Judged,
  judgeConsecutive,
  judgeCount,
  judgeDiscipline,
  judgeRating,
  judgeStreak,
  judgeWork,
} from './judge-history.ts';
import { allOf, anyOf, type Grounds, type Reason } from './reasons.ts';
import type { Rulebook, Standard, Subject } from './schema.ts';
import type { Condition, Leaf } from './standard-schema.ts';

/** One standard applied to one subject and year. */
export interface Case {
  rulebook: Rulebook;
  facts: Facts;
  year: number;
  /** Id of the version of the law. */
  version: string;
}

/** The standard of an award in a version of the law: its own, else the inherited one. */
export function standardOf(
  rulebook: Rulebook,
  search: { award: string; version: string; subject: Subject },
): Standard | undefined {
  const { inherits, standards } = rulebook.standards;
  let version: string | undefined = search.version;
  while (version !== undefined) {
    const found = standards.find(
      (one) =>
        one.award === search.award &&
        one.version === version &&
        (one.subject === undefined || one.subject === search.subject),
    );
    if (found) return found;
    version = inherits[version];
  }
  return undefined;
}

/** Judges a standard against the facts. */
export function judge(on: Case, standard: Standard): Reason {
  return judgeCondition(on, standard, standard.condition);
}

function judgeCondition(on: Case, standard: Standard, condition: Condition): Reason {
  if ('all' in condition) {
    return allOf(condition.all.map((part) => judgeCondition(on, standard, part)));
  }
  if ('any' in condition) {
    return anyOf(condition.any.map((part) => judgeCondition(on, standard, part)));
  }
  const grounds: Grounds = {
    id: condition.id ?? null,
    source: condition.source ?? standard.source,
    verified: condition.verified ?? standard.verified,
    note: condition.note ?? (condition.source === undefined ? standard.note : null),
  };
  return { kind: 'leaf', grounds, under: null, ...judgeLeaf(on, standard.award, condition) };
}

/** @param award of the standard that the leaf belongs to */
function judgeLeaf(on: Case, award: string, leaf: Leaf): Judged {
  const { facts, year } = on;
  if ('rating' in leaf) return judgeRating(facts, year, leaf.rating);
  if ('meets' in leaf) return judgeMeets(on, leaf.meets);
  if ('has' in leaf) return judgeHas(facts, year, leaf.has);
  if ('noDisciplineFrom' in leaf) return judgeDiscipline(facts, year, leaf.noDisciplineFrom);
  if ('monthsInYear' in leaf) return judgeMonths(facts, year, leaf.monthsInYear);
  if ('work' in leaf) return judgeWork(facts, { award, year }, leaf.work);
  if ('streak' in leaf) {
    const { streak } = leaf;
    // The evaluated year's title may still be on its way.
    const mayCome = (title: string) => judgeMeets(on, title).verdict !== 'no';
    return judgeStreak(facts, year, streak, mayCome);
  }
  if ('count' in leaf) return judgeCount(facts, year, leaf.count);
  if ('consecutive' in leaf) return judgeConsecutive(facts, year, leaf.consecutive);
  if ('members' in leaf) return judgeMembers(facts, year, leaf.members);
  if ('membersAtLeast' in leaf) return judgeMembersAtLeast(facts, year, leaf.membersAtLeast);
  if ('everyMemberCompleted' in leaf) return judgeEveryone(facts, year);
  if ('exceededTargets' in leaf) {
    const found = facts.collective.get(year)?.exceededTargets ?? null;
    const verdict = found === null ? 'human' : found ? 'yes' : 'no';
    return { verdict, finding: { kind: 'exceeded', found } };
  }
  if ('clusterRank' in leaf) {
    const found = facts.collective.get(year)?.clusterRank ?? null;
    const verdict = found === null ? 'human' : found <= leaf.clusterRank ? 'yes' : 'no';
    return { verdict, finding: { kind: 'cluster', needed: leaf.clusterRank, found } };
  }
  return { verdict: 'human', finding: { kind: 'human', text: leaf.human } };
}

function judgeMeets(on: Case, award: string): Judged {
  const { facts, year, rulebook, version } = on;
  const held = facts.awards.find((one) => one.key === award && one.year === year) ?? null;
  const finding = { kind: 'meets', award, year, held } as const;
  if (held) return { verdict: 'yes', finding };
  const standard = standardOf(rulebook, { award, version, subject: facts.subject });
  if (!standard) return { verdict: 'human', finding };
  const under = judge(on, standard);
  return { verdict: under.verdict, finding, under };
}

function judgeHas(facts: Facts, year: number, award: string): Judged {
  const held = facts.awards.find((one) => one.key === award && one.year <= year) ?? null;
  return { verdict: held ? 'yes' : 'no', finding: { kind: 'has', award, year, held } };
}

function judgeMonths(facts: Facts, year: number, needed: number): Judged {
  const found = facts.monthsWorked.get(year) ?? null;
  const verdict = found === null ? 'human' : found >= needed ? 'yes' : 'no';
  const toCome = facts.monthsToCome.get(year) ?? 0;
  return { verdict, finding: { kind: 'months', year, needed, found, toCome } };
}

function judgeMembers(
  facts: Facts,
  year: number,
  asked: { title: string; op: '>=' | '>'; num: number; den: number },
): Judged {
  const { title: award, op, num, den } = asked;
  const known = facts.collective.get(year);
  const finding = { kind: 'members', award, op, num, den } as const;
  if (!known) return { verdict: 'human', finding: { ...finding, counted: null } };
  const holders = known.holders.get(award) ?? 0;
  const { headcount } = known;
  const [part, whole] = [holders * den, num * headcount];
  const met = headcount > 0 && (op === '>' ? part > whole : part >= whole);
  return { verdict: met ? 'yes' : 'no', finding: { ...finding, counted: { headcount, holders } } };
}

function judgeMembersAtLeast(
  facts: Facts,
  year: number,
  { title: award, count: needed }: { title: string; count: number },
): Judged {
  const known = facts.collective.get(year);
  const found = known ? (known.holders.get(award) ?? 0) : null;
  const verdict = found === null ? 'human' : found >= needed ? 'yes' : 'no';
  return { verdict, finding: { kind: 'members_at_least', award, needed, found } };
}

function judgeEveryone(facts: Facts, year: number): Judged {
  const known = facts.collective.get(year);
  if (!known) return { verdict: 'human', finding: { kind: 'everyone', counted: null } };
  const { headcount, completed, unrated } = known;
  const failed = headcount - completed - unrated;
  const verdict = failed > 0 || headcount === 0 ? 'no' : unrated > 0 ? 'human' : 'yes';
  return { verdict, finding: { kind: 'everyone', counted: { headcount, completed, unrated } } };
}
