/** Global and message shortcuts, and opening the app's Home. */
import { appDirectMessage } from '../conversations.ts';
import type { Core } from '../core.ts';
import { postNotice } from '../messages.ts';
import type { Person } from '../model.ts';
import { messagePayload, viewPayload } from '../payloads.ts';
import { phrasesFor } from '../phrases.ts';
import { issueResponseUrl } from '../response-urls.ts';
import { type ActOutcome, DONE } from './outcome.ts';
import { actionTs, channelPart, commonParts } from './payload-parts.ts';

function findShortcut(core: Core, callbackId: string, type: 'global' | 'message') {
  return core.manifest.features?.shortcuts?.find(
    (one) => one.callback_id === callbackId && one.type === type,
  );
}

export async function useGlobalShortcut(
  core: Core,
  person: Person,
  callbackId: string,
): Promise<ActOutcome> {
  const shortcut = findShortcut(core, callbackId, 'global');
  if (shortcut === undefined) return { ok: false, error: 'shortcut_not_found' };
  const delivered = await core.deliver({
    type: 'interactive',
    payload: {
      type: 'shortcut',
      ...commonParts(core, person),
      action_ts: actionTs(core),
      callback_id: callbackId,
      trigger_id: core.triggers.issue({ userId: person.id }),
    },
  });
  if (delivered.ok) return DONE;
  const failure = phrasesFor(person.locale).shortcutFailed(shortcut.name);
  postNotice(core, person.id, appDirectMessage(core, person.id), failure);
  return { ok: true, failure };
}

export async function useMessageShortcut(
  core: Core,
  person: Person,
  callbackId: string,
  channel: string,
  ts: string,
): Promise<ActOutcome> {
  const shortcut = findShortcut(core, callbackId, 'message');
  if (shortcut === undefined) return { ok: false, error: 'shortcut_not_found' };
  const conversation = core.state.conversations.get(channel);
  const message = core.state.message(channel, ts);
  if (conversation === undefined || message === null) {
    return { ok: false, error: 'message_not_found' };
  }
  if (!core.state.isMember(conversation, person.id)) {
    return { ok: false, error: 'message_not_found' };
  }
  const delivered = await core.deliver({
    type: 'interactive',
    payload: {
      type: 'message_action',
      ...commonParts(core, person),
      action_ts: actionTs(core),
      callback_id: callbackId,
      trigger_id: core.triggers.issue({ userId: person.id, channel }),
      channel: channelPart(conversation),
      message_ts: ts,
      message: messagePayload(core, message),
      response_url: issueResponseUrl(core, { userId: person.id, channel, sourceTs: ts }),
    },
  });
  if (delivered.ok) return DONE;
  const failure = phrasesFor(person.locale).shortcutFailed(shortcut.name);
  postNotice(core, person.id, conversation, failure);
  return { ok: true, failure };
}

export function openHome(core: Core, person: Person): ActOutcome {
  const home = core.state.homes.get(person.id);
  core.events.emit('app_home_opened', {
    type: 'app_home_opened',
    user: person.id,
    channel: appDirectMessage(core, person.id).id,
    tab: 'home',
    ...(home === undefined ? {} : { view: viewPayload(core, home) }),
    event_ts: actionTs(core),
  });
  return DONE;
}
