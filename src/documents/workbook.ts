/** A table of a workbook: its heading lines, its columns, its rows. */
export interface SheetContent {
  /** At most 31 characters, none of : \ / ? * [ ]. */
  name: string;
  /** Lines above the table; the first is the title. */
  heading?: readonly string[];
  columns: readonly { header: string /** In characters. */; width: number; numeric?: boolean }[];
  rows: readonly (readonly (string | number | null)[])[];
}

/**
 * An .xlsx file. Text stays text whatever it looks like: a staff number keeps its leading zeros, and a
 * name that begins with = is no formula.
 */
export async function buildWorkbook(sheets: readonly SheetContent[]): Promise<Buffer> {
  // Loaded when it is first needed: it is large, and most starts never need it.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Thi Đua';
  for (const { name, heading = [], columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, {
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
    });
    heading.forEach((line, index) => {
      const row = sheet.addRow([line]);
      row.font = { name: FONT, size: 13, bold: index === 0 };
      sheet.mergeCells(row.number, 1, row.number, columns.length);
      row.alignment = { horizontal: 'center', wrapText: true };
    });
    if (heading.length > 0) sheet.addRow([]);
    const head = sheet.addRow(columns.map(({ header }) => header));
    head.font = { name: FONT, size: 12, bold: true };
    head.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    for (const cells of rows) {
      const row = sheet.addRow([...cells]);
      row.font = { name: FONT, size: 12 };
      row.alignment = { vertical: 'top', wrapText: true };
    }
    columns.forEach(({ width, numeric = false }, index) => {
      const column = sheet.getColumn(index + 1);
      column.width = width;
      // Text, so that a spreadsheet program leaves it as it is.
      if (!numeric) column.numFmt = '@';
    });
    for (let number = head.number; number <= sheet.rowCount; number += 1) {
      sheet.getRow(number).eachCell((cell) => {
        cell.border = BORDER;
      });
    }
    sheet.views = [{ state: 'frozen', ySplit: head.number }];
    sheet.pageSetup.printTitlesRow = `${head.number}:${head.number}`;
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const FONT = 'Times New Roman';
const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };
