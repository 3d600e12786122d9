import JSZip from 'jszip';

const MAIN = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
} as const;

/** A document as small as its kind can be; `more` adds parts. */
export async function officeFile(
  type: keyof typeof MAIN,
  more: Record<string, string | Buffer> = {},
): Promise<Buffer> {
  const zip = new JSZip();
  const parts = { '[Content_Types].xml': '<Types/>', [MAIN[type]]: '<document/>', ...more };
  for (const [path, content] of Object.entries(parts)) zip.file(path, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
export const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
export const JPG = Buffer.from('ffd8ffe000104a4649460001', 'hex');
export const HEIC = Buffer.from('0000001c66747970686569630000000068656963', 'hex');
export const EXE = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');
