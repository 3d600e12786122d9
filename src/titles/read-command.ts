import { fold } from '../rulebook/fold.ts';
import { readWords } from '../rulebook/read-words.ts';
import { findInVocabulary, type Rulebook, type TitleKey } from '../rulebook/rules.ts';
import { checkRegistration, type RegistrationProblem } from './rules.ts';

/** What the words after /dangky ask for. */
export type CommandWish =
  | { kind: 'help'; unknown: string | null }
  | { kind: 'refused'; collective: boolean; problems: RegistrationProblem[] }
  | { kind: 'form'; collective: boolean; year: number | null; titles: TitleKey[] }
  /** Registering for somebody after the window closed; null person: to be chosen. */
  | { kind: 'late'; slackUserId: string | null; year: number | null; titles: TitleKey[] }
  | { kind: 'list'; year: number | null }
  | { kind: 'window'; year: number | null };

const HELP = new Set(['?', 'help', 'tro giup', 'trogiup', 'huong dan', 'huongdan']);
const VERBS: ReadonlyMap<string, 'late' | 'list' | 'window'> = new Map([
  ['bo sung', 'late'],
  ['bosung', 'late'],
  ['muon', 'late'],
  ['late', 'late'],
  ['danh sach', 'list'],
  ['danhsach', 'list'],
  ['list', 'list'],
  ['dot', 'window'],
  ['dot dang ky', 'window'],
  ['window', 'window'],
]);

/**
 * Reads the words: a year, "đơn vị", titles by any name the vocabulary knows, in any order, with or
 * without accents. A form of commendation or an initiative is refused even among unknown words.
 */
export function readCommand(rulebook: Rulebook, typed: readonly string[]): CommandWish {
  if (HELP.has(fold(typed.join(' ')))) return { kind: 'help', unknown: null };
  const verb = readVerb(typed);
  const { names, collective, year, slackUserIds, ...rest } = readWords(rulebook, verb.rest);
  const [slackUserId = null, ...others] = slackUserIds;
  const unknown = [...rest.unknown, ...rest.unchosen, ...others];
  const subject = collective ? 'collective' : 'person';
  const check = checkRegistration({ rulebook, subject, chosen: names });
  const problems = check.ok ? [] : check.problems;
  const refused = problems.filter((problem) => problem.kind !== 'unknown');
  if (refused.length > 0) return { kind: 'refused', collective, problems: refused };
  unknown.push(...problems.map((problem) => problem.word));
  if (unknown.length > 0) return { kind: 'help', unknown: unknown.join(' ') };
  const titles = names.flatMap((name) => titleOf(rulebook, name));
  switch (verb.kind) {
    case 'list':
    case 'window':
      if (slackUserId !== null || names.length > 0) {
        return { kind: 'help', unknown: typed.join(' ') };
      }
      return { kind: verb.kind, year };
    case 'late':
      return { kind: 'late', slackUserId, year, titles };
    case null:
      // Who names another person means to register for them.
      if (slackUserId !== null) return { kind: 'late', slackUserId, year, titles };
      return { kind: 'form', collective, year, titles };
  }
}

/** The verb at the beginning, the longest that is known, and the words after it. */
function readVerb(typed: readonly string[]): {
  kind: 'late' | 'list' | 'window' | null;
  rest: readonly string[];
} {
  for (const count of [3, 2, 1]) {
    const kind = VERBS.get(fold(typed.slice(0, count).join(' ')));
    if (kind && typed.length >= count) return { kind, rest: typed.slice(count) };
  }
  return { kind: null, rest: typed };
}

function titleOf(rulebook: Rulebook, name: string): TitleKey[] {
  const meaning = findInVocabulary(rulebook, name);
  return meaning.kind === 'title' ? [meaning.title.key] : [];
}
