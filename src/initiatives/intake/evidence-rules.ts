import type { EvidenceType, InitiativeState } from '../../database/generated/enums.ts';
import { checkZip } from '../../imports/check-zip.ts';

const MB = 1024 * 1024;
/** A scanned decision of some dozens of pages, or the picture of any phone; a job holds one in memory. */
export const MOST_EVIDENCE_BYTES = 10 * MB;
/** What one submission brings: each is fetched and checked by the same job. */
export const MOST_FILES_AT_ONCE = 5;
/** What one initiative has at most: its file lists them all in one modal. */
export const MOST_EVIDENCE = 20;
/** What a document may hold when it is unpacked; more is no document but an attack on who opens it. */
const MOST_UNPACKED = 100 * MB;

/** More evidence is of use until the council votes on what it has read. */
export const OPEN_TO_EVIDENCE: readonly InitiativeState[] = ['received', 'returned', 'accepted'];

export const EVIDENCE_PROBLEMS = [
  'type',
  'empty',
  'too_large',
  /** The content is not what the name says. */
  'content',
  'macros',
  'not_fetched',
  'too_many',
  /** The initiative takes no more evidence, or the sender has no part in it any more. */
  'closed',
] as const;
export type EvidenceProblem = (typeof EVIDENCE_PROBLEMS)[number];

const ENDINGS: ReadonlyMap<string, EvidenceType> = new Map([
  ['pdf', 'pdf'],
  ['docx', 'docx'],
  ['xlsx', 'xlsx'],
  ['pptx', 'pptx'],
  ['jpg', 'jpg'],
  ['jpeg', 'jpg'],
  ['png', 'png'],
  ['heic', 'heic'],
]);
export const EVIDENCE_ENDINGS = [...ENDINGS.keys()];

/** What the ending of a file's name says it is; undefined when that is not taken. */
export function evidenceType(name: string): EvidenceType | undefined {
  return ENDINGS.get(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '');
}

/** What can be told of a file before it is fetched. `size` is in bytes. */
export function problemBeforeFetching(file: {
  name: string;
  size: number;
}): EvidenceProblem | null {
  if (!evidenceType(file.name)) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > MOST_EVIDENCE_BYTES ? 'too_large' : null;
}

/** Whether the bytes are what the name says, whatever they are called. */
export async function problemWithContent(
  type: EvidenceType,
  content: Buffer,
): Promise<EvidenceProblem | null> {
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
): Promise<EvidenceProblem | null> {
  const zip = await checkZip(content, MOST_UNPACKED);
  if (zip === null) return 'content';
  if (zip === 'too large') return 'too_large';
  if (zip.paths.some((path) => /vbaproject\.bin$/i.test(path))) return 'macros';
  return zip.paths.includes('[Content_Types].xml') && zip.paths.includes(MAIN_PART[type])
    ? null
    : 'content';
}

/** A name that can be shown and saved anywhere: no folders, no signs with a meaning, of a sensible length. */
export function cleanName(name: string, type: EvidenceType): string {
  const stem = name
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 100)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
  return `${stem || 'minh-chung'}.${type}`;
}
