import type { Tx } from '../database/client.ts';
import { Prisma } from '../database/generated/client.ts';
import type { MessageKind, TaskKind } from './kinds.ts';

export type Recipient =
  | { personId: string }
  | { channelId: string }
  /** Somebody who is no person of the list: their direct message. */
  | { slackUserId: string };

export interface Message<P> {
  to: Recipient;
  params: P;
  /** What the message is about; `refreshMessages` finds it by this. */
  subjectId: string;
  /** A message with this key is written once however often the cause is repeated. */
  dedupeKey?: string;
}

/**
 * Writes a Slack message to be delivered after the commit of this transaction: in order within its
 * conversation, at the pace Slack allows, once.
 */
export async function sendMessage<P>(
  tx: Tx,
  kind: MessageKind<P>,
  message: Message<P>,
): Promise<void> {
  await sendMessages(tx, kind, [message]);
}

/** Writes many at once, in their order: two statements, however many they are. */
export async function sendMessages<P>(
  tx: Tx,
  kind: MessageKind<P>,
  messages: readonly Message<P>[],
): Promise<void> {
  const rows = messages.map(({ to, ...message }) => ({
    ...message,
    personId: 'personId' in to ? to.personId : null,
    channelId: conversationOf(to),
  }));
  const written = await tx.$queryRaw<{ lane: string }[]>`
    insert into outgoing_message (purpose, params, subject_id, person_id, channel_id, dedupe_key)
    select ${kind.purpose}::text, item -> 'params', (item ->> 'subjectId')::uuid,
      (item ->> 'personId')::uuid, item ->> 'channelId', item ->> 'dedupeKey'
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as message(item, n)
    order by n
    on conflict (dedupe_key) do nothing
    returning coalesce(person_id::text, channel_id) as lane`;
  // A bell that is set already keeps its time: the conversation may have to be paced, or Slack asked to wait.
  const lanes = [...new Set(written.map(({ lane }) => lane))];
  if (lanes.length > 0) await setBells(tx, lanes, null, 'preserve_run_at');
}

/** Slack takes a user's id where a channel's is asked for, and means their direct message with the app. */
function conversationOf(to: Recipient): string | null {
  if ('channelId' in to) return to.channelId;
  return 'slackUserId' in to ? to.slackUserId : null;
}

/**
 * Has the messages of this kind about this subject redrawn in place, a second from now at the earliest,
 * so that a burst of changes makes one redrawing. One that was asked for sooner keeps its time.
 *
 * @param options.afterMs so long from now at the earliest, for what is costly to draw
 */
export async function refreshMessages(
  tx: Tx,
  kind: { purpose: string },
  subjectIds: string | readonly string[],
  { afterMs = 0 }: { afterMs?: number } = {},
): Promise<void> {
  await tx.$executeRaw`
    select add_job('refresh', json_build_object('purpose', ${kind.purpose}::text, 'subjectId', subject_id),
      job_key := key, run_at := least(
        (select run_at from graphile_worker.jobs as job where job.key = asked.key and locked_at is null),
        now() + greatest(${redrawWait}, ${afterMs} * interval '1 millisecond')))
    from unnest(${[subjectIds].flat()}::text[]) subject_id
    cross join lateral (select 'refresh:' || ${kind.purpose}::text || ':' || subject_id as key) asked
    order by subject_id`;
}

/** A second, unless the database's own setting says otherwise: one whose Slack keeps no limits. */
const redrawWait = Prisma.sql`
  coalesce(nullif(current_setting('thidua.redraw_wait', true), ''), '1 second')::interval`;

/** Has the messages of this kind to one reader or several, about one subject or several, redrawn in place. */
export async function refreshMessageTo(
  tx: Tx,
  kind: { purpose: string },
  {
    subjectId,
    personId,
  }: { subjectId: string | readonly string[]; personId: string | readonly string[] },
): Promise<void> {
  await tx.$executeRaw`
    select ${addRedrawJob} from outgoing_message as message
    where message.subject_id = any(${[subjectId].flat()}::uuid[]) and message.purpose = ${kind.purpose}
      and message.person_id = any(${[personId].flat()}::uuid[]) and ${mayShowOlderState}
    order by message.seq`;
}

// Conversations and messages share a fixed number of graphile-worker's queues by their hash, for each of
// its looks for work costs in proportion to the number of queues.
const laneQueue = Prisma.sql`'lane ' || (hashtext(lane) & 31)`;
const redrawQueue = Prisma.sql`'redraw ' || (hashtext(message.id::text) & 31)`;

/**
 * Adds a job that redraws the row of `outgoing_message as message`: part of a select over those that may
 * show an older state. Redrawings of one message never overlap, so an older state never comes last.
 */
export const addRedrawJob = addRedrawJobAfter(Prisma.sql`interval '0'`);

/** The same, some time from now: many cards to be redrawn at once are more than Slack allows. */
export function addRedrawJobAfter(wait: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    add_job('redraw', json_build_object('messageId', message.id),
      queue_name := ${redrawQueue}, job_key := 'redraw:' || message.id, run_at := now() + ${wait})`;
}

/** A message that waits counts too: it may have been drawn and not yet be marked as sent. */
export const mayShowOlderState = Prisma.sql`message.state in ('waiting', 'sending', 'delivered')`;

/** Redraws one message again, later. */
export async function redrawAgain(tx: Tx, messageId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    select add_job('redraw', json_build_object('messageId', message.id),
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
    select add_job(${kind.task}, ${JSON.stringify(payload)}::json,
      job_key := ${options.key}, run_at := now() + (${options.runAt ?? null}::timestamptz - app_now()))`;
}

/** For a picture nobody waits longer; what it shows stands in writing beside it. */
const PICTURE_ATTEMPTS = 5;

/** Has the charts of a message, which Slack did not take, put under it as pictures. */
export async function addPictures(tx: Tx, messageId: string): Promise<void> {
  await tx.$executeRaw`
    select add_job('chart_pictures', ${JSON.stringify({ messageId })}::json,
      job_key := ${`chart_pictures:${messageId}`}, max_attempts := ${PICTURE_ATTEMPTS}::int)`;
}

/** Has the next message of a lane (the messages to one conversation) looked at no earlier than `at`. */
export async function continueLane(tx: Tx, lane: string, at: Date): Promise<void> {
  await setBells(tx, [lane], at, 'replace');
}

/**
 * The rows are the queue; the job is the bell, so that any number of messages need one job. Those of channels go first:
 * they are few, many read them, and each takes a second for every message that waits in it.
 */
async function setBells(
  tx: Tx,
  lanes: readonly string[],
  at: Date | null,
  mode: 'replace' | 'preserve_run_at',
): Promise<void> {
  await tx.$executeRaw`
    select add_job('deliver', json_build_object('lane', lane),
      queue_name := ${laneQueue}, job_key := 'lane:' || lane,
      job_key_mode := ${mode}, run_at := ${at}::timestamptz,
      priority := case when lane ~ '^[CG]' then -1 else 0 end)
    from unnest(${[...lanes]}::text[]) lane order by lane`;
}
