import type { CampaignState, ReviewKind } from '../../database/generated/enums.ts';
import type { Day } from '../../kernel/time.ts';
import type { CampaignPlan } from '../rules.ts';

/** Most characters of each text, and most of what is proposed. */
export const REVIEW_LIMITS = { text: 3_000, merit: 1_500, proposals: 60 } as const;

type Reviewed = { state: CampaignState } & Pick<
  CampaignPlan,
  'startsOn' | 'endsOn' | 'midtermOn' | 'finalReviewOn'
>;

export type ReviewProblem =
  /** Over, withdrawn or not launched yet. */
  | { code: 'not_out' }
  /** Its plan has no mid-term review. */
  | { code: 'no_midterm' }
  | { code: 'not_ended'; endsOn: Day }
  | { code: 'reviewed_before' };

/** Why a review cannot be written now, or null. */
export function reviewProblem(kind: ReviewKind, campaign: Reviewed): ReviewProblem | null {
  const { state, midtermOn, endsOn } = campaign;
  if (state === 'reviewed' || state === 'archived') return { code: 'reviewed_before' };
  if (state !== 'published' && state !== 'closed') return { code: 'not_out' };
  if (kind === 'midterm') return midtermOn === null ? { code: 'no_midterm' } : null;
  return state === 'closed' ? null : { code: 'not_ended', endsOn };
}

/** Whether a mid-term review can be finished no more: the final one was finished before it. */
export function hasLapsed(
  kind: ReviewKind,
  review: { finished: unknown },
  state: CampaignState,
): boolean {
  return kind === 'midterm' && !review.finished && (state === 'reviewed' || state === 'archived');
}

/** Which reviews a campaign is in for, the one that is next first. */
export function reviewsOf(campaign: Reviewed): ReviewKind[] {
  return (['midterm', 'final'] as const).filter((kind) => reviewProblem(kind, campaign) === null);
}

export type HeldProblem = 'held_in_future' | 'held_before_start' | 'held_before_end';

/** Why it cannot have been held on this day, or null. */
export function heldProblem(
  kind: ReviewKind,
  heldOn: Day,
  { startsOn, endsOn, today }: Pick<Reviewed, 'startsOn' | 'endsOn'> & { today: Day },
): HeldProblem | null {
  if (heldOn > today) return 'held_in_future';
  if (heldOn < startsOn) return 'held_before_start';
  return kind === 'final' && heldOn < endsOn ? 'held_before_end' : null;
}

/** Days before and after the planned day of a review on which those who write it are told. */
export const REVIEW_TELLING = { soon: -5, due: 0, late: 7 } as const;
export type ReviewTelling = keyof typeof REVIEW_TELLING;
