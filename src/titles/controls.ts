import { z } from 'zod';
import { buttonKind, modalKind } from '../slack/kinds.ts';

const Year = z.int().min(2000).max(2200);
const Revision = z.int().min(1);

/** One revision of a registration, as a card shows it. */
const Card = z.object({ registrationId: z.uuid(), revision: Revision });

/** Opens the form: for the presser, or for a unit that they head; null year: the one open now. */
export const openForm = buttonKind(
  'titles.open_form',
  z.object({ unitId: z.uuid().nullable(), year: Year.nullable(), titles: z.array(z.string()) }),
);

export const confirmCard = buttonKind('titles.confirm', Card);
export const returnCard = buttonKind('titles.return', Card);
/** From Home: shows a registration that waits, with what a card has. */
export const reviewCard = buttonKind('titles.review', Card);

export const formModal = modalKind('titles.form', {
  metadata: z.object({
    unitId: z.uuid().nullable(),
    year: Year,
    /** The revision that the form shows; 0 when nothing is registered yet. */
    seenRevision: z.int().min(0),
    /** The titles that it shows as chosen. */
    shown: z.array(z.string()).default([]),
  }),
  fields: z.object({ titles: z.array(z.string()).default([]) }),
});

export const returnModal = modalKind('titles.return_form', {
  metadata: Card,
  fields: z.object({ reason: z.string().default('') }),
});

export const reviewModal = modalKind('titles.review_form', {
  metadata: Card,
  fields: z.object({}),
});

/** Takes back what the form shows. */
export const withdrawButton = buttonKind('titles.withdraw', Card);
export const historyButton = buttonKind('titles.history', z.object({ registrationId: z.uuid() }));

/** For whom a head registers after the window closed. */
export const lateChoiceModal = modalKind('titles.late_choice', {
  metadata: z.object({}),
  fields: z.object({
    person: z.string().optional(),
    unit: z.uuid().optional(),
    year: z.coerce.number().pipe(Year),
  }),
});

export const lateModal = modalKind('titles.late_form', {
  metadata: z.object({
    subject: z.union([z.object({ personId: z.uuid() }), z.object({ unitId: z.uuid() })]),
    year: Year,
    seenRevision: z.int().min(0),
    shown: z.array(z.string()).default([]),
  }),
  fields: z.object({
    titles: z.array(z.string()).default([]),
    reason: z.string().default(''),
  }),
});

/** Sets when titles of a year are registered. */
export const windowModal = modalKind('titles.window_form', {
  metadata: z.object({}),
  fields: z.object({
    unit: z.uuid(),
    year: z.coerce.number().pipe(Year),
    opens: z.iso.date(),
    closes: z.iso.date(),
    channels: z.array(z.string()).default([]),
  }),
});

/** Opens the list of a unit; null unit: of those that the presser looks after; null year: the one open now. */
export const openList = buttonKind(
  'titles.open_list',
  z.object({ unitId: z.uuid().nullable(), year: Year.nullable() }),
);

/** A revision of a unit's list, as a card shows it. */
const ListCard = z.object({ listId: z.uuid(), revision: Revision });

export const acceptList = buttonKind('titles.accept_list', ListCard);
export const returnList = buttonKind('titles.return_list', ListCard);
export const submitListButton = buttonKind(
  'titles.submit_list',
  z.object({ unitId: z.uuid(), year: Year }),
);

export const LIST_FORMATS = ['xlsx', 'docx'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Ask for the list of a unit as a file, one for each format. */
export const downloadButtons = LIST_FORMATS.map((format) => ({
  format,
  button: buttonKind(`titles.download_list_${format}`, z.object({ unitId: z.uuid(), year: Year })),
}));

export const returnListModal = modalKind('titles.return_list_form', {
  metadata: ListCard,
  fields: z.object({ reason: z.string().default('') }),
});

/** What is ticked in the list: a revision of a registration each, in groups of ten. */
export const listModal = modalKind('titles.list', {
  metadata: z.object({}),
  fields: z.record(z.string(), z.array(z.string())),
});

export const Picked = Card;
