import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { AppError } from '../kernel/errors.ts';
import { packageRoot } from '../kernel/package-root.ts';
import type { ImportKind } from './columns.ts';
import type { SentFile } from './parse-file.ts';
import { type FileRow, StoredRows } from './rows.ts';

const Answer = z.union([
  z.object({ rows: StoredRows }),
  z.object({
    refused: z.object({ code: z.string(), field: z.string(), vi: z.string(), en: z.string() }),
  }),
]);

const MOST_MEMORY_MB = 1_024;
const LONGEST_MS = 60_000;

/**
 * Parses a heavy file in a thread of its own, so that nobody waits for an acknowledgement meanwhile.
 *
 * @returns null when it took too much memory or time
 * @throws AppError as `parseImportFile` does
 */
export function parseInThread(
  kind: ImportKind,
  { name, content }: SentFile,
): Promise<FileRow[] | null> {
  const worker = new Worker(new URL('dist/reader-worker.js', packageRoot), {
    workerData: { kind, name, content: new Uint8Array(content) },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  return new Promise<FileRow[] | null>((resolve, reject) => {
    const giveUp = setTimeout(() => resolve(null), LONGEST_MS);
    worker.once('message', (message: unknown) => {
      const answer = Answer.parse(message);
      if ('rows' in answer) return resolve(answer.rows);
      const { code, field, ...said } = answer.refused;
      return reject(new AppError(code, { field, say: (language) => said[language] }));
    });
    worker.once('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(null);
      else reject(error);
    });
    worker.once('exit', () => {
      clearTimeout(giveUp);
      // After a message or an error this comes too late to matter.
      reject(new Error('the reader ended without an answer'));
    });
  }).finally(() => worker.terminate());
}
