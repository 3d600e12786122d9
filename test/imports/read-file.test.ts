import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { COLUMNS, IMPORT_KINDS } from '../../src/imports/columns.ts';
import { readImportFile } from '../../src/imports/read-file.ts';
import { templateName, templateWorkbook } from '../../src/imports/template.ts';
import { readDay } from '../../src/kernel/time.ts';

const HEADING = 'Số hiệu;Họ và tên;Thư điện tử;Mã đơn vị;Chức vụ;Cương vị;Từ ngày';
const csv = (text: string, name = 'nguoi.csv') => ({ name, content: Buffer.from(text) });
const people = (text: string) => readImportFile('people', csv(text));

/** As .xls files and encrypted .xlsx files begin. */
const compoundFile = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);

async function workbookOf(rows: ExcelJS.CellValue[][], format?: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Cán bộ');
  sheet.addRow(HEADING.split(';'));
  for (const row of rows) sheet.addRow(row);
  if (format) sheet.getCell('A2').numFmt = format;
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The same workbook with something put into its zip. */
async function withPart(content: Buffer, path: string, part: string): Promise<Buffer> {
  const zip = await JSZip.loadAsync(content);
  zip.file(path, part);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const ROW = ['1', 'Trần Lan', 'lan@x.vn', 'P1', 'CV', '', '01/07/2025'];
const refusalOf = (content: Buffer) =>
  readImportFile('people', { name: 'a.xlsx', content }).then(
    () => 'read',
    (error: { say?(language: 'vi'): string }) => error.say?.('vi') ?? String(error),
  );

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
    ['is an empty workbook', { name: 'a.xlsx', content: Buffer.alloc(0) }],
    ['is UTF-16 that does not say so', { name: 'a.csv', content: Buffer.from(HEADING, 'utf16le') }],
    ['is an old or encrypted workbook', { name: 'a.xlsx', content: compoundFile }],
    ['is too large', { name: 'a.csv', content: Buffer.alloc(10 * 1024 * 1024 + 1) }],
  ])('that %s is refused at its field, in words', async (_what, file) => {
    const refused = readImportFile('people', file);
    await expect(refused).rejects.toMatchObject({ code: 'file_refused', field: 'file' });
    const error = await refused.catch((reason: { say(language: 'vi'): string }) => reason);
    expect('say' in error && error.say('vi').length).toBeGreaterThan(20);
  });

  test('with macros is refused for them', async () => {
    const content = await withPart(await workbookOf([ROW]), 'xl/vbaProject.bin', 'x');
    expect(await refusalOf(content)).toContain('macro');
  });

  test('that unpacks to far more than it is, is refused before it is unpacked', {
    timeout: 90_000,
  }, async () => {
    const content = await withPart(
      await workbookOf([ROW]),
      'xl/worksheets/sheet2.xml',
      ' '.repeat(150_000_000),
    );
    expect(content.length).toBeLessThan(1_000_000);
    expect(await refusalOf(content)).toContain('giải nén');

    // One whose sizes are a lie is measured all the same.
    const real = Buffer.alloc(4);
    real.writeUInt32LE(150_000_000);
    for (let at = content.indexOf(real); at >= 0; at = content.indexOf(real)) {
      content.writeUInt32LE(10, at);
    }
    expect(await refusalOf(content)).toContain('giải nén');
  });

  test('that is heavy is read in a thread, to the same rows and refusals', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => [`NV${index}`, ...ROW.slice(1)]);
    const lines = [HEADING, ...many.map((row) => row.join(';'))].join('\n');
    const rows = await people(lines);
    expect(rows).toHaveLength(20_000);
    expect(rows.at(-1)).toEqual({
      row: 20_001,
      cells: {
        staffNumber: 'NV19999',
        fullName: 'Trần Lan',
        email: 'lan@x.vn',
        unitCode: 'P1',
        position: 'CV',
        office: '',
        from: '01/07/2025',
      },
    });
    await expect(people(lines.replace('Số hiệu', 'Lạ'))).rejects.toMatchObject({
      code: 'file_refused',
      field: 'file',
    });
  });

  test('counts its rows as a spreadsheet program does, also with lines inside of cells', async () => {
    const rows = await people(
      `${HEADING}\n1;"Trần\nLan";a@x.vn;P;CV;;01/01/2025\n2;C D;c@x.vn;P;CV;;01/01/2025`,
    );
    expect(rows.map(({ row, cells }) => [row, cells.fullName])).toEqual([
      [2, 'Trần Lan'],
      [3, 'C D'],
    ]);
  });

  test('shows the noughts that the format of a number adds, and the errors of formulas', async () => {
    const content = await workbookOf(
      [[123, { error: '#REF!' }, 'lan@x.vn', { formula: 'A9', result: { error: '#N/A' } }, 'CV']],
      '00000',
    );
    const [row] = await readImportFile('people', { name: 'a.xlsx', content });
    expect(row?.cells).toMatchObject({
      staffNumber: '00123',
      fullName: '#REF!',
      unitCode: '#N/A',
    });
  });

  test('holds nothing that a database refuses', async () => {
    const [line] = await people(`${HEADING}\n1;Trần\u0007 Lan;a@x.vn;P;CV;;01/01/2025`);
    expect(line?.cells.fullName).toBe('Trần Lan');
    // As a workbook writes characters that XML has not.
    const content = await workbookOf([['1', 'Trần_x0000_ Lan_xD800_', ...ROW.slice(2)]]);
    const [row] = await readImportFile('people', { name: 'a.xlsx', content });
    expect(row?.cells.fullName).not.toMatch(/[\p{Cc}\p{Cs}]/u);
    const nul = people(`${HEADING}\n1;Trần\0 Lan;a@x.vn;P;CV;;01/01/2025`);
    await expect(nul).rejects.toMatchObject({ code: 'file_refused' });
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
