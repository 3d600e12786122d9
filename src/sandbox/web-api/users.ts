/** users.info, users.list, users.lookupByEmail, users.conversations */
import { z } from 'zod';
import { ApiFailure } from '../api-failure.ts';
import { conversationPayload, userPayload } from '../payloads.ts';
import { commaList, count, flag, word } from './arguments.ts';
import { requireReadScope, scopedKinds } from './conversation-scopes.ts';
import { defineMethod, pageOf } from './method.ts';

export const usersInfo = defineMethod({
  tier: 'tier4',
  scopes: ['users:read'],
  arguments: z.object({ user: word, include_locale: flag.optional() }),
  run: ({ core, scopes }, { user, include_locale }) => {
    const person = core.state.people.get(user);
    if (person === undefined) throw new ApiFailure('user_not_found');
    return {
      user: userPayload(core, person, scopes.has('users:read.email'), include_locale ?? false),
    };
  },
});

export const usersList = defineMethod({
  tier: 'tier2',
  scopes: ['users:read'],
  arguments: z.object({
    cursor: word.optional(),
    limit: count.optional(),
    include_locale: flag.optional(),
  }),
  run: ({ core, scopes }, { cursor, limit, include_locale }) => {
    const everyone = [...core.state.people.values()];
    const { page, response_metadata } = pageOf(everyone, cursor, limit || 1000);
    return {
      members: page.map((person) =>
        userPayload(core, person, scopes.has('users:read.email'), include_locale ?? false),
      ),
      cache_ts: Math.floor(core.clock() / 1000),
      response_metadata,
    };
  },
});

export const usersLookupByEmail = defineMethod({
  tier: 'tier3',
  scopes: ['users:read.email'],
  arguments: z.object({ email: word }),
  run: ({ core }, { email }) => {
    const person = core.state.personByEmail(email);
    if (person === null || person.isBot) throw new ApiFailure('users_not_found');
    return { user: userPayload(core, person, true, false) };
  },
});

export const usersConversations = defineMethod({
  tier: 'tier3',
  arguments: z.object({
    user: word.optional(),
    types: commaList.optional(),
    exclude_archived: flag.optional(),
    cursor: word.optional(),
    limit: count.optional(),
  }),
  run: (context, args) => {
    const { core } = context;
    const kinds = scopedKinds(args.types ?? ['public_channel']);
    for (const kind of kinds) requireReadScope(context, kind);
    const userId = args.user ?? core.identity.botUserId;
    if (!core.state.people.has(userId)) throw new ApiFailure('user_not_found');
    const theirs = [...core.state.conversations.values()].filter(
      (one) =>
        kinds.includes(one.kind) &&
        core.state.isMember(one, userId) &&
        (one.kind === 'channel' || core.state.isMember(one, core.identity.botUserId)) &&
        !(args.exclude_archived === true && one.archived),
    );
    const { page, response_metadata } = pageOf(theirs, args.cursor, args.limit || 100);
    return { channels: page.map((one) => conversationPayload(core, one)), response_metadata };
  },
});
