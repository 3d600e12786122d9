import type { Language } from '../kernel/language.ts';
import type { Work } from './facts.ts';
import { phrases } from './phrases.ts';
import type { Finding, Grounds, Reason } from './reasons.ts';
import { findCommendation, findTitle } from './rules.ts';
import type { Rulebook } from './schema.ts';

// A tree of reasons in words. Plain text: whoever draws it escapes what came from people.

/** The name of a title or commendation; its key where the rulebook knows none. */
export function awardName(rulebook: Rulebook, key: string, language: Language): string {
  const known = findTitle(rulebook, key) ?? findCommendation(rulebook, key);
  return known ? known.name[language] : key;
}

/** What a leaf asked for and what was found, with the decisions it was found by. */
export function explainFinding(rulebook: Rulebook, finding: Finding, language: Language): string {
  const say = phrases[language];
  const name = (key: string) => awardName(rulebook, key, language);
  switch (finding.kind) {
    case 'rating': {
      const { year, needed, decision } = finding;
      const found = finding.found ? say[finding.found] : say.noRating;
      return (
        say.rating({ year, needed: say[needed], found }) + (decision ? say.by({ decision }) : '')
      );
    }
    case 'meets': {
      const { award, year, held } = finding;
      return held
        ? say.meetsHeld({ award: name(award), year, decision: held.decisionNumber })
        : say.meetsByStandard({ award: name(award), year });
    }
    case 'has': {
      const { held } = finding;
      const found = held ? `${held.year}${say.by({ decision: held.decisionNumber })}` : say.notHeld;
      return say.has({ award: name(finding.award), found });
    }
    case 'discipline': {
      const { year, found } = finding;
      const told = found
        ? say[found.kind] + say.by({ decision: found.decisionNumber })
        : say.noDiscipline;
      return say.discipline({ from: say[finding.from], year, found: told });
    }
    case 'months': {
      const { needed, found, toCome } = finding;
      const told = found === null ? say.noRating : say.monthsFound({ count: found, toCome });
      return say.months({ needed, found: told });
    }
    case 'work':
      return explainWork(rulebook, finding, language);
    case 'streak':
    case 'count':
      return explainYears(rulebook, finding, language);
    case 'consecutive': {
      const { award, times, spacing, found, problem } = finding;
      const years = found.map((one) => one.year).join(', ') || say.notHeld;
      const why = problem === 'overlap' ? say.overlap : problem === 'gap' ? say.gap : '';
      return say.consecutive({ award: name(award), times, spacing, found: years + why });
    }
    case 'members': {
      const { award, op, num, den, counted } = finding;
      return say.members({
        award: name(award),
        op: op === '>' ? say.moreThan : say.from,
        pct: `${(num * 100) / den}%`,
        found: counted ? say.ofMembers(counted) : say.noRating,
      });
    }
    case 'members_at_least': {
      const { award, needed, found } = finding;
      return say.membersAtLeast({
        award: name(award),
        needed,
        found: String(found ?? say.noRating),
      });
    }
    case 'everyone': {
      const { counted } = finding;
      if (!counted) return say.everyone({ found: say.noRating });
      const { headcount, completed, unrated } = counted;
      const found = say.ofMembers({ holders: completed, headcount });
      return say.everyone({ found: unrated > 0 ? found + say.unrated({ count: unrated }) : found });
    }
    case 'exceeded':
      return say.exceeded({
        found: finding.found === null ? say.noRating : finding.found ? say.yes : say.no,
      });
    case 'cluster':
      return say.cluster({
        found: finding.found === null ? say.noRating : say.place({ rank: finding.found }),
      });
    case 'human':
      return finding.text[language];
  }
}

/** A rule's source, marked when nobody has checked it against the signed text. */
export function explainGrounds({ source, verified }: Grounds, language: Language): string {
  return verified ? source : source + phrases[language].unverifiedMark;
}

export interface Line {
  depth: number;
  verdict: Reason['verdict'];
  text: string;
  /** Of a leaf. */
  grounds: Grounds | null;
}

/** The tree as indented lines, a parent before its parts. */
export function linesOf(rulebook: Rulebook, reason: Reason, language: Language, depth = 0): Line[] {
  const { verdict } = reason;
  if (reason.kind === 'leaf') {
    const text = explainFinding(rulebook, reason.finding, language);
    const under = reason.under ? linesOf(rulebook, reason.under, language, depth + 1) : [];
    return [{ depth, verdict, text, grounds: reason.grounds }, ...under];
  }
  const inside = depth > 0 || reason.kind === 'any';
  const parts = reason.parts.flatMap((part) =>
    linesOf(rulebook, part, language, inside ? depth + 1 : depth),
  );
  if (!inside) return parts;
  const text = reason.kind === 'any' ? phrases[language].anyOf : phrases[language].allOf;
  return [{ depth, verdict, text, grounds: null }, ...parts];
}

function explainWork(
  rulebook: Rulebook,
  finding: Extract<Finding, { kind: 'work' }>,
  language: Language,
): string {
  const say = phrases[language];
  const { needed, level, since, year, found, older, used, reused, presumed } = finding;
  const list = (works: readonly Work[]) => works.map(workName).join('; ');
  const awardsOf = (uses: readonly { key: string; year: number }[]) =>
    uses.map((use) => `${awardName(rulebook, use.key, language)} ${use.year}`).join(', ');
  const usedList = (works: readonly Work[]) =>
    works
      .map((work) => say.usedFor({ work: workName(work), awards: awardsOf(work.usedFor) }))
      .join('; ');
  return [
    say.work({ needed, level: say[level], since, year, found: list(found) || say.notHeld }),
    older.length > 0 && found.length < needed ? say.workOlder({ works: list(older) }) : '',
    used.length > 0 ? say.workUsed({ works: usedList(used) }) : '',
    reused.length > 0 ? say.workReused({ works: usedList(reused) }) : '',
    presumed.length > 0 ? say.workPresumed({ awards: awardsOf(presumed) }) : '',
  ].join('');
}

function workName({ title, decisionNumber }: Work): string {
  return `${title} (${decisionNumber})`;
}

function explainYears(
  rulebook: Rulebook,
  finding: Extract<Finding, { kind: 'streak' | 'count' }>,
  language: Language,
): string {
  const say = phrases[language];
  const { of, since, year, needed, found, missing, kind } = finding;
  const what = 'title' in of ? awardName(rulebook, of.title, language) : say[of.rating];
  const years = found.map((one) => `${one.year}${say.by({ decision: one.decision })}`).join(', ');
  // Of a count, a year without the thing says nothing; what was taken away or is not known does.
  const told = missing.filter(({ because }) => kind === 'streak' || because !== 'not_held');
  const gaps = told.map((gap) => say.missingYear({ year: gap.year, why: say[gap.because] }));
  const all = [years ? say.yearsFound({ years }) : say.noYears, ...gaps].join('; ');
  return say[kind]({ of: what, needed, since, year, found: all });
}
