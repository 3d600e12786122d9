import type { FileType, InitiativeState } from '../../database/generated/enums.ts';
import { FILE_PROBLEMS } from '../../documents/sent-file-rules.ts';

/** What one submission brings: each is fetched and checked by the same job. */
export const MOST_FILES_AT_ONCE = 5;
/** What one initiative has at most: its file lists them all in one modal. */
export const MOST_EVIDENCE = 20;

export const EVIDENCE_TYPES: readonly FileType[] = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'jpg',
  'png',
  'heic',
];

/** More evidence is of use until the council votes on what it has read. */
export const OPEN_TO_EVIDENCE: readonly InitiativeState[] = ['received', 'returned', 'accepted'];

export const EVIDENCE_PROBLEMS = [
  ...FILE_PROBLEMS,
  'too_many',
  /** The initiative takes no more evidence, or the sender has no part in it any more. */
  'closed',
] as const;
export type EvidenceProblem = (typeof EVIDENCE_PROBLEMS)[number];
