/** One act of a person, whatever it is. */
import { ApiFailure } from '../api-failure.ts';
import type { ClientAct } from '../client-protocol.ts';
import { directMessage } from '../conversations.ts';
import type { Core } from '../core.ts';
import type { Conversation, Person } from '../model.ts';
import { click } from './clicks.ts';
import { send } from './commands.ts';
import { type ActOutcome, DONE } from './outcome.ts';
import { openHome, useGlobalShortcut, useMessageShortcut } from './shortcuts.ts';
import { closeModal, submitModal } from './submissions.ts';
import { suggestOptions } from './suggestions.ts';

/** Resolves when the app has acknowledged the act, or has failed to within Slack's 3 seconds. */
export async function perform(core: Core, userId: string, act: ClientAct): Promise<ActOutcome> {
  const person = core.state.people.get(userId);
  if (person === undefined || person.isBot) return { ok: false, error: 'user_not_found' };
  try {
    return await dispatch(core, person, act);
  } catch (error) {
    if (error instanceof ApiFailure) return { ok: false, error: error.code };
    throw error;
  }
}

async function dispatch(core: Core, person: Person, act: ClientAct): Promise<ActOutcome> {
  switch (act.type) {
    case 'send': {
      const conversation = own(core, person, act.channel);
      return send(core, person, conversation, act.text, act.threadTs ?? null);
    }
    case 'click':
      return click(core, person, act);
    case 'submit_modal':
      return submitModal(core, person, act.viewId, act.state);
    case 'close_modal':
      return closeModal(core, person, act.viewId, act.clear);
    case 'open_home':
      return openHome(core, person);
    case 'message_shortcut':
      return useMessageShortcut(core, person, act.callbackId, act.channel, act.ts);
    case 'global_shortcut':
      return useGlobalShortcut(core, person, act.callbackId);
    case 'external_options':
      return suggestOptions(core, person, act);
    case 'mark_read':
      return markRead(core, person, own(core, person, act.channel));
    case 'open_direct_message':
      return openDirectMessage(core, person, act.userId);
  }
}

function openDirectMessage(core: Core, person: Person, userId: string): ActOutcome {
  if (!core.state.people.has(userId)) return { ok: false, error: 'user_not_found' };
  return { ...DONE, channel: directMessage(core, person.id, userId).id };
}

function own(core: Core, person: Person, channel: string): Conversation {
  const conversation = core.state.conversations.get(channel);
  if (conversation === undefined || !core.state.isMember(conversation, person.id)) {
    throw new ApiFailure('channel_not_found');
  }
  return conversation;
}

function markRead(core: Core, person: Person, conversation: Conversation): ActOutcome {
  const last = [...core.state.messagesOf(conversation.id).keys()].at(-1);
  const before = core.state.reads.get(person.id)?.get(conversation.id);
  if (last !== undefined && last !== before) {
    core.state.commit({ k: 'read', userId: person.id, channel: conversation.id, ts: last });
  }
  return DONE;
}
