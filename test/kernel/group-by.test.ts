import { expect, test } from 'vitest';
import { groupBy } from '../../src/kernel/group-by.ts';

test('groups come in the order of their first ones, and each keeps its order', () => {
  const words = ['thi', 'khen', 'đua', 'kỷ', 'tập'];
  const groups = groupBy(words, (word) => word[0] ?? '');
  expect([...groups]).toEqual([
    ['t', ['thi', 'tập']],
    ['k', ['khen', 'kỷ']],
    ['đ', ['đua']],
  ]);
  expect(groupBy([], String)).toEqual(new Map());
});
