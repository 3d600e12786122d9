import { z } from 'zod';
import { fileKind, messageKind, taskKind } from '../../jobs/kinds.ts';
import { EVIDENCE_PROBLEMS } from './evidence-rules.ts';

const nothing = z.object({});

/** Asks an author to confirm their share; the subject is the request, and it is redrawn when it is answered. */
export const shareRequested = messageKind('initiatives.share_requested', nothing);

/** Reminds an author, once, of shares that wait for their answer; about the reader. */
export const sharesDue = messageKind(
  'initiatives.shares_due',
  z.object({ requestIds: z.array(z.uuid()) }),
);

/** That an author does not agree with their share, to whoever handed in and to the secretary; about the request. */
export const shareDeclined = messageKind('initiatives.share_declined', nothing);

/** What became of each file that somebody gave as evidence. */
export const evidenceChecked = messageKind(
  'initiatives.evidence_checked',
  z.object({
    files: z.array(
      z.object({
        /** Null for a file of the council only: messages are kept, and read by others. */
        name: z.string().nullable(),
        outcome: z.enum(['kept', 'again', ...EVIDENCE_PROBLEMS]),
      }),
    ),
  }),
);

/** Fetches files that were given as evidence, checks and keeps them. */
export const keepEvidenceTask = taskKind(
  'initiatives.keep_evidence',
  z.object({
    initiativeId: z.uuid(),
    slackUserId: z.string(),
    fileIds: z.array(z.string()),
    councilOnly: z.boolean(),
  }),
);

/** A piece of evidence, to somebody who may read it. */
export const evidenceFile = fileKind('initiatives.evidence', z.object({ evidenceId: z.uuid() }));
