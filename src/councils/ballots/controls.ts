import { z } from 'zod';
import { SentFile } from '../../slack/field-values.ts';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { CHOICES } from '../rules.ts';

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

export const OnSitting = z.object({ sittingId: z.uuid() });
export const comingButton = buttonKind('councils.coming', OnSitting);
export const regretsButton = buttonKind('councils.regrets', OnSitting);
export const writtenButton = buttonKind('councils.written', OnSitting);
export const regretsModal = modalKind('councils.regrets_form', {
  metadata: OnSitting,
  fields: z.object({ reason: z.string().default('') }),
});
export const rollCallButton = buttonKind('councils.roll_call', OnSitting);
export const rollCallModal = modalKind('councils.roll_call_form', {
  metadata: OnSitting,
  fields: z.object({
    present: z.array(z.uuid()).default([]),
    written: z.array(z.uuid()).default([]),
    standIns: z.array(z.uuid()).default([]),
  }),
});

/** The papers of a sitting: minutes, the count, draft decisions. */
export const MINUTES = ['sitting', 'count', 'decision'] as const;
export const minutesButtons = MINUTES.map((name) => ({
  name,
  button: buttonKind(`councils.minutes_${name}`, OnSitting),
}));

const OnSheet = z.object({ sheetId: z.uuid() });
export const openSheetButton = buttonKind(
  'councils.open_sheet',
  z.object({ sittingId: z.uuid(), itemKey: z.string(), year: z.int() }),
);
/** Opens the ballot sheet where the member left it. */
export const voteSheetButton = buttonKind('councils.vote_sheet', OnSheet, { readsRules: false });
export const sheetReceiptsButton = buttonKind('councils.sheet_receipts', OnSheet);

const Place = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
const Places = z.array(Place).default([]);
/** One page of a ballot sheet; no log tells what it carries. */
export const sheetPageModal = modalKind('councils.sheet_page', {
  metadata: OnSheet.extend({ from: z.int(), marks: z.string() }),
  fields: z.object({
    rest: z.enum(CHOICES),
    agree: Places,
    disagree: Places,
    other: Places,
  }),
});
/** The marks once more before they are handed in. */
export const sheetReviewModal = modalKind('councils.sheet_review', {
  metadata: OnSheet.extend({ marks: z.string() }),
  fields: z.object({ what: z.enum(['cast', 'again']), opinion: z.string().max(2000).default('') }),
});

/** The member's own words, with "other opinion" in an open ballot. */
export const opinionModal = modalKind('councils.opinion', {
  metadata: OnBallot,
  fields: z.object({ opinion: z.string().min(1).max(2000) }),
});

/** Epoch seconds, as Slack's date-time picker gives them. */
export const Instant = z.int().transform((seconds) => new Date(seconds * 1000));

/** `cstdcs:2026` */
const TitleOfYear = z
  .string()
  .regex(/^[a-z0-9_]+:\d{4}$/)
  .transform((key) => {
    const [itemKey = '', year] = key.split(':');
    return { itemKey, year: Number(year) };
  });

/** What a form puts on an agenda. */
export const AgendaFields = {
  initiatives: z.array(z.uuid()).default([]),
  nominations: z.array(TitleOfYear).default([]),
  /** One item a line. */
  others: z
    .string()
    .max(3000)
    .default('')
    .transform((text) => text.split('\n').flatMap((line) => line.trim() || [])),
};

export const sittingModal = modalKind('councils.sitting', {
  metadata: z.object({}),
  fields: z.object({
    council: z.uuid(),
    startsAt: Instant,
    place: z.string().min(1).max(200),
    ...AgendaFields,
    documents: z.string().max(1000).default(''),
    files: z.array(SentFile).default([]),
    holds: z.array(z.literal('yes')).default([]),
    channel: z.string().optional(),
  }),
});

export const sheetModal = modalKind('councils.sheet', {
  metadata: z.object({ sittingId: z.uuid(), itemKey: z.string(), year: z.int() }),
  fields: z.object({ method: z.enum(['open', 'secret']), closesAt: Instant }),
});

export const ballotModal = modalKind('councils.ballot', {
  metadata: z.object({ agendaItemId: z.uuid() }),
  fields: z.object({ method: z.enum(['open', 'secret']), closesAt: Instant }),
});
