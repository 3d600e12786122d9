import { z } from 'zod';
import { fileKind, messageKind, taskKind } from '../../../jobs/kinds.ts';
import { FILE_OUTCOMES } from './file-rules.ts';

/** Fetches files that were given for a sitting, checks and keeps them. */
export const keepSittingFilesTask = taskKind(
  'councils.keep_files',
  z.object({
    sittingId: z.uuid(),
    slackUserId: z.string(),
    fileIds: z.array(z.string()),
    /** They came with the form that convened it: the invitation tells of them. */
    convened: z.boolean(),
  }),
);

/** Tells who gave files for a sitting what became of each. Subject: the sitting. */
export const sittingFilesChecked = messageKind(
  'councils.files_checked',
  z.object({
    files: z.array(z.object({ name: z.string().nullable(), outcome: z.enum(FILE_OUTCOMES) })),
  }),
);

/** To each member: which files came after they were invited, by one submission. Subject: the sitting. */
export const sittingFilesCame = messageKind(
  'councils.files_came',
  z.object({ fileIds: z.array(z.uuid()) }),
);

/** A file of a sitting, to somebody who may read it. */
export const sittingFile = fileKind('councils.sitting_file', z.object({ fileId: z.uuid() }));
