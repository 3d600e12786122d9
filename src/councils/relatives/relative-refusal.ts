import { AppError } from '../../kernel/errors.ts';
import { relativePhrases } from './relative-phrases.ts';

type Words = (typeof relativePhrases)['vi'];

export function relativeRefusal(code: string, say: (words: Words) => string, field?: string) {
  return new AppError(code, {
    say: (language) => say(relativePhrases[language]),
    ...(field ? { field } : {}),
  });
}
