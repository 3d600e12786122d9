import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { prepareTemplate } from './template.ts';

const run = promisify(execFile);

/** Once before the suite: a migrated database to clone, and the product built for tests that start its process. */
export default async function setup(): Promise<void> {
  await Promise.all([run(process.execPath, ['tools/build.mjs']), prepareTemplate()]);
}
