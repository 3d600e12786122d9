/** Answers POST /api/<method> as Slack's Web API does. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiFailure } from '../api-failure.ts';
import type { Core } from '../core.ts';
import { BodyTooLarge, readBody } from '../http/read-body.ts';
import { sendJson } from '../http/respond.ts';
import { randomHex } from '../ids.ts';
import { parseArguments, type RawArguments } from './arguments.ts';
import type { ApiMethod, CallContext } from './method.ts';
import { METHODS } from './methods.ts';

const MAX_BODY_BYTES = 5 * 1024 * 1024;

export async function handleApi(
  core: Core,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  const name = url.pathname.slice('/api/'.length);
  const fault = core.faults.takeFor(name);
  const body = await readBody(req, MAX_BODY_BYTES).catch((error: unknown) => {
    if (error instanceof BodyTooLarge) return null;
    throw error;
  });
  if (fault?.kind === 'server_error') {
    res.writeHead(500, { 'content-type': 'text/plain' }).end('Internal Server Error');
    return;
  }
  if (fault?.kind === 'rate_limited') {
    answerRateLimited(res, fault.retryAfter);
    return;
  }
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));

  const answer =
    body === null ? { ok: false, error: 'request_too_large' } : run(core, name, req, body, url);
  if (fault?.kind === 'lose_answer') {
    res.destroy();
    return;
  }
  await core.faults.heldBack(name);
  if ('retryAfter' in answer && typeof answer.retryAfter === 'number') {
    answerRateLimited(res, answer.retryAfter);
    return;
  }
  sendJson(res, 200, answer, {
    'x-slack-req-id': randomHex(16),
    'x-oauth-scopes': [...scopesOf(core)].join(','),
  });
}

function answerRateLimited(res: ServerResponse, retryAfter: number): void {
  const headers = { 'retry-after': String(retryAfter) };
  sendJson(res, 429, { ok: false, error: 'ratelimited' }, headers);
}

/** The call's effect and answer; no awaiting in here, so that calls never interleave. */
function run(
  core: Core,
  name: string,
  req: IncomingMessage,
  body: Buffer,
  url: URL,
): Record<string, unknown> {
  try {
    const method = METHODS.get(name);
    if (method === undefined) throw new ApiFailure('unknown_method', { req_method: name });
    const contentType = req.headers['content-type'] ?? '';
    const raw = parseArguments(contentType, body, url.searchParams);
    requireToken(core, method, tokenOf(req, raw));
    const wait = core.rateLimits.takeCall(name, method.tier);
    if (wait !== null) throw new ApiFailure('ratelimited', { retryAfter: wait });
    const context = contextOf(core);
    if (method.scopes.length > 0) context.requireScope(...method.scopes);
    return { ok: true, ...method.run(context, raw) };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    core.failures.noteCall(name, error.code);
    return { ok: false, error: error.code, ...error.detail };
  }
}

function scopesOf(core: Core): ReadonlySet<string> {
  return new Set(core.manifest.oauth_config?.scopes?.bot ?? []);
}

function contextOf(core: Core): CallContext {
  const scopes = scopesOf(core);
  return {
    core,
    scopes,
    requireScope: (...anyOf) => {
      if (anyOf.some((scope) => scopes.has(scope))) return;
      throw new ApiFailure('missing_scope', {
        needed: anyOf[0],
        provided: [...scopes].join(','),
      });
    },
  };
}

function tokenOf(req: IncomingMessage, raw: RawArguments): string {
  const bearer = /^Bearer\s+(.+)$/i.exec(req.headers.authorization ?? '');
  if (bearer?.[1] !== undefined) return bearer[1];
  return typeof raw.token === 'string' ? raw.token : '';
}

function requireToken(core: Core, method: ApiMethod, token: string): void {
  if (method.token === 'none') return;
  if (token === '') throw new ApiFailure('not_authed');
  const { botToken, appToken } = core.identity;
  if (token !== botToken && token !== appToken) throw new ApiFailure('invalid_auth');
  const wanted = method.token === 'bot' ? botToken : appToken;
  if (token !== wanted) throw new ApiFailure('not_allowed_token_type');
}
