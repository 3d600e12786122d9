/** Finding and making conversations; who may read and write in them. */
import { ApiFailure } from './api-failure.ts';
import type { Core } from './core.ts';
import { stableId } from './ids.ts';
import type { Conversation, Message } from './model.ts';

export function botIsMember(core: Core, conversation: Conversation): boolean {
  return core.state.isMember(conversation, core.identity.botUserId);
}

/** The direct message between two people (or a person and the app), made when first needed. */
export function directMessage(core: Core, userId: string, otherId: string): Conversation {
  return groupOf(core, [userId, otherId], 'im');
}

export function appDirectMessage(core: Core, userId: string): Conversation {
  return directMessage(core, userId, core.identity.botUserId);
}

/** A group message, or a direct message for two. */
export function groupOf(
  core: Core,
  userIds: readonly string[],
  kind: 'im' | 'mpim' = new Set(userIds).size > 2 ? 'mpim' : 'im',
): Conversation {
  const memberIds = [...new Set(userIds)].sort();
  const id = stableId(kind === 'im' ? 'D' : 'G', ...memberIds);
  const known = core.state.conversations.get(id);
  if (known !== undefined) return known;
  const conversation: Conversation = {
    id,
    kind,
    name: kind === 'im' ? '' : `mpdm-${memberIds.join('-').toLowerCase()}-1`,
    topic: '',
    memberIds,
    creator: memberIds[0] ?? '',
    created: Math.floor(core.clock() / 1000),
    archived: false,
  };
  core.state.commit({ k: 'conversation', conversation });
  return conversation;
}

/**
 * The conversation an app names in a call: an id, a channel's name, or (for posting) a person's
 * id, which stands for their direct message with the app.
 * @throws ApiFailure channel_not_found also for private ones that the app is not in
 */
export function conversationForApp(core: Core, reference: string): Conversation {
  const conversation =
    core.state.conversations.get(reference) ??
    (/^[#a-z]/.test(reference) ? core.state.channelByName(reference) : null);
  if (conversation !== null && conversation !== undefined) {
    if (conversation.kind !== 'channel' && !botIsMember(core, conversation)) {
      throw new ApiFailure('channel_not_found');
    }
    return conversation;
  }
  const person = core.state.people.get(reference);
  if (person !== undefined && !person.isBot) return appDirectMessage(core, person.id);
  throw new ApiFailure('channel_not_found');
}

/** @throws ApiFailure not_in_channel, is_archived */
export function requirePostable(
  core: Core,
  conversation: Conversation,
  scopes: ReadonlySet<string>,
): void {
  if (conversation.archived) throw new ApiFailure('is_archived');
  if (botIsMember(core, conversation) || scopes.has('chat:write.public')) return;
  throw new ApiFailure('not_in_channel');
}

/** A message of the conversation. @throws ApiFailure message_not_found */
export function requireMessage(core: Core, conversation: Conversation, ts: string): Message {
  const message = core.state.message(conversation.id, ts);
  if (message === null) throw new ApiFailure('message_not_found');
  return message;
}

export function addMembers(
  core: Core,
  conversation: Conversation,
  userIds: string[],
): Conversation {
  const joining = userIds.filter((userId) => !conversation.memberIds.includes(userId));
  if (joining.length === 0) return conversation;
  const after = { ...conversation, memberIds: [...conversation.memberIds, ...joining] };
  core.state.commit({ k: 'conversation', conversation: after });
  for (const user of joining) {
    core.events.emit('member_joined_channel', {
      type: 'member_joined_channel',
      user,
      channel: conversation.id,
      channel_type: conversation.kind === 'channel' ? 'C' : 'G',
      team: core.identity.teamId,
      event_ts: core.timestamps.next(),
    });
  }
  return after;
}
