import { readingModal, section } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { adjustmentsOf, givePoints, openPoints, takePointsBack } from './adjust-points.ts';
import { givePointsView, pointsView, takeBackView } from './points-views.ts';
import {
  givePointsButton,
  givePointsModal,
  pointsButton,
  takeBackButton,
  takeBackModal,
} from './progress-controls.ts';
import { progressPhrases } from './progress-phrases.ts';
import { progressRefusal } from './progress-refusal.ts';

/** Bonus and penalty points of campaigns. */
export const registerPointsListeners: RegisterListeners = (on, deps) => {
  on.button(pointsButton, async ({ actor, value, openModal }) => {
    const campaign = await openPoints(deps, deps.db, { actor, ...value });
    const adjustments = await adjustmentsOf(deps.db, campaign.id);
    await openModal(pointsView(campaign, adjustments, actor.language));
    return undefined;
  });

  on.button(givePointsButton, async ({ actor, value, openModal }) => {
    const campaign = await openPoints(deps, deps.db, { actor, ...value });
    await openModal(givePointsView(campaign, actor.language));
    return undefined;
  });

  on.submission(givePointsModal, async ({ actor, metadata, fields }) => {
    const { unit: unitId, ...given } = fields;
    const kept = await givePoints(deps, { actor, ...metadata, unitId, ...given });
    const say = progressPhrases[actor.language];
    const text = kept ? say.pointsGiven : say.nothingChanged;
    const view = readingModal({ title: say.points, close: say.close }, [section(text)]);
    return { next: 'show', view };
  });

  on.button(takeBackButton, async ({ actor, value, openModal }) => {
    const { campaignId, adjustmentId } = value;
    await openPoints(deps, deps.db, { actor, campaignId });
    const adjustment = (await adjustmentsOf(deps.db, campaignId)).find(
      ({ id }) => id === adjustmentId,
    );
    if (!adjustment) throw progressRefusal('points_gone', (say) => say.pointsGone);
    await openModal(takeBackView({ campaignId, adjustment }, actor.language));
    return undefined;
  });

  on.submission(takeBackModal, async ({ actor, metadata, fields }) => {
    const taken = await takePointsBack(deps, { actor, ...metadata, ...fields });
    const say = progressPhrases[actor.language];
    const text = taken ? say.takenBack : say.nothingChanged;
    const view = readingModal({ title: say.points, close: say.close }, [section(text)]);
    return { next: 'show', view };
  });
};
