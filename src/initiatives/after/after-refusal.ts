import { AppError } from '../../kernel/errors.ts';
import { afterPhrases } from './after-phrases.ts';

export type AfterPhrases = (typeof afterPhrases)['vi'];

/** A foreseen refusal of what follows a recognition, at a field of the form if one is named. */
export function afterRefusal(
  code: string,
  say: (book: AfterPhrases) => string,
  field?: string,
): AppError {
  return new AppError(code, {
    say: (language) => say(afterPhrases[language]),
    ...(field ? { field } : {}),
  });
}
