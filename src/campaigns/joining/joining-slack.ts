import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { joinButton, joinModal, SELF } from '../controls.ts';
import type { Joiner } from '../rules.ts';
import { alreadyJoined, joinOutcome } from './answers.ts';
import { joinCampaign, joinersOf } from './join-campaign.ts';
import { joinedView, joinView } from './join-views.ts';

/** Joining, by the button under an announcement or from a list. */
export const registerJoiningListeners: RegisterListeners = (on, deps) => {
  on.button(joinButton, async ({ actor, value, openModal }) => {
    const { campaignId } = value;
    const { campaign, joiners } = await joinersOf(deps, { actor, campaignId });
    const reader = { language: actor.language, zone: deps.zone };
    const left = joiners.filter((status) => status.since === null);
    const already = alreadyJoined(campaign, joiners, reader);
    if (left.length === 0) return { text: already.join('\n') };
    if (joiners.length > 1) {
      await openModal(joinView({ language: actor.language, campaign, joiners, already }));
      return undefined;
    }
    const text = await join(deps, actor, { campaignId, joiners: left.map((one) => one.joiner) });
    return { text };
  });

  on.submission(joinModal, async ({ actor, metadata, fields }) => {
    const joiners = fields.joiners.map(
      (chosen): Joiner => (chosen === SELF ? { kind: 'person' } : { kind: 'unit', unitId: chosen }),
    );
    const text = await join(deps, actor, { ...metadata, joiners });
    return { next: 'show', view: joinedView(actor.language, text) };
  });
};

async function join(
  deps: Deps,
  actor: Actor,
  choice: { campaignId: string; joiners: readonly Joiner[] },
): Promise<string> {
  const { campaign, joined } = await joinCampaign(deps, { actor, ...choice });
  return joinOutcome(campaign, joined, {
    language: actor.language,
    zone: deps.zone,
    today: today(deps),
  });
}
