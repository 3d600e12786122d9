import { z } from 'zod';
import { isCalendarDate } from '../../rulebook/calendar.ts';
import { LIMITS, MOST_PERSONS } from '../rules.ts';

/** A person's own words: one form of Unicode, so that searching finds them. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .transform((text) => text.normalize('NFC'));

const Day = z.string().refine(isCalendarDate);

/** Whom and when: the first step of the form. */
export const Named = z.object({
  kind: z.enum(['good_deed', 'advanced_model']),
  personIds: z.array(z.uuid()).max(MOST_PERSONS),
  /** A collective that is praised beside them, or alone. */
  unitId: z.uuid().nullable(),
  happenedOn: Day,
  endedOn: Day.nullable(),
});
export type Named = z.infer<typeof Named>;

/** What was done: the second step. */
export const Told = z.object({
  deed: words(LIMITS.deed),
  place: words(LIMITS.place),
  result: words(LIMITS.result),
  beneficiaries: words(LIMITS.beneficiaries),
  method: words(LIMITS.method).optional(),
});
export type Told = z.infer<typeof Told>;

/** Where it is known from: the third step, beside the files. */
export const Known = z.object({
  source: z.enum(['colleague', 'citizen', 'leader', 'inspection', 'press', 'other']),
  field: z.enum([
    'collection',
    'benefits',
    'health_insurance',
    'one_stop',
    'communication',
    'administration',
    'community',
    'other',
  ]),
  citizens: words(LIMITS.citizens).optional(),
});
export type Known = z.infer<typeof Known>;

/** What is kept of a form that is not sent yet: any part may be missing still. */
export const DraftContent = z.object({
  named: Named.partial(),
  told: Told.partial(),
  /** It began as somebody's message; `cut` when that was longer than a field takes. */
  fromMessage: z.object({ cut: z.boolean() }).optional(),
});
export type DraftContent = z.infer<typeof DraftContent>;
