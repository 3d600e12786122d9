import { type Deps, today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import { dayIn } from '../../kernel/time.ts';
import { sittingPhrases } from './sitting-phrases.ts';

/** @throws AppError sitting_day_past, at its field, for a day that is over where the organisation is */
export function requireDayToCome(deps: Pick<Deps, 'clock' | 'zone'>, startsAt: Date): void {
  if (dayIn(deps.zone, startsAt) < today(deps))
    throw new AppError('sitting_day_past', {
      say: (l) => sittingPhrases[l].sittingDayPast,
      field: 'startsAt',
    });
}
