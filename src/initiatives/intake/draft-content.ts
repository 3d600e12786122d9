import { z } from 'zod';
import { isCalendarDate } from '../../rulebook/calendar.ts';

/** Slack takes no more in one input. */
export const LONG_TEXT = 3000;
/** One number field each must still be fit for a phone. */
export const MOST_AUTHORS = 20;

/** A person's own words: one form of Unicode, so that searching finds them. */
export const Words = z
  .string()
  .max(LONG_TEXT)
  .transform((text) => text.normalize('NFC'));

/** What the initiative is called and about: the first step of the form, beside its authors. */
export const Basics = z.object({
  title: Words,
  kind: z.enum(['technical', 'managerial', 'operational', 'technology_transfer']),
  field: Words,
  firstAppliedOn: z.string().refine(isCalendarDate),
});
export type Basics = z.infer<typeof Basics>;

/** What the initiative is. How it was before and its essence are written in the second step. */
export const Description = Basics.extend({ priorState: Words, essence: Words });
export type Description = z.infer<typeof Description>;

/** Whose it is: asked in the first step, after they were looked up. */
export const Authors = z.object({
  personIds: z.array(z.uuid()).min(1),
  outside: z.array(
    z.object({ name: z.string(), workplace: z.string(), share: z.number().nullable() }),
  ),
});
export type Authors = z.infer<typeof Authors>;

/** How it works and what it brings: the second step, beside the shares. */
export const Substance = z.object({
  priorState: Words,
  essence: Words,
  benefits: Words,
  benefitsByUsers: Words.optional(),
  conditions: Words.optional(),
});
export type Substance = z.infer<typeof Substance>;

/** What else the official request has: the third step, beside the evidence. */
export const Extras = z.object({
  investor: Words.optional(),
  participants: Words.optional(),
  authorDetails: Words.optional(),
  addressee: Words.optional(),
  confidential: Words.optional(),
});
export type Extras = z.infer<typeof Extras>;

/** What it brings and what else the request tells, beside the description. */
export const Particulars = Substance.omit({ priorState: true, essence: true }).extend(Extras.shape);
export type Particulars = z.infer<typeof Particulars>;

/** What is kept of a form that is not handed in yet: any part may be missing still. */
export const DraftContent = z.object({
  description: Description.partial(),
  authors: Authors,
  /** In whole percent, those in the staff list first; as the second step left them. */
  shares: z.array(z.number()).optional(),
  particulars: Particulars.partial().optional(),
  /** It began as somebody's message; `cut` when that was longer than a field takes. */
  fromMessage: z.object({ cut: z.boolean() }).optional(),
});
export type DraftContent = z.infer<typeof DraftContent>;

/** What a draft has of the description, and of the particulars, so far. */
export type DraftDescription = DraftContent['description'];
export type DraftParticulars = NonNullable<DraftContent['particulars']>;
