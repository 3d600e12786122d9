import type { Tx } from '../../database/client.ts';
import type { CampaignState, ReviewKind } from '../../database/generated/enums.ts';
import type { Deps } from '../../kernel/deps.ts';
import { formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { mayLaunch, mayWrite } from '../authority.ts';
import { lockCampaign, readCampaign } from '../plan/own-draft.ts';
import type { CampaignPlan } from '../rules.ts';
import { reviewRefusal } from './review-phrases.ts';
import {
  findReview,
  type Proposal,
  proposalsOf,
  type Review,
  unfinishedMidterm,
} from './review-queries.ts';
import { type ReviewProblem, reviewProblem } from './review-rules.ts';

/** A review of a campaign as those who write it see it. */
export interface OpenedReview {
  campaignId: string;
  kind: ReviewKind;
  code: string;
  state: CampaignState;
  plan: CampaignPlan;
  review: Review | null;
  /** Of a final review. */
  proposals: Proposal[];
  /** Whether the reader may finish it. */
  finishes: boolean;
  /** Of a final review: whether a mid-term one was written and not finished, which lapses when this is finished. */
  midtermLapses: boolean;
}

/**
 * A review, for those who write plans for the campaign's unit; one that is finished is read only.
 *
 * @throws AppError draft_gone, may_not_review
 */
export async function openReview(
  deps: Deps,
  tx: Tx,
  { actor, campaignId, kind }: { actor: Actor; campaignId: string; kind: ReviewKind },
): Promise<OpenedReview> {
  const { code, state, plan } = await readCampaign(tx, campaignId);
  if (code === null || !(await mayWrite(tx, actor, plan.unitId)))
    throw reviewRefusal('may_not_review', (say) => say.mayNotReview);
  return {
    ...{ campaignId, kind, code, state, plan },
    review: await findReview(tx, { campaignId, kind }),
    proposals: kind === 'final' ? await proposalsOf(tx, campaignId) : [],
    finishes: await mayLaunch(deps, tx, actor, plan.unitId),
    midtermLapses: kind === 'final' && (await unfinishedMidterm(tx, campaignId)) !== null,
  };
}

/**
 * The same where it is to be written: its time has come, and it is not finished.
 *
 * @throws AppError besides those of `openReview`: not_out, no_midterm, not_ended, reviewed_before
 */
export async function openToWrite(
  deps: Deps,
  tx: Tx,
  about: { actor: Actor; campaignId: string; kind: ReviewKind },
): Promise<OpenedReview> {
  const opened = await openReview(deps, tx, about);
  const problem: ReviewProblem | null = opened.review?.finished
    ? { code: 'reviewed_before' }
    : reviewProblem(about.kind, { ...opened.plan, state: opened.state });
  if (problem) throw refusalOf(problem);
  return opened;
}

function refusalOf(problem: ReviewProblem) {
  return reviewRefusal(problem.code, (say) =>
    problem.code === 'not_ended'
      ? say.notEnded({ day: formatDay(problem.endsOn) })
      : { not_out: say.notOut, no_midterm: say.noMidterm, reviewed_before: say.reviewedBefore }[
          problem.code
        ],
  );
}

/**
 * The same for a change, in the caller's transaction: the campaign's row is locked first, so that those who change a
 * review come one after the other.
 *
 * @throws AppError those of `openToWrite`
 */
export async function openToChange(
  deps: Deps,
  tx: Tx,
  about: { actor: Actor; campaignId: string; kind: ReviewKind },
): Promise<OpenedReview> {
  await lockCampaign(tx, about.campaignId);
  return openToWrite(deps, tx, about);
}
