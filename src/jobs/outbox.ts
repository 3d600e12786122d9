import type { Tx } from '../database/client.ts';
import { Prisma } from '../database/generated/client.ts';
import type { MessageKind, TaskKind } from './kinds.ts';

export type Recipient =
  | { personId: string }
  | { channelId: string }
  /** Somebody who is no person of the list: their direct message. */
  | { slackUserId: string };

/**
 * Writes a Slack message to be delivered after the commit of this transaction: in order within its
 * conversation, at the pace Slack allows, once.
 *
 * @param message.subjectId what the message is about; `refreshMessages` finds it by this
 * @param message.dedupeKey a message with this key is written once however often the cause is repeated
 */
export async function sendMessage<P>(
  tx: Tx,
  kind: MessageKind<P>,
  message: { to: Recipient; params: P; subjectId: string; dedupeKey?: string },
): Promise<void> {
  const personId = 'personId' in message.to ? message.to.personId : null;
  const channelId = conversationOf(message.to);
  const written = await tx.$executeRaw`
    insert into outgoing_message (purpose, params, subject_id, person_id, channel_id, dedupe_key)
    values (${kind.purpose}, ${JSON.stringify(message.params)}::jsonb, ${message.subjectId}::uuid,
      ${personId}::uuid, ${channelId}, ${message.dedupeKey ?? null})
    on conflict (dedupe_key) do nothing`;
  // A bell that is set already keeps its time: the conversation may have to be paced, or Slack asked to wait.
  if (written > 0) await setBell(tx, personId ?? channelId ?? '', null, 'preserve_run_at');
}

/** Slack takes a user's id where a channel's is asked for, and means their direct message with the app. */
function conversationOf(to: Recipient): string | null {
  if ('channelId' in to) return to.channelId;
  return 'slackUserId' in to ? to.slackUserId : null;
}

/**
 * Has the messages of this kind about this subject redrawn in place, a second from now at the earliest,
 * so that a burst of changes makes one redrawing.
 */
export async function refreshMessages(
  tx: Tx,
  kind: { purpose: string },
  subjectId: string,
): Promise<void> {
  const key = `refresh:${kind.purpose}:${subjectId}`;
  await tx.$executeRaw`
    select graphile_worker.add_job('refresh', ${JSON.stringify({ purpose: kind.purpose, subjectId })}::json,
      job_key := ${key}, job_key_mode := 'preserve_run_at', run_at := now() + interval '1 second')`;
}

/** Has one reader's message of this kind about this subject redrawn in place. */
export async function refreshMessageTo(
  tx: Tx,
  kind: { purpose: string },
  { subjectId, personId }: { subjectId: string; personId: string },
): Promise<void> {
  await tx.$executeRaw`
    select ${addRedrawJob} from outgoing_message as message
    where message.subject_id = ${subjectId}::uuid and message.purpose = ${kind.purpose}
      and message.person_id = ${personId}::uuid and ${mayShowOlderState}`;
}

// Conversations and messages share a fixed number of graphile-worker's queues by their hash, for each of
// its looks for work costs in proportion to the number of queues.
const laneQueue = (lane: string) => Prisma.sql`'lane ' || (hashtext(${lane}) & 31)`;
const redrawQueue = Prisma.sql`'redraw ' || (hashtext(message.id::text) & 31)`;

/**
 * Adds a job that redraws the row of `outgoing_message as message`: part of a select over those that may
 * show an older state. Redrawings of one message never overlap, so an older state never comes last.
 */
export const addRedrawJob = Prisma.sql`
  graphile_worker.add_job('redraw', json_build_object('messageId', message.id),
    queue_name := ${redrawQueue}, job_key := 'redraw:' || message.id)`;

/** A message that waits counts too: it may have been drawn and not yet be marked as sent. */
export const mayShowOlderState = Prisma.sql`message.state in ('waiting', 'sending', 'delivered')`;

/** Redraws one message again, later. */
export async function redrawAgain(tx: Tx, messageId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job('redraw', json_build_object('messageId', message.id),
      queue_name := ${redrawQueue}, job_key := 'redraw:' || message.id, run_at := ${at}::timestamptz)
    from outgoing_message as message where message.id = ${messageId}::uuid`;
}

/**
 * Adds a job in this transaction. A job with the same key that has not begun is replaced by this one.
 *
 * @param options.runAt by the organisation's clock; the calendar's sweep sees to it when that is moved
 */
export async function addJob<P>(
  tx: Tx,
  kind: TaskKind<P>,
  payload: P,
  options: { key: string; runAt?: Date },
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job(${kind.task}, ${JSON.stringify(payload)}::json,
      job_key := ${options.key}, run_at := now() + (${options.runAt ?? null}::timestamptz - app_now()))`;
}

/** Has the next message of a lane (the messages to one conversation) looked at no earlier than `at`. */
export async function continueLane(tx: Tx, lane: string, at: Date): Promise<void> {
  await setBell(tx, lane, at, 'replace');
}

/** The rows are the queue; the job is the bell, so that any number of messages need one job. */
async function setBell(
  tx: Tx,
  lane: string,
  at: Date | null,
  mode: 'replace' | 'preserve_run_at',
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job('deliver', ${JSON.stringify({ lane })}::json,
      queue_name := ${laneQueue(lane)}, job_key := ${`lane:${lane}`},
      job_key_mode := ${mode}, run_at := ${at}::timestamptz)`;
}
