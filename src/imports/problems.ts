import { z } from 'zod';

/** What can be wrong with a cell, a row or the whole file; the words are in phrases.ts. */
export const ProblemCode = z.enum([
  'missing',
  'not_a_day',
  'not_a_year',
  'not_an_email',
  'not_of_the_list',
  'too_long',
  'unknown_unit',
  'unknown_person',
  'unknown_title',
  'wrong_subject',
  'one_subject',
  'repeated',
  'email_taken',
  'before_current_posting',
  'own_parent',
  'ends_before_it_begins',
  'shares',
  'needs_document',
  'author_left_out',
  'recorded_here',
  'formula_error',
  'not_your_unit',
  'of_collectives',
  'not_a_rank',
]);

/** What is wrong, with the row as it is numbered in the file. */
export const Problem = z.object({
  row: z.int(),
  /** The column's key. */
  column: z.string(),
  value: z.string(),
  code: ProblemCode,
  /** What the words need: another row, a day, the list of what may stand there. */
  detail: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** What is told in a message or on the screen; a longer list comes as a file. */
export const PROBLEMS_TOLD = 20;

/** What is kept of a file's problems: whoever has more than this has one mistake many times. */
export const PROBLEMS_KEPT = 5_000;
