import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { AppError } from '../kernel/errors.ts';
import { IMPORT_KINDS } from './columns.ts';
import { parseImportFile } from './parse-file.ts';

// The thread in which a heavy file is parsed: see reader-thread.ts.

const given = z
  .object({ kind: z.enum(IMPORT_KINDS), name: z.string(), content: z.instanceof(Uint8Array) })
  .parse(workerData);
if (!parentPort) throw new Error('runs as a worker thread only');

const { kind, name, content } = given;
try {
  const rows = await parseImportFile(kind, { name, content: Buffer.from(content) });
  parentPort.postMessage({ rows });
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  const { code, field = 'file' } = error;
  parentPort.postMessage({ refused: { code, field, vi: error.say('vi'), en: error.say('en') } });
}
