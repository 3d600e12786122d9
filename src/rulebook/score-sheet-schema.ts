import { z } from 'zod';
import { isCalendarDate } from './calendar.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower-case letters, digits and _');
const text = z.string().trim().min(1);
const name = z.strictObject({ vi: text, en: text });
const calendarDate = z.string().refine(isCalendarDate, 'must be a date that exists, YYYY-MM-DD');
const points = z.int().min(0).max(1000);

const grounds = { source: text, verified: z.boolean(), note: text.nullable().default(null) };
const dated = { ...grounds, from: calendarDate.nullable(), to: calendarDate.nullable() };

const share = z
  .strictObject({ num: z.int().min(1), den: z.int().min(1).max(10_000) })
  .refine(({ num, den }) => num <= den, 'share out of range: more than the whole');

/** What a member reads beside a criterion: the bands of points of some sheet. */
const bands = z.strictObject({
  /** Highest first, both ends included. */
  ranges: z.array(z.tuple([points, points])).min(1),
  ...grounds,
});

const pointsCriterion = z.strictObject({
  key,
  name,
  max: points.min(1),
  /** Below it the criterion is failed. */
  min: points,
  bands: bands.optional(),
});

const sheet = { key, name, ...dated };

const scoreSheet = z.discriminatedUnion('kind', [
  z.strictObject({
    ...sheet,
    kind: z.literal('points'),
    total: points.min(1),
    /** The average total that is needed; null: the minima of the criteria alone decide. */
    pass: points.nullable(),
    minimumRule: z.strictObject({ by: z.enum(['average', 'any']), ...grounds }),
    criteria: z.array(pointsCriterion).min(1).max(20),
  }),
  z.strictObject({
    ...sheet,
    kind: z.literal('reached'),
    /** Of those who may score, how many must find every criterion reached. */
    share,
    criteria: z.array(z.strictObject({ key, name })).min(1).max(20),
  }),
]);

/** `score-sheets.yml` */
export const scoreSheetsFile = z.strictObject({
  default: z.array(z.strictObject({ sheet: key, ...dated })).min(1),
  enough: z.array(z.strictObject({ num: z.int().min(1), den: z.int().min(1), ...dated })).min(1),
  sheets: z.array(scoreSheet).min(1),
});

/** A sheet as an initiative's scoring keeps it from its opening on. */
export const ScoreSheet = scoreSheet;
export type ScoreSheet = Readonly<z.output<typeof scoreSheet>>;
export type ScoreSheets = z.output<typeof scoreSheetsFile>;
