import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Tx } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { languageOf } from '../kernel/language.ts';
import type { Logger } from '../kernel/log.ts';
import { fileFailed } from './file-messages.ts';
import type { BuiltFile, FileBuilder, FileKind, WorkDeps } from './kinds.ts';
import { sendMessage } from './outbox.ts';
import { slackFailure } from './slack-failures.ts';

/** For a file nobody waits longer; each try takes a few seconds at most. */
const ATTEMPTS = 5;

/**
 * Has a file made and put into a person's direct message with the app. Asked for again before it was
 * made, it is made once.
 */
export async function sendFile<P>(
  tx: Tx,
  kind: FileKind<P>,
  file: { personId: string; params: P },
): Promise<void> {
  const payload = JSON.stringify({ purpose: kind.purpose, ...file });
  await tx.$executeRaw`
    select add_job('send_file', ${payload}::json,
      queue_name := 'file ' || (hashtext(${file.personId}) & 7),
      job_key := 'file:' || md5(${payload}), max_attempts := ${ATTEMPTS}::int)`;
}

export const FilePayload = z.object({
  purpose: z.string(),
  personId: z.uuid(),
  params: z.unknown(),
});

interface FileDeps extends WorkDeps {
  files: ReadonlyMap<string, FileBuilder>;
}

/**
 * Makes a file and uploads it: an address is asked for, the bytes are put there, and the upload is
 * completed in the conversation. Only the last step shows anything, so the first two may be repeated;
 * the last is not when its answer was lost. What fails for good is told to the person.
 *
 * @throws to be called again, when Slack was away before the last step
 */
export async function makeFile(
  deps: FileDeps,
  { purpose, personId, params }: z.infer<typeof FilePayload>,
  { attempt, attempts }: { attempt: number; attempts: number },
): Promise<void> {
  const person = await deps.db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { slackUserId: true, locale: true },
  });
  const builder = deps.files.get(purpose);
  if (!builder || !person.slackUserId) return;
  try {
    const language = languageOf(person.locale);
    const file = await builder.build(deps, { params, personId, language });
    await upload(deps, person.slackUserId, file);
  } catch (error) {
    const { kind, reason } = slackFailure(error);
    deps.log.warn({ purpose, reason, attempt }, 'file not sent');
    if (kind !== 'final' && attempt < attempts) throw error;
    await inTransaction(deps.db, (tx) =>
      sendMessage(tx, fileFailed, { to: { personId }, params: {}, subjectId: personId }),
    );
  }
}

async function upload(
  deps: FileDeps,
  slackUserId: string,
  { name, content, comment }: BuiltFile,
): Promise<void> {
  const opened = Opened.parse(await deps.slack.conversations.open({ users: slackUserId }));
  const files = [{ name, title: name, content }];
  await uploadFiles(deps, { channel: opened.channel.id }, { files, comment });
}

/** Puts files into a conversation, or into the thread of a message there, as one post. */
export async function uploadFiles(
  { slack, log }: Pick<FileDeps, 'slack' | 'log'>,
  { channel, thread }: { channel: string; thread?: string },
  post: {
    files: readonly { name: string; title: string; content: Uint8Array }[];
    comment?: string;
  },
): Promise<void> {
  const uploaded: { id: string; title: string }[] = [];
  for (const { name, title, content } of post.files) {
    const begun = Begun.parse(
      await slack.files.getUploadURLExternal({ filename: name, length: content.length }),
    );
    const put = await fetch(begun.upload_url, {
      method: 'POST',
      body: new Uint8Array(content),
      signal: AbortSignal.timeout(30_000),
    });
    if (!put.ok) throw new Error('upload refused');
    uploaded.push({ id: begun.file_id, title });
  }
  const [first, ...rest] = uploaded;
  if (!first) return;
  const where =
    thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };
  await slack.files
    .completeUploadExternal({
      files: [first, ...rest],
      ...where,
      ...(post.comment === undefined ? {} : { initial_comment: post.comment }),
    })
    .catch((error: unknown) => {
      // It may be there already, and a second one would be a riddle to the person.
      if (slackFailure(error).kind !== 'lost') throw error;
      log.warn({ reason: slackFailure(error).reason }, 'whether a file arrived is not known');
    });
}

const Info = z.object({
  file: z.object({ name: z.string(), size: z.int(), url_private_download: z.url() }),
});

/**
 * Fetches a file that somebody gave to the app.
 *
 * @returns no content when it is larger than `mostBytes`
 * @throws as Slack's client does, or when it cannot be had
 */
export async function downloadFile(
  slack: WebClient,
  { fileId, mostBytes }: { fileId: string; mostBytes: number },
): Promise<{ name: string; content: Buffer | null }> {
  const { file } = Info.parse(await slack.files.info({ file: fileId }));
  const { name, size } = file;
  if (size > mostBytes) return { name, content: null };
  const answer = await fetch(file.url_private_download, {
    headers: { authorization: `Bearer ${slack.token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(30_000),
  });
  if (!answer.ok) throw new Error(`a file was not given: HTTP ${answer.status}`);
  return { name, content: Buffer.from(await answer.arrayBuffer()) };
}

/** An answer to a form is waited for by a person, for three seconds at most. */
const GLANCE_MS = 1_500;

/**
 * The first bytes of a file that somebody put into a form, while the form waits: enough to tell what it is.
 *
 * @returns null when it cannot be had in that time
 */
export async function glanceAtFile(
  { slack, log }: { slack: WebClient; log: Logger },
  { fileId, bytes }: { fileId: string; bytes: number },
): Promise<Uint8Array | null> {
  const signal = AbortSignal.timeout(GLANCE_MS);
  const late = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  const reading = readBeginning(slack, fileId, { bytes, signal }).catch((error: unknown) => {
    log.warn({ reason: slackFailure(error).reason }, 'a file was not looked at');
    return null;
  });
  return Promise.race([reading, late]);
}

async function readBeginning(
  slack: WebClient,
  fileId: string,
  { bytes, signal }: { bytes: number; signal: AbortSignal },
): Promise<Uint8Array> {
  const { file } = Info.parse(await slack.files.info({ file: fileId }));
  const answer = await fetch(file.url_private_download, {
    headers: { authorization: `Bearer ${slack.token}`, range: `bytes=0-${bytes - 1}` },
    redirect: 'error',
    signal,
  });
  if (!answer.ok || !answer.body) throw new Error(`a file was not given: HTTP ${answer.status}`);
  const read: number[] = [];
  // A server may send the whole file for all that; it is not read on.
  for await (const chunk of answer.body) {
    read.push(...new Uint8Array(chunk).subarray(0, bytes - read.length));
    if (read.length >= bytes) break;
  }
  return Uint8Array.from(read);
}

const Opened = z.object({ channel: z.object({ id: z.string() }) });
const Begun = z.object({ upload_url: z.url(), file_id: z.string() });
