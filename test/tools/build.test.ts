import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const BUILD = fileURLToPath(new URL('../../tools/build.mjs', import.meta.url));

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'build-'));
  await write('package.json', '{ "type": "module" }');
  await write('src/main.ts', `import { word } from './word.ts';\nprocess.stdout.write(word);\n`);
  await write('src/word.ts', `export const word: string = 'one';\n`);
  await write('src/database/embedded-worker.ts', 'export {};\n');
  await write('src/imports/reader-worker.ts', 'export {};\n');
});
afterEach(() => rm(project, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  const file = join(project, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, text);
}

async function build(): Promise<void> {
  await run(process.execPath, [BUILD], { cwd: project });
}

/** What the built product says. */
async function said(): Promise<string> {
  return (await run(process.execPath, ['dist/main.js'], { cwd: project })).stdout;
}

async function builtAt(): Promise<number> {
  return (await stat(join(project, 'dist/main.js'))).mtimeMs;
}

describe('the build', () => {
  it('is left as it is when nothing has changed', async () => {
    await build();
    const first = await builtAt();
    await build();

    expect(await builtAt()).toBe(first);
    expect(await said()).toBe('one');
  });

  it('follows a source that is older than the one it was made from', async () => {
    await build();
    await write('src/word.ts', `export const word: string = 'two';\n`);
    await utimes(join(project, 'src/word.ts'), 1, 1);
    await build();

    expect(await said()).toBe('two');
  });

  it('is made again when a source was deleted', async () => {
    await build();
    await rm(join(project, 'src/word.ts'));

    await expect(build()).rejects.toThrow('word.ts');
  });

  it('is made again after one that did not end, from the very same sources', async () => {
    await build();
    const source = join(project, 'src/word.ts');
    const [text, { atime, mtime }] = [await readFile(source, 'utf8'), await stat(source)];
    await write('src/word.ts', 'export const word: string = ;\n');
    await expect(build()).rejects.toThrow('Unexpected');
    await write('dist/main.js', '// as far as it came');
    await write('src/word.ts', text);
    await utimes(source, atime, mtime);
    await build();

    expect(await said()).toBe('one');
  });

  it('is made again when a part of it was deleted', async () => {
    await build();
    await rm(join(project, 'dist/embedded-worker.js'));
    await build();

    expect((await stat(join(project, 'dist/embedded-worker.js'))).isFile()).toBe(true);
  });

  it('keeps nothing of an earlier one but the database template', async () => {
    await write('dist/parts/earlier.js', '');
    await write('dist/postgres-0.tar', '');
    await build();

    await expect(stat(join(project, 'dist/parts/earlier.js'))).rejects.toThrow('ENOENT');
    expect((await stat(join(project, 'dist/postgres-0.tar'))).isFile()).toBe(true);
  });
});
