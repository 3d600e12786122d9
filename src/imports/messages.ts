import { z } from 'zod';
import { fileKind, messageKind, taskKind } from '../jobs/kinds.ts';
import { IMPORT_KINDS } from './columns.ts';

const Kind = z.enum(IMPORT_KINDS);

/** Tells who sent a file what the check of it (the run is the subject) found; redrawn when it is settled. */
export const checked = messageKind('imports.checked', z.object({}));

/** Tells who sent a file (null: whose name is not known) that it could not be read, and why, in both languages. */
export const refused = messageKind(
  'imports.refused',
  z.object({ file: z.string().nullable(), why: z.object({ vi: z.string(), en: z.string() }) }),
);

export const templateFile = fileKind('imports.template', z.object({ kind: Kind }));
export const problemsFile = fileKind('imports.problems', z.object({ runId: z.uuid() }));

/** Fetches a file that somebody sent in Slack and checks it. */
export const checkFile = taskKind(
  'imports.check_file',
  z.object({ kind: Kind, fileId: z.string(), slackUserId: z.string() }),
);
