import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { AppError } from '../kernel/errors.ts';
import { COLUMNS, type Column, columnOf, type ImportKind } from './columns.ts';
import { phrases } from './phrases.ts';

/** A row of a file: its number there, counted from 1, and its cells by column key. */
export interface FileRow {
  row: number;
  cells: Readonly<Record<string, string>>;
}

export const MOST_BYTES = 10 * 1024 * 1024;
const MOST_ROWS = 50_000;
/** The heading stands somewhere in the first rows: a title may stand above it. */
const HEADING_WITHIN = 10;
const MOST_COLUMNS = 60;

/**
 * Reads an .xlsx or .csv file: the first sheet, from the row that holds the headings on. Cells are text,
 * in composed Unicode, without stray spaces; a date cell is dd/mm/yyyy, a formula is its result. Empty
 * rows, and the example row of the template, are passed over.
 *
 * @throws AppError when it is too large, is no such file, or lacks a heading
 */
export async function readImportFile(
  kind: ImportKind,
  file: { name: string; content: Buffer },
): Promise<FileRow[]> {
  if (file.content.length > MOST_BYTES) throw tooLarge();
  const lines = /\.csv$/i.test(file.name) ? readCsv(file.content) : await readXlsx(file.content);
  const at = lines.findIndex(({ cells }) => isHeading(kind, cells));
  const heading = lines[at];
  if (!heading || at >= HEADING_WITHIN) {
    throw refusal((say, language) =>
      say.noHeading({ headings: COLUMNS[kind].map(({ header }) => header[language]).join(', ') }),
    );
  }
  const columns = heading.cells.map((name) => columnOf(kind, name));
  const lacking = COLUMNS[kind].filter((column) => column.required && !columns.includes(column));
  if (lacking.length > 0) {
    throw refusal((say, language) =>
      say.lackingColumns({ columns: lacking.map(({ header }) => header[language]).join(', ') }),
    );
  }
  const twice = columns.find((column, index) => column && columns.indexOf(column) < index);
  if (twice) throw refusal((say, language) => say.columnTwice({ column: twice.header[language] }));
  const rows = lines
    .slice(at + 1)
    .map(({ row, cells }) => ({ row, cells: byKey(columns, cells) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''))
    .filter(({ cells }) => !isExample(kind, cells));
  if (rows.length === 0) throw refusal((say) => say.noRows);
  if (rows.length > MOST_ROWS) throw refusal((say) => say.tooManyRows({ most: MOST_ROWS }));
  return rows;
}

export function tooLarge(): AppError {
  return refusal((say) => say.tooLarge({ most: MOST_BYTES / 1024 / 1024 }));
}

interface Line {
  row: number;
  cells: string[];
}

function readCsv(content: Buffer): Line[] {
  const text = decodeText(content);
  const delimiter = delimiterOf(text.split('\n', HEADING_WITHIN).join('\n'));
  try {
    const records: unknown = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: true,
      max_record_size: 100_000,
    });
    if (!Array.isArray(records)) return [];
    return records.map(({ record, info }: { record: string[]; info: { lines: number } }) => ({
      row: info.lines,
      cells: record.slice(0, MOST_COLUMNS).map(tidy),
    }));
  } catch {
    throw refusal((say) => say.unreadable);
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
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(content);
  } catch {
    throw refusal((say) => say.notUtf8);
  }
}

async function readXlsx(content: Buffer): Promise<Line[]> {
  // A zip begins so; an encrypted or an old .xls file does not.
  if (content.readUInt16BE(0) !== 0x504b) throw refusal((say) => say.unreadable);
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(content).buffer, {
      ignoreNodes: ['dataValidations', 'conditionalFormatting', 'drawing', 'picture', 'hyperlinks'],
    });
  } catch {
    throw refusal((say) => say.unreadable);
  }
  const [sheet] = workbook.worksheets;
  if (!sheet) throw refusal((say) => say.unreadable);
  const lines: Line[] = [];
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    for (let index = 1; index <= Math.min(row.cellCount, MOST_COLUMNS); index += 1) {
      cells.push(tidy(cellText(row.getCell(index).value)));
    }
    lines.push({ row: number, cells });
  });
  return lines;
}

function cellText(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const [year = '', month = '', day = ''] = value.toISOString().slice(0, 10).split('-');
    return `${day}/${month}/${year}`;
  }
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('result' in value) return cellText(value.result ?? null);
  if ('text' in value) return cellText(value.text);
  return '';
}

/** Composed Unicode, one space between words, none around them, nothing invisible. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();
}

function isHeading(kind: ImportKind, cells: readonly string[]): boolean {
  return cells.filter((cell) => columnOf(kind, cell)).length >= 2;
}

function isExample(kind: ImportKind, cells: Readonly<Record<string, string>>): boolean {
  return COLUMNS[kind].every(({ key, example }) => (cells[key] ?? '') === example);
}

function byKey(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column, index) => (column ? [[column.key, cells[index] ?? '']] : [])),
  );
}

function refusal(say: (p: (typeof phrases)['vi'], language: 'vi' | 'en') => string): AppError {
  return new AppError('file_refused', {
    field: 'file',
    say: (language) => say(phrases[language], language),
  });
}
