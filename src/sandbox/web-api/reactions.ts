/** reactions.add and reactions.remove */
import { z } from 'zod';
import { ApiFailure } from '../api-failure.ts';
import { conversationForApp, requireMessage } from '../conversations.ts';
import type { Message } from '../model.ts';
import { word } from './arguments.ts';
import { type CallContext, defineMethod } from './method.ts';

const target = z.object({ channel: word, timestamp: word, name: word });

function targetOf({ core }: CallContext, args: z.output<typeof target>): [Message, string] {
  const name = args.name.replaceAll(':', '');
  if (!/^[a-z0-9_+'-]{1,100}$/.test(name)) throw new ApiFailure('invalid_name');
  if (!core.state.conversations.has(args.channel)) throw new ApiFailure('channel_not_found');
  return [requireMessage(core, conversationForApp(core, args.channel), args.timestamp), name];
}

export const reactionsAdd = defineMethod({
  tier: 'tier3',
  scopes: ['reactions:write'],
  arguments: target,
  run: (context, args) => {
    const [message, name] = targetOf(context, args);
    const me = context.core.identity.botUserId;
    const before = message.reactions.find((reaction) => reaction.name === name);
    if (before?.userIds.includes(me) === true) throw new ApiFailure('already_reacted');
    const others = message.reactions.filter((reaction) => reaction.name !== name);
    const reactions = [...others, { name, userIds: [...(before?.userIds ?? []), me] }];
    context.core.state.commit({ k: 'message', message: { ...message, reactions } });
    return {};
  },
});

export const reactionsRemove = defineMethod({
  tier: 'tier2',
  scopes: ['reactions:write'],
  arguments: target,
  run: (context, args) => {
    const [message, name] = targetOf(context, args);
    const me = context.core.identity.botUserId;
    const before = message.reactions.find((reaction) => reaction.name === name);
    if (before?.userIds.includes(me) !== true) throw new ApiFailure('no_reaction');
    const reactions = message.reactions
      .map((reaction) =>
        reaction.name === name
          ? { name, userIds: reaction.userIds.filter((userId) => userId !== me) }
          : reaction,
      )
      .filter((reaction) => reaction.userIds.length > 0);
    context.core.state.commit({ k: 'message', message: { ...message, reactions } });
    return {};
  },
});
