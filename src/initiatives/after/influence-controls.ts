import { z } from 'zod';
import { isCalendarDate } from '../../rulebook/calendar.ts';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { Words } from '../intake/draft-content.ts';

const Request = z.object({ requestId: z.uuid() });
const Day = z.string().refine(isCalendarDate);

/** The levels above the grassroots, which others than the council of the unit recognise. */
export const INFLUENCE_LEVELS = ['ministry', 'national'] as const;

/** Opens the form in which a level of influence is asked for. */
export const proposeInfluenceButton = buttonKind(
  'initiatives.propose_influence',
  z.object({ initiativeId: z.uuid() }),
);
export const sendInfluenceButton = buttonKind('initiatives.send_influence', Request);
export const influenceRecognisedButton = buttonKind('initiatives.influence_recognised', Request);
export const influenceRefusedButton = buttonKind('initiatives.influence_refused', Request);
export const withdrawInfluenceButton = buttonKind('initiatives.withdraw_influence', Request);

export const proposeInfluenceModal = modalKind('initiatives.propose_influence_form', {
  /** `requestId` becomes the request's id. */
  metadata: Request.extend({ initiativeId: z.uuid() }),
  fields: z.object({
    level: z.enum(INFLUENCE_LEVELS),
    influence: Words,
    documents: Words.optional(),
    addressee: Words,
  }),
});

export const sendInfluenceModal = modalKind('initiatives.send_influence_form', {
  metadata: Request,
  fields: z.object({ number: z.string().max(100), dispatchedOn: Day }),
});

export const answerInfluenceModal = modalKind('initiatives.answer_influence_form', {
  metadata: Request.extend({ state: z.enum(['recognised', 'not_recognised']) }),
  fields: z.object({
    number: z.string().max(100),
    answeredOn: Day,
    signatory: z.string().max(200).optional(),
    reason: Words.optional(),
  }),
});

export const withdrawInfluenceModal = modalKind('initiatives.withdraw_influence_form', {
  metadata: Request,
  fields: z.object({ reason: Words }),
});
