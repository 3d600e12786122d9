import type { Tx } from '../../database/client.ts';
import type { ReviewKind } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage, sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHolders } from '../../people/queries.ts';
import { redrawChecks } from '../checks/end-checks.ts';
import {
  announcement,
  closing,
  direct,
  reviewLapsed,
  reviewPosted,
  reviewReady,
  rewardsProposed,
} from '../messages.ts';
import { lockCampaign } from '../plan/own-draft.ts';
import { recordLine } from '../progress/posted-lines.ts';
import { progressOf, standingsOf } from '../progress/progress-queries.ts';
import { rankUnits } from '../progress/ranking.ts';
import { redrawUrgings } from '../urging/redraw-urgings.ts';
import { openToChange } from './open-review.ts';
import { reviewRefusal } from './review-phrases.ts';
import { listedMark, unfinishedMidterm } from './review-queries.ts';

/**
 * Finishes a review as it was `seen`, for whoever may launch the campaign: the ranking is kept as it stands, the
 * channels are told, and after a final one the campaign is reviewed and what it proposes goes to the nearest
 * secretary; a mid-term one that is not finished by then lapses. Finished twice it is finished once.
 *
 * @param input.listed the mark of the proposals that were seen
 * @returns how many channels are told and commendations go on; null when it was finished before
 * @throws AppError those of `openToWrite`, may_not_finish, nothing_written, review_changed
 */
export async function finishReview(
  deps: Deps,
  input: { actor: Actor; campaignId: string; kind: ReviewKind; seen: number; listed: string },
): Promise<{ channels: number; proposed: number } | null> {
  const { actor, campaignId, kind, seen, listed } = input;
  return inTransaction(deps.db, async (tx) => {
    // Of two presses at once the second finds what the first has done.
    await lockCampaign(tx, campaignId);
    const done = await tx.campaignReview.findFirst({
      where: { campaignId, kind, finishedById: actor.personId },
      select: { id: true },
    });
    if (done) return null;
    const { plan, review, proposals, finishes } = await openToChange(deps, tx, input);
    if (!finishes) throw reviewRefusal('may_not_finish', (say) => say.mayNotFinish);
    if (!review) throw reviewRefusal('nothing_written', (say) => say.nothingWritten);
    if (review.revision !== seen || listedMark(proposals) !== listed)
      throw reviewRefusal('review_changed', (say) => say.changedMeanwhile);
    const lapsed = kind === 'final' ? await unfinishedMidterm(tx, campaignId) : null;
    const campaign = await progressOf(tx, campaignId, today(deps));
    const lines = rankUnits(campaign.indicators, await standingsOf(tx, campaign)).map(recordLine);
    await tx.$executeRaw`
      update campaign_review set finished_by_id = ${actor.personId}::uuid, finished_at = app_now(),
        lines = ${JSON.stringify(lines)}::jsonb
      where id = ${review.id}::uuid`;
    if (kind === 'final')
      await tx.campaign.update({ where: { id: campaignId }, data: { state: 'reviewed' } });
    await audit(tx, {
      kind: 'campaign.review_finished',
      subjectId: campaignId,
      actorId: actor.personId,
      after: {
        ...{ review: kind, revision: review.revision, lines, proposals: proposals.length },
        ...(lapsed ? { lapsedId: lapsed.id } : {}),
      },
    });
    await sendMessages(
      tx,
      reviewPosted,
      plan.channelIds.map((channelId) => ({
        ...{ to: { channelId }, params: {}, subjectId: review.id },
        dedupeKey: `${reviewPosted.purpose}:${review.id}:${channelId}`,
      })),
    );
    for (const message of [announcement, direct, closing])
      await refreshMessages(tx, message, campaignId);
    await refreshMessages(tx, reviewReady, review.id);
    if (kind === 'final') {
      await redrawUrgings(tx, { campaignId });
      await redrawChecks(tx, campaignId);
    }
    if (lapsed) await tellLapsed(tx, lapsed, actor);
    if (proposals.length > 0) await tellSecretary(deps, tx, { unitId: plan.unitId, id: review.id });
    return { channels: plan.channelIds.length, proposed: proposals.length };
  });
}

async function tellSecretary(
  deps: Deps,
  tx: Tx,
  { unitId, id }: { unitId: string; id: string },
): Promise<void> {
  const secretaries = await nearestHolders(tx, { role: 'secretary', unitId, on: today(deps) });
  await sendMessages(
    tx,
    rewardsProposed,
    secretaries.map((personId) => ({
      ...{ to: { personId }, params: {}, subjectId: id },
      dedupeKey: `${rewardsProposed.purpose}:${id}:${personId}`,
    })),
  );
}

/** To who wrote it, unless it is they who finished the final one; messages about it say so, too. */
async function tellLapsed(
  tx: Tx,
  { id, writtenById }: { id: string; writtenById: string },
  actor: Actor,
): Promise<void> {
  await refreshMessages(tx, reviewReady, id);
  if (writtenById === actor.personId) return;
  await sendMessage(tx, reviewLapsed, {
    ...{ to: { personId: writtenById }, params: {}, subjectId: id },
    dedupeKey: `${reviewLapsed.purpose}:${id}`,
  });
}
