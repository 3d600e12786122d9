import { z } from 'zod';
import { buttonKind, modalKind } from '../slack/kinds.ts';

const OnBallot = z.object({ ballotId: z.uuid() });

// Which of the three was pressed is the choice, and no log may tell it.
/** The ballot keeps the rule under which it was opened. */
const vote = { logName: 'councils.vote', readsRules: false };
export const agreeButton = buttonKind('councils.agree', OnBallot, vote);
export const disagreeButton = buttonKind('councils.disagree', OnBallot, vote);
export const otherButton = buttonKind('councils.other', OnBallot, vote);
export const receiptsButton = buttonKind('councils.receipts', OnBallot);
export const conveneButton = buttonKind('councils.convene', z.object({}));
export const openBallotButton = buttonKind(
  'councils.open_ballot',
  z.object({ agendaItemId: z.uuid() }),
);

/** The member's own words, with "other opinion" in an open ballot. */
export const opinionModal = modalKind('councils.opinion', {
  metadata: OnBallot,
  fields: z.object({ opinion: z.string().min(1).max(2000) }),
});

/** Epoch seconds, as Slack's date-time picker gives them. */
const Instant = z.int().transform((seconds) => new Date(seconds * 1000));

export const sittingModal = modalKind('councils.sitting', {
  metadata: z.object({}),
  fields: z.object({
    council: z.uuid(),
    startsAt: Instant,
    place: z.string().min(1).max(200),
    initiatives: z.array(z.uuid()).default([]),
    /** `cstdcs:2026` */
    nominations: z.array(z.string().regex(/^[a-z0-9_]+:\d{4}$/)).default([]),
    others: z.string().max(3000).default(''),
    channel: z.string().optional(),
  }),
});

export const ballotModal = modalKind('councils.ballot', {
  metadata: z.object({ agendaItemId: z.uuid() }),
  fields: z.object({ method: z.enum(['open', 'secret']), closesAt: Instant }),
});
