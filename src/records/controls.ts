import { z } from 'zod';
import { isCalendarDate } from '../rulebook/calendar.ts';
import { buttonKind, modalKind } from '../slack/kinds.ts';

/** Whose record: a person's or a collective's. */
export const RecordSubject = z.union([
  z.strictObject({ personId: z.uuid() }),
  z.strictObject({ unitId: z.uuid() }),
]);
export type RecordSubject = z.infer<typeof RecordSubject>;

/** Kỷ luật, thời gian nghỉ, việc chưa kết luận. */
export const EntryKind = z.enum(['discipline', 'leave', 'matter']);
export type EntryKind = z.infer<typeof EntryKind>;

export const openRecord = buttonKind('records.open', z.object({ of: RecordSubject }));

/** Opens the form of an entry; without an id it is a new one. */
export const openEntry = buttonKind(
  'records.entry',
  z.object({ of: RecordSubject, kind: EntryKind, entryId: z.uuid().nullable() }),
);

const Day = z.string().refine(isCalendarDate);

export const entryModal = modalKind('records.entry_form', {
  metadata: z.object({
    of: RecordSubject,
    kind: EntryKind,
    entryId: z.uuid().nullable(),
    /** Of the entry as the form showed it; null for a new one. */
    seen: z.string().nullable(),
  }),
  fields: z.object({
    what: z.string(),
    from: Day,
    to: Day.optional(),
    /** The decision's number, or what an open matter is about. */
    text: z.string().max(300).optional(),
    /** Ticked: a training graded khá or better. */
    goodGrade: z.array(z.string()).optional(),
    /** Ticked: the entry is wrong and goes. */
    remove: z.array(z.string()).optional(),
    reason: z.string().max(500).optional(),
  }),
});
