import type { ModalView } from '@slack/types';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { awardName } from '../../rulebook/explain.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { summaryButton } from './adoption-controls.ts';
import { registerAdoptionListeners } from './adoption-slack.ts';
import { registerInfluenceListeners } from './influence-slack.ts';
import { influenceBlocks } from './influence-views.ts';
import { prepareSummary } from './prepare-summary.ts';
import { summaryView } from './summary-views.ts';
import { registerUseListeners } from './use-slack.ts';
import { useBlocks } from './use-views.ts';

/** What follows a recognition: the summary, and all that begins in it. */
export const registerAfterListeners: RegisterListeners = (on, deps) => {
  on.button(summaryButton, async ({ actor, value, openModal }) => {
    await openModal(await summaryFor(deps, actor, { id: value.initiativeId }));
    return undefined;
  });

  registerAdoptionListeners(on, deps);
  registerInfluenceListeners(on, deps);
  registerUseListeners(on, deps);
};

/**
 * What everybody may read of a recognised initiative.
 *
 * @throws AppError initiative_unknown
 */
export async function summaryFor(
  deps: Deps,
  actor: Actor,
  which: { id: string } | { number: string },
): Promise<ModalView> {
  const { language } = actor;
  const prepared = await prepareSummary(deps, actor, which);
  const { summary, mayAdopt, mayPropose, secretary, requests, reports, uses } = prepared;
  const nameOf = (key: string) => awardName(deps.rulebook, key, language);
  const recordUse = uses.some(({ mayRecord }) => mayRecord);
  const rights = { adopt: mayAdopt, proposeInfluence: mayPropose, recordUse, reports };
  const seen = uses.map(({ mayRecord: mayWithdraw, ...use }) => ({ ...use, mayWithdraw }));
  return summaryView(
    summary,
    rights,
    [
      ...influenceBlocks(requests, { secretary, zone: deps.zone }, language),
      ...useBlocks(seen, nameOf, language),
    ],
    language,
  );
}
