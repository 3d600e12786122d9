/** The page's endpoints under /client/. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { actRequestSchema } from './act-schema.ts';
import { peopleToBe, snapshotFor } from './client-projection.ts';
import type { ClientActResult, ClientChange } from './client-protocol.ts';
import { receiveFile } from './client-uploads.ts';
import type { Core } from './core.ts';
import { hasLocalHost, hasOwnOrigin } from './http/local-only.ts';
import { readBody } from './http/read-body.ts';
import { sendJson } from './http/respond.ts';
import type { ActOutcome } from './interactions/outcome.ts';
import { perform } from './interactions/perform.ts';
import { handleTrainer, type Trainer } from './trainer.ts';

const MAX_BODY_BYTES = 1024 * 1024;
const HEARTBEAT_MS = 15_000;

export interface ClientApiOptions {
  core: Core;
  workspace: ChangeSource;
  trainer: Trainer | null;
}

/** Where the page's stream of changes comes from. */
export interface ChangeSource {
  /** @returns a function that ends the subscription */
  subscribe(userId: string, listener: (change: ClientChange) => void): () => void;
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
}

export async function handleClient(
  { core, workspace, trainer }: ClientApiOptions,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  if (!hasLocalHost(req)) return sendJson(res, 403, { ok: false, error: 'host_not_allowed' });
  if (/^\/client\/trainer(\/|$)/.test(url.pathname)) {
    return handleTrainer(core, trainer, req, res, url);
  }
  const person = core.state.people.get(url.searchParams.get('as') ?? '');
  switch (`${req.method} ${url.pathname}`) {
    case 'GET /client/people':
      return sendJson(res, 200, peopleToBe(core));
    case 'GET /client/snapshot':
      if (person === undefined || person.isBot) return sendNobody(res);
      return sendJson(res, 200, snapshotFor(core, person, trainer !== null));
    case 'GET /client/changes':
      if (person === undefined || person.isBot) return sendNobody(res);
      return streamChanges(res, workspace, person.id);
    case 'POST /client/act':
      if (!hasOwnOrigin(req)) return sendJson(res, 403, { ok: false, error: 'origin_not_allowed' });
      return act(core, req, res);
    case 'POST /client/files':
      if (!hasOwnOrigin(req)) return sendJson(res, 403, { ok: false, error: 'origin_not_allowed' });
      if (person === undefined || person.isBot) return sendNobody(res);
      return receiveFile(core, person, req, res, url);
    default:
      return sendJson(res, 404, { ok: false, error: 'not_found' });
  }
}

function sendNobody(res: ServerResponse): void {
  sendJson(res, 404, { ok: false, error: 'user_not_found' });
}

async function act(core: Core, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = await readBody(req, MAX_BODY_BYTES);
  const request = actRequestSchema.safeParse(parseJson(body.toString('utf8')));
  if (!request.success) return sendJson(res, 400, { ok: false, error: 'invalid_act' });
  const outcome = await perform(core, request.data.as, request.data.act);
  const result = resultOf(outcome);
  sendJson(res, result.ok ? 200 : 400, result);
}

/** A failure of the app is shown in its place (notice, modal, button), so the act itself is ok. */
function resultOf(outcome: ActOutcome): ClientActResult {
  if (!outcome.ok) return outcome;
  const { options, channel } = outcome;
  return {
    ok: true,
    ...(options === undefined ? {} : { options }),
    ...(channel === undefined ? {} : { channel }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema refuses this with one answer for all malformed bodies.
    return undefined;
  }
}

function streamChanges(res: ServerResponse, source: ChangeSource, userId: string): void {
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  res.write(': connected\n\n');
  const unsubscribe = source.subscribe(userId, (change) => {
    res.write(`data: ${JSON.stringify(change)}\n\n`);
  });
  const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  // A page that hears the end connects again, to what may then be a fresh workspace.
  const end = (): void => {
    res.end();
  };
  source.once('close', end);
  res.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
    source.off('close', end);
  });
}
