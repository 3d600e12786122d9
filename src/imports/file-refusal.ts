import { AppError } from '../kernel/errors.ts';
import type { Language } from '../kernel/language.ts';
import { phrases } from './phrases.ts';

/** A file that is not taken as a whole, told at the field it was given in. */
export function fileRefusal(
  say: (p: (typeof phrases)['vi'], language: Language) => string,
): AppError {
  return new AppError('file_refused', {
    field: 'file',
    say: (language) => say(phrases[language], language),
  });
}
