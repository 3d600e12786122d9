import { comparedWordsIn } from './words.ts';

// How much works look like one that is asked about. Pure: src/initiatives/find-similar.ts brings the texts,
// common-text.ts shows what they have in common.

export interface ComparedText {
  title: string;
  /** Null for a work of which only the title is known. */
  essence: string | null;
}

export interface Likeness {
  /** How alike the titles are, in whole percent: 100 for the same words in any order. */
  titlePercent: number;
  /**
   * How much of the shorter essence stands in the other, in whole percent, turns of phrase aside; null when
   * one has none.
   */
  essencePercent: number | null;
  /** What the list is ordered by, 0 to 1; no meaning by itself. */
  rank: number;
}

/** An essence of fewer words says too little to be compared. */
const FEWEST_WORDS = 6;
/** An essence shorter than this weighs less, for it can stand in another by chance. */
const WEIGHTY_ESSENCE = 40;
/** Whoever has so much in common is shown: found by trying with test/bench/similar.ts. */
const LIMITS = {
  essence: 0.25,
  /** When the other has no essence, or their essences differ. */
  title: { alone: 0.7, against: 0.85 },
  both: { title: 0.5, essence: 0.12 },
};
/** A run that more of the compared works have than this, and than this part of them, is a turn of phrase. */
const COMMONPLACE = { works: 3, part: 0.05 };

/** How alike each of the works is, or null for one that is not enough so to be shown; in their order. */
export function likenesses(own: ComparedText, works: readonly ComparedText[]): (Likeness | null)[] {
  const ownTitle = trigramsOf(comparedWordsIn(own.title));
  const essences = essenceLikenesses(
    own.essence ?? '',
    works.map(({ essence }) => essence),
  );
  return works.map((work, index) => {
    const title = share(ownTitle, trigramsOf(comparedWordsIn(work.title)));
    return judge(title, essences[index] ?? null);
  });
}

function judge(title: number, essence: EssenceLikeness | null): Likeness | null {
  const shared = (essence?.share ?? 0) * (essence?.weight ?? 0);
  const { both } = LIMITS;
  const alike =
    title >= (essence === null ? LIMITS.title.alone : LIMITS.title.against) ||
    shared >= LIMITS.essence ||
    (title >= both.title && shared >= both.essence);
  if (!alike) return null;
  return {
    titlePercent: Math.round(title * 100),
    essencePercent: essence === null ? null : Math.round(essence.share * 100),
    rank: Math.max(shared, essence === null ? 0.8 * title : 0.5 * title + 0.5 * shared),
  };
}

// ── titles ──

/** Words that titles of the field begin, join and end with: alike in them, two titles are not alike. */
const HOLLOW = new Set(
  `giai phap bien nang cao hieu qua chat luong cong tac mot so trong tai tren dia ban cua va cho cac
  bang theo qua ve de tu o nham doi moi phuong thuc phap tang cuong day manh hoan thien ung dung xay dung
  cai tien thuc hien sang kien kinh nghiem quy trinh tinh huyen thanh pho thi xa phuong quan thi tran
  co quan don vi phong nganh nam giai doan doi voi cntt bhxh bhyt viec nhung duoc voi`.split(/\s+/),
);
const HOLLOW_WEIGHT = 0.05;

/**
 * Trigram similarity of the words of two titles, in any order, from 0 to 1: what both have of what either
 * has. Trigrams of hollow words and of figures weigh little.
 */
export function titleLikeness(own: string, theirs: string): number {
  return share(trigramsOf(comparedWordsIn(own)), trigramsOf(comparedWordsIn(theirs)));
}

function share(own: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [trigram, weight] of own) {
    const other = theirs.get(trigram);
    all += Math.max(weight, other ?? 0);
    shared += Math.min(weight, other ?? 0);
  }
  for (const [trigram, weight] of theirs) if (!own.has(trigram)) all += weight;
  return all === 0 ? 0 : shared / all;
}

function trigramsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const word of words) {
    const weight = HOLLOW.has(word) || /^\d+$/.test(word) ? HOLLOW_WEIGHT : 1;
    const padded = `  ${word} `;
    for (let place = 0; place + 3 <= padded.length; place += 1) {
      const trigram = padded.slice(place, place + 3);
      weights.set(trigram, Math.max(weights.get(trigram) ?? 0, weight));
    }
  }
  return weights;
}

// ── essences ──

interface EssenceLikeness {
  /** Of the runs of the shorter one, those that the other has too, from 0 to 1. */
  share: number;
  /** How much that says, from 0 to 1: a few words can stand in another text by chance. */
  weight: number;
}

/** An essence as the runs of three words that the one asked about has too, by their place in `Runs`. */
interface Shared {
  words: number;
  /** How many runs it has; of those that are shared, different ones. */
  runs: number;
  shared: ReadonlySet<number>;
}

/** Numbers the words of the essence asked about and its runs of three words. */
class Runs {
  readonly words: number;
  readonly #numbers = new Map<string, number>();
  readonly #places = new Map<number, number>();

  constructor(essence: string) {
    const words = comparedWordsIn(essence);
    this.words = words.length;
    const numbers = words.map((word) => {
      const number = this.#numbers.get(word) ?? this.#numbers.size + 1;
      this.#numbers.set(word, number);
      return number;
    });
    for (const key of keysOf(numbers)) {
      if (!this.#places.has(key)) this.#places.set(key, this.#places.size);
    }
  }

  get size(): number {
    return this.#places.size;
  }

  compare(essence: string): Shared {
    const numbers = comparedWordsIn(essence).map((word) => this.#numbers.get(word) ?? 0);
    const shared = new Set<number>();
    let others = 0;
    for (const key of keysOf(numbers)) {
      const place = this.#places.get(key);
      if (place === undefined) others += 1;
      else shared.add(place);
    }
    return { words: numbers.length, runs: shared.size + others, shared };
  }
}

/** One number for each run of three; the numbers of words stay below 2^17, as texts are. */
function keysOf(numbers: readonly number[]): number[] {
  const keys: number[] = [];
  for (let place = 2; place < numbers.length; place += 1) {
    const before = (numbers[place - 2] ?? 0) * 0x20000 + (numbers[place - 1] ?? 0);
    keys.push(before * 0x20000 + (numbers[place] ?? 0));
  }
  return keys;
}

/**
 * How alike each essence is; null when one of the two is none. Turns of phrase are left out: a run that many
 * of them have tells nothing of one.
 */
function essenceLikenesses(
  own: string,
  essences: readonly (string | null)[],
): (EssenceLikeness | null)[] {
  const runs = new Runs(own);
  if (runs.words < FEWEST_WORDS) return essences.map(() => null);
  const compared = essences.map((essence) => (essence === null ? null : runs.compare(essence)));
  const having = new Uint32Array(runs.size);
  for (const one of compared)
    for (const run of one?.shared ?? []) having[run] = (having[run] ?? 0) + 1;
  const most = Math.max(COMMONPLACE.works, COMMONPLACE.part * essences.length);
  const tells = (run: number) => (having[run] ?? 0) <= most;
  const telling = having.reduce((count, _, run) => count + (tells(run) ? 1 : 0), 0);
  return compared.map((one) => {
    if (!one || one.words < FEWEST_WORDS) return null;
    const shared = [...one.shared].filter(tells).length;
    const theirs = one.runs - (one.shared.size - shared);
    const [all, words] = runs.size <= one.runs ? [telling, runs.words] : [theirs, one.words];
    const longer = Math.max(runs.words, one.words);
    const weight = Math.min(1, words / Math.min(WEIGHTY_ESSENCE, longer));
    return { share: all === 0 ? 0 : shared / all, weight };
  });
}
