import { comparedWordsOf, type Word } from './words.ts';

/** A part of a title: `shared` when the other title has the same words. */
export interface TitlePart {
  text: string;
  shared: boolean;
}

/** The same passage as it stands in the one and in the other. */
export interface CommonPassage {
  own: string;
  theirs: string;
}

/** Fewer words than these in a row are a turn of phrase, not a passage. */
const SHORTEST_PASSAGE = 8;

/** A title in parts, as written, with the words marked that the other has too; nothing is left out. */
export function titleParts(own: string, theirs: string): TitlePart[] {
  const words = comparedWordsOf(own);
  const others = new Set(comparedWordsOf(theirs).map(({ word }) => word));
  const parts: TitlePart[] = [];
  const add = (text: string, shared: boolean) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.shared === shared) last.text += text;
    else parts.push({ text, shared });
  };
  let place = 0;
  let before = false;
  for (const { word, start, end } of words) {
    const shared = others.has(word);
    // What stands between two shared words is marked with them.
    add(own.slice(place, start), shared && before);
    add(own.slice(start, end), shared);
    place = end;
    before = shared;
  }
  add(own.slice(place), false);
  return parts;
}

/** The longest passages that both have word for word, accents and case aside; the longest first. */
export function commonPassages(own: string, theirs: string, most: number): CommonPassage[] {
  const ownWords = comparedWordsOf(own);
  const theirWords = comparedWordsOf(theirs);
  const numbers = new Map<string, number>();
  const numbered = ({ word }: Word) => {
    const number = numbers.get(word) ?? numbers.size + 1;
    numbers.set(word, number);
    return number;
  };
  const ours = ownWords.map(numbered);
  const others = theirWords.map(numbered);
  const passages: CommonPassage[] = [];
  while (passages.length < most) {
    const { length, ownEnd, theirEnd } = longestCommonRun(ours, others);
    if (length < SHORTEST_PASSAGE) break;
    passages.push({
      own: excerpt(own, ownWords, ownEnd - length, ownEnd),
      theirs: excerpt(theirs, theirWords, theirEnd - length, theirEnd),
    });
    // Not found again: 0 is no word of theirs, -1 none of ours.
    ours.fill(0, ownEnd - length, ownEnd);
    others.fill(-1, theirEnd - length, theirEnd);
  }
  return passages;
}

function excerpt(text: string, words: readonly Word[], first: number, end: number): string {
  return text.slice(words[first]?.start ?? 0, words[end - 1]?.end ?? 0);
}

/** The longest run of equal numbers; its ends are behind its last places. */
function longestCommonRun(
  ours: readonly number[],
  others: readonly number[],
): { length: number; ownEnd: number; theirEnd: number } {
  let best = { length: 0, ownEnd: 0, theirEnd: 0 };
  let above = new Uint16Array(others.length + 1);
  for (const [index, number] of ours.entries()) {
    const row = new Uint16Array(others.length + 1);
    for (let place = 1; place <= others.length; place += 1) {
      if (others[place - 1] !== number) continue;
      const length = (above[place - 1] ?? 0) + 1;
      row[place] = length;
      if (length > best.length) best = { length, ownEnd: index + 1, theirEnd: place };
    }
    above = row;
  }
  return best;
}
