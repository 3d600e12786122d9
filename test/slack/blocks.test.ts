import { expect, test } from 'vitest';
import { clip, escapeText, unescapeText } from '../../src/slack/blocks.ts';

test('a text that fits stays as it is', () => {
  expect(clip('Thi đua &amp; khen thưởng', 25)).toBe('Thi đua &amp; khen thưởng');
});

test('a long one ends in a sign that it goes on, and never in half a character', () => {
  expect(clip('Khen thưởng', 5)).toBe('Khen…');
  expect(clip('Hay 👏👏', 6)).toBe('Hay …');
});

test.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])(
  'of an escaped one cut to %i what is left is as it was written',
  (limit) => {
    const written = 'a<b&c>d'.repeat(3);
    const left = unescapeText(clip(escapeText(written), limit)).replace(/…$/, '');
    expect(written.startsWith(left)).toBe(true);
    expect(left.length).toBeGreaterThan(limit / 5 - 2);
  },
);
