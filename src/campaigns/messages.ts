import { z } from 'zod';
import { fileKind, messageKind } from '../jobs/kinds.ts';

// The subject of each is the campaign, but for what is about one submission of its plan.

const nothing = z.object({});

/** To the author: the draft as it will be seen, with what can be done with it. */
export const preview = messageKind('campaigns.preview', nothing);

/** To those who may launch: the whole plan, to approve or return. The subject is the submission. */
export const approvalCard = messageKind('campaigns.approval', nothing);

/** To the author: what became of a submission. The subject is the submission. */
export const settledNews = messageKind('campaigns.settled', nothing);

/** To the author: the launch at its time came to nothing, and the plan is a draft again. */
export const lapsed = messageKind('campaigns.lapsed', nothing);

/** In each chosen channel, redrawn as people join and when the campaign changes or ends. */
export const announcement = messageKind('campaigns.announcement', nothing);

/** To everybody in its scope, if so wished; redrawn when the campaign changes or ends, not as people join. */
export const direct = messageKind('campaigns.direct', nothing);

/** In each chosen channel, once for each end, some days before it; redrawn without its button after it. */
export const reminder = messageKind('campaigns.reminder', z.object({ channelId: z.string() }));

/** In each chosen channel, once, after the end. */
export const closing = messageKind('campaigns.closing', nothing);

/** In each chosen channel: a ranking as it was posted on a day. The subject is that ranking. */
export const rankingPosted = messageKind('campaigns.ranking', nothing);

/** To those who joined, for themselves or their unit, once: the campaign was withdrawn. */
export const withdrawn = messageKind('campaigns.withdrawn', nothing);

/** To a head, once a day when there is something new: the pledges that wait. The subject is the head. */
export const pledgesWaiting = messageKind(
  'campaigns.pledges_waiting',
  z.object({ pledgeIds: z.array(z.uuid()) }),
);

/** The list of pledges as a workbook. */
export const pledgeFile = fileKind('campaigns.pledges', z.object({ campaignId: z.uuid() }));

/** To a person: their pledge was returned. The subject is the pledge. */
export const pledgeReturned = messageKind('campaigns.pledge_returned', nothing);

/** What a message names as late. */
const Named = z.object({
  named: z.array(
    z.object({
      campaignId: z.uuid(),
      unitId: z.uuid(),
      matter: z.enum(['pledge', 'figures', 'mending']),
      subjectId: z.uuid(),
      period: z.iso.date(),
    }),
  ),
});

/** To whoever answers for units that are late: with what, once for each period. The subject is the reader. */
export const urging = messageKind('campaigns.urging', Named);

/** To the level above: which units are late still. The subject is the reader. */
export const escalation = messageKind('campaigns.escalation', Named);

/** To one who checks: some working days before, on the day, and after it without findings. The subject is the check. */
export const checkComing = messageKind(
  'campaigns.check_coming',
  z.object({ stage: z.enum(['before', 'day', 'late']) }),
);

/** To the head of units that will be checked. The subject is the check. */
export const checkAhead = messageKind(
  'campaigns.check_ahead',
  z.object({ unitIds: z.array(z.uuid()) }),
);

/** To those who check, and to heads who were told of it when it is struck: it was moved, struck, or is off with its campaign. The subject is the check. */
export const checkChanged = messageKind(
  'campaigns.check_changed',
  z.object({
    /** Null: it was struck, or its campaign was withdrawn. */
    to: z.iso.date().nullable(),
    from: z.iso.date(),
    reason: z.string(),
  }),
);

/** To the head of a unit: what a check found there. The subject is the unit's part of the check. */
export const findings = messageKind('campaigns.findings', nothing);

/** To those who check: what a unit says that it mended. The subject is that answer. */
export const mendingTold = messageKind('campaigns.mending_told', nothing);

/** To the head of the unit: whether it was accepted. The subject is that answer. */
export const mendingSettled = messageKind('campaigns.mending_settled', nothing);

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

/** To who posted a ranking: a channel did not take it. The subject is that ranking. */
export const rankingUndelivered = messageKind(
  'campaigns.ranking_undelivered',
  z.object({ messageId: z.uuid(), channelId: z.string(), reason: z.string() }),
);

const Review = z.object({ kind: z.enum(['midterm', 'final']) });

/** To those who write plans for its unit: a review is soon due, due, or late. The subject is the campaign. */
export const reviewDue = messageKind(
  'campaigns.review_due',
  Review.extend({ stage: z.enum(['soon', 'due', 'late']), day: z.iso.date() }),
);

/** To those who may finish it: the text of a review is there. The subject is that review. */
export const reviewReady = messageKind('campaigns.review_ready', nothing);

/** To who wrote a mid-term review: the final one was finished before it. The subject is the mid-term one. */
export const reviewLapsed = messageKind('campaigns.review_lapsed', nothing);

/** In each chosen channel: what a review found. The subject is that review. */
export const reviewPosted = messageKind('campaigns.review', nothing);

/** To the secretary: the commendations that a final review proposes. The subject is that review. */
export const rewardsProposed = messageKind('campaigns.rewards_proposed', nothing);

/** The report of a review, drafted from the data. */
export const reviewFile = fileKind(
  'campaigns.review_report',
  Review.extend({ campaignId: z.uuid() }),
);
