import { z } from 'zod';
import { buttonKind, modalKind } from '../slack/kinds.ts';
import { LIMITS } from './rules.ts';

// The buttons and modals of campaigns, and what each carries.

const Draft = z.object({ campaignId: z.uuid(), mark: z.string() });

export const joinButton = buttonKind('campaign_join', z.object({ campaignId: z.uuid() }));
export const publishButton = buttonKind('campaign_publish', Draft);
export const amendButton = buttonKind('campaign_amend', Draft);
export const discardButton = buttonKind('campaign_discard', z.object({ campaignId: z.uuid() }));
export const resendButton = buttonKind(
  'campaign_resend',
  z.object({ campaignId: z.uuid(), messageId: z.uuid(), channelId: z.string() }),
);

const Kind = z.enum(['regular', 'thematic', 'ad_hoc']);
const Audience = z.enum(['collectives', 'persons', 'both']);
const written = (most: number) => z.string().normalize().trim().min(1).max(most);

/** The first step: who, when and where. */
export const essentialsModal = modalKind('campaign_essentials', {
  metadata: z.object({
    amends: Draft.nullable(),
    /** The launching unit where there is no choice; else it is a field. */
    unitId: z.uuid().nullable(),
  }),
  fields: z.object({
    unit: z.uuid().optional(),
    name: written(LIMITS.name),
    kind: Kind,
    audience: Audience,
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    contact: z.string(),
    channels: z.array(z.string()),
  }),
});

/** The second step: the texts. It carries the first along. */
export const textsModal = modalKind('campaign_texts', {
  metadata: z.object({
    amends: Draft.nullable(),
    essentials: z.object({
      unitId: z.uuid(),
      name: written(LIMITS.name),
      kind: Kind,
      audience: Audience,
      startsOn: z.iso.date(),
      endsOn: z.iso.date(),
      contactId: z.uuid(),
      channelIds: z.array(z.string()),
    }),
  }),
  fields: z.object({
    basis: written(LIMITS.basis),
    objective: written(LIMITS.objective),
    content: written(LIMITS.content),
    criteria: written(LIMITS.criteria),
    rewards: written(LIMITS.rewards).optional(),
  }),
});

/** The value of the choice "for myself"; the others are unit ids. */
export const SELF = 'self';

/** For whom a head joins. */
export const joinModal = modalKind('campaign_join_for', {
  metadata: z.object({ campaignId: z.uuid() }),
  fields: z.object({ joiners: z.array(z.union([z.literal(SELF), z.uuid()])).min(1) }),
});
