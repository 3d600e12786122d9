import type { MendingOutcome } from '../../database/generated/enums.ts';
import type { Day } from '../../kernel/time.ts';

/** Most characters of each text, and most of what is listed. */
export const CHECK_LIMITS = {
  checkers: 10,
  units: 50,
  text: 1_500,
  reason: 500,
} as const;

/** What was found in a unit, and what became of it. */
export interface Finding {
  recordedAt: Date | null;
  mend: string | null;
  mendBy: Day | null;
  /** In their order. */
  mendings: readonly { outcome: MendingOutcome | null }[];
}

export type FindingState =
  /** Not checked yet. */
  | 'planned'
  /** Nothing is to be mended. */
  | 'in_order'
  | 'to_mend'
  /** The unit says that it mended; those who check have not said whether. */
  | 'told'
  | 'returned'
  | 'mended';

/** Where a unit stands in a check. */
export function findingState({ recordedAt, mend, mendings }: Finding): FindingState {
  if (recordedAt === null) return 'planned';
  if (mend === null) return 'in_order';
  const last = mendings.at(-1);
  if (!last) return 'to_mend';
  if (last.outcome === null) return 'told';
  return last.outcome === 'accepted' ? 'mended' : 'returned';
}

/** Whether it should be mended by now, and the unit has not said that it is. */
export function isMendingOverdue(finding: Finding, on: Day): boolean {
  const state = findingState(finding);
  const open = state === 'to_mend' || state === 'returned';
  return open && finding.mendBy !== null && finding.mendBy < on;
}

export type CheckState = 'ahead' | 'today' | 'overdue' | 'done' | 'struck';

/** Where a check stands on a day. It is done when all that it is to look at is recorded. */
export function checkState(
  check: { plannedOn: Day; struck: unknown; units: readonly { recordedAt: Date | null }[] },
  on: Day,
): CheckState {
  const { plannedOn, struck, units } = check;
  if (struck !== null) return 'struck';
  if (units.length > 0 && units.every(({ recordedAt }) => recordedAt !== null)) return 'done';
  if (plannedOn === on) return 'today';
  return plannedOn < on ? 'overdue' : 'ahead';
}

/** The last day for a check: of a campaign that runs its last one, else that of its final review; null: any. */
export function lastCheckDay(
  { endsOn, finalReviewOn }: { endsOn: Day; finalReviewOn: Day | null },
  on: Day,
): Day | null {
  return on <= endsOn ? endsOn : finalReviewOn;
}

export interface EnteredFindings {
  good: string;
  wrong: string;
  mend: string;
  mendBy: Day | null;
}

export type FindingsProblem =
  | { field: 'good'; problem: 'nothing' }
  | { field: 'mend'; problem: 'missing' }
  | { field: 'mendBy'; problem: 'missing' | 'past' }
  | { field: 'good' | 'wrong' | 'mend'; problem: 'too_long' };

/** What is wrong with findings as they were written. */
export function findingsProblems(entered: EnteredFindings, on: Day): FindingsProblem[] {
  const { good, wrong, mend, mendBy } = entered;
  const problems: FindingsProblem[] = [];
  for (const field of ['good', 'wrong', 'mend'] as const)
    if (entered[field].length > CHECK_LIMITS.text) problems.push({ field, problem: 'too_long' });
  if (good === '' && wrong === '') problems.push({ field: 'good', problem: 'nothing' });
  if (mend !== '' && mendBy === null) problems.push({ field: 'mendBy', problem: 'missing' });
  if (mend === '' && mendBy !== null) problems.push({ field: 'mend', problem: 'missing' });
  if (mendBy !== null && mendBy < on) problems.push({ field: 'mendBy', problem: 'past' });
  return problems;
}
