import { createHash } from 'node:crypto';

/** The same UUID for the same words, so that every part of the sample agency can name any other. */
export function sampleId(kind: string, ...words: (string | number)[]): string {
  const hex = createHash('sha256')
    .update([kind, ...words].join('\u0000'))
    .digest('hex');
  // Version 8 and the RFC 9562 variant: a UUID made by the application's own method.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
