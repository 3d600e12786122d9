import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNames, compareWords } from '../../src/kernel/vietnamese-order.ts';

test('names go by the given name, then by the whole', () => {
  const names = ['Trần Thị Lan', 'Đoàn Khánh Vân', 'Lê Quang Hùng', 'Vũ Anh Đức', 'Bùi Thị Lan'];
  expect(names.toSorted(compareNames)).toEqual([
    'Vũ Anh Đức',
    'Lê Quang Hùng',
    'Bùi Thị Lan',
    'Trần Thị Lan',
    'Đoàn Khánh Vân',
  ]);
});

test('đ stands after d and before e, tones after letters', () => {
  expect(['Êđê', 'Đà', 'Dũng', 'Em', 'Ân', 'An', 'Ăn'].toSorted(compareWords)).toEqual([
    'An',
    'Ăn',
    'Ân',
    'Dũng',
    'Đà',
    'Em',
    'Êđê',
  ]);
});

test('the order is one order: nobody is lost, and turning two round turns the sign', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), fc.string(), (names, one, other) => {
      expect(names.toSorted(compareNames).toSorted()).toEqual(names.toSorted());
      expect(Math.sign(compareNames(one, other))).toBe(-Math.sign(compareNames(other, one)) || 0);
    }),
  );
});
