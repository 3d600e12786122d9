import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { buildWorkbook } from '../../src/documents/workbook.ts';

async function read(content: Buffer) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(content).buffer);
  return workbook;
}

test('text stays text, whatever it looks like; numbers are numbers', async () => {
  const content = await buildWorkbook([
    {
      name: 'Cá nhân',
      heading: ['DANH SÁCH', 'Năm 2027'],
      columns: [
        { header: 'STT', width: 6, numeric: true },
        { header: 'Số hiệu', width: 12 },
        { header: 'Họ và tên', width: 30 },
      ],
      rows: [
        [1, '00123', '=HYPERLINK("http://x.example")'],
        [2, '05/12/2026', null],
      ],
    },
  ]);
  const sheet = (await read(content)).getWorksheet('Cá nhân');
  expect(sheet?.getCell('A1').value).toBe('DANH SÁCH');
  expect(sheet?.getRow(4).values).toEqual([undefined, 'STT', 'Số hiệu', 'Họ và tên']);
  expect(sheet?.getCell('A5').value).toBe(1);
  expect(sheet?.getCell('B5').value).toBe('00123');
  expect(sheet?.getCell('C5')).toMatchObject({
    value: '=HYPERLINK("http://x.example")',
    type: ExcelJS.ValueType.String,
    numFmt: '@',
  });
  expect(sheet?.getCell('B6').value).toBe('05/12/2026');
  expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 4 }]);
});
