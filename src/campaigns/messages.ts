import { z } from 'zod';
import { messageKind } from '../jobs/kinds.ts';

// The subject of each is the campaign.

const nothing = z.object({});

/** To the author: the draft as it will be seen, with what can be done with it. */
export const preview = messageKind('campaigns.preview', nothing);

/** In each chosen channel, redrawn as people join and when the campaign ends. */
export const announcement = messageKind('campaigns.announcement', nothing);

/** In each chosen channel, once, some days before the end; redrawn without its button after it. */
export const reminder = messageKind('campaigns.reminder', z.object({ channelId: z.string() }));

/** In each chosen channel, once, after the end. */
export const closing = messageKind('campaigns.closing', nothing);

/** To the author: a channel did not take the announcement. */
export const undelivered = messageKind(
  'campaigns.undelivered',
  z.object({
    /** The outgoing message that failed. */
    messageId: z.uuid(),
    channelId: z.string(),
    /** Slack's word, such as `not_in_channel`. */
    reason: z.string(),
  }),
);
