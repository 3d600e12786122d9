import type { Tx } from '../database/client.ts';
import type { MessageKind, TaskKind } from './kinds.ts';

export type Recipient = { personId: string } | { channelId: string };

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
  const channelId = 'channelId' in message.to ? message.to.channelId : null;
  const written = await tx.$executeRaw`
    insert into outgoing_message (purpose, params, subject_id, person_id, channel_id, dedupe_key)
    values (${kind.purpose}, ${JSON.stringify(message.params)}::jsonb, ${message.subjectId}::uuid,
      ${personId}::uuid, ${channelId}, ${message.dedupeKey ?? null})
    on conflict (dedupe_key) do nothing`;
  if (written > 0) await ringLane(tx, personId ?? channelId ?? '');
}

/**
 * Has the delivered messages of this kind about this subject redrawn in place: once a second at most,
 * one redrawing after the other, so that an older state never overwrites a newer one.
 */
export async function refreshMessages(
  tx: Tx,
  kind: { purpose: string },
  subjectId: string,
): Promise<void> {
  const { payload, key } = refreshJob(kind, subjectId);
  await tx.$executeRaw`
    select graphile_worker.add_job('refresh', ${payload}::json,
      queue_name := ${key}, job_key := ${key}, job_key_mode := 'preserve_run_at',
      run_at := now() + interval '1 second')`;
}

/** The job that redraws messages of a kind about a subject; with `personId`, that person's only. */
export function refreshJob(
  kind: { purpose: string },
  subjectId: string,
  personId?: string,
): { payload: string; key: string } {
  const suffix = personId ? `:${personId}` : '';
  return {
    payload: JSON.stringify({ purpose: kind.purpose, subjectId, personId }),
    key: `refresh:${kind.purpose}:${subjectId}${suffix}`,
  };
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

/**
 * Rings for a lane: the messages to one conversation, delivered one after the other. The rows are the
 * queue; the job is the bell, so that any number of messages need one job.
 */
export async function ringLane(tx: Tx, lane: string, at?: Date): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job('deliver', ${JSON.stringify({ lane })}::json,
      queue_name := ${`lane:${lane}`}, job_key := ${`lane:${lane}`}, run_at := ${at ?? null}::timestamptz)`;
}
