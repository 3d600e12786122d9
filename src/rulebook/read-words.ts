import { fold } from './fold.ts';
import { findInVocabulary, type Rulebook } from './rules.ts';

/** What was found in the words after a command, in any order. */
export interface ReadWords {
  /** Names of titles, forms and the rest, as they were typed. */
  names: string[];
  /** "đơn vị", "tập thể" … was among them. */
  collective: boolean;
  year: number | null;
  /** People who were mentioned. */
  slackUserIds: string[];
  /** Names after an @ that were typed out instead of chosen from Slack's list: whom they mean is not known. */
  unchosen: string[];
  unknown: string[];
}

const COLLECTIVE = new Set(['donvi', 'don vi', 'tapthe', 'tap the', 'unit', 'collective']);
/** Words that join the others and mean nothing by themselves. */
const FILLERS = new Set(['nam', 'year', 'cho', 'for', 'va', 'and']);
const MENTION = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/;
/** The longest name in the vocabulary has ten words; a little more costs nothing. */
const LONGEST_NAME = 12;

/** Reads words with or without accents; the longest name that the vocabulary knows wins. */
export function readWords(rulebook: Rulebook, typed: readonly string[]): ReadWords {
  const words = typed.flatMap((word) => word.split(/[,;+]/u)).filter((word) => word !== '');
  const read: ReadWords = {
    names: [],
    collective: false,
    year: null,
    slackUserIds: [],
    unchosen: [],
    unknown: [],
  };
  let at = 0;
  while (at < words.length) {
    const rest = words.slice(at);
    const first = rest[0] ?? '';
    const mention = MENTION.exec(first)?.[1];
    const named = titleLength(rulebook, rest);
    const asUnit = collectiveLength(rest);
    const unchosen = first.startsWith('@') ? nameLength(rulebook, rest) : 0;
    if (mention) read.slackUserIds.push(mention);
    else if (named > 0) read.names.push(rest.slice(0, named).join(' '));
    else if (asUnit > 0) read.collective = true;
    else if (unchosen > 0) read.unchosen.push(rest.slice(0, unchosen).join(' '));
    else if (isYear(first)) read.year = Number(fold(first));
    else if (!FILLERS.has(fold(first))) read.unknown.push(first);
    at += mention ? 1 : named || asUnit || unchosen || 1;
  }
  return read;
}

function titleLength(rulebook: Rulebook, words: readonly string[]): number {
  return longestRun(words, (run) => findInVocabulary(rulebook, run).kind !== 'unknown');
}

function collectiveLength(words: readonly string[]): number {
  return longestRun(words, (run) => COLLECTIVE.has(fold(run)));
}

function isYear(word: string | undefined): boolean {
  return word !== undefined && /^2[01]\d\d$/.test(fold(word));
}

/** How many of the first words are a name after an @: up to the first that means something else. */
function nameLength(rulebook: Rulebook, words: readonly string[]): number {
  const ends = words.findIndex((word, index) => {
    if (index === 0) return false;
    const rest = words.slice(index);
    // Nam and Năm are names too: only before a year does năm mean the year.
    const joins =
      fold(word) === 'nam'
        ? word.normalize('NFC') === 'năm' && isYear(rest[1])
        : FILLERS.has(fold(word));
    const others = word.startsWith('@') || MENTION.test(word) || isYear(word);
    return joins || others || titleLength(rulebook, rest) > 0 || collectiveLength(rest) > 0;
  });
  return ends === -1 ? words.length : ends;
}

/** How many of the first words together are what is looked for; the most words win. */
function longestRun(words: readonly string[], known: (run: string) => boolean): number {
  for (let count = Math.min(words.length, LONGEST_NAME); count > 0; count -= 1) {
    if (known(words.slice(0, count).join(' '))) return count;
  }
  return 0;
}
