import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const unpack = promisify(inflateRaw);

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end of a zip, with the longest comment that may follow it. */
const END_WITHIN = 22 + 0xffff;

/** What is in a zip: what its parts are called, and how large they are together when they are unpacked. */
export interface ZipContent {
  paths: string[];
  size: number;
}

/**
 * Looks into a zip without trusting what it says of its sizes: each part is unpacked, outside of the
 * event loop, no further than there is room for.
 *
 * @returns 'too large' when it holds more than `most` bytes, null when it is no zip that can be read
 */
export async function checkZip(
  content: Buffer,
  most: number,
): Promise<ZipContent | 'too large' | null> {
  const paths: string[] = [];
  let size = 0;
  try {
    const end = content.lastIndexOf(littleEndian(END));
    if (end < Math.max(0, content.length - END_WITHIN)) return null;
    let at = content.readUInt32LE(end + 16);
    let entries = 0;
    // Up to the end, not as many as it says: a reader may look at all of them.
    for (; content.readUInt32LE(at) === ENTRY; entries += 1) {
      const name = content.readUInt16LE(at + 28);
      paths.push(content.toString('utf8', at + 46, at + 46 + name));
      const part = packedPart(content, at);
      if (part === null) return null;
      size += part.packed
        ? (await unpack(part.bytes, { maxOutputLength: most - size + 1 })).length
        : part.bytes.length;
      if (size > most) return 'too large';
      at += 46 + name + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
    }
    if (at !== end || entries !== content.readUInt16LE(end + 10)) return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : null;
  }
  return { paths, size };
}

/** The bytes of the part that the entry at `at` names; null when they are packed in a way of their own. */
function packedPart(content: Buffer, at: number): { bytes: Buffer; packed: boolean } | null {
  const method = content.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) return null;
  const length = content.readUInt32LE(at + 20);
  const local = content.readUInt32LE(at + 42);
  if (content.readUInt32LE(local) !== LOCAL) return null;
  const from = local + 30 + content.readUInt16LE(local + 26) + content.readUInt16LE(local + 28);
  if (from + length > content.length) return null;
  return { bytes: content.subarray(from, from + length), packed: method === 8 };
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
