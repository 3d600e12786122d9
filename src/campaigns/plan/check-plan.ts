import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { throwTogether } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { campaignRulesOn } from '../../rulebook/campaign-rules.ts';
import type { CampaignPlan } from '../rules.ts';
import { problemsOfEssentials } from './check-essentials.ts';
import { launchProblems, organisingProblems, textProblems } from './plan-rules.ts';
import { refusal, told } from './problems.ts';

/**
 * Refuses a plan that is not in order as a whole, or is none of the actor's business; before it is
 * submitted, approved or launched.
 *
 * @throws AppError plan_refused with all that is wrong
 */
export async function requirePlanInOrder(
  deps: Deps,
  tx: Tx,
  { actor, plan }: { actor: Actor; plan: CampaignPlan },
): Promise<void> {
  const essentials = await problemsOfEssentials(deps, tx, { actor, plan });
  const rest = planProblems(deps, plan);
  throwTogether([...essentials, ...rest.map(told)].map(refusal));
}

/** What is wrong with the texts and the organisation of a plan, by the rules of today. */
export function planProblems(deps: Pick<Deps, 'rulebook' | 'clock' | 'zone'>, plan: CampaignPlan) {
  return [
    ...textProblems(plan),
    ...organisingProblems(plan, campaignRulesOn(deps.rulebook, today(deps))),
    ...launchProblems(plan, deps.zone),
  ];
}
