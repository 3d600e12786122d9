import { ErrorCode, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { OutgoingMessage } from '../database/generated/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../kernel/audit.ts';
import type { Deps } from '../kernel/deps.ts';
import { languageOf } from '../kernel/language.ts';
import type { Rendered, Renderer } from './kinds.ts';
import { ringLane } from './outbox.ts';

/** Slack takes one message a second in a conversation. */
const PACE_MS = 1_050;
const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 5 * 60_000;
/** With the backoff above, about an hour of trying. */
const MAX_ATTEMPTS = 20;
export const DELIVERY_EVENT = 'thidua_delivery';

/** Answers of Slack after which the same message may well succeed. All other answers are final. */
const PASSING_ERRORS = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

export interface DeliveryDeps extends Deps {
  slack: WebClient;
  renderers: ReadonlyMap<string, Renderer>;
}

export const LanePayload = z.object({ lane: z.string() });

type Waiting = OutgoingMessage & { slackUserId: string | null; locale: string | null };

/**
 * Delivers the oldest waiting message of one conversation, then rings for the next.
 *
 * A row is marked `sending` before the call. If the process dies or the answer is lost, the row stays
 * so, and the next attempt first looks in the conversation for the delivery id that every message
 * carries in its metadata: a message is never posted twice.
 */
export async function deliverNext(deps: DeliveryDeps, { lane }: { lane: string }): Promise<void> {
  const message = await oldestInLane(deps, lane);
  if (!message) return;
  if (message.notBefore && message.notBefore > new Date()) {
    await ringLane(deps.db, lane, message.notBefore);
    return;
  }
  const next = await deliver(deps, message);
  await ringLane(deps.db, lane, next);
}

/** @returns when the lane may go on */
async function deliver(deps: DeliveryDeps, message: Waiting): Promise<Date> {
  const target = message.channelId ?? message.slackUserId;
  if (!target) {
    await bury(deps, message, 'no_slack_user');
    return new Date();
  }
  try {
    if (message.state === 'sending') {
      const found = await findDelivered(deps, message, target);
      if (found) {
        await settle(deps, message.id, found);
        return new Date();
      }
    }
    const drawn = await draw(deps, message);
    if (!drawn) {
      await deps.db.outgoingMessage.update({
        where: { id: message.id },
        data: { state: 'dropped', settledAt: new Date() },
      });
      return new Date();
    }
    await deps.db.outgoingMessage.update({
      where: { id: message.id },
      data: { state: 'sending', attempts: { increment: 1 } },
    });
    const answer = await deps.slack.chat.postMessage({
      channel: target,
      ...drawn,
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: DELIVERY_EVENT, event_payload: { delivery_id: message.id } },
    });
    await settle(deps, message.id, { channel: answer.channel ?? target, ts: answer.ts ?? '' });
    return new Date(Date.now() + PACE_MS);
  } catch (error) {
    return afterFailure(deps, message, error);
  }
}

async function afterFailure(deps: DeliveryDeps, message: Waiting, error: unknown): Promise<Date> {
  const failure = classify(error);
  const attempts = message.attempts + 1;
  deps.log.warn(
    { message: message.id, purpose: message.purpose, attempts, ...failure },
    'delivery failed',
  );
  if (failure.kind === 'final' || attempts >= MAX_ATTEMPTS) {
    await bury(deps, message, failure.reason);
    return new Date(Date.now() + PACE_MS);
  }
  const wait = failure.retryAfterMs ?? backoff(attempts);
  const notBefore = new Date(Date.now() + wait);
  // A refusal means that nothing was posted; after a lost answer the row stays in doubt.
  const state = failure.kind === 'refused' ? 'waiting' : 'sending';
  await deps.db.outgoingMessage.update({
    where: { id: message.id },
    data: { state, notBefore, attempts, error: failure.reason },
  });
  return notBefore;
}

type Failure =
  | { kind: 'final' | 'lost'; reason: string; retryAfterMs?: undefined }
  | { kind: 'refused'; reason: string; retryAfterMs: number };

function classify(error: unknown): Failure {
  if (!(error instanceof Error) || !('code' in error)) {
    return { kind: 'final', reason: error instanceof Error ? error.message : String(error) };
  }
  if (error.code === ErrorCode.RateLimitedError) {
    const seconds = 'retryAfter' in error ? Number(error.retryAfter) : 30;
    return { kind: 'refused', reason: 'ratelimited', retryAfterMs: seconds * 1000 };
  }
  if (error.code === ErrorCode.PlatformError) {
    const reason = platformReason(error);
    return { kind: PASSING_ERRORS.has(reason) ? 'lost' : 'final', reason };
  }
  return { kind: 'lost', reason: String(error.code) };
}

/** Slack's own word for a refused call, such as `channel_not_found`. */
export function platformReason(error: unknown): string {
  const parsed = z.object({ data: z.object({ error: z.string() }) }).safeParse(error);
  return parsed.success ? parsed.data.data.error : 'unknown_error';
}

function backoff(attempts: number): number {
  return Math.min(FIRST_BACKOFF_MS * 2 ** (attempts - 1), LONGEST_BACKOFF_MS);
}

async function oldestInLane(deps: DeliveryDeps, lane: string): Promise<Waiting | null> {
  const isPerson = z.uuid().safeParse(lane).success;
  const row = await deps.db.outgoingMessage.findFirst({
    where: {
      state: { in: ['waiting', 'sending'] },
      ...(isPerson ? { personId: lane } : { channelId: lane }),
    },
    orderBy: { seq: 'asc' },
    include: { person: { select: { slackUserId: true, locale: true } } },
  });
  if (!row) return null;
  const { person, ...message } = row;
  return { ...message, slackUserId: person?.slackUserId ?? null, locale: person?.locale ?? null };
}

async function draw(deps: DeliveryDeps, message: Waiting): Promise<Rendered> {
  const renderer = deps.renderers.get(message.purpose);
  if (!renderer) throw new Error(`no renderer for ${message.purpose}`);
  return renderer.render(deps, {
    params: message.params,
    subjectId: message.subjectId,
    personId: message.personId,
    language: languageOf(message.locale),
  });
}

async function findDelivered(
  deps: DeliveryDeps,
  message: Waiting,
  target: string,
): Promise<{ channel: string; ts: string } | null> {
  const channel = message.channelId ?? (await directMessage(deps.slack, target));
  const oldest = Math.floor(message.createdAt.getTime() / 1000) - 60;
  let cursor: string | undefined;
  do {
    const page = await deps.slack.conversations.history({
      channel,
      oldest: String(oldest),
      include_all_metadata: true,
      limit: 200,
      ...(cursor ? { cursor } : {}),
    });
    const found = page.messages?.find((posted) => deliveryId(posted) === message.id);
    if (found?.ts) return { channel, ts: found.ts };
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return null;
}

async function directMessage(slack: WebClient, userId: string): Promise<string> {
  const opened = await slack.conversations.open({ users: userId });
  return opened.channel?.id ?? userId;
}

const Posted = z.object({
  metadata: z.object({ event_payload: z.object({ delivery_id: z.string() }) }),
});

function deliveryId(posted: unknown): string | null {
  const parsed = Posted.safeParse(posted);
  return parsed.success ? parsed.data.metadata.event_payload.delivery_id : null;
}

async function settle(
  deps: DeliveryDeps,
  id: string,
  sent: { channel: string; ts: string },
): Promise<void> {
  await deps.db.outgoingMessage.update({
    where: { id },
    data: {
      state: 'delivered',
      sentChannel: sent.channel,
      sentTs: sent.ts,
      settledAt: new Date(),
      error: null,
    },
  });
}

async function bury(deps: DeliveryDeps, message: Waiting, reason: string): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await tx.outgoingMessage.update({
      where: { id: message.id },
      data: { state: 'dead', error: reason, settledAt: new Date() },
    });
    await audit(tx, { kind: 'message.died', subjectId: message.id, actorId: null, reason });
  });
  deps.log.error(
    { message: message.id, purpose: message.purpose, reason },
    'message cannot be delivered',
  );
}
