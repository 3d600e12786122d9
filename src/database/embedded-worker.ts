import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { startEmbeddedPostgres } from './embedded.ts';
import { readTemplate } from './template.ts';

// The thread in which the embedded Postgres runs for the product: see embedded-thread.ts. A start waits
// for it, so it loads nothing that it can do without.

const folder: unknown = workerData;
if (!parentPort || typeof folder !== 'string') throw new Error('runs as a worker thread only');

/** Stands beside the folder once the database in it has been whole. */
const whole = `${folder}.whole`;
if (existsSync(folder) && !existsSync(whole)) {
  // The process that was making it was killed. Put aside, not deleted: it may be somebody's copy.
  await rename(folder, `${folder}.unfinished-${Date.now()}`);
}
const image = existsSync(folder) ? undefined : await readTemplate();
const embedded = await startEmbeddedPostgres(folder, image);
await writeFile(whole, '');
parentPort.postMessage({ connection: embedded.connection });
parentPort.once('message', () => {
  void embedded.close().then(() => process.exit());
});
