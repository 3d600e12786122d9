import type { ChatPostMessageResponse, WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Tx } from '../database/client.ts';
import type { OutgoingMessage, Prisma } from '../database/generated/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../kernel/audit.ts';
import type { Deps } from '../kernel/deps.ts';
import { languageOf } from '../kernel/language.ts';
import { findPosted } from './find-posted.ts';
import { findRecipient } from './find-recipient.ts';
import type { Rendered, Renderer } from './kinds.ts';
import { addPictures, continueLane } from './outbox.ts';
import type { Pace } from './pace.ts';
import { nextTurn, type PostingRoom } from './posting-turns.ts';
import { slackFailure } from './slack-failures.ts';
import { withCharts } from './with-charts.ts';

const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 5 * 60_000;
/** With the backoff above, about an hour of trying. */
const MAX_ATTEMPTS = 20;
/** A message that cannot be drawn holds up those after it, so it is given up after some 15 seconds. */
const MAX_DRAWINGS = 5;
/** No call to Slack is under way longer: the client gives up after 10 s (`slackClientOptions`). */
const CALL_OVER_MS = 12_000;
const DELIVERY_EVENT = 'thidua_delivery';

export interface DeliveryDeps extends Deps {
  slack: WebClient;
  renderers: ReadonlyMap<string, Renderer>;
  pace: Pace;
  /** Of this process. */
  room: PostingRoom;
}

export const LanePayload = z.object({ lane: z.string() });

type Target = { channelId: string } | { userId: string };
type Posted = Awaited<ReturnType<typeof withCharts<ChatPostMessageResponse>>>;
type Waiting = OutgoingMessage & { slackUserId: string | null; locale: string | null };

/**
 * Delivers the oldest waiting message of one conversation, then has the next looked at.
 *
 * Before the call to Slack the row is marked `sending`, by whoever finds it as they read it, and stays
 * so until the answer is written down. A row found `sending` is in doubt: the process died, or the
 * answer was lost. It is looked for in the conversation by the delivery id that every message carries
 * in its metadata, and posted only when it is not there and no call can be under way any more. So a
 * message is never posted twice, and two processes on the same lane do no harm.
 */
export async function deliverNext(deps: DeliveryDeps, { lane }: { lane: string }): Promise<void> {
  const message = await oldestInLane(deps, lane);
  if (!message) return;
  await continueLane(deps.db, lane, await deliver(deps, message));
}

/** @returns when the lane may go on */
async function deliver(deps: DeliveryDeps, read: Waiting): Promise<Date> {
  let message = read;
  if (message.personId && !message.slackUserId) {
    try {
      message = { ...message, ...(await findRecipient(deps, message.personId)) };
    } catch (error) {
      return afterFailure(deps, message, error, 'waiting');
    }
  }
  const target = targetOf(message);
  if (!target) {
    await bury(deps, message, 'no_slack_user');
    return new Date();
  }
  if (message.state === 'sending') {
    const settled = await settleDoubt(deps, message, target);
    if (settled) return settled;
  }
  if (message.notBefore && message.notBefore > new Date()) return message.notBefore;
  if (message.attempts >= MAX_ATTEMPTS) {
    await bury(deps, message, message.error ?? 'too_many_attempts');
    return new Date();
  }
  const turn = await nextTurn(deps, message);
  if (turn) return turn;
  if (!(await claim(deps, message))) return inAWhile(deps);
  const drawn = await draw(deps, message);
  if (drawn.kind === 'failed') return drawn.next;
  if (!drawn.content) {
    await change(deps, message, { state: 'dropped', settledAt: new Date() });
    return new Date();
  }
  return post(deps, message, target, drawn.content);
}

/** @returns when the lane may go on, or null when the message is not there and may be posted in its time */
async function settleDoubt(
  deps: DeliveryDeps,
  message: Waiting,
  target: Target,
): Promise<Date | null> {
  let found: Awaited<ReturnType<typeof findPosted>>;
  try {
    const search = { deliveryId: message.id, target, since: message.createdAt };
    found = await findPosted(deps.slack, search);
  } catch (error) {
    return afterFailure(deps, message, error, 'sending');
  }
  if (!found) return null;
  // Where Slack took no charts, the bars in writing must do.
  await settle(deps, message, found, { pictures: false });
  return inAWhile(deps);
}

/** Marks the row, unless somebody else has changed it since it was read. */
async function claim(deps: DeliveryDeps, message: Waiting): Promise<boolean> {
  const { id, state, attempts } = message;
  const claimed = await deps.db.outgoingMessage.updateMany({
    where: { id, state, attempts },
    data: {
      state: 'sending',
      attempts: { increment: 1 },
      notBefore: new Date(Date.now() + CALL_OVER_MS),
    },
  });
  return claimed.count > 0;
}

type Drawn = { kind: 'drawn'; content: Rendered } | { kind: 'failed'; next: Date };

async function draw(deps: DeliveryDeps, message: Waiting): Promise<Drawn> {
  const { id, purpose, params, subjectId, personId, locale } = message;
  try {
    const renderer = deps.renderers.get(purpose);
    if (!renderer) throw new Error(`no renderer for ${purpose}`);
    const context = { params, subjectId, personId, language: languageOf(locale) };
    return { kind: 'drawn', content: await renderer.render(deps, context) };
  } catch (error) {
    const attempts = message.attempts + 1;
    deps.log.error({ message: id, purpose, attempts, err: error }, 'message was not drawn');
    if (attempts >= MAX_DRAWINGS) {
      await bury(deps, message, 'not_drawn');
      return { kind: 'failed', next: new Date() };
    }
    const notBefore = new Date(Date.now() + backoff(attempts));
    await change(deps, message, { state: 'waiting', notBefore, error: 'not_drawn' });
    return { kind: 'failed', next: notBefore };
  }
}

async function post(
  deps: DeliveryDeps,
  message: Waiting,
  target: Target,
  content: NonNullable<Rendered>,
): Promise<Date> {
  const channel = 'channelId' in target ? target.channelId : target.userId;
  let posted: Posted;
  try {
    posted = await withCharts(content, (shown) =>
      deps.slack.chat.postMessage({
        channel,
        ...shown,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: DELIVERY_EVENT, event_payload: { delivery_id: message.id } },
      }),
    );
  } catch (error) {
    const again = await afterFailure(deps, message, error, 'waiting');
    const failure = slackFailure(error);
    if (failure.kind !== 'refused') return again;
    deps.room.refused(channel, failure.retryAfterMs);
    return later(again, await nextTurn(deps, message));
  }
  deps.room.served();
  const { answer, refused } = posted;
  await settle(
    deps,
    message,
    { channel: answer.channel ?? channel, ts: answer.ts ?? '' },
    { pictures: refused },
  );
  return inAWhile(deps);
}

/** @param untouched the state of the row when the call had no effect */
async function afterFailure(
  deps: DeliveryDeps,
  message: Waiting,
  error: unknown,
  untouched: 'waiting' | 'sending',
): Promise<Date> {
  const failure = slackFailure(error);
  const { id, purpose } = message;
  // Being asked to wait is no failed attempt: in a large mailing it happens to one message many times.
  const attempts = message.attempts + (failure.kind === 'refused' ? 0 : 1);
  const inDoubt = untouched === 'sending';
  deps.log.warn({ message: id, purpose, attempts, inDoubt, ...failure }, 'delivery failed');
  if (failure.kind === 'final' || attempts >= MAX_ATTEMPTS) {
    await bury(deps, message, inDoubt ? `unconfirmed: ${failure.reason}` : failure.reason);
    return inAWhile(deps);
  }
  const wait = failure.kind === 'refused' ? failure.retryAfterMs : backoff(attempts);
  // A call that may be under way keeps its time too.
  const soonest = Math.max(Date.now() + wait, inDoubt ? Number(message.notBefore) : 0);
  const notBefore = new Date(soonest);
  const state = failure.kind === 'lost' ? 'sending' : untouched;
  await change(deps, message, { state, notBefore, attempts, error: failure.reason });
  return notBefore;
}

function inAWhile({ pace }: DeliveryDeps): Date {
  return new Date(Date.now() + pace.postMs);
}

function later(one: Date, other: Date | null): Date {
  return other && other > one ? other : one;
}

function backoff(attempts: number): number {
  return Math.min(FIRST_BACKOFF_MS * 2 ** (attempts - 1), LONGEST_BACKOFF_MS);
}

function targetOf({ channelId, slackUserId }: Waiting): Target | null {
  // A user's id stands for their direct message: of somebody who is no person of the list.
  if (channelId) return /^[UW]/.test(channelId) ? { userId: channelId } : { channelId };
  return slackUserId ? { userId: slackUserId } : null;
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

async function settle(
  deps: DeliveryDeps,
  message: Waiting,
  { channel, ts }: { channel: string; ts: string },
  { pictures }: { pictures: boolean },
): Promise<void> {
  const sent = { sentChannel: channel, sentTs: ts, settledAt: new Date() };
  const settled = { ...sent, state: 'delivered', notBefore: null, error: null } as const;
  if (!pictures) return change(deps, message, settled);
  await inTransaction(deps.db, async (tx) => {
    await change({ db: tx }, message, settled);
    await addPictures(tx, message.id);
  });
}

async function change(
  deps: { db: Tx },
  { id }: Waiting,
  data: Prisma.OutgoingMessageUpdateInput,
): Promise<void> {
  await deps.db.outgoingMessage.update({ where: { id }, data, select: { id: true } });
}

async function bury(deps: DeliveryDeps, { id, purpose }: Waiting, reason: string): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await tx.outgoingMessage.update({
      where: { id },
      data: { state: 'dead', error: reason, settledAt: new Date() },
    });
    await audit(tx, { kind: 'message.died', subjectId: id, actorId: null, reason });
  });
  deps.log.error({ message: id, purpose, reason }, 'message cannot be delivered');
}
