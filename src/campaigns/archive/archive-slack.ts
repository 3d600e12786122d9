import type { ModalView } from '@slack/types';
import type { Actor } from '../../people/actor.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import type { PastState } from '../rules.ts';
import { pastCampaigns } from '../running-campaigns.ts';
import { archiveCampaign } from './archive-campaign.ts';
import { archiveButton, pastButton, pastModal } from './archive-controls.ts';
import { pastView } from './archive-views.ts';

/** The campaigns that are over, and archiving them. */
export const registerArchiveListeners: RegisterListeners = (on, deps) => {
  const page = async (
    actor: Actor,
    at: { state: PastState; from: number },
    archivedCode?: string,
  ): Promise<ModalView> => {
    const reader = { language: actor.language, zone: deps.zone };
    return pastView(await pastCampaigns(deps, actor, at), reader, archivedCode);
  };

  on.button(pastButton, async ({ actor, value, showModal }) => {
    await showModal(await page(actor, { ...value, from: 0 }));
    return undefined;
  });

  on.submission(pastModal, async ({ actor, metadata }) => ({
    next: 'show',
    view: await page(actor, metadata),
  }));

  on.button(archiveButton, async ({ actor, value, showModal }) => {
    const { campaignId, from } = value;
    const code = await archiveCampaign(deps, { actor, campaignId });
    await showModal(await page(actor, { state: 'reviewed', from }, code));
    return undefined;
  });
};
