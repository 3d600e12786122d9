/** conversations.*: what the app may see of channels and direct messages, and join or make. */
import { z } from 'zod';
import { ApiFailure } from '../api-failure.ts';
import { addMembers, botIsMember, conversationForApp, groupOf } from '../conversations.ts';
import { randomId } from '../ids.ts';
import type { Conversation } from '../model.ts';
import { conversationPayload } from '../payloads.ts';
import { commaList, count, flag, word } from './arguments.ts';
import { requireManageScope, requireReadScope, scopedKinds } from './conversation-scopes.ts';
import { type CallContext, defineMethod, pageOf } from './method.ts';

/** A conversation by its id; unlike posting, these methods take no names and no people. */
export function conversationById(context: CallContext, id: string): Conversation {
  if (!context.core.state.conversations.has(id)) throw new ApiFailure('channel_not_found');
  return conversationForApp(context.core, id);
}

export const conversationsList = defineMethod({
  tier: 'tier2',
  arguments: z.object({
    types: commaList.optional(),
    exclude_archived: flag.optional(),
    cursor: word.optional(),
    limit: count.optional(),
  }),
  run: (context, args) => {
    const { core } = context;
    const kinds = scopedKinds(args.types ?? ['public_channel']);
    for (const kind of kinds) requireReadScope(context, kind);
    const visible = [...core.state.conversations.values()].filter(
      (one) =>
        kinds.includes(one.kind) &&
        (one.kind === 'channel' || botIsMember(core, one)) &&
        !(args.exclude_archived === true && one.archived),
    );
    const { page, response_metadata } = pageOf(visible, args.cursor, args.limit || 100);
    return { channels: page.map((one) => conversationPayload(core, one)), response_metadata };
  },
});

export const conversationsInfo = defineMethod({
  tier: 'tier3',
  arguments: z.object({ channel: word }),
  run: (context, { channel }) => {
    const conversation = conversationById(context, channel);
    requireReadScope(context, conversation.kind);
    return { channel: conversationPayload(context.core, conversation) };
  },
});

export const conversationsMembers = defineMethod({
  tier: 'tier4',
  arguments: z.object({ channel: word, cursor: word.optional(), limit: count.optional() }),
  run: (context, { channel, cursor, limit }) => {
    const conversation = conversationById(context, channel);
    requireReadScope(context, conversation.kind);
    const { page, response_metadata } = pageOf(conversation.memberIds, cursor, limit || 100);
    return { members: page, response_metadata };
  },
});

export const conversationsOpen = defineMethod({
  tier: 'tier3',
  arguments: z.object({
    users: commaList.optional(),
    channel: word.optional(),
    return_im: flag.optional(),
    prevent_creation: flag.optional(),
  }),
  run: (context, args) => {
    const { core } = context;
    if (args.channel !== undefined) {
      const known = conversationById(context, args.channel);
      return { no_op: true, already_open: true, channel: conversationPayload(core, known) };
    }
    const users = [...new Set(args.users ?? [])];
    if (users.length === 0) throw new ApiFailure('users_list_not_supplied');
    if (users.length > 8) throw new ApiFailure('too_many_users');
    context.requireScope(users.length === 1 ? 'im:write' : 'mpim:write');
    for (const user of users) {
      if (!core.state.people.has(user)) throw new ApiFailure('user_not_found');
    }
    const before = core.state.conversations.size;
    const conversation = groupOf(core, [core.identity.botUserId, ...users]);
    const alreadyOpen = core.state.conversations.size === before;
    return {
      ...(alreadyOpen ? { no_op: true, already_open: true } : {}),
      channel:
        args.return_im === true ? conversationPayload(core, conversation) : { id: conversation.id },
    };
  },
});

export const conversationsJoin = defineMethod({
  tier: 'tier3',
  scopes: ['channels:join'],
  arguments: z.object({ channel: word }),
  run: (context, { channel }) => {
    const { core } = context;
    const conversation = conversationById(context, channel);
    if (conversation.kind !== 'channel') {
      throw new ApiFailure('method_not_supported_for_channel_type');
    }
    if (conversation.archived) throw new ApiFailure('is_archived');
    const already = botIsMember(core, conversation);
    const joined = addMembers(core, conversation, [core.identity.botUserId]);
    return {
      channel: conversationPayload(core, joined),
      ...(already
        ? { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } }
        : {}),
    };
  },
});

export const conversationsCreate = defineMethod({
  tier: 'tier2',
  arguments: z.object({ name: word, is_private: flag.optional() }),
  run: (context, { name, is_private }) => {
    const { core } = context;
    const kind = is_private === true ? 'private_channel' : 'channel';
    context.requireScope(kind === 'channel' ? 'channels:manage' : 'groups:write');
    if (name === '') throw new ApiFailure('invalid_name_required');
    if (name.length > 80) throw new ApiFailure('invalid_name_maxlength');
    if (!/^[\p{Ll}\p{Lo}\p{M}\p{N}_-]+$/u.test(name)) throw new ApiFailure('invalid_name_specials');
    if (core.state.channelByName(name) !== null) throw new ApiFailure('name_taken');
    const conversation: Conversation = {
      id: randomId('C'),
      kind,
      name,
      topic: '',
      memberIds: [core.identity.botUserId],
      creator: core.identity.botUserId,
      created: Math.floor(core.clock() / 1000),
      archived: false,
    };
    core.state.commit({ k: 'conversation', conversation });
    return { channel: conversationPayload(core, conversation) };
  },
});

export const conversationsInvite = defineMethod({
  tier: 'tier3',
  arguments: z.object({ channel: word, users: commaList }),
  run: (context, { channel, users }) => {
    const { core } = context;
    const conversation = conversationById(context, channel);
    if (conversation.kind === 'im' || conversation.kind === 'mpim') {
      throw new ApiFailure('method_not_supported_for_channel_type');
    }
    requireManageScope(context, conversation.kind);
    if (!botIsMember(core, conversation)) throw new ApiFailure('not_in_channel');
    if (conversation.archived) throw new ApiFailure('is_archived');
    if (users.length === 0) throw new ApiFailure('no_user');
    for (const user of users) {
      if (!core.state.people.has(user)) throw new ApiFailure('user_not_found');
      if (user === core.identity.botUserId) throw new ApiFailure('cant_invite_self');
    }
    if (users.every((user) => conversation.memberIds.includes(user))) {
      throw new ApiFailure('already_in_channel');
    }
    return { channel: conversationPayload(core, addMembers(core, conversation, users)) };
  },
});
