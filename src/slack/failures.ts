import { randomBytes } from 'node:crypto';
import { platformReason } from '../jobs/slack-failures.ts';
import { AppError } from '../kernel/errors.ts';
import type { Language } from '../kernel/language.ts';
import type { Logger } from '../kernel/log.ts';
import { phrases } from './phrases.ts';

export interface Failure {
  /** What the person reads. */
  text: string;
  /** The field at which it belongs, if the code named one. */
  field: string | undefined;
  /** What else is wrong with the form. */
  also: readonly { text: string; field: string | undefined }[];
}

const EXPIRED = new Set(['expired_trigger_id', 'invalid_trigger_id']);

/**
 * The one place that decides what a person reads when something could not be done. A refusal that was
 * foreseen is information; anything else is an error in the log, under the reference that the person sees.
 */
export function explainFailure(
  error: unknown,
  where: { listener: string; personId: string | null; language: Language; log: Logger },
): Failure {
  const { log, language, listener, personId } = where;
  if (error instanceof AppError) {
    log.info({ listener, personId, code: error.code, detail: error.message }, 'refused');
    const also = error.also.map((one) => ({ text: one.say(language), field: one.field }));
    return { text: error.say(language), field: error.field, also };
  }
  if (EXPIRED.has(platformReason(error))) {
    log.info({ listener, personId, code: platformReason(error) }, 'trigger expired');
    return { text: phrases[language].expired, field: undefined, also: [] };
  }
  const reference = randomBytes(4).toString('hex').toUpperCase();
  log.error({ listener, personId, reference, err: error }, 'failed');
  return { text: phrases[language].unexpected({ reference }), field: undefined, also: [] };
}

/** Slack shows an error at a field as plain text, in which the marks of a command would stand. */
export function withoutMarks(text: string): string {
  return text.replaceAll('`', '');
}

/** Further mistakes of a form by the inputs that they belong to; those of no input are left out. */
export function errorsAt(
  mistakes: Failure['also'],
  inputs: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    mistakes.flatMap(({ field, text }) =>
      field !== undefined && inputs.includes(field) ? [[field, withoutMarks(text)] as const] : [],
    ),
  );
}
