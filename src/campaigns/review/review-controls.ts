import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { REVIEW_LIMITS } from './review-rules.ts';

// The buttons and modals of reviews, and what each carries.

const Which = z.object({ campaignId: z.uuid(), kind: z.enum(['midterm', 'final']) });
const Seen = Which.extend({ seen: z.int().min(0) });
const Campaign = z.object({ campaignId: z.uuid() });
const written = (most: number) => z.string().normalize().trim().min(1).max(most);

export const reviewButton = buttonKind('campaign_review', Which);
export const writeReviewButton = buttonKind('campaign_review_write', Which);
export const finishReviewButton = buttonKind(
  'campaign_review_finish',
  // `listed`: the proposals that its reader saw.
  Seen.extend({ listed: z.string() }),
);
export const reviewReportButton = buttonKind('campaign_review_report', Which);
export const proposeRewardButton = buttonKind('campaign_reward', Campaign);
export const removeRewardButton = buttonKind(
  'campaign_reward_remove',
  Campaign.extend({ proposalId: z.uuid() }),
);

export const reviewModal = modalKind('campaign_review_form', {
  metadata: Seen,
  fields: z.object({
    heldOn: z.iso.date(),
    results: written(REVIEW_LIMITS.text),
    limits: written(REVIEW_LIMITS.text),
    lessons: written(REVIEW_LIMITS.text),
  }),
});

export const rewardModal = modalKind('campaign_reward_form', {
  metadata: Campaign,
  fields: z.object({
    unit: z.uuid().optional(),
    /** A Slack user. */
    person: z.string().optional(),
    form: z.enum(['letter', 'certificate', 'merit']),
    merit: written(REVIEW_LIMITS.merit),
  }),
});
