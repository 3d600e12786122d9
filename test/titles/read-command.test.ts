import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { readCommand } from '../../src/titles/read-command.ts';

const rulebook = loadRulebook();

function read(text: string) {
  return readCommand(rulebook, text.split(/\s+/u).filter(Boolean));
}

describe('the words after /dangky', () => {
  test.each([
    ['', { collective: false, year: null, titles: [] }],
    ['2027', { collective: false, year: 2027, titles: [] }],
    ['năm 2027', { collective: false, year: 2027, titles: [] }],
    ['cstđcs', { collective: false, year: null, titles: ['cstdcs'] }],
    ['CSTDCS 2027', { collective: false, year: 2027, titles: ['cstdcs'] }],
    ['chien si thi dua co so', { collective: false, year: null, titles: ['cstdcs'] }],
    [
      'chiến sĩ thi đua cơ sở'.normalize('NFD'),
      { collective: false, year: null, titles: ['cstdcs'] },
    ],
    ['lđtt, CSTĐ ngành', { collective: false, year: null, titles: ['ldtt', 'cstd_bo'] }],
    ['Grassroots Emulation Fighter', { collective: false, year: null, titles: ['cstdcs'] }],
    ['đơn vị', { collective: true, year: null, titles: [] }],
    ['DONVI 2027', { collective: true, year: 2027, titles: [] }],
    ['don vi tap the lao dong xuat sac', { collective: true, year: null, titles: ['ttldxs'] }],
    ['cờ thi đua của Chính phủ đơn vị', { collective: true, year: null, titles: ['co_cp'] }],
    ['unit 2027', { collective: true, year: 2027, titles: [] }],
  ])('“%s” opens a form', (text, form) => {
    expect(read(text)).toEqual({ kind: 'form', ...form });
  });

  test.each(['trợ giúp', 'tro giup', 'TRỢ GIÚP', 'help', '?'])('“%s” asks for help', (text) => {
    expect(read(text)).toEqual({ kind: 'help', unknown: null });
  });

  test.each([
    ['xin nghỉ phép', 'xin nghỉ phép'],
    ['cstđcs abc', 'abc'],
    ['bổ sung @Hoàng Nhật Nam cstđcs', '@Hoàng Nhật Nam'],
    ['27', '27'],
    ['điển hình', 'điển hình'],
  ])('“%s” is not understood', (text, unknown) => {
    expect(read(text)).toEqual({ kind: 'help', unknown });
  });

  test.each([
    ['bằng khen Thủ tướng', 'commendation_not_registerable'],
    ['bang khen thu tuong 2027 gi do', 'commendation_not_registerable'],
    ['HCLĐ 3', 'commendation_not_registerable'],
    ['sáng kiến', 'initiative_not_registerable'],
    ['đơn vị lđtt', 'wrong_subject'],
    ['cờ Chính phủ', 'wrong_subject'],
  ])('“%s” is refused with its rule', (text, kind) => {
    expect(read(text)).toMatchObject({ kind: 'refused', problems: [{ kind }] });
  });
});
