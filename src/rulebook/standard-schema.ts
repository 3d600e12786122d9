import { z } from 'zod';

// The small language in which data/standards.yml says what an award asks for.

/** From low to high: KHTNV, HTNV, HTTNV, HTXSNV. */
export const RATINGS = ['not_completed', 'completed', 'good', 'excellent'] as const;
/** From mild to severe. */
export const DISCIPLINES = [
  'reprimand',
  'warning',
  'pay_cut',
  'demotion',
  'removal',
  'dismissal',
] as const;
/** From low to high. */
export const WORK_LEVELS = ['grassroots', 'ministry', 'national'] as const;

const key = z.string().regex(/^[a-z][a-z0-9_]*$/);
const text = z.string().trim().min(1);
const rating = z.enum(RATINGS);
const years = z.int().min(1).max(30);
const fraction = { num: z.int().min(0), den: z.int().min(1).max(10_000) };

/** What a leaf may say of itself; without it the leaf stands on its standard's words. */
const grounds = {
  id: key.optional(),
  source: text.optional(),
  verified: z.boolean().optional(),
  note: text.optional(),
};

const leaves = [
  /** The year's rating is this or better. */
  z.strictObject({ rating, ...grounds }),
  /** A lower title of the same year: held, or its own standard is met. */
  z.strictObject({ meets: key, ...grounds }),
  /** Held before, in whatever year. */
  z.strictObject({ has: key, ...grounds }),
  /** In the year no discipline of this weight or heavier; for a collective: of any member. */
  z.strictObject({ noDisciplineFrom: z.enum(DISCIPLINES), ...grounds }),
  z.strictObject({ monthsInYear: z.int().min(1).max(12), ...grounds }),
  /** Recognised initiatives or accepted research of this level or above in the last `years` years. */
  z.strictObject({
    work: z.strictObject({
      level: z.enum(WORK_LEVELS),
      count: z.int().min(1).max(20),
      years,
      /** Those already counted for another award do not count again. */
      unused: z.boolean().default(false),
      /**
       * A title that a work of its year was counted for unless the rating was this or better: a use
       * that nobody recorded is presumed.
       */
      presumedUse: z.strictObject({ title: key, unlessRated: rating }).optional(),
    }),
    ...grounds,
  }),
  /** Every one of the last `years` years, the evaluated one included. */
  z.strictObject({
    streak: z.union([z.strictObject({ title: key, years }), z.strictObject({ rating, years })]),
    ...grounds,
  }),
  /** Awards one after the other, each with a period of `spacing` years of its own. */
  z.strictObject({
    consecutive: z.strictObject({ title: key, times: z.int().min(2).max(10), spacing: years }),
    ...grounds,
  }),
  /** At least so many of the last `years` years. */
  z.strictObject({
    count: z.union([
      z.strictObject({ title: key, times: years, years }),
      z.strictObject({ rating, times: years, years }),
    ]),
    ...grounds,
  }),
  /** Of a collective: the part of its members with a title in the year. */
  z.strictObject({
    members: z.strictObject({ title: key, op: z.enum(['>=', '>']), ...fraction }),
    ...grounds,
  }),
  z.strictObject({
    membersAtLeast: z.strictObject({ title: key, count: z.int().min(1) }),
    ...grounds,
  }),
  z.strictObject({ everyMemberCompleted: z.literal(true), ...grounds }),
  z.strictObject({ exceededTargets: z.literal(true), ...grounds }),
  /** Place in its cụm, khối thi đua, this or better. */
  z.strictObject({ clusterRank: z.int().min(1), ...grounds }),
  /** What no record says: for people to judge. */
  z.strictObject({ human: z.strictObject({ vi: text, en: text }), ...grounds }),
] as const;

const leaf = z.union(leaves);

export type Leaf = Readonly<z.output<typeof leaf>>;
export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

export const condition: z.ZodType<Condition> = z.union([
  z.strictObject({
    get all() {
      return z.array(condition).min(1);
    },
  }),
  z.strictObject({
    get any() {
      return z.array(condition).min(1);
    },
  }),
  leaf,
]);
