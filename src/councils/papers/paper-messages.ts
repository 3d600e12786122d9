import { z } from 'zod';
import { FILE_PROBLEMS } from '../../documents/sent-file-rules.ts';
import { fileKind, messageKind, taskKind } from '../../jobs/kinds.ts';
import { PAPER_PROBLEMS } from './paper-rules.ts';

const Ref = z.object({
  kind: z.enum(['sitting', 'count', 'decision']),
  itemKey: z.string().nullable(),
  year: z.int().nullable(),
});

/** Fetches a signed copy, checks and keeps it. */
export const keepPaperTask = taskKind(
  'councils.keep_paper',
  z.object({
    sittingId: z.uuid(),
    slackUserId: z.string(),
    fileId: z.string(),
    ref: Ref,
    number: z.string(),
    signedOn: z.string(),
    signatory: z.string(),
    replaces: z.object({ id: z.uuid(), reason: z.string() }).nullable(),
  }),
);

/** Tells who attached a signed copy what became of it. Subject: the sitting. */
export const paperChecked = messageKind(
  'councils.paper_checked',
  z.object({
    ref: Ref,
    number: z.string(),
    signedOn: z.string(),
    outcome: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('kept'),
        /** Results that were held until now. */
        released: z.int(),
        /** Recognitions that were recorded by it, and those that somebody else has to record. */
        recorded: z.int(),
        left: z.array(z.string()),
        /** Awards that are in the records by it, and those that stand there by another decision. */
        awarded: z.int().default(0),
        standing: z.array(z.object({ name: z.string(), number: z.string() })).default([]),
      }),
      z.object({
        kind: z.literal('refused'),
        problem: z.enum([...FILE_PROBLEMS, ...PAPER_PROBLEMS]),
      }),
    ]),
  }),
);

/** A signed copy, to somebody who may read it. */
export const signedPaperFile = fileKind('councils.signed_paper', z.object({ paperId: z.uuid() }));
export type PaperTold = z.infer<(typeof paperChecked)['params']>;
