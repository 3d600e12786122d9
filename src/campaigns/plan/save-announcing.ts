import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import { throwTogether } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import type { CampaignPlan } from '../rules.ts';
import { changeDraft } from './change-draft.ts';
import { lockOwnCampaign, requireDraft, requireSeen, type SeenDraft } from './own-draft.ts';
import { launchProblems } from './plan-rules.ts';
import { problemAt, refusal, told } from './problems.ts';

/** How a campaign is announced. */
export type Announcing = Pick<
  CampaignPlan,
  'toPersons' | 'mentionsChannel' | 'launchAt' | 'picture'
>;

/**
 * Sets how a draft will be announced: to whom, when, with which picture.
 *
 * @throws AppError plan_refused when the time is past or after the end, draft_changed, or as `changeDraft` does
 */
export async function saveAnnouncing(
  deps: Deps,
  { actor, seen, announcing }: { actor: Actor; seen: SeenDraft; announcing: Announcing },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const draft = await lockOwnCampaign(tx, { actor, campaignId: seen.campaignId });
    requireDraft(draft);
    const { launchAt } = announcing;
    const late = launchAt !== null && launchAt <= deps.clock.now();
    const problems = launchProblems({ ...draft.plan, ...announcing }, deps.zone).map(told);
    if (late) problems.unshift(problemAt('launchAt', (words) => words.launchPast));
    throwTogether(problems.slice(0, 1).map(refusal));
    const formKey = `announcing:${seen.mark}`;
    if (draft.formKey !== formKey) requireSeen(draft, seen.mark);
    const form = { campaignId: seen.campaignId, formKey, seen: seen.mark };
    await changeDraft(tx, { actor, form, change: announcing });
  });
}
