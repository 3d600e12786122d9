/** The languages of every message; Vietnamese is the first. */
export type Language = 'vi' | 'en';

/** One text in all languages. */
export type Text = Readonly<Record<Language, string>>;

/**
 * Builds a book of phrases from entries that hold both languages side by side, so that a missing one
 * does not compile. `book.vi.greeting` is the Vietnamese one.
 */
export function phrasebook<T extends Record<string, unknown>>(
  entries: {
    [K in keyof T]: { vi: T[K]; en: T[K] };
  },
): Readonly<Record<Language, T>> {
  const inLanguage = (language: Language): T => {
    const pairs = Object.entries(entries).map(([key, entry]) => [key, entry[language]]);
    return Object.fromEntries(pairs);
  };
  return { vi: inLanguage('vi'), en: inLanguage('en') };
}

/** The language for a Slack locale: English for English, Vietnamese for all others. */
export function languageOf(locale: string | null | undefined): Language {
  return locale?.toLowerCase().startsWith('en') ? 'en' : 'vi';
}

/** In English: "1 result", "2 results". */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
