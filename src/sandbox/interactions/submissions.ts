/** A person submits or closes a modal. */
import { z } from 'zod';
import { ApiFailure } from '../api-failure.ts';
import { elementsOf } from '../blocks.ts';
import type { ViewStateValues } from '../client-protocol.ts';
import type { Core } from '../core.ts';
import { isModal, type ModalStoredView, type Person, type StoredView } from '../model.ts';
import { channelNameOf, viewPayload } from '../payloads.ts';
import { phrasesFor } from '../phrases.ts';
import { issueResponseUrl } from '../response-urls.ts';
import { validateViewState } from '../validation/view-state.ts';
import { readModal } from '../web-api/views.ts';
import { type ActOutcome, DONE } from './outcome.ts';
import { commonParts } from './payload-parts.ts';

const responseSchema = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
  z.object({ response_action: z.literal('clear') }),
]);

export async function submitModal(
  core: Core,
  person: Person,
  viewId: string,
  entered: ViewStateValues,
): Promise<ActOutcome> {
  const found = core.modals.find(viewId);
  if (found === null || found.userId !== person.id || !isModal(found)) {
    return { ok: false, error: 'view_not_found' };
  }
  const view = core.modals.remember(found, entered);
  if (!isModal(view)) return { ok: false, error: 'view_not_found' };
  const checked = validateViewState(view.definition, view.state, person.locale);
  if (!checked.ok) {
    core.modals.setStatus(view, { errors: checked.errors });
    return { ok: true, failure: null, submission: 'errors' };
  }
  core.modals.setStatus(view, { busy: true });
  const delivered = await core.deliver({
    type: 'interactive',
    payload: {
      type: 'view_submission',
      ...commonParts(core, person),
      trigger_id: core.triggers.issue({ userId: person.id, fromViewId: view.id }),
      view: viewPayload(core, view),
      response_urls: responseUrls(core, person, view),
    },
  });
  // The app may have updated or closed the view meanwhile: go on with what is there now.
  const now = core.modals.find(view.id);
  if (!delivered.ok) return disappointed(core, person, now);
  try {
    return obey(core, now ?? view, delivered.response);
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    return disappointed(core, person, now);
  }
}

function disappointed(core: Core, person: Person, view: StoredView | null): ActOutcome {
  const failure = phrasesFor(person.locale).modalFailed;
  if (view !== null) core.modals.setStatus(view, { failure });
  return { ok: true, failure };
}

/** Does what the app answered. @throws ApiFailure when the answer is none that Slack takes */
function obey(core: Core, view: StoredView, response: unknown): ActOutcome {
  if (isBareAck(response)) {
    core.modals.close(view);
    return { ...DONE, submission: 'closed' };
  }
  const parsed = responseSchema.safeParse(response);
  if (!parsed.success) throw new ApiFailure('invalid_response_action');
  const action = parsed.data;
  switch (action.response_action) {
    case 'errors': {
      refuseStrayErrors(view, action.errors);
      core.modals.setStatus(view, { errors: action.errors });
      return { ...DONE, submission: 'errors' };
    }
    case 'update':
      core.modals.update(view, readModal(action.view));
      return { ...DONE, submission: 'updated' };
    case 'push': {
      const definition = readModal(action.view);
      core.modals.push(view.userId, definition);
      core.modals.setStatus(view, {});
      return { ...DONE, submission: 'updated' };
    }
    case 'clear':
      core.modals.clear(view.userId);
      return { ...DONE, submission: 'closed' };
  }
}

function isBareAck(response: unknown): boolean {
  if (response === undefined || response === null || response === '') return true;
  return typeof response === 'object' && Object.keys(response).length === 0;
}

/** Errors may only stand under input blocks of this view. */
function refuseStrayErrors(view: StoredView, errors: Record<string, string>): void {
  const inputs = new Set(
    view.definition.blocks.filter((block) => block.type === 'input').map((block) => block.block_id),
  );
  const known = Object.keys(errors).every((blockId) => inputs.has(blockId));
  if (!known || Object.keys(errors).length === 0) throw new ApiFailure('invalid_errors');
}

/** One response_url for each conversation chosen in an element that asks for one. */
function responseUrls(core: Core, person: Person, view: ModalStoredView) {
  return elementsOf(view.definition.blocks).flatMap(({ blockId, actionId, element }) => {
    if (element.response_url_enabled !== true) return [];
    const state = view.state[blockId]?.[actionId] ?? {};
    const channel = state.selected_conversation ?? state.selected_channel;
    const conversation =
      typeof channel === 'string' ? core.state.conversations.get(channel) : undefined;
    if (conversation === undefined) return [];
    const response_url = issueResponseUrl(core, { userId: person.id, channel: conversation.id });
    return [
      {
        block_id: blockId,
        action_id: actionId,
        channel_id: conversation.id,
        channel_name: channelNameOf(conversation),
        response_url,
      },
    ];
  });
}

export function closeModal(core: Core, person: Person, viewId: string, clear: boolean): ActOutcome {
  const view = core.modals.find(viewId);
  // Two presses of Escape in one moment: the first has closed it.
  if (view === null) return DONE;
  if (view.userId !== person.id || !isModal(view)) return { ok: false, error: 'view_not_found' };
  const clears = clear || view.definition.clear_on_close === true;
  const closing = clears ? core.modals.stackOf(person.id).filter(isModal).reverse() : [view];
  if (clears) core.modals.clear(person.id);
  else core.modals.close(view);
  for (const closed of closing) {
    if (closed.definition.notify_on_close !== true) continue;
    // Nobody waits for the app here: the view is closed whatever it says.
    void core.deliver({
      type: 'interactive',
      payload: {
        type: 'view_closed',
        ...commonParts(core, person),
        view: viewPayload(core, closed),
        is_cleared: clears,
      },
    });
  }
  return DONE;
}
