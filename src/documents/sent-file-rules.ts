import type { FileType } from '../database/generated/enums.ts';
import { checkZip } from './check-zip.ts';

// Files that people give: which are taken, and whether what is in them is what their name says.

const MB = 1024 * 1024;
/** A scanned decision of some dozens of pages, or the picture of any phone; a job holds one in memory. */
export const MOST_FILE_BYTES = 10 * MB;
/** What a document may hold when it is unpacked; more is no document but an attack on who opens it. */
const MOST_UNPACKED = 100 * MB;

export const FILE_PROBLEMS = [
  'type',
  'empty',
  'too_large',
  /** The content is not what the name says. */
  'content',
  'macros',
  'not_fetched',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

const ENDINGS: ReadonlyMap<string, FileType> = new Map([
  ['pdf', 'pdf'],
  ['docx', 'docx'],
  ['xlsx', 'xlsx'],
  ['pptx', 'pptx'],
  ['jpg', 'jpg'],
  ['jpeg', 'jpg'],
  ['png', 'png'],
  ['heic', 'heic'],
]);

/** A file as a form brings it. `size` is in bytes. */
export interface GivenFile {
  id: string;
  name: string;
  size: number;
}

/** How the names of files of these types end. */
export function endingsOf(taken: readonly FileType[]): string[] {
  return [...ENDINGS].flatMap(([ending, type]) => (taken.includes(type) ? [ending] : []));
}

/** What the ending of a file's name says it is; undefined when that is not taken. */
export function fileType(name: string, taken: readonly FileType[]): FileType | undefined {
  const type = ENDINGS.get(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '');
  return type && taken.includes(type) ? type : undefined;
}

/** What can be told of a file before it is fetched. `size` is in bytes. */
export function problemBeforeFetching(
  file: { name: string; size: number },
  taken: readonly FileType[],
): FileProblem | null {
  if (!fileType(file.name, taken)) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > MOST_FILE_BYTES ? 'too_large' : null;
}

/** Whether the bytes are what the name says, whatever they are called. */
export async function problemWithContent(
  type: FileType,
  content: Buffer,
): Promise<FileProblem | null> {
  if (content.length === 0) return 'empty';
  const begins = (...bytes: number[]) =>
    content.subarray(0, bytes.length).equals(Buffer.from(bytes));
  switch (type) {
    case 'pdf':
      return content.subarray(0, 5).toString('latin1') === '%PDF-' ? null : 'content';
    case 'jpg':
      return begins(0xff, 0xd8, 0xff) ? null : 'content';
    case 'png':
      return begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? null : 'content';
    case 'heic':
      return HEIC_BRANDS.has(content.subarray(4, 12).toString('latin1')) ? null : 'content';
    default:
      return problemWithDocument(type, content);
  }
}

const HEIC_BRANDS = new Set(
  ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'].map((brand) => `ftyp${brand}`),
);

const MAIN_PART = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
} as const;

async function problemWithDocument(
  type: keyof typeof MAIN_PART,
  content: Buffer,
): Promise<FileProblem | null> {
  const zip = await checkZip(content, MOST_UNPACKED);
  if (zip === null) return 'content';
  if (zip === 'too large') return 'too_large';
  if (zip.paths.some((path) => /vbaproject\.bin$/i.test(path))) return 'macros';
  return zip.paths.includes('[Content_Types].xml') && zip.paths.includes(MAIN_PART[type])
    ? null
    : 'content';
}

/**
 * A name that can be shown and saved anywhere: no folders, no signs with a meaning, of a sensible length.
 *
 * @param otherwise where nothing of the name is left, without an ending
 */
export function cleanName(name: string, type: FileType, otherwise: string): string {
  const stem = name
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 100)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
  return `${stem || otherwise}.${type}`;
}
