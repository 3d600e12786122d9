import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { chromiumPath } from './chromium.ts';
import { startPractice } from './product.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the product's page is. */
    address: string;
  }
}

/** Starts the product once for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  chromiumPath();
  // As an install does it.
  await run(process.execPath, ['tools/build.mjs'], { cwd: ROOT });
  await run(process.execPath, ['dist/main.js', 'template'], { cwd: ROOT });
  const product = await startPractice();
  project.provide('address', product.address);
  return () => product.stop();
}
