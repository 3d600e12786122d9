import { z } from 'zod';
import { messageKind } from '../jobs/kinds.ts';

const nothing = z.object({});

/** Asks a person who is praised whether they may be named; about the subject, redrawn as the answer changes. */
export const consentAsked = messageKind('exemplars.consent', nothing);

/** Asks the head of a unit to endorse; about the endorsement, redrawn when it is answered. */
export const endorsementAsked = messageKind('exemplars.endorsement', nothing);

/** To communications: everybody has answered; about the exemplar, redrawn with its state. */
export const readyToEdit = messageKind('exemplars.ready', nothing);

export const NEWS = ['published', 'declined', 'withdrawn', 'back_to_edit'] as const;

/** What became of a report, to those who made it and those who are praised; about the exemplar. */
export const exemplarNews = messageKind('exemplars.news', z.object({ news: z.enum(NEWS) }));

/** In each chosen channel, redrawn as people congratulate and units copy; and when it is withdrawn. */
export const praisePost = messageKind('exemplars.post', nothing);

/** To communications: a channel did not take the post; about the exemplar. */
export const postUndelivered = messageKind(
  'exemplars.undelivered',
  z.object({
    channelId: z.string(),
    /** Slack's word, such as `not_in_channel`. */
    reason: z.string(),
  }),
);

/** That a unit copies the model: to those who are praised and their head; about the application. */
export const appliedNews = messageKind('exemplars.applied', nothing);

/** What came of models that a unit copies is to be told: in one message; about the reader. */
export const reportsDue = messageKind('exemplars.reports_due', nothing);

/** The month's exemplars in a channel; about the digest. */
export const monthDigest = messageKind('exemplars.digest', nothing);

/** Reminds a head of units without a discovery; about the reader. */
export const dutyReminder = messageKind(
  'exemplars.duty',
  z.object({ unitIds: z.array(z.uuid()), quarter: z.string() }),
);

/** To the secretary: a commendation is proposed; about the proposal, redrawn when it is settled. */
export const commendationProposed = messageKind('exemplars.commendation', nothing);

/** To the proposer: what the secretary did with it. */
export const commendationSettled = messageKind('exemplars.commendation_settled', nothing);

/** What became of each file that somebody gave. */
export const filesChecked = messageKind(
  'exemplars.files_checked',
  z.object({ kept: z.array(z.string()), refused: z.array(z.string()) }),
);
