import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';

// The buttons and modals of urging.

const Campaign = z.object({ campaignId: z.uuid() });

/** Opens who is late in a campaign, for those who organise it. */
export const chasingButton = buttonKind('campaign_chasing', Campaign);

export const urgeButton = buttonKind(
  'campaign_urge',
  z.object({ campaignId: z.uuid(), unitId: z.uuid() }),
);

/** A further page of it. */
export const chasingModal = modalKind('campaign_chasing_page', {
  metadata: z.object({ campaignId: z.uuid(), from: z.int() }),
  fields: z.object({}),
});
