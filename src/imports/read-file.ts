import { checkZip } from '../documents/check-zip.ts';
import type { ImportKind } from './columns.ts';
import { fileRefusal } from './file-refusal.ts';
import { parseImportFile, type SentFile } from './parse-file.ts';
import { isCsv, type Line, type NumberWriter, readCsv, readXlsx } from './read-lines.ts';
import { parseInThread } from './reader-thread.ts';
import type { FileRow } from './rows.ts';

const MB = 1024 * 1024;
export const MOST_BYTES = 10 * MB;
/** 50,000 rows of the widest kind are a third of this. */
const MOST_UNPACKED = 100 * MB;
/** What is parsed in some tens of milliseconds; more would keep people waiting for their acknowledgements. */
const LIGHT = MB;
/** Parsed in one or two tenths of a second, without a thread. */
const MOST_SMALL = 4 * MB;

/**
 * Reads an .xlsx or .csv file. Cells are text, in composed Unicode, without stray spaces; a date cell is
 * dd/mm/yyyy, a formula is its result.
 *
 * @throws AppError when it is too large, is no such file, has macros, or lacks a heading
 */
export async function readImportFile(kind: ImportKind, file: SentFile): Promise<FileRow[]> {
  if ((await unpackedSize(file)) <= LIGHT) return parseImportFile(kind, file);
  const rows = await parseInThread(kind, file);
  if (rows === null) throw tooHeavy();
  return rows;
}

/**
 * The lines of a small file whose columns are its reader's own matter.
 *
 * @throws AppError as `readImportFile`; also when it unpacks to more than some thousand rows do
 */
export async function readSmallFile(file: SentFile, writeNumber: NumberWriter): Promise<Line[]> {
  if ((await unpackedSize(file)) > MOST_SMALL) throw tooHeavy(MOST_SMALL);
  return isCsv(file.name) ? readCsv(file.content) : readXlsx(file.content, writeNumber);
}

function tooHeavy(most = MOST_UNPACKED) {
  return fileRefusal((say) => say.tooHeavy({ most: most / MB }));
}

export function tooLarge() {
  return fileRefusal((say) => say.tooLarge({ most: MOST_BYTES / MB }));
}

async function unpackedSize({ name, content }: SentFile): Promise<number> {
  if (content.length > MOST_BYTES) throw tooLarge();
  if (isCsv(name)) return content.length;
  const zip = await checkZip(content, MOST_UNPACKED);
  if (zip === null) throw fileRefusal((say) => say.unreadable);
  if (zip === 'too large') throw tooHeavy();
  if (zip.paths.some((path) => /vbaproject\.bin$/i.test(path)))
    throw fileRefusal((say) => say.macros);
  return zip.size;
}
