import { COLUMNS, type Column, columnOf, type ImportKind } from './columns.ts';
import { fileRefusal } from './file-refusal.ts';
import { HEADING_WITHIN, isCsv, type Line, readCsv, readXlsx } from './read-lines.ts';
import type { FileRow } from './rows.ts';

export interface SentFile {
  name: string;
  content: Buffer;
}

const MOST_ROWS = 50_000;

/**
 * The rows of the first sheet below the one that holds the headings. Empty rows, and the example row of
 * the template, are passed over.
 *
 * @throws AppError when it cannot be read, lacks a heading or has too many rows
 */
export async function parseImportFile(kind: ImportKind, file: SentFile): Promise<FileRow[]> {
  const lines = isCsv(file.name) ? readCsv(file.content) : await readXlsx(file.content);
  const at = lines.findIndex(({ cells }) => isHeading(kind, cells));
  const heading = lines[at];
  if (!heading || at >= HEADING_WITHIN) {
    throw fileRefusal((say, language) =>
      say.noHeading({ headings: COLUMNS[kind].map(({ header }) => header[language]).join(', ') }),
    );
  }
  const columns = columnsOf(kind, heading);
  const rows = lines
    .slice(at + 1)
    .map(({ row, cells }) => ({ row, cells: byKey(columns, cells) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''))
    .filter(({ cells }) => !isExample(kind, cells));
  if (rows.length === 0) throw fileRefusal((say) => say.noRows);
  if (rows.length > MOST_ROWS) throw fileRefusal((say) => say.tooManyRows({ most: MOST_ROWS }));
  return rows;
}

function columnsOf(kind: ImportKind, heading: Line): (Column | undefined)[] {
  const columns = heading.cells.map((name) => columnOf(kind, name));
  const lacking = COLUMNS[kind].filter((column) => column.required && !columns.includes(column));
  if (lacking.length > 0) {
    throw fileRefusal((say, language) =>
      say.lackingColumns({ columns: lacking.map(({ header }) => header[language]).join(', ') }),
    );
  }
  const twice = columns.find((column, index) => column && columns.indexOf(column) < index);
  if (twice)
    throw fileRefusal((say, language) => say.columnTwice({ column: twice.header[language] }));
  return columns;
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
