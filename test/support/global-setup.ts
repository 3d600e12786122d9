import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { clonesOfRun, dropClones, prepareTemplate } from './template.ts';

const run = promisify(execFile);

/**
 * Once before the suite: a migrated database to clone, and the product built for tests that start its process. After
 * it the clones are dropped.
 */
export default async function setup(): Promise<() => Promise<void>> {
  // Said before the workers start, which inherit it.
  clonesOfRun();
  await Promise.all([run(process.execPath, ['tools/build.mjs']), prepareTemplate()]);
  return dropClones;
}
