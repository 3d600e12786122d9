import { AppError } from '../kernel/errors.ts';
import { phrases } from './phrases.ts';

/** A foreseen refusal, said from this domain's phrases, at a field of the form if one is named. */
export function refusal(
  code: string,
  say: (book: (typeof phrases)['vi']) => string,
  field?: string,
): AppError {
  return new AppError(code, {
    say: (language) => say(phrases[language]),
    ...(field ? { field } : {}),
  });
}
