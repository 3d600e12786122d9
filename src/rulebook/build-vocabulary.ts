import { fold } from './fold.ts';
import { pathText, type RulebookProblem } from './problems.ts';
import { type Meaning, OTHER_KEYS, type RulebookFileName, type RulebookFiles } from './schema.ts';

type Report = (problem: RulebookProblem) => void;
interface Named {
  key: string;
  name: { vi: string; en: string };
  abbreviation: string | null;
}

/** How words are looked up: folded, letters and digits only, so `CSTĐ cơ sở` is `cstdcoso`. */
export function vocabularyKey(words: string): string {
  return fold(words).replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Gathers every known word: keys, official names in both languages and abbreviations of titles and
 * forms, and the listed words. Reports words with two meanings and words for unknown keys.
 */
export function buildVocabulary(files: RulebookFiles, report: Report): Map<string, Meaning> {
  const vocabulary = new Map<string, Meaning>();
  const { titles } = files['titles.yml'];
  const { commendations } = files['commendations.yml'];
  const listed = files['vocabulary.yml'];

  const add = (
    word: string,
    meaning: Meaning,
    file: RulebookFileName,
    path: readonly PropertyKey[],
  ) => {
    const key = vocabularyKey(word);
    const known = vocabulary.get(key);
    if (key === '') {
      report({ file, path: pathText(path), reason: `“${word}” has no letter or digit` });
    } else if (known !== undefined && keyOf(known) !== keyOf(meaning)) {
      const reason = `“${word}” already means ${keyOf(known)}`;
      report({ file, path: pathText(path), reason });
    } else {
      vocabulary.set(key, meaning);
    }
  };
  const addNamed = (
    named: Named,
    meaning: Meaning,
    file: RulebookFileName,
    path: readonly PropertyKey[],
  ) => {
    add(named.key, meaning, file, [...path, 'key']);
    add(named.name.vi, meaning, file, [...path, 'name', 'vi']);
    add(named.name.en, meaning, file, [...path, 'name', 'en']);
    if (named.abbreviation !== null) {
      add(named.abbreviation, meaning, file, [...path, 'abbreviation']);
    }
  };
  const addListed = (words: readonly string[], meaning: Meaning, path: readonly PropertyKey[]) => {
    for (const [index, word] of words.entries()) {
      add(word, meaning, 'vocabulary.yml', [...path, index]);
    }
  };
  const unknown = (path: readonly PropertyKey[], what: string) =>
    report({ file: 'vocabulary.yml', path: pathText(path), reason: `unknown ${what}` });

  for (const [index, title] of titles.entries()) {
    addNamed(title, { kind: 'title', title }, 'titles.yml', ['titles', index]);
  }
  for (const [index, form] of commendations.entries()) {
    const meaning: Meaning = { kind: 'commendation', form };
    addNamed(form, meaning, 'commendations.yml', ['commendations', index]);
  }
  for (const [key, words] of Object.entries(listed.titles)) {
    const title = titles.find((candidate) => candidate.key === key);
    if (title === undefined) unknown(['titles', key], 'title');
    else addListed(words, { kind: 'title', title }, ['titles', key]);
  }
  for (const [key, words] of Object.entries(listed.commendations)) {
    const form = commendations.find((candidate) => candidate.key === key);
    if (form === undefined) unknown(['commendations', key], 'form of commendation');
    else addListed(words, { kind: 'commendation', form }, ['commendations', key]);
  }
  for (const key of OTHER_KEYS) {
    addListed(listed.others[key] ?? [], { kind: 'other', key }, ['others', key]);
  }
  return vocabulary;
}

function keyOf(meaning: Meaning): string {
  if (meaning.kind === 'title') return meaning.title.key;
  return meaning.kind === 'commendation' ? meaning.form.key : meaning.key;
}
