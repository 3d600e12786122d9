import { AppError } from '../../kernel/errors.ts';
import { type PledgeWords, pledgePhrases } from './pledge-phrases.ts';
import { PLEDGE_LIMITS, targetsProblem } from './pledge-rules.ts';

export function pledgeRefusal(
  code: string,
  say: (words: PledgeWords) => string,
  field?: 'targets' | 'reason' | 'joiner',
): AppError {
  return new AppError(code, {
    say: (language) => say(pledgePhrases[language]),
    ...(field ? { field } : {}),
  });
}

/**
 * What is pledged as it is kept; null: nothing was written.
 *
 * @throws AppError targets_missing, targets_no_number, targets_too_long
 */
export function readTargets(written: string, ofUnit: boolean): string | null {
  const targets = written.normalize().trim();
  const problem = targetsProblem(targets, ofUnit);
  if (problem)
    throw pledgeRefusal(
      `targets_${problem}`,
      (words) => words.targetsProblem({ problem, most: PLEDGE_LIMITS.targets }),
      'targets',
    );
  return targets === '' ? null : targets;
}

/** @throws AppError reason_missing */
export function readReason(written: string): string {
  const reason = written.normalize().trim();
  if (reason === '')
    throw pledgeRefusal('reason_missing', (words) => words.reasonMissing, 'reason');
  return reason;
}
