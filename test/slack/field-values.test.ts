import { expect, test } from 'vitest';
import { fieldValues } from '../../src/slack/field-values.ts';

const read = (value: string) =>
  fieldValues({ title: { title: { type: 'plain_text_input', value } } }).title;

test.each([
  ['zero-width spaces alone are nothing', '\u200b\u200b\ufeff', undefined],
  ['a text is not turned round', 'Sáng \u202ekiến', 'Sáng kiến'],
  ['a NUL, which no database takes, is left out', 'Sáng\u0000 kiến', 'Sáng kiến'],
  ['half a character is left out', 'Sáng kiến \ud83d', 'Sáng kiến'],
  ['lines stay lines', ' một\nhai\tba ', 'một\nhai\tba'],
  [
    'accents in either form and joined emoji stay',
    'Tie\u0302\u0301n 👩\u200d👧',
    'Tie\u0302\u0301n 👩\u200d👧',
  ],
])('%s', (_what, written, kept) => {
  expect(read(written)).toBe(kept);
});
