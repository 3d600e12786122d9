import { AppError } from '../kernel/errors.ts';
import type { Language } from '../kernel/language.ts';
import { phrases } from './phrases.ts';

/** Makes foreseen refusals that are said from a book of phrases, at a field of the form if one is named. */
export function refusalsFrom<B>(book: Readonly<Record<Language, B>>) {
  return (code: string, say: (words: B) => string, field?: string): AppError =>
    new AppError(code, {
      say: (language) => say(book[language]),
      ...(field ? { field } : {}),
    });
}

/** A foreseen refusal, said from this domain's main phrases. */
export const refusal = refusalsFrom(phrases);
