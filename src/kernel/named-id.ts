import { createHash } from 'node:crypto';

/** The same UUID for the same words: what is kept under it is kept once, however often the same is asked. */
export function namedId(words: string): string {
  const hash = createHash('sha256').update(words).digest('hex');
  // The form of a UUID of version 8, which is for an application's own making.
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`];
  return [...parts, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}
