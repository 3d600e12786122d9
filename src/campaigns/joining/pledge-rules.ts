import type { PledgeState } from '../../database/generated/enums.ts';
import { addDays, type Day } from '../../kernel/time.ts';
import { daysBetween } from '../../rulebook/calendar.ts';

/** Most characters of what is pledged, and of a reason. */
export const PLEDGE_LIMITS = { targets: 1_000, reason: 500 } as const;

/**
 * A pledge may be changed in this part of the days that a campaign has, from its launch or its first day, whichever
 * is later. No document fixes it; it is the app's own: targets that could still be changed near the end would be
 * written to fit what was reached.
 */
const CHANGING_PART = 1 / 3;

/** The last day on which a pledge may be changed; at least the first of the campaign's. */
export function lastChangeDay(campaign: { startsOn: Day; endsOn: Day; publishedOn: Day }): Day {
  const { startsOn, endsOn, publishedOn } = campaign;
  const from = [startsOn, publishedOn].toSorted().at(-1) ?? startsOn;
  const length = daysBetween(from, endsOn) + 1;
  return addDays(from, Math.max(1, Math.floor(length * CHANGING_PART)) - 1);
}

export type ChangeVerdict = 'may' | 'confirmed' | 'too_late' | 'withdrawn';

/**
 * Whether what is pledged may be changed: one that was returned always, as its head asks for it; one that waits, or
 * a unit's, until the last day for changes; a person's that is confirmed and one that is withdrawn never.
 */
export function judgeChange(
  pledge: { state: PledgeState; ofUnit: boolean },
  { on, lastDay }: { on: Day; lastDay: Day },
): ChangeVerdict {
  if (pledge.state === 'withdrawn') return 'withdrawn';
  if (pledge.state === 'returned') return 'may';
  if (pledge.state === 'confirmed' && !pledge.ofUnit) return 'confirmed';
  return on <= lastDay ? 'may' : 'too_late';
}

export type TargetsProblem = 'missing' | 'no_number' | 'too_long';

/** What is wrong with what is pledged, or null: a unit gives targets with a number, a person may. */
export function targetsProblem(targets: string, ofUnit: boolean): TargetsProblem | null {
  if (targets.length > PLEDGE_LIMITS.targets) return 'too_long';
  if (!ofUnit) return null;
  if (targets === '') return 'missing';
  return /\p{Nd}/u.test(targets) ? null : 'no_number';
}
