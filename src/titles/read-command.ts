import { fold } from '../rulebook/fold.ts';
import { findInVocabulary, type Rulebook, type TitleKey } from '../rulebook/rules.ts';
import { checkRegistration, type RegistrationProblem } from './rules.ts';

/** What the words after /dangky ask for. */
export type CommandWish =
  | { kind: 'help'; unknown: string | null }
  | { kind: 'refused'; collective: boolean; problems: RegistrationProblem[] }
  | { kind: 'form'; collective: boolean; year: number | null; titles: TitleKey[] };

const HELP = new Set(['?', 'help', 'tro giup', 'trogiup', 'huong dan', 'huongdan']);
const COLLECTIVE = new Set(['donvi', 'don vi', 'tapthe', 'tap the', 'unit', 'collective']);
/** Words that join the others and mean nothing by themselves. */
const FILLERS = new Set(['nam', 'year', 'cho', 'for', 'va', 'and']);
/** The longest name in the vocabulary has ten words; a little more costs nothing. */
const LONGEST_NAME = 12;

/**
 * Reads the words: a year, "đơn vị", titles by any name the vocabulary knows, in any order, with or
 * without accents. A form of commendation or an initiative is refused even among unknown words.
 */
export function readCommand(rulebook: Rulebook, typed: readonly string[]): CommandWish {
  const words = typed.flatMap((word) => word.split(/[,;+]/u)).filter((word) => word !== '');
  if (HELP.has(fold(words.join(' ')))) return { kind: 'help', unknown: null };
  const names: string[] = [];
  const unknown: string[] = [];
  let collective = false;
  let year: number | null = null;
  let at = 0;
  while (at < words.length) {
    const rest = words.slice(at);
    const word = fold(rest[0] ?? '');
    const named = longestRun(rest, (run) => findInVocabulary(rulebook, run).kind !== 'unknown');
    const asUnit = longestRun(rest, (run) => COLLECTIVE.has(fold(run)));
    if (named > 0) names.push(rest.slice(0, named).join(' '));
    else if (asUnit > 0) collective = true;
    else if (/^2[01]\d\d$/.test(word)) year = Number(word);
    else if (!FILLERS.has(word)) unknown.push(rest[0] ?? '');
    at += Math.max(named, asUnit, 1);
  }
  const subject = collective ? 'collective' : 'person';
  const check = checkRegistration({ rulebook, subject, chosen: names });
  const problems = check.ok ? [] : check.problems;
  const refused = problems.filter((problem) => problem.kind !== 'unknown');
  if (refused.length > 0) return { kind: 'refused', collective, problems: refused };
  unknown.push(...problems.map((problem) => problem.word));
  if (unknown.length > 0) return { kind: 'help', unknown: unknown.join(' ') };
  return {
    kind: 'form',
    collective,
    year,
    titles: names.flatMap((name) => titleOf(rulebook, name)),
  };
}

/** How many of the first words together are what is looked for; the most words win. */
function longestRun(words: readonly string[], known: (run: string) => boolean): number {
  for (let count = Math.min(words.length, LONGEST_NAME); count > 0; count -= 1) {
    if (known(words.slice(0, count).join(' '))) return count;
  }
  return 0;
}

function titleOf(rulebook: Rulebook, name: string): TitleKey[] {
  const meaning = findInVocabulary(rulebook, name);
  return meaning.kind === 'title' ? [meaning.title.key] : [];
}
