/** Files that a person puts into a form: POST /client/files?as=U…&name=…, the bytes as the body. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Core } from './core.ts';
import { BodyTooLarge, readBody } from './http/read-body.ts';
import { sendJson } from './http/respond.ts';
import { randomId } from './ids.ts';
import { mimetypeOf } from './mimetypes.ts';
import type { Person, StoredFile } from './model.ts';
import { filePayload } from './payloads.ts';

export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

const fileName = z.string().trim().min(1).max(255);

/** Answers with the file as Slack puts it into a file_input's state. */
export async function receiveFile(
  core: Core,
  person: Person,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  const name = fileName.safeParse(url.searchParams.get('name'));
  if (!name.success) return sendJson(res, 400, { ok: false, error: 'invalid_name' });
  const content = await readBody(req, MAX_UPLOAD_BYTES).catch((error: unknown) => {
    if (error instanceof BodyTooLarge) return null;
    throw error;
  });
  if (content === null) return sendJson(res, 413, { ok: false, error: 'file_too_large' });
  if (content.length === 0) return sendJson(res, 400, { ok: false, error: 'file_empty' });
  const id = keepPersonsFile(core, person.id, { name: name.data, content });
  sendJson(res, 200, { ok: true, file: filePayload(core, id) });
}

/** Keeps a file that a person puts into a form. @returns its id */
export function keepPersonsFile(
  core: Core,
  userId: string,
  { name, content }: { name: string; content: Buffer },
): string {
  const file: StoredFile = {
    id: randomId('F'),
    userId,
    name,
    title: name,
    mimetype: mimetypeOf(name),
    size: content.length,
    created: Math.floor(core.clock() / 1000),
    channels: [],
    contentBase64: content.toString('base64'),
  };
  core.state.commit({ k: 'file', file });
  return file.id;
}
