import type { ClientMessage } from '../../client-protocol.ts';
import { dateIn } from './dates.ts';

/** A line of a conversation's list: a divider between days, or a message. */
export type ListLine =
  | { kind: 'day'; date: string }
  | { kind: 'message'; message: ClientMessage; compact: boolean; replies: ClientMessage[] };

/** Messages of one person within these minutes are drawn as one group. */
const GROUP_MINUTES = 5;

function isReply(message: ClientMessage): boolean {
  return message.threadTs !== null && message.threadTs !== message.ts;
}

/** The last `most` messages of a conversation in order, without what belongs into threads. */
export function conversationLines(
  messages: readonly ClientMessage[],
  timeZone: string,
  most: number,
): ListLine[] {
  const replies = new Map<string, ClientMessage[]>();
  for (const message of messages) {
    if (!isReply(message) || message.threadTs === null) continue;
    replies.set(message.threadTs, [...(replies.get(message.threadTs) ?? []), message]);
  }
  const shown = messages.filter((message) => !isReply(message)).slice(-most);
  return linesOf(shown, timeZone, (ts) => replies.get(ts) ?? []);
}

/** A thread: its first message and the answers. */
export function threadLines(
  messages: readonly ClientMessage[],
  ts: string,
  timeZone: string,
): ListLine[] {
  const thread = messages.filter((message) => message.ts === ts || message.threadTs === ts);
  return linesOf(thread, timeZone, () => []);
}

function linesOf(
  messages: readonly ClientMessage[],
  timeZone: string,
  repliesTo: (ts: string) => ClientMessage[],
): ListLine[] {
  const lines: ListLine[] = [];
  let date = '';
  let before: ClientMessage | undefined;
  for (const message of messages) {
    const day = dateIn(Number(message.ts) * 1000, timeZone);
    const sameDay = day === date;
    if (!sameDay) lines.push({ kind: 'day', date: day });
    const compact = sameDay && before !== undefined && isGrouped(before, message);
    lines.push({ kind: 'message', message, compact, replies: repliesTo(message.ts) });
    date = day;
    before = message;
  }
  return lines;
}

function isGrouped(before: ClientMessage, message: ClientMessage): boolean {
  return (
    before.userId === message.userId &&
    before.ephemeral === message.ephemeral &&
    before.system === message.system &&
    Number(message.ts) - Number(before.ts) < GROUP_MINUTES * 60
  );
}
