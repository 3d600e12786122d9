import { expect, test } from 'vitest';
import { readAuthorDetails, readParticipants } from '../../src/initiatives/intake/people-lines.ts';

const NAMES = ['Trần Thị Lan', 'Vũ Anh Đức'];

test('details of authors are read one a line, in any order, with a part left out', () => {
  const text = ' vũ anh  đức; 3.4.1990\n\nTrần Thị Lan; ; Thạc sĩ\r\n';
  expect(readAuthorDetails(text, NAMES)).toEqual({
    ok: true,
    lines: [
      { name: 'vũ anh  đức', born: { day: '1990-04-03' }, qualification: null },
      { name: 'Trần Thị Lan', born: null, qualification: 'Thạc sĩ' },
    ],
  });
});

test.each([
  ['Trần Thị Lan', 1, 'parts'],
  ['Trần Thị Lan; 1985; Cử nhân; thêm', 1, 'parts'],
  ['Trần Thị Lan; 31/02/1985', 1, 'born'],
  ['\nTrần Thị Lan; hai mươi', 2, 'born'],
  // Accents count: a name without them is another one.
  ['Tran Thi Lan; 1985', 1, 'unknown'],
  ['Trần Thị Lan; 1985\nTrần Thị Lan; 1986', 2, 'twice'],
])('%j is refused with its line', (text, line, problem) => {
  expect(readAuthorDetails(text, NAMES)).toEqual({ ok: false, line, problem });
});

test('two authors of one name have a line each', () => {
  const read = readAuthorDetails('Lê Hà; 1985\nLê Hà; 1990', ['Lê Hà', 'Lê Hà']);
  expect(read).toMatchObject({ ok: true });
});

test('participants have a name, a workplace and what they did; the position may be left open', () => {
  expect(readParticipants('Cao Linh; Phòng Thu; ; Nhập dữ liệu')).toEqual({
    ok: true,
    lines: [{ name: 'Cao Linh', workplace: 'Phòng Thu', position: '', support: 'Nhập dữ liệu' }],
  });
  expect(readParticipants('A; B; C; D\nCao Linh giúp')).toEqual({
    ok: false,
    line: 2,
    problem: 'parts',
  });
});
