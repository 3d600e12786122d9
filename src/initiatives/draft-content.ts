import { z } from 'zod';
import { isCalendarDate } from '../rulebook/calendar.ts';

/** Slack takes no more in one input. */
export const LONG_TEXT = 3000;
/** One number field each must still be fit for a phone. */
export const MOST_AUTHORS = 20;

/** A person's own words: one form of Unicode, so that searching finds them. */
export const Words = z
  .string()
  .max(LONG_TEXT)
  .transform((text) => text.normalize('NFC'));

/** The first step of the form. */
export const Description = z.object({
  title: Words,
  kind: z.enum(['technical', 'managerial', 'operational', 'technology_transfer']),
  field: Words,
  firstAppliedOn: z.string().refine(isCalendarDate),
  priorState: Words,
  essence: Words,
});
export type Description = z.infer<typeof Description>;

/** The second step, after its authors were looked up. */
export const Attribution = z.object({
  personIds: z.array(z.uuid()).min(1),
  outside: z.array(
    z.object({ name: z.string(), workplace: z.string(), share: z.number().nullable() }),
  ),
  benefits: Words,
  benefitsByUsers: Words.optional(),
  conditions: Words.optional(),
  investor: Words.optional(),
  confidential: Words.optional(),
});
export type Attribution = z.infer<typeof Attribution>;

/** What is kept of a form that is not handed in yet. */
export const DraftContent = z.object({
  description: Description,
  attribution: Attribution.optional(),
});
export type DraftContent = z.infer<typeof DraftContent>;
