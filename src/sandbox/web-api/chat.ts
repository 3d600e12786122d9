/** chat.*: posting, changing and deleting messages. */
import { z } from 'zod';
import { ApiFailure } from '../api-failure.ts';
import {
  botIsMember,
  conversationForApp,
  requireMessage,
  requirePostable,
} from '../conversations.ts';
import { readContent, readMetadata } from '../message-content.ts';
import {
  changeMessage,
  deleteMessage,
  type MessageChanges,
  postEphemeral,
  postMessage,
} from '../messages.ts';
import type { Conversation, Message } from '../model.ts';
import { messagePayload } from '../payloads.ts';
import { flag, nested, word } from './arguments.ts';
import { type CallContext, defineMethod } from './method.ts';

const content = {
  channel: word,
  text: word.optional(),
  blocks: nested.optional(),
  metadata: nested.optional(),
  thread_ts: word.optional(),
};

/** A reply to a reply lands in the thread of its parent, as in Slack. */
function threadOf(context: CallContext, conversation: Conversation, ts: string | undefined) {
  if (ts === undefined || ts === '') return null;
  const parent = context.core.state.message(conversation.id, ts);
  if (parent === null) throw new ApiFailure('thread_not_found');
  return parent.threadTs ?? parent.ts;
}

export const chatPostMessage = defineMethod({
  tier: 'posting',
  scopes: ['chat:write'],
  arguments: z.object({
    ...content,
    unfurl_links: flag.optional(),
    unfurl_media: flag.optional(),
    mrkdwn: flag.optional(),
    reply_broadcast: flag.optional(),
  }),
  run: (context, args) => {
    const { core } = context;
    const conversation = conversationForApp(core, args.channel);
    requirePostable(core, conversation, context.scopes);
    const { text, blocks } = readContent(core, args.text, args.blocks);
    const threadTs = threadOf(context, conversation, args.thread_ts);
    const metadata = readMetadata(args.metadata);
    // Counted last, so that a refused message does not eat into the channel's allowance.
    const wait = core.rateLimits.takePost(conversation.id);
    if (wait !== null) throw new ApiFailure('ratelimited', { retryAfter: wait });
    const userId = core.identity.botUserId;
    const message = postMessage(core, { conversation, userId, text, blocks, threadTs, metadata });
    return {
      channel: conversation.id,
      ts: message.ts,
      message: messagePayload(core, message),
    };
  },
});

export const chatPostEphemeral = defineMethod({
  tier: 'tier4',
  scopes: ['chat:write'],
  arguments: z.object({ ...content, user: word }),
  run: (context, args) => {
    const { core } = context;
    const conversation = conversationForApp(core, args.channel);
    if (conversation.archived) throw new ApiFailure('is_archived');
    if (!botIsMember(core, conversation)) throw new ApiFailure('not_in_channel');
    if (!core.state.people.has(args.user)) throw new ApiFailure('user_not_found');
    if (!core.state.isMember(conversation, args.user)) throw new ApiFailure('user_not_in_channel');
    const { text, blocks } = readContent(core, args.text, args.blocks);
    const threadTs = threadOf(context, conversation, args.thread_ts);
    const userId = core.identity.botUserId;
    const sent = postEphemeral(core, args.user, { conversation, userId, text, blocks, threadTs });
    return { message_ts: sent.message.ts };
  },
});

/** The app's own message. @throws ApiFailure message_not_found or `notOwn` */
function ownMessage(context: CallContext, channel: string, ts: string, notOwn: string): Message {
  const { core } = context;
  if (!core.state.conversations.has(channel)) throw new ApiFailure('channel_not_found');
  const message = requireMessage(core, conversationForApp(core, channel), ts);
  if (message.userId !== core.identity.botUserId) throw new ApiFailure(notOwn);
  return message;
}

export const chatUpdate = defineMethod({
  tier: 'tier3',
  scopes: ['chat:write'],
  arguments: z.object({ ...content, ts: word }),
  run: (context, args) => {
    const { core } = context;
    const message = ownMessage(context, args.channel, args.ts, 'cant_update_message');
    const changes: MessageChanges = {};
    // Text alone replaces blocks; neither text nor blocks leaves both as they are.
    if (args.text !== undefined || args.blocks !== undefined) {
      const { text, blocks } = readContent(core, args.text ?? message.text, args.blocks);
      changes.text = text;
      changes.blocks = blocks;
    } else if (args.metadata === undefined) {
      throw new ApiFailure('no_text');
    }
    if (args.metadata !== undefined) changes.metadata = readMetadata(args.metadata);
    const after = changeMessage(core, message, changes);
    return {
      channel: message.channel,
      ts: message.ts,
      text: after.text,
      message: messagePayload(core, after),
    };
  },
});

export const chatDelete = defineMethod({
  tier: 'tier3',
  scopes: ['chat:write'],
  arguments: z.object({ channel: word, ts: word }),
  run: (context, { channel, ts }) => {
    const message = ownMessage(context, channel, ts, 'cant_delete_message');
    deleteMessage(context.core, message);
    return { channel, ts };
  },
});

export const chatGetPermalink = defineMethod({
  tier: 'generous',
  arguments: z.object({ channel: word, message_ts: word }),
  run: ({ core }, { channel, message_ts }) => {
    if (!core.state.conversations.has(channel)) throw new ApiFailure('channel_not_found');
    const conversation = conversationForApp(core, channel);
    requireMessage(core, conversation, message_ts);
    // The page's own address for a message, so that the link can be followed here.
    const permalink = `${core.baseUrl()}/archives/${channel}/p${message_ts.replace('.', '')}`;
    return { channel, permalink };
  },
});
