import { type Renderer, rendering } from '../../jobs/kinds.ts';
import type { Deps } from '../../kernel/deps.ts';
import {
  reviewDue,
  reviewLapsed,
  reviewPosted,
  reviewReady,
  rewardsProposed,
} from '../messages.ts';
import { type CampaignCard, findCampaign } from '../queries.ts';
import { reviewDueMessage, reviewLapsedMessage, reviewReadyMessage } from './review-news-views.ts';
import { findReview, proposalsOf, type Review } from './review-queries.ts';
import { hasLapsed } from './review-rules.ts';
import { reviewMessage, rewardsMessage } from './review-views.ts';

export const reviewRenderers: readonly Renderer[] = [
  rendering(reviewDue, async (deps, { subjectId, params, language }) => {
    const card = await findCampaign(deps.db, subjectId);
    const { kind } = params;
    const review = await findReview(deps.db, { campaignId: subjectId, kind });
    const open = card?.state === 'published' || card?.state === 'closed';
    return card && open && !review?.finished ? reviewDueMessage(card, params, language) : null;
  }),
  rendering(reviewReady, async (deps, { subjectId, language, redrawing }) => {
    const found = await reviewed(deps, subjectId);
    // Finished, or lapsed, before it was sent: there is nothing to be done.
    if (found && !redrawing && !isOpen(found)) return null;
    return found && reviewReadyMessage(found.card, found.review, { language, zone: deps.zone });
  }),
  rendering(reviewLapsed, async (deps, { subjectId, language }) => {
    const found = await reviewed(deps, subjectId);
    return found && reviewLapsedMessage(found.card, found.review, { language, zone: deps.zone });
  }),
  rendering(reviewPosted, async (deps, { subjectId }) => {
    const found = await reviewed(deps, subjectId);
    return found && reviewMessage(found.card, found.review);
  }),
  rendering(rewardsProposed, async (deps, { subjectId, language }) => {
    const found = await reviewed(deps, subjectId);
    if (!found) return null;
    const proposals = await proposalsOf(deps.db, found.review.campaignId);
    return rewardsMessage(found.card, found.review, proposals, language);
  }),
];

interface Reviewed {
  card: CampaignCard;
  review: Review;
}

/** Whether it is still to be finished. */
function isOpen({ card, review }: Reviewed): boolean {
  return !review.finished && !hasLapsed(review.kind, review, card.state);
}

/** A review by its id, with its campaign. */
async function reviewed(deps: Deps, reviewId: string): Promise<Reviewed | null> {
  const review = await findReview(deps.db, { id: reviewId });
  const card = review && (await findCampaign(deps.db, review.campaignId));
  return review && card && { card, review };
}
