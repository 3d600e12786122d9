import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import { formatInstant } from '../../kernel/time.ts';
import { LONGEST_BALLOT_DAYS } from '../rules.ts';
import { phrases } from './phrases.ts';

const DAY_MS = 24 * 60 * 60_000;

/** @throws AppError deadline_past, deadline_far, at `closesAt` */
export function checkDeadline(deps: Deps, closesAt: Date): void {
  const now = deps.clock.now().getTime();
  if (closesAt.getTime() <= now) {
    const at = formatInstant(deps.clock.now(), deps.zone);
    throw new AppError('deadline_past', {
      say: (l) => phrases[l].deadlinePast({ now: at }),
      field: 'closesAt',
    });
  }
  if (closesAt.getTime() > now + LONGEST_BALLOT_DAYS * DAY_MS)
    throw new AppError('deadline_far', {
      say: (l) => phrases[l].deadlineFar({ days: LONGEST_BALLOT_DAYS }),
      field: 'closesAt',
    });
}
