import { z } from 'zod';
import { isCalendarDate } from '../rulebook/calendar.ts';
import { buttonKind, modalKind } from '../slack/kinds.ts';
import { Basics, Extras, MOST_AUTHORS, Substance, Words } from './intake/draft-content.ts';
import { Evidence } from './intake/intake-controls.ts';

/** Opens the whole file of an initiative. */
export const viewButton = buttonKind('initiatives.view', z.object({ initiativeId: z.uuid() }));

/** Opens the form in which the secretary records the decision that follows a vote. */
export const decisionButton = buttonKind(
  'initiatives.decision',
  z.object({ initiativeId: z.uuid(), ballotId: z.uuid() }),
);

const Form = z.object({
  /** Becomes the initiative's id. */
  draftId: z.uuid(),
  /** Place in Slack's stack of modals, 1 to 3: the next step is laid on top while there is room. */
  depth: z.number().int().min(1).max(3),
});

/** Step 1: what the initiative is called and about, and whose it is. */
export const descriptionModal = modalKind('initiatives.describe', {
  metadata: Form,
  fields: Basics.extend({
    authors: z.array(z.string()).min(1).max(MOST_AUTHORS),
    outsideAuthors: Words.optional(),
  }),
});

/** Step 2: the shares, in fields `share_0`, `share_1` … (none for a single author), how it works and what it brings. */
export const substanceModal = modalKind('initiatives.substance', {
  metadata: Form.extend({ savedAt: z.iso.datetime(), authors: z.number().int().min(1) }),
  fields: Substance.catchall(z.string().optional()),
});

/** Step 3: what else the request has, and the evidence. */
export const particularsModal = modalKind('initiatives.particulars', {
  metadata: Form.extend({ savedAt: z.iso.datetime() }),
  fields: Extras.extend(Evidence.shape),
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
