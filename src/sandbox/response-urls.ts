/** response_url: an app's way to answer an interaction, five times within thirty minutes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { ApiFailure } from './api-failure.ts';
import type { Core } from './core.ts';
import { readBody } from './http/read-body.ts';
import { sendJson, sendText } from './http/respond.ts';
import { randomWord } from './ids.ts';
import type { ResponseUrl } from './journal-record.ts';
import { readContent, readMetadata } from './message-content.ts';
import {
  changeEphemeral,
  changeMessage,
  deleteEphemeral,
  deleteMessage,
  findEphemeral,
  postEphemeral,
  postMessage,
} from './messages.ts';
import type { Conversation } from './model.ts';
import { flag, word } from './web-api/arguments.ts';

const MAX_USES = 5;
export const LIFETIME_MS = 30 * 60_000;

const MAX_BODY_BYTES = 1024 * 1024;

/** @param from the message the person acted on, if it was one */
export function issueResponseUrl(
  core: Core,
  from: { userId: string; channel: string; sourceTs?: string; threadTs?: string | null },
): string {
  forgetExpired(core);
  const url: ResponseUrl = {
    key: randomWord(32),
    userId: from.userId,
    channel: from.channel,
    sourceTs: from.sourceTs ?? null,
    threadTs: from.threadTs ?? null,
    issuedAt: core.clock(),
    uses: 0,
  };
  core.state.commit({ k: 'response_url', url });
  return `${core.baseUrl()}/response/${core.identity.teamId}/${url.key}`;
}

/** In order of issue, so the first young one ends the search. */
function forgetExpired(core: Core): void {
  const now = core.clock();
  for (const [key, { issuedAt }] of core.state.responseUrls) {
    // Remembered for as long again, so that an app that comes late is told why.
    if (now - issuedAt <= 2 * LIFETIME_MS) return;
    core.state.responseUrls.delete(key);
  }
}

const bodySchema = z.object({
  text: word.optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['in_channel', 'ephemeral']).optional(),
  replace_original: flag.optional(),
  delete_original: flag.optional(),
  thread_ts: word.optional(),
  metadata: z.unknown().optional(),
});

export type ResponseBody = z.output<typeof bodySchema>;

export async function handleResponseUrl(
  core: Core,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  const fault = core.faults.takeFor('response_url');
  const body = await readBody(req, MAX_BODY_BYTES);
  if (fault?.kind === 'server_error') {
    sendText(res, 500, 'Internal Server Error');
    return;
  }
  if (fault?.kind === 'rate_limited') {
    res.setHeader('retry-after', String(fault.retryAfter));
    sendJson(res, 429, { ok: false, error: 'ratelimited' });
    return;
  }
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  const failure = useUrl(core, url.pathname.split('/').at(-1) ?? '', body.toString('utf8'));
  if (fault?.kind === 'lose_answer') {
    res.destroy();
    return;
  }
  await core.faults.heldBack('response_url');
  if (failure === null) return sendText(res, 200, 'ok');
  core.failures.noteCall('response_url', failure.error);
  sendJson(res, failure.status, { ok: false, error: failure.error });
}

function useUrl(core: Core, key: string, body: string): { status: number; error: string } | null {
  const url = core.state.responseUrls.get(key);
  if (url === undefined) return { status: 404, error: 'no_service' };
  if (core.clock() - url.issuedAt > LIFETIME_MS) return { status: 404, error: 'expired_url' };
  if (url.uses >= MAX_USES) return { status: 404, error: 'used_url' };
  try {
    const answeredWith = answerThrough(core, url, parseBody(body));
    core.state.commit({
      k: 'response_url',
      url: { ...url, uses: url.uses + 1, sourceTs: url.sourceTs ?? answeredWith },
    });
    return null;
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    return { status: error.code === 'message_not_found' ? 404 : 400, error: error.code };
  }
}

function parseBody(text: string): ResponseBody {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ApiFailure('invalid_payload');
  }
  const parsed = bodySchema.safeParse(json);
  if (!parsed.success) throw new ApiFailure('invalid_payload');
  return parsed.data;
}

/** What an app says with the acknowledgement of a command; null when it says nothing. */
export function readAnswer(response: unknown): ResponseBody | null {
  const parsed = bodySchema.safeParse(response);
  if (!parsed.success) return null;
  return parsed.data.text === undefined && parsed.data.blocks === undefined ? null : parsed.data;
}

/** @returns the ts of the message that this answer posted, or null when it changed one */
function answerThrough(core: Core, url: ResponseUrl, body: ResponseBody): string | null {
  const conversation = core.state.conversations.get(url.channel);
  if (conversation === undefined) throw new ApiFailure('channel_not_found');
  if (body.delete_original === true || body.replace_original === true) {
    // A command has no message of its own until the app has answered once.
    if (url.sourceTs !== null) {
      changeOriginal(core, url, body);
      return null;
    }
    if (body.delete_original === true) throw new ApiFailure('message_not_found');
  }
  return postAnswer(core, url.userId, conversation, url.threadTs, body);
}

function changeOriginal(core: Core, url: ResponseUrl, body: ResponseBody): void {
  const sourceTs = url.sourceTs ?? '';
  const ephemeral = findEphemeral(core, url.userId, sourceTs);
  const message = core.state.message(url.channel, sourceTs);
  if (ephemeral === null && message === null) throw new ApiFailure('message_not_found');
  if (body.delete_original === true) {
    if (ephemeral !== null) deleteEphemeral(core, ephemeral);
    else if (message !== null) deleteMessage(core, message);
    return;
  }
  const changes = {
    ...readContent(core, body.text, body.blocks),
    ...(body.metadata === undefined ? {} : { metadata: readMetadata(body.metadata) }),
  };
  if (ephemeral !== null) changeEphemeral(core, ephemeral, changes);
  else if (message !== null) changeMessage(core, message, changes);
}

/** Ephemeral unless the app asks for the whole channel. @returns the ts of the new message */
export function postAnswer(
  core: Core,
  readerId: string,
  conversation: Conversation,
  threadTs: string | null,
  body: ResponseBody,
): string {
  const draft = {
    conversation,
    userId: core.identity.botUserId,
    ...readContent(core, body.text, body.blocks),
    threadTs: body.thread_ts ?? threadTs,
    metadata: readMetadata(body.metadata),
  };
  if (body.response_type === 'in_channel') return postMessage(core, draft).ts;
  return postEphemeral(core, readerId, draft).message.ts;
}
