/** People, conversations, messages and views in the shapes Slack gives them to an app. */
import type { Core } from './core.ts';
import { type Conversation, isModal, type Message, type Person, type StoredView } from './model.ts';

type Json = Record<string, unknown>;

/** Slack's handle: the local part of the e-mail. */
export function handleOf(person: Person): string {
  return person.email === '' ? person.name.toLowerCase() : (person.email.split('@')[0] ?? '');
}

export function userPayload(core: Core, person: Person, withEmail: boolean, withLocale: boolean) {
  const handle = handleOf(person);
  const { teamId, appId, botId } = core.identity;
  return {
    id: person.id,
    team_id: teamId,
    name: handle,
    deleted: false,
    color: '4bbe2e',
    real_name: person.name,
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: zoneOffsetSeconds(person.tz, core.clock()),
    profile: {
      title: person.title,
      phone: '',
      real_name: person.name,
      real_name_normalized: person.name,
      display_name: person.name,
      display_name_normalized: person.name,
      status_text: '',
      status_emoji: '',
      team: teamId,
      ...(withEmail && !person.isBot ? { email: person.email } : {}),
      ...(person.isBot ? { api_app_id: appId, bot_id: botId } : {}),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: person.isBot,
    is_app_user: false,
    updated: person.updated,
    ...(withLocale ? { locale: person.locale } : {}),
  };
}

/** Seconds east of UTC at the given moment. */
function zoneOffsetSeconds(timeZone: string, epochMs: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(epochMs)
    .find((part) => part.type === 'timeZoneName');
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(parts?.value ?? '');
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -seconds : seconds;
}

export function conversationPayload(core: Core, conversation: Conversation): Json {
  const { id, kind, created, archived, creator, memberIds } = conversation;
  const { teamId, botUserId } = core.identity;
  const common = {
    id,
    created,
    is_archived: archived,
    context_team_id: teamId,
    updated: created * 1000,
  };
  if (kind === 'im') {
    const user = memberIds.find((member) => member !== botUserId) ?? botUserId;
    return { ...common, is_im: true, is_org_shared: false, user, priority: 0 };
  }
  const text = (value: string) => ({ value, creator: value === '' ? '' : creator, last_set: 0 });
  return {
    ...common,
    name: conversation.name,
    name_normalized: conversation.name,
    is_channel: kind === 'channel',
    is_group: kind === 'private_channel',
    is_im: false,
    is_mpim: kind === 'mpim',
    is_private: kind !== 'channel',
    is_general: false,
    is_shared: false,
    is_org_shared: false,
    is_ext_shared: false,
    is_member: core.state.isMember(conversation, botUserId),
    unlinked: 0,
    creator,
    shared_team_ids: [teamId],
    topic: text(conversation.topic),
    purpose: text(''),
    previous_names: [],
    num_members: memberIds.length,
  };
}

/** The name an interaction payload or a slash command gives a conversation. */
export function channelNameOf(conversation: Conversation): string {
  switch (conversation.kind) {
    case 'im':
      return 'directmessage';
    case 'channel':
      return conversation.name;
    default:
      return 'privategroup';
  }
}

export function messagePayload(core: Core, message: Message, withMetadata = true): Json {
  const { teamId, appId, botId } = core.identity;
  const bot = core.state.people.get(message.userId);
  const replies = repliesOf(core, message);
  return {
    type: 'message',
    ...(message.subtype === null ? {} : { subtype: message.subtype }),
    user: message.userId,
    ts: message.ts,
    text: message.text,
    team: teamId,
    ...(message.botId === null
      ? {}
      : {
          bot_id: botId,
          app_id: appId,
          bot_profile: {
            id: botId,
            deleted: false,
            name: bot?.name ?? '',
            updated: bot?.updated ?? 0,
            app_id: appId,
            icons: {},
            team_id: teamId,
          },
        }),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.threadTs === null
      ? {}
      : { thread_ts: message.threadTs, parent_user_id: parentOf(core, message) }),
    ...(replies.length === 0
      ? {}
      : {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map((reply) => reply.userId))],
          latest_reply: replies.at(-1)?.ts,
        }),
    ...(message.editedTs === null
      ? {}
      : { edited: { user: message.userId, ts: message.editedTs } }),
    ...(message.reactions.length === 0
      ? {}
      : {
          reactions: message.reactions.map(({ name, userIds }) => ({
            name,
            users: userIds,
            count: userIds.length,
          })),
        }),
    ...(message.fileIds.length === 0
      ? {}
      : { files: message.fileIds.map((id) => filePayload(core, id)) }),
    ...(withMetadata && message.metadata !== null ? { metadata: message.metadata } : {}),
  };
}

function repliesOf(core: Core, message: Message): Message[] {
  if (message.threadTs !== null) return [];
  const replies: Message[] = [];
  for (const other of core.state.messagesOf(message.channel).values()) {
    if (other.threadTs === message.ts) replies.push(other);
  }
  return replies;
}

function parentOf(core: Core, message: Message): string | undefined {
  return core.state.message(message.channel, message.threadTs ?? '')?.userId;
}

export function filePayload(core: Core, fileId: string): Json {
  const file = core.state.files.get(fileId);
  if (file === undefined) return { id: fileId, mode: 'tombstone' };
  const address = `${core.baseUrl()}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.split('.').at(-1) ?? '',
    user: file.userId,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: address,
    url_private_download: address,
    permalink: address,
    channels: file.channels,
  };
}

export function viewPayload(core: Core, view: StoredView): Json {
  const { teamId, appId, botId } = core.identity;
  const { definition } = view;
  const common = {
    id: view.id,
    team_id: teamId,
    type: definition.type,
    blocks: definition.blocks,
    private_metadata: definition.private_metadata ?? '',
    callback_id: definition.callback_id ?? '',
    state: { values: view.state },
    hash: view.hash,
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: appId,
    external_id: definition.external_id ?? '',
    app_installed_team_id: teamId,
    bot_id: botId,
  };
  if (!isModal(view)) {
    return {
      ...common,
      title: { type: 'plain_text', text: 'View Title', emoji: true },
      close: null,
      submit: null,
      clear_on_close: false,
      notify_on_close: false,
    };
  }
  return {
    ...common,
    title: view.definition.title,
    clear_on_close: view.definition.clear_on_close ?? false,
    notify_on_close: view.definition.notify_on_close ?? false,
    close: view.definition.close ?? null,
    submit: view.definition.submit ?? null,
  };
}
