import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { PROGRESS_LIMITS } from './progress-rules.ts';

// The buttons and modals of the progress of campaigns, and what each carries.

const Campaign = z.object({ campaignId: z.uuid() });
const written = (most: number) => z.string().normalize().trim().min(1).max(most);

export const rankingButton = buttonKind('campaign_ranking', Campaign);
export const rankingFileButton = buttonKind('campaign_ranking_file', Campaign);
export const postRankingButton = buttonKind('campaign_post_ranking', Campaign);
export const rankingRhythmButton = buttonKind('campaign_ranking_rhythm', Campaign);
export const rankingRhythmModal = modalKind('campaign_ranking_rhythm_form', {
  metadata: Campaign,
  fields: z.object({ every: z.enum(['none', 'week', 'month']) }),
});
export const indicatorsButton = buttonKind('campaign_indicators', Campaign);
/** `asOf`: the day that is late, and `unitId` the unit, where the press is about one. */
export const figuresButton = buttonKind(
  'campaign_figures',
  Campaign.extend({ asOf: z.iso.date().optional(), unitId: z.uuid().optional() }),
);

/** Sends a ranking that a channel did not take again. */
export const resendRankingButton = buttonKind(
  'campaign_resend_ranking',
  z.object({ rankingId: z.uuid(), messageId: z.uuid(), channelId: z.string() }),
);

/** A further page of the ranking. */
export const rankingModal = modalKind('campaign_ranking_page', {
  metadata: z.object({ campaignId: z.uuid(), from: z.int() }),
  fields: z.object({}),
});

/** Opens the form of an indicator; null: of a new one. */
export const indicatorButton = buttonKind(
  'campaign_indicator',
  z.object({ campaignId: z.uuid(), indicatorId: z.uuid().nullable() }),
);

export const indicatorModal = modalKind('campaign_indicator_form', {
  metadata: z.object({
    campaignId: z.uuid(),
    indicatorId: z.uuid(),
    mark: z.string().nullable(),
  }),
  fields: z.object({
    name: written(PROGRESS_LIMITS.name),
    measure: written(PROGRESS_LIMITS.measure),
    direction: z.enum(['more', 'less']),
    target: z.string().max(PROGRESS_LIMITS.amount).default(''),
    targets: z.string().max(PROGRESS_LIMITS.targets).default(''),
    weight: z.string().max(3),
    reason: z.string().max(PROGRESS_LIMITS.reason).default(''),
    remove: z.array(z.literal('yes')).default([]),
  }),
});

/** For which unit figures are entered. */
export const figuresUnitModal = modalKind('campaign_figures_unit', {
  metadata: Campaign.extend({ asOf: z.iso.date().optional() }),
  fields: z.object({ unit: z.uuid() }),
});

/** The figures of a unit: a field `figure_<indicator>` for each indicator. */
export const figuresModal = modalKind('campaign_figures_form', {
  metadata: z.object({ campaignId: z.uuid(), unitId: z.uuid(), mark: z.string() }),
  fields: z.object({ asOf: z.iso.date() }).catchall(z.string().optional()),
});

export const pointsButton = buttonKind('campaign_points', Campaign);
export const givePointsButton = buttonKind('campaign_give_points', Campaign);

const Given = z.object({ campaignId: z.uuid(), adjustmentId: z.uuid() });
export const givePointsModal = modalKind('campaign_give_points_form', {
  metadata: Given,
  fields: z.object({
    unit: z.uuid(),
    kind: z.enum(['bonus', 'penalty']),
    points: z.string().max(PROGRESS_LIMITS.amount),
    reason: z.string().max(PROGRESS_LIMITS.reason).default(''),
  }),
});

export const takeBackButton = buttonKind('campaign_take_points_back', Given);
export const takeBackModal = modalKind('campaign_take_points_back_form', {
  metadata: Given,
  fields: z.object({ reason: z.string().max(PROGRESS_LIMITS.reason).default('') }),
});
