import { z } from 'zod';
import { isCalendarDate } from './calendar.ts';
import { campaignsFile } from './campaign-schema.ts';
import { councilsFile } from './council-schema.ts';
import { scoreSheetsFile } from './score-sheet-schema.ts';
import { condition } from './standard-schema.ts';

/** Subjects of emulation titles. */
export const SUBJECTS = ['person', 'collective'] as const;

/** Things besides titles and forms of commendation that people name or councils vote on. */
export const OTHER_KEYS = [
  'sang_kien',
  'guong',
  'dien_hinh',
  'htxsnv',
  'httnv',
  'htnv',
  'khtnv',
] as const;

/** Items a council votes on that are neither a title nor a form of commendation. */
export const OTHER_VOTING_ITEMS = ['sang_kien', 'guong', 'dien_hinh', 'khac'] as const;

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower-case letters, digits and _');
const text = z.string().trim().min(1);
const calendarDate = z.string().refine(isCalendarDate, 'must be a date that exists, YYYY-MM-DD');
const name = z.strictObject({ vi: text, en: text });

/** Where a value comes from, whether it was checked against the text, and when it holds. */
const sourced = {
  source: text,
  verified: z.boolean(),
  note: text.nullable().default(null),
  from: calendarDate.nullable(),
  to: calendarDate.nullable(),
};

const fraction = {
  num: z.int().min(1),
  den: z.int().min(1).max(10_000),
};
const withinOne = ({ num, den }: { num: number; den: number }): boolean => num <= den;

const version = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  law: text,
  decree: text,
  transition: z
    .strictObject({
      receivedBefore: calendarDate,
      use: z.string(),
      unlessMoreFavourable: z.boolean(),
    })
    .nullable(),
  ...sourced,
});

const title = z.strictObject({
  key,
  subject: z.enum(SUBJECTS),
  rank: z.int().min(1),
  above: key.nullable(),
  name,
  abbreviation: text,
  ...sourced,
});

const commendation = z.strictObject({
  key,
  name,
  abbreviation: text.nullable(),
  ...sourced,
});

const threshold = z
  .strictObject({ op: z.enum(['>=', '>']), ...fraction })
  .refine(withinOne, 'threshold out of range: more than the whole base')
  .refine(
    ({ op, num, den }) => op === '>=' || num < den,
    'threshold out of range: more than the whole base can never be reached',
  );

const votingPeriod = z.strictObject({
  method: z.enum(['secret', 'open', 'either']),
  base: z.enum(['total', 'present', 'valid']),
  threshold,
  absentWritten: z.boolean(),
  ...sourced,
});

const quorum = z
  .strictObject({ ...fraction, ...sourced })
  .refine(withinOne, 'quorum out of range: more than the whole council');

const conflict = z.strictObject({ reducesBase: z.boolean(), ...sourced });
const superior = z.array(z.strictObject({ excluded: z.boolean(), ...sourced })).min(1);
const substitutes = z.strictObject({ vote: z.boolean(), ...sourced });
const limit = z.strictObject({ value: z.int().min(1).max(120), ...sourced });
const limits = z.array(limit).min(1);
const flag = z.strictObject({ value: z.boolean(), ...sourced });
const coefficient = z.strictObject({
  award: key,
  subject: z.enum(SUBJECTS),
  /** Of the base salary, in tenths. */
  tenths: z.int().min(1).max(2000),
  ...sourced,
});
const rounding = z.strictObject({ value: z.int().min(1).max(1_000_000).nullable(), ...sourced });
const sum = z.strictObject({ value: z.int().min(1).max(100_000_000), ...sourced });
const sums = z.array(sum).min(1);
const baseSalary = z.strictObject({ vndPerMonth: z.int().min(1), ...sourced });
const words = z.array(text).min(1);

const standard = z.strictObject({
  award: key,
  /** Id of the version of the law that brought it. */
  version: z.string(),
  /** Where persons and collectives have different ones. */
  subject: z.enum(SUBJECTS).optional(),
  source: text,
  verified: z.boolean(),
  note: text.nullable().default(null),
  condition,
});
const quota = z.strictObject({ award: key, pct: z.int().min(1).max(100), of: key, ...sourced });

/** All data files, by file name. */
export const filesSchema = z.strictObject({
  'versions.yml': z.strictObject({ versions: z.array(version).min(1) }),
  'titles.yml': z.strictObject({ titles: z.array(title).min(1) }),
  'commendations.yml': z.strictObject({ commendations: z.array(commendation).min(1) }),
  'voting.yml': z.strictObject({
    quorum: z.array(quorum).min(1),
    conflict: z.array(conflict).min(1),
    superior,
    substitutes: z.array(substitutes).min(1),
    rules: z.array(
      z.strictObject({
        items: z.array(key).min(1),
        periods: z.array(votingPeriod).min(1),
        /** Of these items, where they differ from the others. */
        superior: superior.optional(),
      }),
    ),
  }),
  'initiatives.yml': z.strictObject({
    fileWithinYears: limits,
    formCheckMonths: limits,
    correctionMonths: limits,
    decideMonths: limits,
    remindDays: limits,
  }),
  'score-sheets.yml': scoreSheetsFile,
  'councils.yml': councilsFile,
  'campaigns.yml': campaignsFile,
  'registration.yml': z.strictObject({
    titlesOnly: flag,
    lowToHigh: flag,
    initiativesRegistered: flag,
    closing: z
      .strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31), ...sourced })
      .refine(existsEveryYear, 'must be a day that exists in every year'),
    withoutRegistration: z.strictObject({ value: z.enum(['allow', 'warn', 'refuse']), ...sourced }),
  }),
  'standards.yml': z.strictObject({
    /** A version without a standard of its own for an award has that of another one. */
    inherits: z.record(z.string(), z.string()),
    standards: z.array(standard).min(1),
    quotas: z.array(quota),
    blocks: z.strictObject({ source: text, verified: z.boolean() }),
  }),
  'base-salary.yml': z.strictObject({ baseSalary: z.array(baseSalary).min(1) }),
  'bonuses.yml': z.strictObject({
    coefficients: z.array(coefficient).min(1),
    roundUpTo: z.array(rounding).min(1),
    fund: z.strictObject({
      organisingSharePct: sums,
      sessionFeeChair: sums,
      sessionFeeMember: sums,
      sessionFeeAttendant: sums,
    }),
  }),
  'vocabulary.yml': z.strictObject({
    titles: z.record(key, words),
    commendations: z.record(key, words),
    others: z.partialRecord(z.enum(OTHER_KEYS), words),
  }),
});

function existsEveryYear({ month, day }: { month: number; day: number }): boolean {
  const monthDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(`2025-${monthDay}`);
}

export type RulebookFiles = Readonly<z.output<typeof filesSchema>>;
export type RulebookFileName = keyof RulebookFiles;

export type Subject = (typeof SUBJECTS)[number];
export type OtherKey = (typeof OTHER_KEYS)[number];
/** Titles and forms are data, so their keys are plain strings such as `cstdcs` and `bk_tt`. */
export type TitleKey = string;
export type CommendationKey = string;

export type RuleVersion = Readonly<z.output<typeof version>>;
export type Title = Readonly<z.output<typeof title>>;
export type CommendationForm = Readonly<z.output<typeof commendation>>;
export type Standard = Readonly<z.output<typeof standard>>;
export type Quota = Readonly<z.output<typeof quota>>;
export type BaseSalary = Readonly<z.output<typeof baseSalary>>;

/** What a person's words were found to mean. */
export type Meaning =
  | { kind: 'title'; title: Title }
  | { kind: 'commendation'; form: CommendationForm }
  | { kind: 'other'; key: OtherKey };

/** The loaded rule data; immutable, and consistent as the loader has checked it. */
export interface Rulebook {
  readonly versions: readonly RuleVersion[];
  readonly titles: readonly Title[];
  readonly commendations: readonly CommendationForm[];
  readonly voting: RulebookFiles['voting.yml'];
  readonly initiatives: RulebookFiles['initiatives.yml'];
  readonly scoreSheets: RulebookFiles['score-sheets.yml'];
  readonly councils: RulebookFiles['councils.yml'];
  readonly campaigns: RulebookFiles['campaigns.yml'];
  readonly registration: RulebookFiles['registration.yml'];
  readonly standards: RulebookFiles['standards.yml'];
  readonly baseSalary: readonly BaseSalary[];
  readonly bonuses: RulebookFiles['bonuses.yml'];
  /** Meanings by `vocabularyKey` of the words. */
  readonly vocabulary: ReadonlyMap<string, Meaning>;
}
