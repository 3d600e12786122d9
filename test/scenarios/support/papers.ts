import { expect } from 'vitest';
import type { Actor } from '../../../src/sandbox/driver.ts';
import { docxWords } from '../../support/docx.ts';
import type { World } from '../../support/world.ts';
import { SOON } from './watching.ts';

/** Presses a paper's button on the card of a sitting and reads what comes. */
export async function readsPaper(world: World, person: Actor, button: string): Promise<string[]> {
  const files = world.workspace.core.state.files;
  const before = files.size;
  await person.clicks(button, { in: 'Phiên họp hội đồng', ...SOON });
  await expect.poll(() => files.size).toBeGreaterThan(before);
  await person.sees('trình ký', SOON);
  const file = [...files.values()].at(-1);
  return docxWords(Buffer.from(file?.contentBase64 ?? '', 'base64'));
}

/** So many cells of a table, or lines, after the first one with these words. */
export function cellsAfter(words: readonly string[], first: string, length: number): string[] {
  const place = words.indexOf(first);
  return words.slice(place + 1, place + 1 + length);
}
