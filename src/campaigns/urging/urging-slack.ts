import { escapeText } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { chasingView } from './chasing-views.ts';
import { openChasing } from './open-chasing.ts';
import { urgeByHand } from './urge-by-hand.ts';
import { chasingButton, chasingModal, urgeButton } from './urging-controls.ts';
import { urgingPhrases } from './urging-phrases.ts';

/** Who is late in campaigns, and urging by hand. */
export const registerUrgingListeners: RegisterListeners = (on, deps) => {
  on.button(chasingButton, async ({ actor, value, openModal }) => {
    const overview = await openChasing(deps, { actor, ...value });
    const { language } = actor;
    await openModal(chasingView(overview, { language, zone: deps.zone, from: 0 }));
    return undefined;
  });

  on.submission(chasingModal, async ({ actor, metadata }) => {
    const { from, campaignId } = metadata;
    const overview = await openChasing(deps, { actor, campaignId });
    const { language } = actor;
    return { next: 'show', view: chasingView(overview, { language, zone: deps.zone, from }) };
  });

  on.button(urgeButton, async ({ actor, value, showModal }) => {
    const urged = await urgeByHand(deps, { actor, ...value });
    const unit = await deps.db.unit.findUniqueOrThrow({
      where: { id: value.unitId },
      select: { name: true },
    });
    const say = urgingPhrases[actor.language];
    const name = escapeText(unit.name);
    const text = urged ? say.urged({ unit: name }) : say.urgedAlready({ unit: name });
    const { campaignId, unitId } = value;
    const overview = await openChasing(deps, { actor, campaignId });
    const { language } = actor;
    const { zone } = deps;
    await showModal(chasingView(overview, { language, zone, unitId, done: text }));
    return undefined;
  });
};
