import { fold } from '../../rulebook/fold.ts';
import { readExemplarNumber } from '../rules.ts';

/** What somebody who typed `/tuyenduong …` wants. */
export type Wish =
  | { kind: 'form' }
  | { kind: 'list' }
  | { kind: 'mine' }
  /** What one's units copy. */
  | { kind: 'applications' }
  | { kind: 'file'; number: string }
  /** As typed. */
  | { kind: 'search'; words: string }
  /** `unknown`: words that mean nothing here. */
  | { kind: 'help'; unknown: string | null };

const LIST = new Set(['danhsach', 'list']);
const MINE = new Set(['cuatoi', 'mine', 'my']);
const APPLICATIONS = new Set(['apdung', 'hoctap', 'copied', 'copy']);
/** One or two words before what is looked for. */
const SEARCH = ['timkiem', 'tim', 'search', 'find'];
const HELP = new Set(['trogiup', 'huongdan', 'help', '?']);

/** Reads the words; accents, case and the spaces between them do not matter. */
export function readCommand(words: readonly string[]): Wish {
  const folded = fold(words.join(''));
  if (folded === '') return { kind: 'form' };
  const lead = [2, 1].find((count) => SEARCH.includes(fold(words.slice(0, count).join(''))));
  if (lead !== undefined) return { kind: 'search', words: words.slice(lead).join(' ') };
  if (LIST.has(folded)) return { kind: 'list' };
  if (MINE.has(folded)) return { kind: 'mine' };
  if (APPLICATIONS.has(folded)) return { kind: 'applications' };
  if (HELP.has(folded)) return { kind: 'help', unknown: null };
  const number = readExemplarNumber(words.join(' '));
  return number ? { kind: 'file', number } : { kind: 'help', unknown: words.join(' ') };
}
