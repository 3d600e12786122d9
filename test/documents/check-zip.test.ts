import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { checkZip } from '../../src/documents/check-zip.ts';

async function zipOf(parts: Record<string, string>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(parts)) zip.file(name, text);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

test('every part is looked at, and their sizes are added', async () => {
  const zip = await zipOf({ a: 'x'.repeat(100), b: 'y'.repeat(50) });
  expect(await checkZip(zip, 1_000)).toEqual({ paths: ['a', 'b'], size: 150 });
  expect(await checkZip(zip, 149)).toBe('too large');
});

test('an end record that says fewer parts than there are hides none of them', async () => {
  const zip = await zipOf({ a: 'x', 'xl/vbaProject.bin': 'y'.repeat(10_000) });
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  zip.writeUInt16LE(1, end + 8);
  zip.writeUInt16LE(1, end + 10);
  expect(await checkZip(zip, 1_000_000)).toBeNull();
});
