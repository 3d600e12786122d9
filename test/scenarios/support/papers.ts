import { expect } from 'vitest';
import type { Login } from '../../../src/sandbox/sample/people.ts';
import { docxWords } from '../../support/docx.ts';
import type { World } from '../../support/world.ts';
import { at } from './places.ts';
import { SOON } from './watching.ts';

/** Presses a button that makes a .docx for the presser, and reads it: a text run each. */
export async function readsPaper(
  world: World,
  login: Login,
  { button, card }: { button: string; card: string },
): Promise<string[]> {
  const { files } = world.workspace.core.state;
  const before = files.size;
  await at(world, login).clicks(button, { in: card, ...SOON });
  await expect.poll(() => files.size, { timeout: 20_000 }).toBeGreaterThan(before);
  const file = [...files.values()].at(-1);
  return docxWords(Buffer.from(file?.contentBase64 ?? '', 'base64'));
}

/** So many cells of a table, or lines, after the first one with these words. */
export function cellsAfter(words: readonly string[], first: string, length: number): string[] {
  const place = words.indexOf(first);
  return words.slice(place + 1, place + 1 + length);
}
