import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { Words } from '../intake/draft-content.ts';

/** Opens the form that records what the works of its authors were counted for. */
export const useOfInitiativeButton = buttonKind(
  'initiatives.record_use',
  z.object({ initiativeId: z.uuid() }),
);

const Use = z.object({
  workId: z.uuid(),
  personId: z.uuid(),
  title: z.string(),
  year: z.int(),
});

export const withdrawUseButton = buttonKind('initiatives.withdraw_use', Use);

/** Of a work with its author, as a menu carries it. */
export const AuthorOfWork = z.object({ workId: z.uuid(), personId: z.uuid() });

export const recordUseModal = modalKind('initiatives.record_use_form', {
  metadata: z.object({}),
  fields: z.object({
    /** `AuthorOfWork` as JSON. */
    authorOfWork: z.string(),
    award: z.string(),
    year: z
      .string()
      .regex(/^\d{4}$/)
      .transform(Number),
    decisionNumber: z.string().max(100).optional(),
  }),
});

/** Asks whether a work that was used before is meant to be used again. */
export const confirmUseModal = modalKind('initiatives.confirm_use', {
  metadata: Use.extend({
    decisionNumber: z.string().nullable(),
    /** The uses that the question named. */
    seen: z.array(z.string()),
  }),
  fields: z.object({}),
});

export const withdrawUseModal = modalKind('initiatives.withdraw_use_form', {
  metadata: Use,
  fields: z.object({ reason: Words }),
});
