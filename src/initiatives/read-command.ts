import { fold } from '../rulebook/fold.ts';
import { initiativeNumber, parseInitiativeNumber } from './rules.ts';

/** What somebody who typed `/sangkien …` wants. */
export type Wish =
  | { kind: 'form' }
  | { kind: 'new_form' }
  | { kind: 'mine' }
  /** What one's units apply of others. */
  | { kind: 'adoptions' }
  | { kind: 'file'; number: string }
  /** As typed. */
  | { kind: 'search'; words: string }
  /** `unknown`: words that mean nothing here. */
  | { kind: 'help'; unknown: string | null };

const MINE = new Set(['cuatoi', 'danhsach', 'mine', 'my', 'list']);
const ADOPTIONS = new Set(['apdung', 'applied', 'apply']);
const NEW = new Set(['moi', 'new']);
/** One or two words before what is looked for. */
const SEARCH = ['timkiem', 'tim', 'search', 'find'];
const HELP = new Set(['trogiup', 'huongdan', 'help', '?']);

/** Reads the words; accents, case and the spaces between them do not matter. */
export function readCommand(words: readonly string[]): Wish {
  const folded = fold(words.join(''));
  if (folded === '') return { kind: 'form' };
  const wanted = afterSearch(words);
  if (wanted !== null) return { kind: 'search', words: wanted };
  if (NEW.has(folded)) return { kind: 'new_form' };
  if (MINE.has(folded)) return { kind: 'mine' };
  if (ADOPTIONS.has(folded)) return { kind: 'adoptions' };
  if (HELP.has(folded)) return { kind: 'help', unknown: null };
  const number = parseInitiativeNumber(folded);
  return number
    ? { kind: 'file', number: initiativeNumber(number.year, number.sequence) }
    : { kind: 'help', unknown: words.join(' ') };
}

/** What follows the word for searching, or null when there is none. */
function afterSearch(words: readonly string[]): string | null {
  const lead = [2, 1].find((count) => SEARCH.includes(fold(words.slice(0, count).join(''))));
  return lead === undefined ? null : words.slice(Math.min(lead, words.length)).join(' ');
}
