import { expect, test } from 'vitest';
import {
  cleanName,
  fileType,
  MOST_FILE_BYTES,
  problemBeforeFetching,
  problemWithContent,
} from '../../src/documents/sent-file-rules.ts';
import { EVIDENCE_TYPES } from '../../src/initiatives/intake/evidence-rules.ts';
import { EXE, HEIC, JPG, officeFile, PDF, PNG } from '../initiatives/evidence-support.ts';

test.each([
  ['báo cáo.PDF', 100, null],
  ['ảnh.jpeg', 100, null],
  ['ảnh.HEIC', MOST_FILE_BYTES, null],
  ['số liệu.xlsx', MOST_FILE_BYTES + 1, 'too_large'],
  ['trống.pdf', 0, 'empty'],
  ['cài đặt.exe', 100, 'type'],
  ['báo cáo.pdf.exe', 100, 'type'],
  ['báo cáo.doc', 100, 'type'],
  ['trang.html', 100, 'type'],
  ['không đuôi', 100, 'type'],
  ['.constructor', 100, 'type'],
] as const)('%s of %i bytes: %s', (name, size, problem) => {
  expect(problemBeforeFetching({ name, size }, EVIDENCE_TYPES)).toBe(problem);
});

const docx = await officeFile('docx');
const xlsx = await officeFile('xlsx');
const pptx = await officeFile('pptx');
const macros = await officeFile('docx', { 'word/vbaProject.bin': 'x' });

test.each([
  ['pdf', PDF, null],
  ['png', PNG, null],
  ['jpg', JPG, null],
  ['heic', HEIC, null],
  ['docx', docx, null],
  ['xlsx', xlsx, null],
  ['pptx', pptx, null],
  // A renamed program is no document, whatever it is called.
  ['pdf', EXE, 'content'],
  ['docx', EXE, 'content'],
  ['jpg', EXE, 'content'],
  ['heic', EXE, 'content'],
  ['pdf', PNG, 'content'],
  ['docx', xlsx, 'content'],
  ['pptx', PDF, 'content'],
  ['docx', macros, 'macros'],
  ['docx', docx.subarray(0, docx.length - 8), 'content'],
  ['pdf', Buffer.alloc(0), 'empty'],
] as const)('content as %s', async (type, content, problem) => {
  expect(await problemWithContent(type, content)).toBe(problem);
});

test('a document that unpacks beyond all measure is refused', async () => {
  const bomb = await officeFile('docx', { 'word/media.bin': Buffer.alloc(101 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(MOST_FILE_BYTES);
  expect(await problemWithContent('docx', bomb)).toBe('too_large');
});

test.each([
  ['Báo cáo.PDF', 'Báo cáo.pdf'],
  ['Ảnh chụp.jpeg', 'Ảnh chụp.jpg'],
  ['../../etc/passwd.pdf', 'etc passwd.pdf'],
  ['a\u202efdp.exe.pdf', 'a fdp.exe.pdf'],
  ['a<script>:"b".docx', 'a script b.docx'],
  ['.pdf', 'minh-chung.pdf'],
  [`${'x'.repeat(300)}.png`, `${'x'.repeat(100)}.png`],
  ['Tie\u0302\u0301n độ.xlsx', 'Tiến độ.xlsx'],
])('the name %j becomes %j', (name, clean) => {
  const type = fileType(name, EVIDENCE_TYPES);
  expect(type && cleanName(name, type, 'minh-chung')).toBe(clean);
});
