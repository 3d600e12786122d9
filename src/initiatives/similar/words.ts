/** A word of a text, folded, and where it stands there in UTF-16 units. */
export interface Word {
  word: string;
  start: number;
  /** Behind its last character. */
  end: number;
}

/** Written in full and in short it is the same; the database's compared_words has the same list. */
export const SHORT_FORMS: readonly (readonly [full: string, short: string])[] = [
  ['bao hiem xa hoi', 'bhxh'],
  ['bao hiem y te', 'bhyt'],
  ['bao hiem that nghiep', 'bhtn'],
  ['kham benh chua benh', 'kcb'],
  ['kham chua benh', 'kcb'],
  ['cong nghe thong tin', 'cntt'],
  ['thu tuc hanh chinh', 'tthc'],
  ['co so du lieu', 'csdl'],
  ['uy ban nhan dan', 'ubnd'],
  ['hoc sinh sinh vien', 'hssv'],
];

/**
 * The words of a text, each folded as src/rulebook/fold.ts does and of a to z and 0 to 9 only; all else
 * divides them. The database's folded_words gives the same words.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  readWords(text, (word, start, end) => words.push({ word, start, end }));
  return words;
}

/** The words to compare by: full forms give way to short ones, which stand for the whole. */
export function comparedWordsOf(text: string): Word[] {
  const words = wordsOf(text);
  const compared: Word[] = [];
  for (let place = 0; place < words.length; ) {
    const form = formAt((offset) => words[place + offset]?.word);
    const first = words[place];
    const last = words[place + (form?.full.length ?? 1) - 1];
    if (!first || !last) break;
    compared.push({ word: form?.short ?? first.word, start: first.start, end: last.end });
    place += form?.full.length ?? 1;
  }
  return compared;
}

/** The same without their places, which a search does not need of most of the texts that it goes through. */
export function comparedWordsIn(text: string): string[] {
  const words: string[] = [];
  readWords(text, (word) => words.push(word));
  const compared: string[] = [];
  for (let place = 0; place < words.length; ) {
    const form = formAt((offset) => words[place + offset]);
    compared.push(form?.short ?? words[place] ?? '');
    place += form?.full.length ?? 1;
  }
  return compared;
}

const FORMS = SHORT_FORMS.map(([full, short]) => ({ full: full.split(' '), short }));
const FIRST_WORDS = new Set(FORMS.map(({ full }) => full[0]));

/** The full form that begins where `wordAt` counts from. */
function formAt(wordAt: (offset: number) => string | undefined) {
  if (!FIRST_WORDS.has(wordAt(0))) return undefined;
  return FORMS.find(({ full }) => full.every((part, offset) => wordAt(offset) === part));
}

type Take = (word: string, start: number, end: number) => void;

function readWords(text: string, take: Take): void {
  if (hasUnusual(text)) {
    readUnusual(text, take);
    return;
  }
  let start = -1;
  for (let place = 0; place <= text.length; place += 1) {
    const belongs = place < text.length && kindOf(text.charCodeAt(place)) === BELONGS;
    if (belongs) {
      if (start < 0) start = place;
    } else if (start >= 0) {
      const word = foldedWord(text.slice(start, place));
      if (word !== '') take(word, start, place);
      start = -1;
    }
  }
}

function hasUnusual(text: string): boolean {
  for (let place = 0; place < text.length; place += 1)
    if (kindOf(text.charCodeAt(place)) === UNUSUAL) return true;
  return false;
}

const UNKNOWN = 0;
const DIVIDES = 1;
const BELONGS = 2;
/** Outside the first plane, or a sign that stands for words of its own, such as ½. */
const UNUSUAL = 3;
/** By UTF-16 code; looked up rather than computed, for a search goes through some hundred thousand. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const before = kinds[code];
  if (before !== undefined && before !== UNKNOWN) return before;
  const folded = foldedText(String.fromCharCode(code));
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  const kind = surrogate || /. | ./.test(folded) ? UNUSUAL : folded === ' ' ? DIVIDES : BELONGS;
  kinds[code] = kind;
  return kind;
}

/** Syllables as written, folded: of one language there are some thousands. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

function foldedWord(written: string): string {
  const before = known.get(written);
  if (before !== undefined) return before;
  const folded = foldedText(written);
  if (known.size < MOST_KNOWN && written.length < 20) known.set(written, folded);
  return folded;
}

/** The same one character after the other, for text in which a character may hold several words. */
function readUnusual(text: string, take: Take): void {
  let word = '';
  let start = 0;
  let end = 0;
  let place = 0;
  for (const character of text) {
    const folded = foldedText(character);
    // An accent of a decomposed letter belongs to the word and adds nothing to it.
    if (folded === '' && word !== '') end = place + character.length;
    for (const letter of folded) {
      if (letter === ' ') {
        if (word !== '') take(word, start, end);
        word = '';
        continue;
      }
      if (word === '') start = place;
      word += letter;
      end = place + character.length;
    }
    place += character.length;
  }
  if (word !== '') take(word, start, end);
}

function foldedText(written: string): string {
  return written
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ĐđÐð]/g, 'd')
    .replace(/[A-Z]/g, (capital) => capital.toLowerCase())
    .replace(/[^a-z0-9]/gu, ' ');
}
