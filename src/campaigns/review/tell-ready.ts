import type { Tx } from '../../database/client.ts';
import { refreshMessages, sendMessages } from '../../jobs/outbox.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { nearestHolders } from '../../people/queries.ts';
import { reviewReady } from '../messages.ts';
import type { OpenedReview } from './open-review.ts';

/**
 * Tells the heads that the text of a review is there to be read and finished: once a day in which it is saved, the
 * message of the day being redrawn with each saving. Whoever may finish it themselves has nobody to tell.
 */
export async function tellReady(
  deps: Deps,
  tx: Tx,
  { plan, finishes }: Pick<OpenedReview, 'plan' | 'finishes'>,
  reviewId: string,
): Promise<void> {
  await refreshMessages(tx, reviewReady, reviewId);
  if (finishes) return;
  const on = today(deps);
  const heads = await nearestHolders(tx, { role: 'head', unitId: plan.unitId, on });
  await sendMessages(
    tx,
    reviewReady,
    heads.map((personId) => ({
      ...{ to: { personId }, params: {}, subjectId: reviewId },
      dedupeKey: `${reviewReady.purpose}:${reviewId}:${on}:${personId}`,
    })),
  );
}
