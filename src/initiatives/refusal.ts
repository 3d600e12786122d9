import { AppError } from '../kernel/errors.ts';
import type { Language } from '../kernel/language.ts';
import { phrases } from './phrases.ts';

/** Foreseen refusals said from a book of phrases, at a field of the form if one is named. */
export function refusing<P>(book: Readonly<Record<Language, P>>) {
  return (code: string, say: (words: P) => string, field?: string): AppError =>
    new AppError(code, { say: (language) => say(book[language]), ...(field ? { field } : {}) });
}

/** A foreseen refusal, said from this domain's general phrases. */
export const refusal = refusing(phrases);
