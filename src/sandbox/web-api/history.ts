/** conversations.history and conversations.replies; ephemeral messages are in neither. */
import { z } from 'zod';
import { ApiFailure } from '../api-failure.ts';
import { botIsMember } from '../conversations.ts';
import type { Conversation, Message } from '../model.ts';
import { messagePayload } from '../payloads.ts';
import { count, flag, word } from './arguments.ts';
import { requireHistoryScope } from './conversation-scopes.ts';
import { conversationById } from './conversations.ts';
import { type CallContext, defineMethod, pageOf } from './method.ts';

const range = {
  channel: word,
  cursor: word.optional(),
  limit: count.optional(),
  oldest: word.optional(),
  latest: word.optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
};

interface Range {
  oldest?: string | undefined;
  latest?: string | undefined;
  inclusive?: boolean | undefined;
}

function within({ ts }: Message, { oldest, latest, inclusive }: Range): boolean {
  const at = micros(ts);
  const from = oldest === undefined || oldest === '' ? -1n : micros(oldest);
  const to = latest === undefined || latest === '' ? null : micros(latest);
  if (inclusive === true) return at >= from && (to === null || at <= to);
  return at > from && (to === null || at < to);
}

/** @throws ApiFailure invalid_ts_oldest style errors collapse to invalid_arguments */
function micros(ts: string): bigint {
  const match = /^(\d+)(?:\.(\d{1,6}))?$/.exec(ts);
  if (match === null) throw new ApiFailure('invalid_arguments');
  return BigInt(match[1] ?? '0') * 1_000_000n + BigInt((match[2] ?? '').padEnd(6, '0'));
}

function readable(context: CallContext, channel: string): Conversation {
  const conversation = conversationById(context, channel);
  requireHistoryScope(context, conversation.kind);
  if (!botIsMember(context.core, conversation)) throw new ApiFailure('not_in_channel');
  return conversation;
}

export const conversationsHistory = defineMethod({
  tier: 'tier3',
  arguments: z.object(range),
  run: (context, args) => {
    const { core } = context;
    const conversation = readable(context, args.channel);
    const newestFirst = [...core.state.messagesOf(conversation.id).values()]
      .filter((message) => message.threadTs === null && within(message, args))
      .reverse();
    const limit = Math.min(args.limit || 100, 999);
    const { page, response_metadata } = pageOf(newestFirst, args.cursor, limit);
    const withMetadata = args.include_all_metadata ?? false;
    return {
      messages: page.map((message) => messagePayload(core, message, withMetadata)),
      has_more: response_metadata.next_cursor !== '',
      pin_count: 0,
      response_metadata,
    };
  },
});

export const conversationsReplies = defineMethod({
  tier: 'tier3',
  arguments: z.object({ ...range, ts: word }),
  run: (context, args) => {
    const { core } = context;
    const conversation = readable(context, args.channel);
    if (core.state.message(conversation.id, args.ts) === null) {
      throw new ApiFailure('thread_not_found');
    }
    const thread = [...core.state.messagesOf(conversation.id).values()].filter(
      (message) =>
        message.ts === args.ts || (message.threadTs === args.ts && within(message, args)),
    );
    const { page, response_metadata } = pageOf(thread, args.cursor, args.limit || 1000);
    const withMetadata = args.include_all_metadata ?? false;
    return {
      messages: page.map((message) => messagePayload(core, message, withMetadata)),
      has_more: response_metadata.next_cursor !== '',
      response_metadata,
    };
  },
});
