import { z } from 'zod';
import { isCalendarDate } from '../../rulebook/calendar.ts';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { Words } from '../intake/draft-content.ts';

const Adoption = z.object({ adoptionId: z.uuid() });
const Day = z.string().refine(isCalendarDate);
const Year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number);

/** Shows what everybody in the agency may read of a recognised initiative. */
export const summaryButton = buttonKind(
  'initiatives.summary',
  z.object({ initiativeId: z.uuid() }),
);
/** Opens the form in which a unit takes an initiative up. */
export const adoptButton = buttonKind('initiatives.adopt', z.object({ initiativeId: z.uuid() }));
export const adoptionButton = buttonKind('initiatives.adoption', Adoption);
/** Opens the form for a year without a report; `correctButton` the one of a year that has one. */
export const reportButton = buttonKind('initiatives.report_effect', Adoption);
export const correctButton = buttonKind(
  'initiatives.correct_effect',
  Adoption.extend({ year: z.int() }),
);
export const endAdoptionButton = buttonKind('initiatives.end_adoption', Adoption);

/** Field of the unit, and what its menu asks by when there are more than a menu holds. */
export const ADOPTING_UNIT = 'adoptingUnit';

export const adoptModal = modalKind('initiatives.adopt_form', {
  /** `adoptionId` becomes the id of what is recorded. */
  metadata: z.object({ adoptionId: z.uuid(), initiativeId: z.uuid() }),
  fields: z.object({
    [ADOPTING_UNIT]: z.uuid(),
    since: Day,
    how: Words,
    responsible: z.string(),
  }),
});

export const reportModal = modalKind('initiatives.report_effect_form', {
  metadata: Adoption.extend({
    /** Becomes the report's id. */
    reportId: z.uuid(),
    /** The year whose report is corrected. */
    year: z.int().nullable(),
    /** The report that the form was drawn from. */
    seenReportId: z.uuid().nullable(),
  }),
  fields: z.object({
    year: Year.optional(),
    hours: z.string(),
    dong: z.string(),
    note: Words,
  }),
});

export const endAdoptionModal = modalKind('initiatives.end_adoption_form', {
  metadata: Adoption,
  fields: z.object({ endedOn: Day, reason: Words }),
});
