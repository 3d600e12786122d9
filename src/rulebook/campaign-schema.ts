import { z } from 'zod';
import { isCalendarDate } from './calendar.ts';

const text = z.string().trim().min(1);
const calendarDate = z.string().refine(isCalendarDate, 'must be a date that exists, YYYY-MM-DD');

const series = <T extends z.ZodType>(value: T) =>
  z
    .array(
      z.strictObject({
        value,
        source: text,
        verified: z.boolean(),
        note: text.nullable().default(null),
        from: calendarDate.nullable(),
        to: calendarDate.nullable(),
      }),
    )
    .min(1);

/** Who may launch a campaign, from the narrowest. */
export const LAUNCHERS = ['head', 'head_secretary', 'head_secretary_communications'] as const;
export const Launchers = z.enum(LAUNCHERS);

/** How often units enter their figures. */
export const RHYTHMS = ['none', 'week', 'month'] as const;
export const Rhythm = z.enum(RHYTHMS);

/** `campaigns.yml` */
export const campaignsFile = z.strictObject({
  launching: series(Launchers),
  midtermYears: series(z.int().min(1).max(20)),
  finalReviewDays: series(z.int().min(0).max(365)),
  pledgeDays: series(z.int().min(0).max(365)),
  figuresEvery: series(Rhythm),
  figuresGraceDays: series(z.int().min(0).max(20)),
  escalateDays: series(z.int().min(1).max(60)),
  checkNoticeDays: series(z.int().min(1).max(20)),
});

export type CampaignsFile = z.output<typeof campaignsFile>;
