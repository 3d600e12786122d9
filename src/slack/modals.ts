import type { BlockAction, ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { platformReason } from '../jobs/slack-failures.ts';
import type { Logger } from '../kernel/log.ts';

/** Opens a view, or pushes it on the modal in which a button was pressed. */
export function openOver(slack: WebClient, body: BlockAction, view: ModalView): Promise<void> {
  const call = { trigger_id: body.trigger_id, view };
  const inModal = body.view?.type === 'modal';
  return openedOnce(inModal ? slack.views.push(call) : slack.views.open(call));
}

/** Puts a view in the place of the modal in which a button was pressed; opens it where that was a message. */
export async function showHere(
  slack: WebClient,
  body: BlockAction,
  view: ModalView,
): Promise<void> {
  if (body.view?.type === 'modal') await slack.views.update({ view_id: body.view.id, view });
  else await openOver(slack, body, view);
}

/** @returns whether something lies under the modal and shows the view now; a second delivery finds it so already */
export async function showUnder(
  { slack, log }: { slack: WebClient; log: Logger },
  under: ViewOutput,
  view: ModalView,
): Promise<boolean> {
  const id = under.previous_view_id;
  if (!id) return false;
  return slack.views.update({ view_id: id, view }).then(
    () => true,
    (error: unknown) => {
      log.warn({ err: error }, 'the view under a modal was not changed');
      return false;
    },
  );
}

/** An envelope that comes twice finds its trigger exchanged: the first delivery has opened the modal. */
export async function openedOnce(call: Promise<unknown>): Promise<void> {
  await call.catch((error: unknown) => {
    if (platformReason(error) !== 'exchanged_trigger_id') throw error;
  });
}
