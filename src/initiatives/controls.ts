import { z } from 'zod';
import { isCalendarDate } from '../rulebook/calendar.ts';
import { buttonKind, modalKind } from '../slack/kinds.ts';
import { Description, MOST_AUTHORS, Words } from './draft-content.ts';

/** Opens the whole file of an initiative. */
export const viewButton = buttonKind('initiatives.view', z.object({ initiativeId: z.uuid() }));

/** Opens the form in which the secretary records the decision that follows a vote. */
export const decisionButton = buttonKind(
  'initiatives.decision',
  z.object({ initiativeId: z.uuid(), ballotId: z.uuid() }),
);

/** Leaves the draft aside and opens an empty form. */
export const beginAnewButton = buttonKind(
  'initiatives.begin_anew',
  z.object({ draftId: z.uuid() }),
);

const Form = z.object({
  /** Becomes the initiative's id. */
  draftId: z.uuid(),
  /** Place in Slack's stack of modals, 1 to 3: the next step is laid on top while there is room. */
  depth: z.number().int().min(1).max(3),
});

/** Step 1: what the initiative is. */
export const descriptionModal = modalKind('initiatives.describe', {
  metadata: Form.extend({ replaces: z.uuid().nullable() }),
  fields: Description,
});

/** Step 2: whose it is and what it brings. */
export const attributionModal = modalKind('initiatives.attribute', {
  metadata: Form,
  fields: z.object({
    authors: z.array(z.string()).min(1).max(MOST_AUTHORS),
    outsideAuthors: Words.optional(),
    benefits: Words,
    benefitsByUsers: Words.optional(),
    conditions: Words.optional(),
    investor: Words.optional(),
    confidential: Words.optional(),
  }),
});

/** Step 3: the shares, in fields `share_0`, `share_1` …; none for a single author. */
export const sharesModal = modalKind('initiatives.shares', {
  metadata: Form.extend({ savedAt: z.iso.datetime(), authors: z.number().int().min(1) }),
  fields: z.record(z.string(), z.string().optional()),
});

/** The decision that follows a vote. */
export const decisionModal = modalKind('initiatives.decide', {
  metadata: z.object({
    initiativeId: z.uuid(),
    ballotId: z.uuid(),
    kind: z.enum(['recognised', 'refused']),
  }),
  fields: z.object({
    number: z.string().max(100),
    decidedOn: z.string().refine(isCalendarDate),
    signatory: z.string().max(200),
    reason: Words.optional(),
  }),
});
