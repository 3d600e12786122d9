import type { FileType } from '../database/generated/enums.ts';
import type { WorkDeps } from '../jobs/kinds.ts';
import type { FileProblem } from './sent-file-rules.ts';
import { type TakenFile, takeSentFile } from './take-sent-file.ts';

/** What became of one of the files that were given together; its name as far as it is known. */
export interface FileOutcome<Stored> {
  name: string | null;
  outcome: Stored | 'kept' | FileProblem;
}

/**
 * Fetches the files of a form one after the other, checks them by their content, and has those stored that are what
 * they say they are. What an earlier run kept is not fetched again.
 *
 * @param given.otherwise the name of a file without one that can be shown
 * @param given.keptBefore finds what an earlier run kept of a file
 * @throws to be called again, when Slack was away
 */
export async function keepSentFiles<Stored>(
  deps: WorkDeps,
  given: {
    fileIds: readonly string[];
    taken: readonly FileType[];
    otherwise: string;
    keptBefore: (fileId: string) => Promise<{ name: string } | null>;
    store: (file: TakenFile & { fileId: string }) => Promise<Stored>;
  },
): Promise<FileOutcome<Stored>[]> {
  const { fileIds, taken, otherwise, keptBefore, store } = given;
  const files: FileOutcome<Stored>[] = [];
  for (const fileId of fileIds) {
    const before = await keptBefore(fileId);
    if (before) {
      files.push({ name: before.name, outcome: 'kept' });
      continue;
    }
    const file = await takeSentFile(deps, { fileId, taken, otherwise });
    const outcome = 'problem' in file ? file.problem : await store({ fileId, ...file });
    files.push({ name: file.name, outcome });
  }
  return files;
}
