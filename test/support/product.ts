import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The product as its own process, as `npm start` runs it; the suite has built it. */
export interface Product {
  /** As a power cut would: no signal handler runs, nothing is finished. */
  kill(): Promise<void>;
  /** As an administrator would. @returns the exit code */
  stop(): Promise<number | null>;
  /** What it has logged and said. */
  output(): string;
}

/**
 * Starts the product with these environment variables and no others of its own.
 *
 * @param saysWhenReady words of its output that tell that it is ready
 * @param nodeFlags for Node.js, as to have it profiled
 * @throws when it ends, or says nothing for a minute, before it is ready
 */
export async function startProduct(
  env: Record<string, string>,
  saysWhenReady = 'Thi Đua is ready',
  nodeFlags: readonly string[] = [],
): Promise<Product> {
  const { child, output, ended } = spawnProduct(env, nodeFlags);
  await untilReady(child, output, saysWhenReady);
  return {
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    output,
  };
}

/** The product's process, which may not be ready yet. */
export interface Spawned {
  child: ChildProcess;
  /** What it has logged and said so far. */
  output(): string;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export function spawnProduct(
  env: Record<string, string>,
  nodeFlags: readonly string[] = [],
): Spawned {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', ...nodeFlags, 'dist/main.js'], {
    cwd: ROOT,
    env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  return { child, output: () => output.join(''), ended };
}

function untilReady(
  child: ChildProcess,
  output: () => string,
  saysWhenReady: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail('did not get ready'), 60_000);
    const look = () => {
      if (output().includes(saysWhenReady)) done(resolve);
    };
    const fail = (what: string) => {
      child.kill('SIGKILL');
      done(() => reject(new Error(`the process ${what}:\n${output()}`)));
    };
    const gone = () => fail('ended');
    const done = (then: () => void) => {
      clearTimeout(timer);
      child.stdout?.off('data', look);
      child.off('exit', gone);
      then();
    };
    child.stdout?.on('data', look);
    child.on('exit', gone);
  });
}
