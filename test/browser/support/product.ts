import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from '../../support/product.ts';

const READY = 'practice workspace: http://localhost:';

export interface PracticeProduct {
  /** Where the page is. */
  address: string;
  stop(): Promise<void>;
}

/** Starts the product as a newcomer does, on a free port, with data of its own. */
export async function startPractice(): Promise<PracticeProduct> {
  const dataDir = await mkdtemp(join(tmpdir(), 'thidua-browser-'));
  const product = await startProduct({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, READY);
  const port = product.output().split(READY)[1]?.match(/^\d+/)?.[0];
  return {
    address: `http://localhost:${port}`,
    async stop() {
      await product.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
