import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import { nextOfficeHour } from '../../kernel/office-hours.ts';
import { formatInstant } from '../../kernel/time.ts';
import { LONGEST_BALLOT_DAYS } from '../rules.ts';
import type { SittingSeats } from '../sittings/seats.ts';
import { phrases } from './phrases.ts';

/** What there is to know of the sitting at which a vote opens. */
export interface SittingTime {
  startsAt: Date;
  begun: boolean;
  rollCalled: boolean;
  /** Members whom the roll-call did not name, as who joined the council after it. */
  uncalled: string[];
}

export function sittingTime(
  { clock }: Pick<Deps, 'clock'>,
  startsAt: Date,
  { seats, names, attendance }: SittingSeats,
): SittingTime {
  const rollCalled = attendance.size > 0;
  const uncalled = rollCalled ? seats.filter(({ personId }) => !attendance.has(personId)) : [];
  return {
    ...{ startsAt, begun: clock.now() >= startsAt, rollCalled },
    uncalled: uncalled.map(({ personId }) => names.get(personId) ?? ''),
  };
}

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

/**
 * A result that is counted before the council met could be in no minutes of the sitting.
 *
 * @throws AppError deadline_before_sitting, at `closesAt`
 */
export function requireAfterStart(
  { zone }: Pick<Deps, 'zone'>,
  { closesAt, startsAt }: { closesAt: Date; startsAt: Date },
): void {
  if (closesAt.getTime() >= startsAt.getTime()) return;
  const start = formatInstant(startsAt, zone);
  throw new AppError('deadline_before_sitting', {
    say: (l) => phrases[l].deadlineBeforeSitting({ start }),
    field: 'closesAt',
  });
}

/** The deadline that a form offers: in office hours, a day after now or after the beginning of the sitting. */
export function offeredDeadline({ clock, zone }: Deps, startsAt: Date): Date {
  const from = Math.max(clock.now().getTime(), startsAt.getTime());
  return nextOfficeHour(new Date(from + DAY_MS), zone);
}
