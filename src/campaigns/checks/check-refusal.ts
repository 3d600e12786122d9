import { refusing } from '../../kernel/errors.ts';
import { checkPhrases } from './check-phrases.ts';

/** A refusal in the words of checks. */
export const checkRefusal = refusing(checkPhrases);

/** @throws AppError reason_missing */
export function readReason(written: string): string {
  const reason = written.normalize().trim();
  if (reason === '') throw checkRefusal('reason_missing', (say) => say.reasonMissing, 'reason');
  return reason;
}
