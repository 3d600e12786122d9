import type { Language } from './language.ts';

/** What a person reads, in the language that turns out to be theirs. */
export type Sayable = (language: Language) => string;

/**
 * A refusal that was foreseen: the person reads `say`, the log reads `code` and `message`.
 * Anything else that is thrown is a defect and is logged as one.
 */
export class AppError extends Error {
  readonly code: string;
  readonly say: Sayable;
  /** The modal's field (block id) at which the mistake was made. */
  readonly field: string | undefined;

  constructor(code: string, details: { say: Sayable; message?: string; field?: string }) {
    super(details.message ?? code);
    this.name = 'AppError';
    this.code = code;
    this.say = details.say;
    this.field = details.field;
  }
}

/** A domain's way of refusing, in the words of its phrases, at a field of the form if one is named. */
export function refusing<P>(
  book: Readonly<Record<Language, P>>,
): (code: string, say: (phrases: P) => string, field?: string) => AppError {
  return (code, say, field) =>
    new AppError(code, {
      say: (language) => say(book[language]),
      ...(field === undefined ? {} : { field }),
    });
}
