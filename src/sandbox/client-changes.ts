/** Turns what happens in the workspace into what each person's page must redraw. */
import { conversationToClient, messageToClient, unreadCount } from './client-projection.ts';
import type { Core } from './core.ts';
import type { WorkspaceRecord } from './journal-record.ts';
import type { Message } from './model.ts';

export function publishCommit(core: Core, record: WorkspaceRecord, isNew: boolean): void {
  switch (record.k) {
    case 'conversation':
      for (const userId of record.conversation.memberIds) {
        const conversation = conversationToClient(core, record.conversation, userId);
        core.publish([userId], { type: 'conversation', conversation });
      }
      return;
    case 'message':
      publishMessage(core, record.message, isNew);
      return;
    case 'message_deleted':
      core.publish(membersOf(core, record.channel), {
        type: 'message_deleted',
        channel: record.channel,
        ts: record.ts,
      });
      return;
    case 'home':
      if (record.view.definition.type === 'home') {
        core.publish([record.view.userId], { type: 'home', view: record.view.definition });
      }
      return;
    case 'read': {
      const { userId, channel } = record;
      const unread = unreadCount(core, channel, userId);
      core.publish([userId], { type: 'unread', channel, unread });
      return;
    }
    default:
      // Modals publish themselves with their status; the rest is not drawn.
      return;
  }
}

function membersOf(core: Core, channel: string): string[] {
  return core.state.conversations.get(channel)?.memberIds ?? [];
}

function publishMessage(core: Core, message: Message, isNew: boolean): void {
  const members = membersOf(core, message.channel);
  core.publish(members, {
    type: isNew ? 'message' : 'message_changed',
    message: messageToClient(core, message),
  });
  if (!isNew) return;
  for (const userId of members) {
    if (userId === message.userId || userId === core.identity.botUserId) continue;
    core.publish([userId], {
      type: 'unread',
      channel: message.channel,
      unread: unreadCount(core, message.channel, userId),
    });
  }
}
