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

/** What the initiative is: the first step of the form. */
export const Description = z.object({
  title: Words,
  kind: z.enum(['technical', 'managerial', 'operational', 'technology_transfer']),
  field: Words,
  firstAppliedOn: z.string().refine(isCalendarDate),
  priorState: Words,
  essence: Words,
});
export type Description = z.infer<typeof Description>;

/** Whose it is: asked in the first step, after they were looked up. */
export const Authors = z.object({
  personIds: z.array(z.uuid()).min(1),
  outside: z.array(
    z.object({ name: z.string(), workplace: z.string(), share: z.number().nullable() }),
  ),
});
export type Authors = z.infer<typeof Authors>;

/** What it brings and what else the request tells: the second step, beside the shares. */
export const Particulars = z.object({
  benefits: Words,
  benefitsByUsers: Words.optional(),
  conditions: Words.optional(),
  investor: Words.optional(),
  confidential: Words.optional(),
});
export type Particulars = z.infer<typeof Particulars>;

/** What is kept of a form that is not handed in yet. */
export const DraftContent = z.object({
  description: Description,
  authors: Authors,
  particulars: Particulars.optional(),
});
export type DraftContent = z.infer<typeof DraftContent>;
