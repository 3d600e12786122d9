import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/client.ts';
import { comparedWordsOf, SHORT_FORMS, wordsOf } from '../../src/initiatives/similar/words.ts';
import { fold } from '../../src/rulebook/fold.ts';
import { cloneDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.close());

const words = (text: string) => wordsOf(text).map(({ word }) => word);

test.each([
  ['Tra cứu mã số BHXH', ['tra', 'cuu', 'ma', 'so', 'bhxh']],
  ['ĐỐI CHIẾU – "thu/chi"; 5S…', ['doi', 'chieu', 'thu', 'chi', '5s']],
  ['*_<@U123>_* :rocket: 🚀', ['u123', 'rocket']],
  ['½ ℡ ①', ['1', '2', 'tel', '1']],
  ['!!! … ???', []],
  ['\u0301', []],
  ['', []],
])('reads the words of %j', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('tells where each word stands, its accents with it', () => {
  const text = '  Ứng dụng'.normalize('NFD');
  const [first, second] = wordsOf(text);

  expect(text.slice(first?.start, first?.end).normalize('NFC')).toBe('Ứng');
  expect(text.slice(second?.start, second?.end).normalize('NFC')).toBe('dụng');
});

test('compares what is written in full as what is written in short', () => {
  const text = 'Thu bảo hiểm xã hội, bảo hiểm y tế';
  const compared = comparedWordsOf(text);

  expect(compared.map(({ word }) => word)).toEqual(['thu', 'bhxh', 'bhyt']);
  expect(text.slice(compared[1]?.start, compared[1]?.end)).toBe('bảo hiểm xã hội');
});

const LETTERS =
  'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ';
const vietnamese = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...LETTERS, ...' ,.;:-–/()"“”0123456789\n\u00a0') }),
    fc.constantFrom('NFC', 'NFD'),
    fc.boolean(),
  )
  .map(([text, form, capitals]) => (capitals ? text.toUpperCase() : text).normalize(form));

/** What the database makes of texts, all in one question. */
async function folded(by: 'folded_words' | 'compared_words', texts: readonly string[]) {
  const { rows } = await database.pool.query<{ words: string }>(
    `select ${by}(written) as words from unnest($1::text[]) with ordinality as one(written, place) order by place`,
    [texts],
  );
  return rows.map((row) => row.words);
}

test('the database folds Vietnamese text as the rulebook’s fold does, but for what is no letter', async () => {
  const texts = fc.sample(vietnamese, { numRuns: 500, seed: 4793 });
  const expected = texts.map((text) =>
    fold(text)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );

  expect(texts.map((text) => words(text).join(' '))).toEqual(expected);
  expect(await folded('folded_words', texts)).toEqual(expected);
});

test('the database folds any text as the code does', async () => {
  const any = fc.string({ unit: 'grapheme', maxLength: 40 });
  const texts = fc
    .sample(fc.oneof(any, fc.string({ unit: 'grapheme-composite' })), { numRuns: 500, seed: 1168 })
    .map((text) => text.replaceAll('\0', ''));

  expect(await folded('folded_words', texts)).toEqual(texts.map((text) => words(text).join(' ')));
});

test('the database knows the same short forms', async () => {
  const texts = SHORT_FORMS.map(([full]) => `Về ${full.toUpperCase()} năm 2026`);

  expect(await folded('compared_words', texts)).toEqual(
    SHORT_FORMS.map(([, short]) => `ve ${short} nam 2026`),
  );
});

test('marks of the same passage are the same, wherever it stands', async () => {
  const passage =
    'Chuyên viên kết xuất bảng kê, ghép theo mã đơn vị và số tiền rồi tô màu từng khoản lệch để xác nhận trong ngày.';
  const { rows } = await database.pool.query<{ shared: string }>(
    `select count(*) as shared from passage_marks(compared_words($1)) one
     join passage_marks(compared_words($2)) other on one = other`,
    [
      `Mở đầu một cách khác hẳn. ${passage}`,
      `${passage.normalize('NFD').toUpperCase()} Kết thúc cũng khác.`,
    ],
  );

  expect(Number(rows[0]?.shared)).toBeGreaterThan(0);
});
