import { z } from 'zod';
import { SentFile } from '../../../slack/field-values.ts';
import { buttonKind, modalKind } from '../../../slack/kinds.ts';
import { AgendaFields, Instant, OnSitting } from '../../ballots/controls.ts';

/** A part of an agenda that stays together: the names of one title of a year, or one item. */
const PartKey = z.string().regex(/^(title:[a-z0-9_]+:\d{4}|item:[0-9a-f-]{36})$/);

export const changeSittingButton = buttonKind('councils.change_sitting', OnSitting);
export const changeSittingModal = modalKind('councils.change_sitting_form', {
  /** `seen`: the parts that the form showed, so that what came meanwhile is not taken away by it. */
  metadata: OnSitting.extend({ seen: z.string() }),
  fields: z.object({
    startsAt: Instant,
    place: z.string().trim().min(1).max(200),
    documents: z.string().trim().max(1000).default(''),
    files: z.array(SentFile).default([]),
    order: z.array(PartKey).default([]),
    ...AgendaFields,
  }),
});

export const callOffButton = buttonKind('councils.call_off', OnSitting);
export const callOffModal = modalKind('councils.call_off_form', {
  metadata: OnSitting,
  fields: z.object({ reason: z.string().trim().default('') }),
});
