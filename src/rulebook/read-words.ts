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
  unknown: string[];
}

const COLLECTIVE = new Set(['donvi', 'don vi', 'tapthe', 'tap the', 'unit', 'collective']);
/** Words that join the others and mean nothing by themselves. */
const FILLERS = new Set(['nam', 'year', 'cho', 'for', 'va', 'and']);
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
    unknown: [],
  };
  let at = 0;
  while (at < words.length) {
    const rest = words.slice(at);
    const first = rest[0] ?? '';
    const mention = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(first)?.[1];
    const named = longestRun(rest, (run) => findInVocabulary(rulebook, run).kind !== 'unknown');
    const asUnit = longestRun(rest, (run) => COLLECTIVE.has(fold(run)));
    if (mention) read.slackUserIds.push(mention);
    else if (named > 0) read.names.push(rest.slice(0, named).join(' '));
    else if (asUnit > 0) read.collective = true;
    else if (/^2[01]\d\d$/.test(fold(first))) read.year = Number(fold(first));
    else if (!FILLERS.has(fold(first))) read.unknown.push(first);
    at += mention ? 1 : Math.max(named, asUnit, 1);
  }
  return read;
}

/** How many of the first words together are what is looked for; the most words win. */
function longestRun(words: readonly string[], known: (run: string) => boolean): number {
  for (let count = Math.min(words.length, LONGEST_NAME); count > 0; count -= 1) {
    if (known(words.slice(0, count).join(' '))) return count;
  }
  return 0;
}
