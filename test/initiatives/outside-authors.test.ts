import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  readOutsideAuthors,
  writeOutsideAuthors,
} from '../../src/initiatives/intake/outside-authors.ts';
import { suggestShares } from '../../src/initiatives/rules.ts';

test('authors are read one a line, the share with or without a percent sign or left out', () => {
  const text = 'Trần Văn Bình; Đại học Y; 20\n\n  Lê Hà ;Sở Y tế; 5 % \r\nVũ Nam; Bệnh viện A';
  expect(readOutsideAuthors(text)).toEqual({
    ok: true,
    authors: [
      { name: 'Trần Văn Bình', workplace: 'Đại học Y', share: 20 },
      { name: 'Lê Hà', workplace: 'Sở Y tế', share: 5 },
      { name: 'Vũ Nam', workplace: 'Bệnh viện A', share: null },
    ],
  });
});

test.each([
  ['Trần Văn Bình', 1, 'parts'],
  ['Lê Hà; Sở Y tế\n; Đại học Y; 20', 2, 'parts'],
  ['Lê Hà; Sở Y tế; 5; thêm', 1, 'parts'],
  ['Lê Hà; Sở Y tế; 0', 1, 'share'],
  ['Lê Hà; Sở Y tế; 101', 1, 'share'],
  ['Lê Hà; Sở Y tế; 12,5', 1, 'share'],
  ['Lê Hà; Sở Y tế; 5\n\nLE HA; so y te', 3, 'twice'],
])('%j is refused with its line', (text, line, problem) => {
  expect(readOutsideAuthors(text)).toEqual({ ok: false, line, problem });
});

test('what was read is written as it can be read again', () => {
  const name = fc.stringMatching(/^[a-zàảãáạăđêơư]{1,12}$/);
  const author = fc.record({
    name,
    workplace: name,
    share: fc.option(fc.integer({ min: 1, max: 100 }), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(author, { maxLength: 5 }), (authors) => {
      const read = readOutsideAuthors(writeOutsideAuthors(authors));
      if (read.ok) expect(read.authors).toEqual(authors);
      else expect(read.problem).toBe('twice');
    }),
  );
});

test.each([
  [[null], [100]],
  [
    [null, null, null],
    [34, 33, 33],
  ],
  [
    [null, null, 20],
    [40, 40, 20],
  ],
  [
    [null, 60],
    [40, 60],
  ],
  [
    [null, 100],
    [50, 50],
  ],
  [
    [30, 30],
    [50, 50],
  ],
  [
    [70, 30],
    [70, 30],
  ],
])('to %j is suggested %j', (given, suggested) => {
  expect(suggestShares(given)).toEqual(suggested);
});

test('suggested shares are whole, at least 1 and add to 100 for up to 100 authors', () => {
  const share = fc.option(fc.integer({ min: -5, max: 120 }), { nil: null });
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 100 }), (given) => {
      const shares = suggestShares(given);
      expect(shares).toHaveLength(given.length);
      expect(shares.every((one) => Number.isInteger(one) && one >= 1)).toBe(true);
      expect(shares.reduce((sum, one) => sum + one, 0)).toBe(100);
    }),
  );
});
