import { z } from 'zod';
import { fileKind, taskKind } from '../../jobs/kinds.ts';

/** Fetches files that were given with a report, checks and keeps them. */
export const keepFilesTask = taskKind(
  'exemplars.keep_files',
  z.object({
    exemplarId: z.uuid(),
    slackUserId: z.string(),
    fileIds: z.array(z.string()),
    forPress: z.boolean(),
  }),
);

/** A file of a report, to somebody who may read it. */
export const reportFile = fileKind('exemplars.evidence', z.object({ evidenceId: z.uuid() }));
