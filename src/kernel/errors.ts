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
  /** Other mistakes of the same form, each at its own field. */
  readonly also: readonly AppError[];

  constructor(
    code: string,
    details: { say: Sayable; message?: string; field?: string; also?: readonly AppError[] },
  ) {
    super(details.message ?? code);
    this.name = 'AppError';
    this.code = code;
    this.say = details.say;
    this.field = details.field;
    this.also = details.also ?? [];
  }
}

/** Throws all that is wrong with a form at once, each refusal for its own field; nothing when there is none. */
export function throwTogether(refusals: readonly AppError[]): void {
  const [first, ...also] = refusals;
  if (!first) return;
  const { code, say, message, field } = first;
  throw new AppError(code, { say, message, also, ...(field === undefined ? {} : { field }) });
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
