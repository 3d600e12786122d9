import type { FileType } from '../../../database/generated/enums.ts';
import { FILE_PROBLEMS } from '../../../documents/sent-file-rules.ts';

/** What one submission brings: each is fetched and checked by the same job. */
export const MOST_FILES_AT_ONCE = 10;
/** What one sitting has at most: its list shows them all in one modal. */
export const MOST_FILES = 20;

/** Such as any computer of an office opens. */
export const SITTING_FILE_TYPES: readonly FileType[] = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'jpg',
  'png',
];

export const SITTING_FILE_PROBLEMS = [
  ...FILE_PROBLEMS,
  'too_many',
  /** The sender does not run the sitting any more. */
  'may_not',
  'called_off',
  /** The minutes are signed. */
  'signed',
] as const;
export type SittingFileProblem = (typeof SITTING_FILE_PROBLEMS)[number];

/** `again`: the same content stood there before. */
export const FILE_OUTCOMES = ['kept', 'again', ...SITTING_FILE_PROBLEMS] as const;
export type SittingFileOutcome = (typeof FILE_OUTCOMES)[number];
