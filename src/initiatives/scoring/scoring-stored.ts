import { z } from 'zod';
import type { ScoringOutcome } from './score-tally.ts';

// What a scoring's row keeps as JSON, besides its sheet.

export const StoredEnough = z.object({
  num: z.int(),
  den: z.int(),
  source: z.string(),
  verified: z.boolean(),
});
export type StoredEnough = z.infer<typeof StoredEnough>;

const base = {
  entitled: z.int(),
  scorers: z.int(),
  enough: z.object({ needed: z.int(), met: z.boolean() }),
  result: z.enum(['reached', 'not_reached', 'no_scores']),
};

export const StoredScoringOutcome = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('points'),
    criteria: z.array(
      z.object({
        key: z.string(),
        averageTenths: z.int().nullable(),
        lowest: z.int().nullable(),
        highest: z.int().nullable(),
        belowMinimum: z.int(),
        failed: z.boolean(),
      }),
    ),
    total: z.object({ averageTenths: z.int(), lowest: z.int(), highest: z.int() }).nullable(),
    pass: z.int().nullable(),
    passMet: z.boolean(),
  }),
  z.object({
    ...base,
    kind: z.literal('reached'),
    criteria: z.array(z.object({ key: z.string(), reached: z.int() })),
    reaching: z.int(),
    needed: z.int(),
  }),
]) satisfies z.ZodType<ScoringOutcome>;
