import { fold } from '../rulebook/fold.ts';
import { readWords } from '../rulebook/read-words.ts';
import { findInVocabulary, type Rulebook, type TitleKey } from '../rulebook/rules.ts';
import { checkRegistration, type RegistrationProblem } from './rules.ts';

/** What the words after /dangky ask for. */
export type CommandWish =
  | { kind: 'help'; unknown: string | null }
  | { kind: 'refused'; collective: boolean; problems: RegistrationProblem[] }
  | { kind: 'form'; collective: boolean; year: number | null; titles: TitleKey[] };

const HELP = new Set(['?', 'help', 'tro giup', 'trogiup', 'huong dan', 'huongdan']);
/**
 * Reads the words: a year, "đơn vị", titles by any name the vocabulary knows, in any order, with or
 * without accents. A form of commendation or an initiative is refused even among unknown words.
 */
export function readCommand(rulebook: Rulebook, typed: readonly string[]): CommandWish {
  if (HELP.has(fold(typed.join(' ')))) return { kind: 'help', unknown: null };
  const { names, collective, year, slackUserIds, ...rest } = readWords(rulebook, typed);
  const unknown = [...rest.unknown, ...slackUserIds];
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

function titleOf(rulebook: Rulebook, name: string): TitleKey[] {
  const meaning = findInVocabulary(rulebook, name);
  return meaning.kind === 'title' ? [meaning.title.key] : [];
}
