/** Posting, changing and deleting messages, lasting and ephemeral. */
import type { KnownBlock } from '@slack/types';
import { withBlockIds } from './blocks.ts';
import { ephemeralToClient } from './client-projection.ts';
import { botIsMember } from './conversations.ts';
import type { Core } from './core.ts';
import type { Conversation, EphemeralMessage, Message, MessageMetadata } from './model.ts';
import { messagePayload } from './payloads.ts';

const EPHEMERALS_KEPT = 2000;

export interface NewMessage {
  conversation: Conversation;
  userId: string;
  text: string;
  blocks: readonly KnownBlock[];
  threadTs: string | null;
  metadata?: MessageMetadata | null;
  fileIds?: string[];
}

function compose(core: Core, draft: NewMessage): Message {
  return {
    ts: core.timestamps.next(),
    channel: draft.conversation.id,
    userId: draft.userId,
    botId: draft.userId === core.identity.botUserId ? core.identity.botId : null,
    subtype: null,
    text: draft.text,
    blocks: withBlockIds(draft.blocks),
    threadTs: draft.threadTs,
    editedTs: null,
    metadata: draft.metadata ?? null,
    reactions: [],
    fileIds: draft.fileIds ?? [],
  };
}

export function postMessage(core: Core, draft: NewMessage): Message {
  const message = compose(core, draft);
  core.state.commit({ k: 'message', message });
  if (draft.userId !== core.identity.botUserId) {
    core.state.commit({
      k: 'read',
      userId: draft.userId,
      channel: message.channel,
      ts: message.ts,
    });
  }
  announce(core, draft.conversation, message);
  return message;
}

export function postEphemeral(
  core: Core,
  readerId: string,
  draft: NewMessage,
  system = false,
): EphemeralMessage {
  const ephemeral = { readerId, message: compose(core, draft), system };
  core.ephemerals.push(ephemeral);
  if (core.ephemerals.length > EPHEMERALS_KEPT) core.ephemerals.shift();
  core.publish([readerId], { type: 'message', message: ephemeralToClient(ephemeral) });
  return ephemeral;
}

/** Slack's own word to one person, e.g. that a command failed. */
export function postNotice(
  core: Core,
  readerId: string,
  conversation: Conversation,
  text: string,
): void {
  postEphemeral(
    core,
    readerId,
    {
      conversation,
      userId: core.identity.botUserId,
      text,
      blocks: [],
      threadTs: null,
    },
    true,
  );
}

export interface MessageChanges {
  text?: string;
  blocks?: readonly KnownBlock[];
  metadata?: MessageMetadata | null;
  fileIds?: string[];
}

/** The "edited" mark appears only when the text, and not blocks, was changed, as in Slack. */
function changed(core: Core, message: Message, changes: MessageChanges): Message {
  return {
    ...message,
    ...(changes.text === undefined ? {} : { text: changes.text }),
    ...(changes.blocks === undefined ? {} : { blocks: withBlockIds(changes.blocks) }),
    ...(changes.metadata === undefined ? {} : { metadata: changes.metadata }),
    ...(changes.blocks === undefined || changes.blocks.length === 0
      ? { editedTs: core.timestamps.next() }
      : {}),
  };
}

export function changeMessage(core: Core, message: Message, changes: MessageChanges): Message {
  const after = changed(core, message, changes);
  core.state.commit({ k: 'message', message: after });
  return after;
}

export function findEphemeral(core: Core, readerId: string, ts: string): EphemeralMessage | null {
  return core.ephemerals.find((one) => one.readerId === readerId && one.message.ts === ts) ?? null;
}

export function changeEphemeral(
  core: Core,
  ephemeral: EphemeralMessage,
  changes: MessageChanges,
): void {
  ephemeral.message = { ...changed(core, ephemeral.message, changes), editedTs: null };
  core.publish([ephemeral.readerId], {
    type: 'message_changed',
    message: ephemeralToClient(ephemeral),
  });
}

export function deleteMessage(core: Core, message: Message): void {
  core.state.commit({ k: 'message_deleted', channel: message.channel, ts: message.ts });
}

export function deleteEphemeral(core: Core, ephemeral: EphemeralMessage): void {
  const index = core.ephemerals.indexOf(ephemeral);
  if (index >= 0) core.ephemerals.splice(index, 1);
  const { channel, ts } = ephemeral.message;
  core.publish([ephemeral.readerId], { type: 'message_deleted', channel, ts });
}

const MESSAGE_EVENTS = {
  channel: ['message.channels', 'channel'],
  private_channel: ['message.groups', 'group'],
  mpim: ['message.mpim', 'mpim'],
  im: ['message.im', 'im'],
} as const;

function announce(core: Core, conversation: Conversation, message: Message): void {
  if (!botIsMember(core, conversation)) return;
  const [subscription, channelType] = MESSAGE_EVENTS[conversation.kind];
  const event = {
    ...messagePayload(core, message),
    channel: conversation.id,
    channel_type: channelType,
    event_ts: message.ts,
  };
  core.events.emit(subscription, { ...event, type: 'message' });
  const mentionsApp = message.text.includes(`<@${core.identity.botUserId}>`);
  if (mentionsApp && conversation.kind !== 'im') {
    core.events.emit('app_mention', { ...event, type: 'app_mention' });
  }
}
