import type { Language } from '../kernel/language.ts';
import { briefPhrases } from './brief-phrases.ts';
import type { Outcome } from './evaluate.ts';
import type { Judged } from './evaluate-many.ts';
import { phrases } from './phrases.ts';
import type { Finding, Reason } from './reasons.ts';
import { findCommendation, findTitle } from './rules.ts';
import type { Rulebook } from './schema.ts';

// A judgement in a line, for lists of many names; the whole of it is told by `views.ts`.

/** By what the records and the rules as they stand amount to, be the rules verified or not. */
export type Standing = 'met' | 'look' | 'short';

export interface Brief {
  standing: Standing;
  /** Plain but for the mark at its beginning: whoever draws it escapes nothing but what came from people. */
  text: string;
  /** To be weighed before it is put forward: not met, ruled out, or barred by something open. */
  warns: boolean;
}

interface Shown {
  language: Language;
  rulebook: Rulebook;
}

/** What stands on rules that nobody has verified is for people to decide, whichever way it leans. */
export const OUTCOME_MARKS: Record<Outcome, string> = {
  eligible: ':white_check_mark:',
  not_eligible: ':x:',
  needs_human: ':raised_hand:',
};

/** So many causes are named; the others stand in the whole judgement. */
const CAUSES_SHOWN = 3;

/** A mark and a few words. The mark is the outcome's. */
export function briefOf(judged: Judged, shown: Shown): Brief {
  const say = briefPhrases[shown.language];
  const { evaluation, unregistered } = judged;
  const standing = standingOf(judged);
  const extra = [
    ...(unregistered && unregistered.consequence !== 'refuse'
      ? [say.notRegistered[unregistered.consequence]]
      : []),
    ...(evaluation.barred ? [say.barred] : []),
  ];
  return {
    standing,
    text: `${OUTCOME_MARKS[evaluation.outcome]} ${[words(judged, standing, shown), ...extra].join(' · ')}`,
    warns: standing === 'short' || evaluation.barred,
  };
}

/** The one verdict that lists and the whole judgement say. */
export function standingOf({ evaluation, unregistered }: Judged): Standing {
  const leans = new Set(evaluation.versions.map(({ lean }) => lean));
  if (unregistered?.consequence === 'refuse') return 'short';
  if (leans.size > 1 || leans.has('human')) return 'look';
  return leans.has('yes') ? 'met' : 'short';
}

function words({ evaluation, unregistered }: Judged, standing: Standing, shown: Shown): string {
  const say = briefPhrases[shown.language];
  if (unregistered?.consequence === 'refuse') return say.short({ why: say.notRegistered.refuse });
  const [deciding] = evaluation.versions;
  const verified = evaluation.versions.every(({ unverified }) => unverified.length === 0);
  if (standing === 'met') return verified ? say.met : say.metUnverified;
  const causes = deciding ? causesOf(deciding.reason, shown) : [];
  const named =
    causes.slice(0, CAUSES_SHOWN).join('; ') + (causes.length > CAUSES_SHOWN ? '; …' : '');
  if (standing === 'look') return say.look({ why: named || say.versionsDiffer });
  return say.short({ why: named }) + (verified ? '' : phrases[shown.language].unverifiedMark);
}

/** What keeps a reason from holding, each in a few words; alternatives are one cause. */
function causesOf(reason: Reason, shown: Shown): string[] {
  if (reason.verdict === 'yes') return [];
  if (reason.kind !== 'leaf') {
    const parts = reason.parts.map((part) => causesOf(part, shown));
    if (reason.kind === 'all') return parts.flat();
    const ways = parts.map((part) => part.join(', ')).filter(Boolean);
    return [ways.join(briefPhrases[shown.language].either)];
  }
  if (reason.under && reason.under.verdict !== 'yes') return causesOf(reason.under, shown);
  return [causeOf(reason.finding, shown)];
}

function causeOf(finding: Finding, { language, rulebook }: Shown): string {
  const say = briefPhrases[language];
  const name = (key: string) => shortName(rulebook, key, language);
  switch (finding.kind) {
    case 'rating': {
      const { year, found } = finding;
      const needed = say.ratings[finding.needed];
      return found
        ? say.rating({ year, needed, found: say.ratings[found] })
        : say.noRating({ year, needed });
    }
    case 'meets':
      return say.title({ award: name(finding.award), year: finding.year });
    case 'has':
      return name(finding.award);
    case 'discipline': {
      const kind = phrases[language][finding.found?.kind ?? finding.from];
      return say.discipline({ kind, year: finding.year });
    }
    case 'months': {
      const { needed, found } = finding;
      return found === null ? say.monthsUnknown({ needed }) : say.months({ needed, found });
    }
    case 'work': {
      const { needed, level, found } = finding;
      return say.work({ needed, level: phrases[language][level], found: found.length });
    }
    case 'streak':
    case 'count': {
      const { of, needed, found } = finding;
      const what = 'title' in of ? name(of.title) : phrases[language][of.rating];
      return say[finding.kind]({ of: what, needed, found: found.length });
    }
    case 'consecutive': {
      const { award, times, found } = finding;
      return say.consecutive({ award: name(award), times, found: found.length });
    }
    case 'members': {
      const { award, op, num, den, counted } = finding;
      const from = op === '>' ? phrases[language].moreThan : phrases[language].from;
      const found = counted ? phrases[language].ofMembers(counted) : say.notKnown;
      return say.members({
        award: name(award),
        pct: `${from.toLocaleLowerCase('vi')} ${(num * 100) / den}%`,
        found,
      });
    }
    case 'members_at_least':
      return say.membersAtLeast({ award: name(finding.award), needed: finding.needed });
    case 'everyone': {
      const { headcount = 0, completed = 0, unrated = 0 } = finding.counted ?? {};
      const failed = headcount - completed - unrated;
      return failed > 0 || unrated === 0
        ? say.everyone({ count: failed })
        : say.unrated({ count: unrated });
    }
    case 'exceeded':
      return say.exceeded;
    case 'cluster':
      return say.cluster;
    case 'human':
      return finding.text[language];
  }
}

/** As staff say it in lists. */
function shortName(rulebook: Rulebook, key: string, language: Language): string {
  const known = findTitle(rulebook, key) ?? findCommendation(rulebook, key);
  return known ? (known.abbreviation ?? known.name[language]) : key;
}
