import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { startEmbeddedPostgres } from './embedded.ts';

// The thread in which the embedded Postgres runs for the product: see embedded-thread.ts.

const { folder } = z.object({ folder: z.string() }).parse(workerData);
if (!parentPort) throw new Error('runs as a worker thread only');
const embedded = await startEmbeddedPostgres(folder);
parentPort.postMessage({ connection: embedded.connection });
parentPort.once('message', () => {
  void embedded.close().then(() => process.exit());
});
