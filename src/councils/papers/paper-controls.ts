import { z } from 'zod';
import { isCalendarDate } from '../../rulebook/calendar.ts';
import { SentFile } from '../../slack/field-values.ts';
import { buttonKind, modalKind } from '../../slack/kinds.ts';

const OnSitting = z.object({ sittingId: z.uuid() });
const OnPaper = z.object({ paperId: z.uuid() });

/** Shows the signed papers of a sitting. */
export const papersButton = buttonKind('councils.papers', OnSitting);

export const holdResultsButton = buttonKind(
  'councils.hold_results',
  OnSitting.extend({ holds: z.boolean() }),
);
export const releaseResultsButton = buttonKind('councils.release_results', OnSitting);

export const attachPaperButton = buttonKind('councils.attach_paper', OnSitting);
export const replacePaperButton = buttonKind('councils.replace_paper', OnPaper);
export const takeBackPaperButton = buttonKind('councils.take_back_paper', OnPaper);
export const getPaperButton = buttonKind('councils.get_paper', OnPaper);

/** `decision:cstdcs:2026`, `sitting::` */
const RefKey = z
  .string()
  .regex(/^(sitting|count):{2}$|^decision:[a-z0-9_]+:(\d{4})?$/)
  .transform((key) => {
    const [kind = '', itemKey, year] = key.split(':');
    return {
      kind: z.enum(['sitting', 'count', 'decision']).parse(kind),
      itemKey: itemKey || null,
      year: year ? Number(year) : null,
    };
  });

const Particulars = z.object({
  number: z.string().max(100).default(''),
  signedOn: z.string().refine(isCalendarDate),
  signatory: z.string().max(200).default(''),
  file: z.array(SentFile).default([]),
});

export const attachPaperModal = modalKind('councils.attach_paper_form', {
  metadata: OnSitting,
  fields: Particulars.extend({ paper: RefKey }),
});
export const replacePaperModal = modalKind('councils.replace_paper_form', {
  metadata: OnPaper,
  fields: Particulars.extend({ reason: z.string().max(2000).default('') }),
});
export const takeBackPaperModal = modalKind('councils.take_back_paper_form', {
  metadata: OnPaper,
  fields: z.object({ reason: z.string().max(2000).default('') }),
});
