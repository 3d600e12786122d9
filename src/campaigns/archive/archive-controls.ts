import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { PAST_STATES } from '../rules.ts';

// The buttons and the modal of campaigns that are over.

const State = z.enum(PAST_STATES);

/** Opens the first page of those that came to one end. */
export const pastButton = buttonKind('campaign_past', z.object({ state: State }));
export const archiveButton = buttonKind(
  'campaign_archive',
  z.object({ campaignId: z.uuid(), from: z.int().min(0) }),
);

/** A page of them; sending it brings the next, the last one the first. */
export const pastModal = modalKind('campaign_past_list', {
  metadata: z.object({ state: State, from: z.int().min(0) }),
  fields: z.object({}),
});
