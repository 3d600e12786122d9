import { z } from 'zod';
import { isCalendarDate } from './calendar.ts';

const text = z.string().trim().min(1);
const calendarDate = z.string().refine(isCalendarDate, 'must be a date that exists, YYYY-MM-DD');
const dated = {
  source: text,
  verified: z.boolean(),
  note: text.nullable().default(null),
  from: calendarDate.nullable(),
  to: calendarDate.nullable(),
};

const series = <T extends z.ZodRawShape>(value: T) =>
  z.array(z.strictObject({ ...value, ...dated })).min(1);
const byKind = <T extends z.ZodType>(value: T) =>
  z.strictObject({ emulation: value, initiative: value });

const unitKind = z.enum([
  'province',
  'department',
  'grassroots',
  'centre',
  'central_unit',
  'region',
  'district',
  'team',
]);
const office = z.enum(['chair', 'vice_chair', 'standing_member', 'secretary', 'member']);

/** `councils.yml` */
export const councilsFile = z.strictObject({
  expected: series({ unitKinds: z.array(unitKind) }),
  offices: byKind(series({ required: z.array(office) })),
  minimum: byKind(series({ value: z.int().min(1).max(100) })),
  odd: series({ value: z.boolean() }),
  leavers: series({ value: z.boolean() }),
  expiringDays: series({ value: z.int().min(1).max(365) }),
});

export type CouncilsFile = z.output<typeof councilsFile>;
