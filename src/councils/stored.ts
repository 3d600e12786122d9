import { z } from 'zod';
import type { VotingRule } from '../rulebook/rules.ts';
import type { BallotOutcome } from './tally.ts';

// The voting rule and the outcome as a ballot's row keeps them.

const Fraction = z.object({ num: z.int(), den: z.int() });
const Threshold = Fraction.extend({ op: z.enum(['>=', '>']) });
const Opinions = z.object({ agree: z.int(), disagree: z.int(), other: z.int() });
const Grounds = z.object({
  source: z.string(),
  verified: z.boolean(),
  note: z.string().nullable(),
});

const NO_GROUNDS = { source: 'Mặc định của phần mềm', verified: false, note: null };

export const StoredRule = z.object({
  itemKey: z.string(),
  method: z.enum(['secret', 'open', 'either']),
  base: z.enum(['total', 'present', 'valid']),
  threshold: Threshold,
  quorum: Fraction.extend(Grounds.shape),
  absentWritten: z.boolean(),
  conflictReducesBase: z.boolean(),
  conflict: Grounds,
  /** Older ballots do not say. */
  superior: Grounds.extend({ excluded: z.boolean() }).default({ excluded: false, ...NO_GROUNDS }),
  substitutes: Grounds.extend({ vote: z.boolean() }).default({ vote: false, ...NO_GROUNDS }),
  ...Grounds.shape,
}) satisfies z.ZodType<VotingRule>;

export const StoredOutcome = z.object({
  result: z.enum(['passed', 'not_passed', 'no_quorum']),
  quorum: z.object({
    needed: z.int(),
    present: z.int(),
    met: z.boolean(),
    missing: z.int(),
    /** Older outcomes do not say. */
    rollCall: z.boolean().default(false),
  }),
  base: z.object({ kind: z.enum(['total', 'present', 'valid']), size: z.int() }),
  threshold: Threshold.extend({ needed: z.int() }),
  ...Opinions.shape,
  invalid: z.int(),
  notVoted: z.int(),
  written: Opinions.extend({ counted: z.boolean() }),
  /** Older outcomes do not say. */
  inWriting: z.int().default(0),
  missing: z.int(),
  excess: z.int(),
  rule: StoredRule,
}) satisfies z.ZodType<BallotOutcome>;
export type StoredOutcome = z.infer<typeof StoredOutcome>;
