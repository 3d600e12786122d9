/** Bytes of files: uploads from the app, downloads by people and by the app. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from './core.ts';
import { hasLocalHost } from './http/local-only.ts';
import { BodyTooLarge, readBody } from './http/read-body.ts';
import { sendText } from './http/respond.ts';

const MAX_FILE_BYTES = 50 * 1024 * 1024;

export async function receiveUpload(
  core: Core,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  const upload = core.uploads.byKey(url.pathname.slice('/upload/'.length));
  if (upload === null || req.method !== 'POST') return sendText(res, 404, 'Not Found');
  try {
    const body = await readBody(req, MAX_FILE_BYTES);
    upload.content = isMultipart(req) ? firstPart(body) : body;
  } catch (error) {
    if (error instanceof BodyTooLarge) return sendText(res, 413, 'Payload Too Large');
    throw error;
  }
  sendText(res, 200, `OK - ${upload.content.length}`);
}

function isMultipart(req: IncomingMessage): boolean {
  return (req.headers['content-type'] ?? '').startsWith('multipart/form-data');
}

/** The content of the first part: its headers end at the first empty line. */
function firstPart(body: Buffer): Buffer {
  const boundary = body.subarray(0, body.indexOf('\r\n'));
  const start = body.indexOf('\r\n\r\n') + 4;
  const end = body.indexOf(Buffer.concat([Buffer.from('\r\n'), boundary]), start);
  return body.subarray(start, end < 0 ? body.length : end);
}

/** Always as an attachment: what an app uploaded never runs as part of the page. */
export function sendFile(core: Core, req: IncomingMessage, res: ServerResponse, url: URL): void {
  const bearer = req.headers.authorization === `Bearer ${core.identity.botToken}`;
  if (!bearer && !hasLocalHost(req)) {
    sendText(res, 403, 'Forbidden');
    return;
  }
  const file = core.state.files.get(url.pathname.split('/')[2] ?? '');
  if (file === undefined) {
    sendText(res, 404, 'Not Found');
    return;
  }
  const name = encodeURIComponent(file.name).replaceAll("'", '%27');
  res.writeHead(200, {
    'content-type': file.mimetype,
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'content-length': String(file.size),
    'x-content-type-options': 'nosniff',
  });
  res.end(Buffer.from(file.contentBase64, 'base64'));
}
