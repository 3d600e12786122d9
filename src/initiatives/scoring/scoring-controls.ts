import { z } from 'zod';
import { isCalendarDate } from '../../rulebook/calendar.ts';
import { buttonKind, modalKind } from '../../slack/kinds.ts';

const OnScoring = z.object({ scoringId: z.uuid() });
/** A scoring keeps the sheet under which it was opened. */
const asOpened = { readsRules: false };

/** Opens the form that begins a scoring, or its progress when one is open. */
export const openScoringButton = buttonKind(
  'initiatives.open_scoring',
  z.object({ initiativeId: z.uuid() }),
);
export const scoreButton = buttonKind('initiatives.score', OnScoring, asOpened);
/** Shows what others gave; from then on one's own scorecard is fixed. */
export const scoresButton = buttonKind('initiatives.scores', OnScoring, asOpened);
export const conflictButton = buttonKind('initiatives.declare_conflict', OnScoring, asOpened);
export const progressButton = buttonKind('initiatives.scoring_progress', OnScoring, asOpened);
export const closeScoringButton = buttonKind('initiatives.close_scoring', OnScoring, asOpened);
export const stopScoringButton = buttonKind('initiatives.stop_scoring', OnScoring, asOpened);
export const stopScoringModal = modalKind('initiatives.stop_scoring_form', {
  metadata: OnScoring,
  fields: z.object({ reason: z.string().trim().default('') }),
});
export const scoreFileButton = buttonKind('initiatives.score_file', OnScoring, asOpened);
/** The score sheets to be signed: all of them for the secretary, one's own for a member. */
export const scoreSheetsButton = buttonKind('initiatives.score_sheets', OnScoring, asOpened);

const Plan = z.object({
  council: z.uuid(),
  sheet: z.string(),
  lastDay: z.string().refine(isCalendarDate),
});

/** Step 1: which council, by which sheet, until when. */
export const scoringPlanModal = modalKind('initiatives.scoring_plan', {
  metadata: z.object({ initiativeId: z.uuid() }),
  fields: Plan.extend({ stateInvested: z.array(z.literal('yes')).optional() }),
});

/** Step 2: who scores and who does not; those who declared a conflict are named. */
export const scoringPanelModal = modalKind('initiatives.scoring_panel', {
  metadata: Plan.extend({
    initiativeId: z.uuid(),
    stateInvested: z.boolean(),
    /** Of the panel that is shown. */
    mark: z.string(),
  }),
  fields: z.object({ declared: z.array(z.uuid()).optional() }),
});

/** The sheet: a field `mark_<criterion>` for each criterion. */
export const scorecardModal = modalKind('initiatives.scorecard', {
  metadata: OnScoring,
  fields: z
    .object({
      comment: z
        .string()
        .max(3000)
        .transform((text) => text.normalize('NFC'))
        .optional(),
      what: z.enum(['send', 'draft']),
    })
    .catchall(z.string().optional()),
});
