import { inTransaction } from '../../database/transaction.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { throwTogether } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { campaignRulesOn } from '../../rulebook/campaign-rules.ts';
import type { CampaignPlan } from '../rules.ts';
import { changeDraft, type DraftForm } from './change-draft.ts';
import { lockOwnCampaign, requireDraft } from './own-draft.ts';
import { organisingProblems } from './plan-rules.ts';
import { type FormProblem, refusal, told } from './problems.ts';

/** The third step: checks, reviews, rewards, money and channels. */
export type Organising = Pick<
  CampaignPlan,
  | 'checkDays'
  | 'midtermOn'
  | 'finalReviewOn'
  | 'rewards'
  | 'prizes'
  | 'budget'
  | 'budgetSource'
  | 'channelIds'
  | 'pledgeBy'
  | 'figuresEvery'
  | 'escalateDays'
>;

/**
 * Adds to a draft how the campaign is organised; the plan is whole then, and its preview comes.
 *
 * @param input.unread what could not be read as it was written, at its field
 * @throws AppError plan_refused with all that is wrong, or as `changeDraft` does
 */
export async function saveOrganising(
  deps: Deps,
  input: {
    actor: Actor;
    form: DraftForm;
    organising: Organising;
    unread?: readonly FormProblem[];
  },
): Promise<string> {
  const { actor, form, organising, unread = [] } = input;
  return inTransaction(deps.db, async (tx) => {
    const draft = await lockOwnCampaign(tx, { actor, campaignId: form.campaignId });
    requireDraft(draft);
    const rules = campaignRulesOn(deps.rulebook, today(deps));
    const found = organisingProblems({ ...draft.plan, ...organising }, rules).map(told);
    const unreadAt = new Set(unread.map(({ field }) => field));
    const rest = found.filter(({ field }) => !unreadAt.has(field));
    throwTogether([...unread, ...rest].map(refusal));
    return changeDraft(tx, { actor, form, change: organising });
  });
}
