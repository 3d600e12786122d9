import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/rulebook/fold.ts';

test.each([
  ['Lao động tiên tiến', 'lao dong tien tien'],
  ['ĐẶNG THỊ ƯỚC', 'dang thi uoc'],
  ['Nguyễn  Văn\u00a0Quý ', 'nguyen van quy'],
  ['Ðà Nẵng', 'da nang'],
  ['℡', 'tel'],
  ['', ''],
])('folds %j', (text, expected) => {
  expect(fold(text)).toBe(expected);
});

const vietnamese = fc.string({
  unit: fc.constantFrom(
    ...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ ',
  ),
});

test('leaves only plain letters of Vietnamese text, in either Unicode form and either case', () => {
  fc.assert(
    fc.property(vietnamese, (text) => {
      const folded = fold(text);
      expect(folded).toMatch(/^[a-z ]*$/);
      expect(fold(text.normalize('NFD'))).toBe(folded);
      expect(fold(text.toUpperCase())).toBe(folded);
      expect(fold(text.toUpperCase().normalize('NFD'))).toBe(folded);
    }),
  );
});

test('changes nothing when done twice, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 300 },
  );
});
