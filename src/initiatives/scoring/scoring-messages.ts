import { z } from 'zod';
import { fileKind, messageKind } from '../../jobs/kinds.ts';

const nothing = z.object({});

/** To each member who scores; afterwards it shows how their scorecard stands, then the outcome. Subject: the scoring. */
export const scoringInvitation = messageKind('initiatives.scoring_invitation', nothing);
/** To each excluded member: why they do not score. Subject: the scoring. */
export const scoringExclusion = messageKind('initiatives.scoring_exclusion', nothing);
/** To the secretary who opened it: who has sent, then the outcome. Subject: the scoring. */
export const scoringProgress = messageKind('initiatives.scoring_progress', nothing);
/** To the secretary who opened it: that it is closed, with the outcome and what comes next. Subject: the scoring. */
export const scoringOutcome = messageKind('initiatives.scoring_outcome', nothing);
/** To a member whose scorecard is not in, once, before the last day. Subject: the scoring. */
export const scoringReminder = messageKind('initiatives.scoring_reminder', nothing);

/** Score sheets to be signed, as .docx: with the summary for who runs the scoring, else one's own. */
export const scoreSheets = fileKind('initiatives.score_sheets', z.object({ scoringId: z.uuid() }));
/** All scorecards and the outcome as a workbook. */
export const scoreFile = fileKind('initiatives.scores', z.object({ scoringId: z.uuid() }));
