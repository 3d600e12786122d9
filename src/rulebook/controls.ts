import { z } from 'zod';
import { buttonKind, modalKind } from '../slack/kinds.ts';

/** Opens the form again. */
export const anotherButton = buttonKind('rulebook.another', z.object({ year: z.int() }));

/** `forWhom`: `me`, or the id of a unit that the actor heads or looks after. */
export const eligibilityModal = modalKind('rulebook.eligibility', {
  metadata: z.object({}),
  fields: z.object({
    award: z.string(),
    year: z
      .string()
      .regex(/^\d{4}$/)
      .transform(Number),
    forWhom: z.union([z.literal('me'), z.uuid()]).default('me'),
    person: z.string().optional(),
  }),
});
