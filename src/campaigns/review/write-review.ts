import type { ReviewKind } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { dateColumn, formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { openToChange } from './open-review.ts';
import { reviewRefusal } from './review-phrases.ts';
import type { ReviewTexts } from './review-queries.ts';
import { heldProblem } from './review-rules.ts';
import { tellReady } from './tell-ready.ts';

/**
 * Writes a review down, or changes it as it was `seen`; the heads are told. The same twice is written once.
 *
 * @param input.seen its revision in the form; 0 when nothing was written yet
 * @returns false when it stood so already
 * @throws AppError those of `openToWrite`, review_changed; held_in_future, held_before_start, held_before_end at `heldOn`
 */
export async function writeReview(
  deps: Deps,
  input: { actor: Actor; campaignId: string; kind: ReviewKind; seen: number; texts: ReviewTexts },
): Promise<boolean> {
  const { actor, campaignId, kind, seen, texts } = input;
  return inTransaction(deps.db, async (tx) => {
    const opened = await openToChange(deps, tx, input);
    const { plan, review } = opened;
    const problem = heldProblem(kind, texts.heldOn, { ...plan, today: today(deps) });
    if (problem)
      throw reviewRefusal(
        problem,
        (say) =>
          ({
            held_in_future: say.heldInFuture,
            held_before_start: say.heldBeforeStart({ day: formatDay(plan.startsOn) }),
            held_before_end: say.heldBeforeEnd({ day: formatDay(plan.endsOn) }),
          })[problem],
        'heldOn',
      );
    const { results, limits, lessons } = texts;
    if (review && JSON.stringify(textsOf(review)) === JSON.stringify(textsOf(texts))) return false;
    if ((review?.revision ?? 0) !== seen)
      throw reviewRefusal('review_changed', (say) => say.changedMeanwhile);
    const data = {
      ...{ results, limits, lessons, heldOn: dateColumn(texts.heldOn) },
      writtenById: actor.personId,
    };
    if (review)
      await tx.$executeRaw`
        update campaign_review set results = ${results}, limits = ${limits}, lessons = ${lessons},
          held_on = ${texts.heldOn}::date, written_by_id = ${actor.personId}::uuid, written_at = app_now(),
          revision = revision + 1
        where id = ${review.id}::uuid`;
    const { id } =
      review ??
      (await tx.campaignReview.create({
        data: { ...data, campaignId, kind },
        select: { id: true },
      }));
    await audit(tx, {
      kind: 'campaign.review_written',
      subjectId: campaignId,
      actorId: actor.personId,
      ...(review ? { before: textsOf(review) } : {}),
      after: { review: kind, ...textsOf(texts) },
    });
    await tellReady(deps, tx, opened, id);
    return true;
  });
}

function textsOf({ heldOn, results, limits, lessons }: ReviewTexts) {
  return { heldOn, results, limits, lessons };
}
