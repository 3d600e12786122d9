import { AppError } from '../kernel/errors.ts';
import { phrases } from './phrases.ts';

export function notAdministrator(): AppError {
  return new AppError('not_administrator', {
    say: (language) => phrases[language].notAdministrator,
  });
}

/** @param field where in the form it is shown */
export function roleRefusal(
  field: string | undefined,
  say: (p: (typeof phrases)['vi']) => string,
): AppError {
  return new AppError('role_refused', {
    ...(field === undefined ? {} : { field }),
    say: (language) => say(phrases[language]),
  });
}
