import type { Attendance } from '../../database/generated/enums.ts';
import type { Exclusion } from '../rules.ts';
import { StoredRule } from '../stored.ts';

/** Why a vote was not cast. */
export type NotCast =
  | Exclusion
  | 'voted_before'
  | 'absent'
  | 'not_in_writing'
  | 'not_member'
  | 'closed'
  | 'unknown_ballot';

/** What the reasons are read from: a place on a roll, none where the person has none. */
export const rollEntryFields = {
  excluded: true,
  attendance: true,
  turnout: { select: { personId: true } },
  ballot: { select: { rule: true } },
} as const;

interface RollEntryRow {
  excluded: Exclusion | null;
  attendance: Attendance | null;
  turnout: { personId: string } | null;
  ballot: { rule: unknown };
}

/** Why nothing was written of a vote; `closed` where nothing of the voter's own stands against it. */
export function whyNotCast(entry: RollEntryRow | null | undefined): NotCast {
  if (!entry) return 'not_member';
  const { excluded, turnout, attendance, ballot } = entry;
  if (excluded) return excluded;
  if (turnout) return 'voted_before';
  if (attendance === 'absent') return 'absent';
  const counts = attendance !== 'written' || StoredRule.parse(ballot.rule).absentWritten;
  return counts ? 'closed' : 'not_in_writing';
}
