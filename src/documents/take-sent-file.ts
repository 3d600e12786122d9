import { createHash } from 'node:crypto';
import type { FileType } from '../database/generated/enums.ts';
import { downloadFile } from '../jobs/files.ts';
import type { WorkDeps } from '../jobs/kinds.ts';
import { slackFailure } from '../jobs/slack-failures.ts';
import {
  cleanName,
  type FileProblem,
  fileType,
  MOST_FILE_BYTES,
  problemWithContent,
} from './sent-file-rules.ts';

/** A file that was fetched and is what it says it is. */
export interface TakenFile {
  name: string;
  type: FileType;
  /** In bytes. */
  size: number;
  /** In hexadecimal. */
  sha256: string;
  content: Buffer;
}

/**
 * Fetches a file that somebody gave in Slack and checks it by its content.
 *
 * @param wanted.otherwise its name, should nothing of its own be fit to be shown
 * @returns what is wrong with it instead, with its name as far as that is known
 * @throws to be called again, when Slack was away
 */
export async function takeSentFile(
  deps: WorkDeps,
  wanted: { fileId: string; taken: readonly FileType[]; otherwise: string },
): Promise<TakenFile | { name: string | null; problem: FileProblem }> {
  const { fileId, taken, otherwise } = wanted;
  const fetched = await fetchFile(deps, fileId);
  if (!fetched) return { name: null, problem: 'not_fetched' };
  const type = fileType(fetched.name, taken);
  if (!type) return { name: fetched.name, problem: 'type' };
  const name = cleanName(fetched.name, type, otherwise);
  const { content } = fetched;
  if (content === null) return { name, problem: 'too_large' };
  const problem = await problemWithContent(type, content);
  if (problem) return { name, problem };
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name, type, size: content.length, sha256, content };
}

/** @returns null when the file cannot be had, ever */
async function fetchFile(deps: WorkDeps, fileId: string) {
  try {
    return await downloadFile(deps.slack, { fileId, mostBytes: MOST_FILE_BYTES });
  } catch (error) {
    const { kind, reason } = slackFailure(error);
    if (kind !== 'final') throw error;
    deps.log.warn({ reason }, 'a file that was given was not fetched');
    return null;
  }
}
