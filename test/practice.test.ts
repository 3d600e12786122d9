import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataDirInUse } from '../src/database/data-dir-lock.ts';
import { resetPractice } from '../src/practice.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'practice-'));
  await writeFile(join(folder, 'workspace.jsonl'), '{}');
  await writeFile(join(folder, 'ballot.key'), 'k');
});
afterEach(() => rm(folder, { recursive: true }));

test('starting over deletes what was kept', async () => {
  await resetPractice(folder);
  expect(await readdir(folder)).toEqual([]);
});

test('while another process has it nothing is deleted', async () => {
  // Some process that lives and is not this one.
  await writeFile(join(folder, 'process.lock'), String(process.ppid));
  await expect(resetPractice(folder)).rejects.toThrow(DataDirInUse);
  expect((await readdir(folder)).toSorted()).toEqual([
    'ballot.key',
    'process.lock',
    'workspace.jsonl',
  ]);
});
