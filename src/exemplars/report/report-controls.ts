import { z } from 'zod';
import { isCalendarDate } from '../../rulebook/calendar.ts';
import { SentFile } from '../../slack/field-values.ts';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { Known, Told } from './draft-content.ts';

/** The shortcut in the menu of every message, as the manifest has it. */
export const PRAISE_SHORTCUT = 'exemplars.from_message';

const Draft = z.object({ draftId: z.uuid() });
const Day = z.string().refine(isCalendarDate);

export const newReportButton = buttonKind('exemplars.new', z.object({}));
export const resumeButton = buttonKind('exemplars.resume', Draft);
export const discardButton = buttonKind('exemplars.discard', Draft);

/** Field of the collective; its menu asks for what was typed. */
export const PRAISED_UNIT = 'praisedUnit';

/** Step 1: whom and when. */
export const namedModal = modalKind('exemplars.named', {
  metadata: Draft,
  fields: z.object({
    kind: z.enum(['good_deed', 'advanced_model']),
    persons: z.array(z.string()).default([]),
    [PRAISED_UNIT]: z.uuid().optional(),
    happenedOn: Day,
    endedOn: Day.optional(),
  }),
});

/** Step 2: what was done. */
export const toldModal = modalKind('exemplars.told', { metadata: Draft, fields: Told });

/** Step 3: where it is known from, and what shows it. */
export const knownModal = modalKind('exemplars.known', {
  metadata: Draft,
  fields: Known.extend({
    files: z.array(SentFile).default([]),
    forPress: z.array(z.literal('yes')).default([]),
  }),
});
