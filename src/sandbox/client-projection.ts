/** The workspace as one person sees it, in the page's terms. */
import type {
  ClientConversation,
  ClientFile,
  ClientMessage,
  ClientSnapshot,
  SamplePerson,
  SuggestedPerson,
} from './client-protocol.ts';
import { appDirectMessage } from './conversations.ts';
import type { Core } from './core.ts';
import type { Conversation, EphemeralMessage, Message, Person } from './model.ts';

const MESSAGES_SHOWN = 200;
const MOST_UNREAD = 100;

function personToClient(person: Person): SamplePerson {
  const { id, name, title, locale, tz, isBot } = person;
  return { id, name, title, locale, tz, isBot };
}

/** Those whom the guide suggests come first, in its order. */
export function peopleToBe(core: Core): SuggestedPerson[] {
  const suggested = [...core.guide.keys()];
  const rank = ({ email }: Person): number => {
    const at = suggested.indexOf(email);
    return at < 0 ? suggested.length : at;
  };
  return [...core.state.people.values()]
    .filter(({ isBot }) => !isBot)
    .sort((one, other) => rank(one) - rank(other))
    .map((person) => ({ ...personToClient(person), why: core.guide.get(person.email) ?? null }));
}

export function messageToClient(core: Core, message: Message): ClientMessage {
  return {
    ts: message.ts,
    channel: message.channel,
    userId: message.userId,
    text: message.text,
    blocks: message.blocks,
    files: message.fileIds.flatMap((id) => fileToClient(core, id)),
    threadTs: message.threadTs,
    editedTs: message.editedTs,
    ephemeral: false,
    system: false,
    reactions: message.reactions,
  };
}

function fileToClient(core: Core, id: string): ClientFile[] {
  const file = core.state.files.get(id);
  if (file === undefined) return [];
  const { name, title, mimetype, size } = file;
  return [{ id, name, title, mimetype, size, path: `/files/${id}/${encodeURIComponent(name)}` }];
}

export function ephemeralToClient({ message, system }: EphemeralMessage): ClientMessage {
  return {
    ts: message.ts,
    channel: message.channel,
    userId: message.userId,
    text: message.text,
    blocks: message.blocks,
    files: [],
    threadTs: message.threadTs,
    editedTs: message.editedTs,
    ephemeral: !system,
    system,
    reactions: [],
  };
}

export function conversationToClient(
  core: Core,
  conversation: Conversation,
  readerId: string,
): Omit<ClientConversation, 'messages'> {
  const { id, kind, topic, memberIds } = conversation;
  const withUser =
    kind === 'im' ? (memberIds.find((member) => member !== readerId) ?? readerId) : null;
  const other = withUser === null ? undefined : core.state.people.get(withUser);
  const name =
    kind === 'mpim'
      ? memberIds
          .filter((member) => member !== readerId)
          .map((member) => core.state.people.get(member)?.name ?? member)
          .join(', ')
      : conversation.name;
  return {
    id,
    kind:
      kind === 'im'
        ? other?.isBot === true
          ? 'app_im'
          : 'im'
        : kind === 'channel'
          ? 'channel'
          : 'private_channel',
    name: other?.name ?? name,
    topic,
    withUser,
    memberIds,
    unread: unreadCount(core, conversation.id, readerId),
  };
}

/** Counted up to 100; a page writes "99+" then. */
export function unreadCount(core: Core, channel: string, readerId: string): number {
  const lastRead = core.state.reads.get(readerId)?.get(channel) ?? '';
  const timeline = core.state.timelineOf(channel);
  let unread = 0;
  for (let i = timeline.length - 1; i >= 0 && unread < MOST_UNREAD; i -= 1) {
    const ts = timeline[i];
    if (ts === undefined || ts <= lastRead) break;
    if (core.state.message(channel, ts)?.userId !== readerId) unread += 1;
  }
  return unread;
}

/** The last `most` messages a person sees in a conversation, ephemeral ones in their place. */
export function messagesFor(
  core: Core,
  readerId: string,
  channel: string,
  most = Number.POSITIVE_INFINITY,
): ClientMessage[] {
  const timeline = core.state.timelineOf(channel);
  const lasting = timeline.slice(Math.max(0, timeline.length - most)).flatMap((ts) => {
    const message = core.state.message(channel, ts);
    return message === null ? [] : [messageToClient(core, message)];
  });
  const passing = core.ephemerals
    .filter((one) => one.readerId === readerId && one.message.channel === channel)
    .map(ephemeralToClient);
  if (passing.length === 0) return lasting;
  return [...lasting, ...passing].sort((a, b) => (a.ts < b.ts ? -1 : 1)).slice(-most);
}

export function conversationsFor(core: Core, readerId: string): Conversation[] {
  appDirectMessage(core, readerId);
  return [...core.state.conversations.values()].filter((conversation) =>
    core.state.isMember(conversation, readerId),
  );
}

export function snapshotFor(core: Core, me: Person, hasTrainer: boolean): ClientSnapshot {
  const features = core.manifest.features ?? {};
  const home = core.state.homes.get(me.id)?.definition;
  return {
    me: personToClient(me),
    users: [...core.state.people.values()].map(personToClient),
    conversations: conversationsFor(core, me.id).map((conversation) => ({
      ...conversationToClient(core, conversation, me.id),
      messages: messagesFor(core, me.id, conversation.id, MESSAGES_SHOWN),
    })),
    commands: (features.slash_commands ?? []).map((command) => ({
      command: command.command,
      description: command.description,
      usageHint: command.usage_hint ?? '',
    })),
    shortcuts: (features.shortcuts ?? []).map((shortcut) => ({
      callbackId: shortcut.callback_id,
      name: shortcut.name,
      type: shortcut.type,
      description: shortcut.description,
    })),
    app: {
      botUserId: core.identity.botUserId,
      name: core.state.people.get(core.identity.botUserId)?.name ?? '',
      homeEnabled: features.app_home?.home_tab_enabled ?? false,
    },
    home: home?.type === 'home' ? home : null,
    modals: core.modals.shownTo(me.id),
    clockAheadMs: clockAheadMs(core),
    hasTrainer,
  };
}

export function clockAheadMs(core: Core): number {
  return core.clock() - Date.now();
}
