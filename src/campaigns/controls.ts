import { z } from 'zod';
import { RHYTHMS } from '../rulebook/campaign-schema.ts';
import { SentFile } from '../slack/field-values.ts';
import { buttonKind, modalKind } from '../slack/kinds.ts';
import { LIMITS } from './rules.ts';

// The buttons and modals of campaigns, and what each carries.

const Draft = z.object({ campaignId: z.uuid(), mark: z.string() });
const Campaign = z.object({ campaignId: z.uuid() });
const Submission = z.object({ submissionId: z.uuid(), mark: z.string() });

/** `unitId`: for whom the form is about to be filled in, where that is known. */
export const joinButton = buttonKind(
  'campaign_join',
  Campaign.extend({ unitId: z.uuid().optional() }),
);
export const publishButton = buttonKind('campaign_publish', Draft);
export const submitButton = buttonKind('campaign_submit', Draft);
export const recallButton = buttonKind('campaign_recall', Campaign);
export const amendButton = buttonKind('campaign_amend', Draft);
export const announcingButton = buttonKind('campaign_announcing', Draft);
export const discardButton = buttonKind('campaign_discard', Campaign);
export const approveButton = buttonKind('campaign_approve', Submission);
export const returnButton = buttonKind('campaign_return', Submission);
export const editButton = buttonKind('campaign_edit', Campaign);
export const withdrawButton = buttonKind('campaign_withdraw', Campaign);
export const resendButton = buttonKind(
  'campaign_resend',
  z.object({ campaignId: z.uuid(), messageId: z.uuid(), channelId: z.string() }),
);

const Kind = z.enum(['regular', 'thematic', 'ad_hoc']);
/** How units are urged; fields of two forms. */
const chasingFields = {
  pledgeBy: z.iso.date().optional(),
  figuresEvery: z.enum(RHYTHMS),
  escalateDays: z.string().default(''),
};
const Audience = z.enum(['collectives', 'persons', 'both']);
const written = (most: number) => z.string().normalize().trim().min(1).max(most);

/** The units addressed: an external select, whose name is its action id too. */
export const SCOPE = 'campaign_scope';

/** A form that writes one draft through its steps. */
const Form = z.object({
  campaignId: z.uuid(),
  formKey: z.string(),
  /** The mark of the draft when it was opened; null: it is new. */
  seen: z.string().nullable(),
  /** Where it was opened: the channel that is proposed. */
  channelId: z.string().nullable(),
});
export type FormMetadata = z.infer<typeof Form>;

/** The first step: who, for whom and when. */
export const essentialsModal = modalKind('campaign_essentials', {
  metadata: z.object({
    form: Form,
    /** The launching unit where there is no choice; else it is a field. */
    unitId: z.uuid().nullable(),
  }),
  fields: z.object({
    unit: z.uuid().optional(),
    name: written(LIMITS.name),
    kind: Kind,
    audience: Audience,
    [SCOPE]: z.array(z.uuid()).default([]),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    contact: z.string(),
  }),
});

/** The second step: the texts. It carries the first along; what both say is kept when it is sent. */
export const textsModal = modalKind('campaign_texts', {
  metadata: z.object({
    form: Form,
    essentials: z.object({
      unitId: z.uuid(),
      name: written(LIMITS.name),
      kind: Kind,
      audience: Audience,
      scopeUnitIds: z.array(z.uuid()),
      startsOn: z.iso.date(),
      endsOn: z.iso.date(),
      contactId: z.uuid(),
    }),
  }),
  fields: z.object({
    basis: written(LIMITS.basis),
    objective: written(LIMITS.objective),
    content: written(LIMITS.content),
    measures: written(LIMITS.measures),
    criteria: written(LIMITS.criteria),
  }),
});

/** The third step: how it is organised. */
export const organisingModal = modalKind('campaign_organising', {
  metadata: z.object({ form: Form }),
  fields: z.object({
    checks: z.string().default(''),
    midtermOn: z.iso.date().optional(),
    finalReviewOn: z.iso.date().optional(),
    rewards: written(LIMITS.rewards).optional(),
    prizes: z.string().default(''),
    budget: z.string().default(''),
    budgetSource: written(LIMITS.budgetSource).optional(),
    channels: z.array(z.string()).default([]),
    ...chasingFields,
  }),
});

/** How a draft will be announced. */
export const announcingModal = modalKind('campaign_announcing_form', {
  metadata: Draft,
  fields: z.object({
    launchAt: z.int().optional(),
    toPersons: z.array(z.literal('yes')).default([]),
    mention: z.array(z.literal('yes')).default([]),
    keepPicture: z.array(z.literal('yes')).default([]),
    picture: z.array(SentFile).default([]),
    pictureAlt: written(LIMITS.pictureAlt).optional(),
  }),
});

export const returnModal = modalKind('campaign_return_form', {
  metadata: Submission,
  fields: z.object({ reason: z.string().max(LIMITS.reason).default('') }),
});

/** Changing a launched campaign. */
export const editModal = modalKind('campaign_edit_form', {
  metadata: Draft,
  fields: z.object({
    endsOn: z.iso.date(),
    finalReviewOn: z.iso.date().optional(),
    contact: z.string(),
    objective: written(LIMITS.objective),
    content: written(LIMITS.content),
    measures: written(LIMITS.measures),
    criteria: written(LIMITS.criteria),
    rewards: written(LIMITS.rewards),
    ...chasingFields,
    keepPicture: z.array(z.literal('yes')).default([]),
    picture: z.array(SentFile).default([]),
    pictureAlt: written(LIMITS.pictureAlt).optional(),
    note: z.string().max(LIMITS.note).default(''),
  }),
});

export const withdrawModal = modalKind('campaign_withdraw_form', {
  metadata: Campaign,
  fields: z.object({ reason: z.string().max(LIMITS.reason).default('') }),
});
