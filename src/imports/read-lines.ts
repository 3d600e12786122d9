import { parse } from 'csv-parse/sync';
import type { CellValue } from 'exceljs';
import { fileRefusal } from './file-refusal.ts';

/** A line of a file: its number there as a spreadsheet program counts, from 1, and its cells in order. */
export interface Line {
  row: number;
  cells: string[];
}

/** A title may stand above the headings; they are within the first lines. */
export const HEADING_WITHIN = 10;
const MOST_COLUMNS = 60;

export function isCsv(name: string): boolean {
  return /\.csv$/i.test(name);
}

export function readCsv(content: Buffer): Line[] {
  const text = decodeText(content);
  const delimiter = delimiterOf(text.split('\n', HEADING_WITHIN).join('\n'));
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
    });
    return records.map((record, index) => ({
      row: index + 1,
      cells: record.slice(0, MOST_COLUMNS).map(tidy),
    }));
  } catch {
    throw fileRefusal((say) => say.unreadable);
  }
}

/** What parts the cells: whatever of the usual three is there most. */
function delimiterOf(beginning: string): string {
  const count = (mark: string) => beginning.split(mark).length;
  return [';', '\t', ','].toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

/** UTF-8, or UTF-16 as spreadsheet programs save "Unicode text". */
function decodeText(content: Buffer): string {
  const wide = content[0] === 0xff && content[1] === 0xfe;
  try {
    const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(content);
    // Another encoding of two bytes: no text has this character.
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  throw fileRefusal((say) => say.notUtf8);
}

/** A cell that holds a number, as text; `format` is how it is shown, such as 0.0%. */
export type NumberWriter = (value: number, format: string | undefined) => string;

/** @param writeNumber how cells that hold a number are read; otherwise as JavaScript writes them */
export async function readXlsx(
  content: Buffer,
  writeNumber: NumberWriter = (value) => String(value),
): Promise<Line[]> {
  // Large, so not before a workbook comes.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(content).buffer, {
      ignoreNodes: ['dataValidations', 'conditionalFormatting', 'drawing', 'picture', 'hyperlinks'],
    });
  } catch {
    throw fileRefusal((say) => say.unreadable);
  }
  const [sheet] = workbook.worksheets;
  if (!sheet) throw fileRefusal((say) => say.unreadable);
  const lines: Line[] = [];
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    for (let index = 1; index <= Math.min(row.cellCount, MOST_COLUMNS); index += 1) {
      const cell = row.getCell(index);
      const text = cellText(cell.value, (value) => writeNumber(value, cell.numFmt));
      cells.push(tidy(withNoughts(text, cell.numFmt)));
    }
    lines.push({ row: number, cells });
  });
  return lines;
}

function cellText(value: CellValue, writeNumber: (value: number) => string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const [year = '', month = '', day = ''] = value.toISOString().slice(0, 10).split('-');
    return `${day}/${month}/${year}`;
  }
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('result' in value) return cellText(value.result ?? null, writeNumber);
  if ('error' in value) return value.error;
  if ('text' in value) return cellText(value.text, writeNumber);
  return '';
}

/** A number whose format is 00000 is seen with as many digits. */
function withNoughts(text: string, format: string | undefined): string {
  return /^\d+$/.test(text) && format && /^0+$/.test(format)
    ? text.padStart(format.length, '0')
    : text;
}

/** Composed Unicode, one space between words, none around them, nothing invisible. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(/[\u200b-\u200f\u2060\ufeff]|\p{Cc}|\p{Cs}/gu, '')
    .trim();
}
