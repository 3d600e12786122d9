/** A person uses a button, a select or another element in a message, a modal or the Home tab. */
import { ApiFailure } from '../api-failure.ts';
import { carriedState, findElement } from '../blocks.ts';
import type { ClientAct, ViewStateValues } from '../client-protocol.ts';
import type { Core } from '../core.ts';
import { findEphemeral } from '../messages.ts';
import type { Person, StoredView } from '../model.ts';
import { messagePayload, viewPayload } from '../payloads.ts';
import { phrasesFor } from '../phrases.ts';
import { issueResponseUrl } from '../response-urls.ts';
import { completeAction } from './action.ts';
import { type ActOutcome, DONE } from './outcome.ts';
import { actionTs, channelPart, commonParts } from './payload-parts.ts';

export type Click = Extract<ClientAct, { type: 'click' }>;

/** Where the clicked element sits, and what the payload says about that place. */
export interface Place {
  blocks: readonly unknown[];
  fields: Record<string, unknown>;
  triggerFrom: { fromViewId?: string; channel?: string };
}

export async function click(core: Core, person: Person, act: Click): Promise<ActOutcome> {
  const place = placeOf(core, person, act);
  if (place === null) return { ok: false, error: 'place_not_found' };
  const located = findElement(place.blocks, act.action.block_id, act.action.action_id);
  if (located === null) return { ok: false, error: 'element_not_found' };
  const action = completeAction(located, act.action, actionTs(core));
  const delivered = await core.deliver({
    type: 'interactive',
    payload: {
      type: 'block_actions',
      ...commonParts(core, person),
      ...place.fields,
      trigger_id: core.triggers.issue({ userId: person.id, ...place.triggerFrom }),
      actions: [action],
    },
  });
  const failure = delivered.ok ? null : phrasesFor(person.locale).actionFailed;
  core.publish([person.id], { type: 'action_settled', actId: act.actId, failure });
  return failure === null ? DONE : { ok: true, failure };
}

function placeOf(core: Core, person: Person, act: Click): Place | null {
  switch (act.in) {
    case 'message':
      return messagePlace(core, person, act.channel, act.ts, act.state, true);
    case 'modal': {
      const view = core.modals.find(act.viewId);
      if (view === null || view.userId !== person.id) return null;
      return viewPlace(core, core.modals.remember(view, act.state));
    }
    case 'home': {
      const home = core.state.homes.get(person.id);
      if (home === undefined) return null;
      return viewPlace(core, { ...home, state: carriedState(home.definition.blocks, act.state) });
    }
  }
}

export function viewPlace(core: Core, view: StoredView): Place {
  return {
    blocks: view.definition.blocks,
    fields: {
      container: { type: 'view', view_id: view.id },
      view: viewPayload(core, view),
    },
    triggerFrom: view.definition.type === 'modal' ? { fromViewId: view.id } : {},
  };
}

/** An ephemeral message is never part of the payload; only its container tells of it. */
export function messagePlace(
  core: Core,
  person: Person,
  channel: string,
  ts: string,
  entered: ViewStateValues,
  withResponseUrl: boolean,
): Place | null {
  const conversation = core.state.conversations.get(channel);
  if (conversation === undefined || !core.state.isMember(conversation, person.id)) return null;
  const ephemeral = findEphemeral(core, person.id, ts);
  const lasting = core.state.message(channel, ts);
  const message = ephemeral?.message ?? lasting;
  if (message === null) return null;
  // Only what the app posted carries its elements.
  if (message.botId === null) throw new ApiFailure('element_not_found');
  const { threadTs } = message;
  return {
    blocks: message.blocks,
    fields: {
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: ephemeral !== null,
        ...(threadTs === null ? {} : { thread_ts: threadTs }),
      },
      channel: channelPart(conversation),
      ...(ephemeral === null ? { message: messagePayload(core, message) } : {}),
      ...(withResponseUrl
        ? {
            state: { values: carriedState(message.blocks, entered) },
            response_url: issueResponseUrl(core, {
              userId: person.id,
              channel,
              sourceTs: ts,
              threadTs,
            }),
          }
        : {}),
    },
    triggerFrom: { channel },
  };
}
