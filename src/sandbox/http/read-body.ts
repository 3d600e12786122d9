/** Reads a request's body, up to a limit. */
import type { IncomingMessage } from 'node:http';

export class BodyTooLarge extends Error {}

/** @param limit bytes @throws BodyTooLarge */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > limit) throw new BodyTooLarge(`body over ${limit} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
