import { z } from 'zod';
import { isCalendarDate } from '../rulebook/calendar.ts';
import { buttonKind, modalKind } from '../slack/kinds.ts';
import { Description, MOST_AUTHORS, Particulars, Words } from './draft-content.ts';

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

/** Step 1: what the initiative is and whose. */
export const descriptionModal = modalKind('initiatives.describe', {
  metadata: Form.extend({ replaces: z.uuid().nullable() }),
  fields: Description.extend({
    authors: z.array(z.string()).min(1).max(MOST_AUTHORS),
    outsideAuthors: Words.optional(),
  }),
});

/** Step 2: the shares, in fields `share_0`, `share_1` … (none for a single author), and what it brings. */
export const particularsModal = modalKind('initiatives.particulars', {
  metadata: Form.extend({ savedAt: z.iso.datetime(), authors: z.number().int().min(1) }),
  fields: Particulars.catchall(z.string().optional()),
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
