import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { packageRoot } from '../kernel/package-root.ts';
import type { Embedded } from './client.ts';
import { lockDataDir } from './data-dir-lock.ts';

const Started = z.object({
  connection: z.object({
    host: z.string(),
    port: z.number(),
    user: z.string(),
    database: z.string(),
    ssl: z.boolean(),
  }),
});

/**
 * Starts the embedded Postgres in a thread of its own: it opens on the second core while the app is
 * still being loaded, and a long query keeps nobody waiting for an acknowledgement.
 *
 * @throws {DataDirInUse} when another process has the data folder
 */
export async function startEmbeddedThread(dataDir: string): Promise<Embedded> {
  const unlock = await lockDataDir(dataDir);
  const worker = new Worker(new URL('dist/embedded-worker.js', packageRoot), {
    workerData: join(dataDir, 'postgres'),
  });
  const [message] = await once(worker, 'message');
  const { connection } = Started.parse(message);
  // A thread that breaks later ends the process: without its database the app can only fail.
  worker.on('error', (error) => {
    throw error;
  });
  const close = async () => {
    const ended = once(worker, 'exit');
    worker.postMessage('close');
    await ended;
    await unlock();
  };
  let closed: Promise<void> | undefined;
  return {
    connection,
    // A start that failed closes it from wherever it had come to.
    close() {
      closed ??= close();
      return closed;
    },
  };
}
