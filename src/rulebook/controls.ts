import { z } from 'zod';
import { buttonKind, modalKind } from '../slack/kinds.ts';
import { TOPICS } from './rule-entry.ts';

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

/** Shows the rules of one group; with the words that were searched for, those that match. */
export const topicButtons = TOPICS.map((topic) => ({
  topic,
  button: buttonKind(
    `rulebook.topic_${topic}`,
    z.object({ topic: z.enum(TOPICS), on: z.iso.date() }),
  ),
}));
export const overrideButton = buttonKind('rulebook.override', z.object({ rule: z.string() }));
export const withdrawOverrideButton = buttonKind(
  'rulebook.withdraw_override',
  z.object({ id: z.uuid() }),
);

export const overrideModal = modalKind('rulebook.override_form', {
  metadata: z.object({ rule: z.string() }),
  fields: z.object({
    value: z.string().default(''),
    documentNumber: z.string().trim().min(1),
    documentDate: z.iso.date(),
    from: z.iso.date(),
    to: z.iso.date().optional(),
    reason: z.string(),
  }),
});

/** Opens the form that records which work an award was given for; the secretary's, kept by initiatives. */
export const recordUse = buttonKind(
  'rulebook.record_use',
  z.object({ personId: z.uuid(), award: z.string(), year: z.int() }),
);
