import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { COLUMNS, IMPORT_KINDS } from '../../src/imports/columns.ts';
import { readDay } from '../../src/imports/read-cells.ts';
import { readImportFile } from '../../src/imports/read-file.ts';
import { templateName, templateWorkbook } from '../../src/imports/template.ts';

const HEADING = 'Số hiệu;Họ và tên;Thư điện tử;Mã đơn vị;Chức vụ;Cương vị;Từ ngày';
const csv = (text: string, name = 'nguoi.csv') => ({ name, content: Buffer.from(text) });
const people = (text: string) => readImportFile('people', csv(text));

describe('a file', () => {
  test.each([
    ['semicolons', ';'],
    ['commas', ','],
    ['tabs', '\t'],
  ])('parted by %s, with and without a byte order mark', async (_name, mark) => {
    const text = `${HEADING}\n007;Trần Lan;lan@x.vn;P1;CV;;1/7/2025`.replaceAll(';', mark);
    for (const begin of ['', '\ufeff']) {
      const [row] = await people(begin + text);
      expect(row).toEqual({
        row: 2,
        cells: {
          staffNumber: '007',
          fullName: 'Trần Lan',
          email: 'lan@x.vn',
          unitCode: 'P1',
          position: 'CV',
          office: '',
          from: '1/7/2025',
        },
      });
    }
  });

  test('is read whatever its Unicode form, spaces and the case of its headings', async () => {
    const text = `SỐ HIỆU * ; họ va ten;e-mail;unit code;Position;Office;From\n 007 ;  Trần \u00a0 Lan\u200b ;LAN@x.vn;p1;CV;;01/07/2025`;
    const [row] = await people(text.normalize('NFD'));
    expect(row?.cells).toMatchObject({ staffNumber: '007', fullName: 'Trần Lan', unitCode: 'p1' });
  });

  test('may have a title above its headings, columns in another order, strange ones, empty rows', async () => {
    const rows = await people(
      `DANH SÁCH CÁN BỘ\n\nGhi chú;${HEADING}\nabc;1;A B;a@x.vn;P;CV;;01/01/2025\n;;;;;;;\nxyz;2;C D;c@x.vn;P;CV;;01/01/2025`,
    );
    expect(rows.map(({ row, cells }) => [row, cells.staffNumber])).toEqual([
      [4, '1'],
      [6, '2'],
    ]);
  });

  test.each([
    ['is empty', csv('')],
    ['has no headings', csv('a;b;c\n1;2;3')],
    ['lacks a needed column', csv('Số hiệu;Họ và tên\n1;Lan')],
    ['has a column twice', csv(`${HEADING};Số hiệu\n1;L;l@x.vn;P;CV;;01/01/2025;1`)],
    ['has headings only', csv(HEADING)],
    ['is in another encoding', { name: 'a.csv', content: Buffer.from([0x53, 0xf4, 0xff, 0x3b]) }],
    ['is no workbook', { name: 'a.xlsx', content: Buffer.from('không phải tệp Excel') }],
    ['is a broken workbook', { name: 'a.xlsx', content: Buffer.from('PK\u0003\u0004hỏng rồi') }],
    ['is too large', { name: 'a.csv', content: Buffer.alloc(10 * 1024 * 1024 + 1) }],
  ])('that %s is refused at its field, in words', async (_what, file) => {
    const refused = readImportFile('people', file);
    await expect(refused).rejects.toMatchObject({ code: 'file_refused', field: 'file' });
    const error = await refused.catch((reason: { say(language: 'vi'): string }) => reason);
    expect('say' in error && error.say('vi').length).toBeGreaterThan(20);
  });

  test('as a workbook gives dates, numbers, results of formulas and rich text as they are read', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Cán bộ');
    sheet.addRow(HEADING.split(';'));
    sheet.addRow([
      '00123',
      { richText: [{ text: 'Trần ' }, { text: 'Lan', font: { bold: true } }] },
      { text: 'lan@x.vn', hyperlink: 'mailto:lan@x.vn' },
      { formula: '"P"&1', result: 'P1' },
      'CV',
      null,
      new Date('2025-07-01T00:00:00Z'),
    ]);
    const content = Buffer.from(await workbook.xlsx.writeBuffer());
    const [row] = await readImportFile('people', { name: 'a.xlsx', content });
    expect(row?.cells).toEqual({
      staffNumber: '00123',
      fullName: 'Trần Lan',
      email: 'lan@x.vn',
      unitCode: 'P1',
      position: 'CV',
      office: '',
      from: '01/07/2025',
    });
  });
});

describe.each(IMPORT_KINDS)('the template of %s', (kind) => {
  test('is a file of that kind: its example is passed over, what is written below is read', async () => {
    const content = await templateWorkbook(kind, 'vi');
    const file = { name: templateName(kind), content };
    await expect(readImportFile(kind, file)).rejects.toMatchObject({ code: 'file_refused' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(content).buffer);
    workbook.worksheets[0]?.addRow(COLUMNS[kind].map(({ key }) => `giá trị của ${key}`));
    const filled = Buffer.from(await workbook.xlsx.writeBuffer());
    const rows = await readImportFile(kind, { ...file, content: filled });
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0]?.cells ?? {})).toEqual(COLUMNS[kind].map(({ key }) => key));
  });
});

test.each([
  ['05/12/2026', '2026-12-05'],
  ['5/12/2026', '2026-12-05'],
  ['5-1-2026', '2026-01-05'],
  ['05.12.2026', '2026-12-05'],
  ['2026-12-05', '2026-12-05'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2025', null],
  ['31/04/2026', null],
  ['12/25/2026', null],
  ['05/12/26', null],
  ['0/1/2026', null],
  ['05/12/2026 10:00', null],
])('%s is read as %s', (text, day) => {
  expect(readDay(text)).toBe(day);
});
