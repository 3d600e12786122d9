import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { readWords } from '../../src/rulebook/read-words.ts';

const rulebook = loadRulebook();

function read(text: string) {
  return readWords(rulebook, text.split(' '));
}

describe('a name that was typed after an @', () => {
  test.each([
    ['@Hoàng Nhật Nam', {}],
    ['@Hoàng Nhật Nam cstđcs', { names: ['cstđcs'] }],
    ['cstđcs 2026 @Hoàng Nhật Nam', { names: ['cstđcs'], year: 2026 }],
    ['@Hoàng Nhật Nam 2026', { year: 2026 }],
    ['@Hoàng Nhật Nam năm 2026 lao động tiên tiến', { names: ['lao động tiên tiến'], year: 2026 }],
    ['@Hoàng Nhật Nam cho đơn vị', { collective: true }],
    ['@Hoàng Nhật Nam <@U123>', { slackUserIds: ['U123'] }],
  ])('is one run in “%s”', (text, more) => {
    expect(read(text)).toMatchObject({ unchosen: ['@Hoàng Nhật Nam'], unknown: [], ...more });
  });

  test.each([
    ['@Nguyễn Thị Năm', ['@Nguyễn Thị Năm']],
    ['@hoang nhat nam', ['@hoang nhat nam']],
    ['@Lan và @Nam', ['@Lan', '@Nam']],
    ['@', ['@']],
  ])('keeps what may be a name: “%s”', (text, unchosen) => {
    expect(read(text)).toMatchObject({ unchosen, unknown: [], year: null });
  });

  test('is none where a person was chosen, or where there is no @', () => {
    expect(read('<@U123> cstđcs năm 2026')).toMatchObject({ unchosen: [], slackUserIds: ['U123'] });
    expect(read('Hoàng Nhật Nam')).toMatchObject({ unchosen: [], unknown: ['Hoàng', 'Nhật'] });
  });
});
