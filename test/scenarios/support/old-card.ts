import { randomUUID } from 'node:crypto';
import { pressablesIn } from '../../../src/sandbox/driver/finding.ts';
import { normal, Reading } from '../../../src/sandbox/driver/reading.ts';
import type { Actor } from '../../../src/sandbox/driver.ts';
import { completeAction } from '../../../src/sandbox/interactions/action.ts';
import {
  actionTs,
  channelPart,
  commonParts,
} from '../../../src/sandbox/interactions/payload-parts.ts';
import { messagePayload, viewPayload } from '../../../src/sandbox/payloads.ts';
import { issueResponseUrl } from '../../../src/sandbox/response-urls.ts';
import type { World } from '../../support/world.ts';

/** A message as it stood when it was kept; its buttons are pressed as they were then. */
export interface OldCard {
  presses(label: string): Promise<void>;
}

/**
 * Keeps the newest message with these words as the person sees it now. A client that has not heard of
 * a redrawing yet still shows the old buttons, and Slack delivers their presses.
 */
export function keepsCard(world: World, person: Actor, words: string): OldCard {
  const { core } = world.workspace;
  const reading = new Reading(world.workspace, person.person);
  const shown = reading
    .newestMessages()
    .find((message) => normal(reading.messageText(message)).includes(normal(words)));
  const kept = shown && core.state.message(shown.channel, shown.ts);
  if (!kept) throw new Error(`${person.person.name} sees no card with "${words}"`);
  const { channel, ts, blocks } = kept;
  return {
    async presses(label) {
      const found = pressablesIn(blocks).find(({ text }) => text === normal(label));
      if (!found) throw new Error(`the card has no button "${label}"`);
      const { located } = found;
      const { element, actionId, blockId } = located;
      const pressed = { type: element.type, action_id: actionId, block_id: blockId };
      const userId = person.id;
      await deliver(world, {
        type: 'block_actions',
        ...commonParts(core, person.person),
        container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
        channel: channelPart(world.workspace.conversation(channel)),
        message: messagePayload(core, kept),
        state: { values: {} },
        response_url: issueResponseUrl(core, { userId, channel, sourceTs: ts, threadTs: null }),
        trigger_id: core.triggers.issue({ userId, channel }),
        actions: [completeAction(located, pressed, actionTs(core))],
      });
    },
  };
}

/**
 * Submits the person's top modal with a field's value that its element does not offer, as only a forged
 * request can. @returns what the app answered
 */
export async function submitsForged(
  world: World,
  person: Actor,
  field: { block: string; state: Record<string, unknown> },
): Promise<unknown> {
  const { core } = world.workspace;
  const top = core.modals.stackOf(person.id).at(-1);
  if (!top) throw new Error(`${person.person.name} has no modal open`);
  const state = { ...top.state, [field.block]: { [field.block]: field.state } };
  return deliver(world, {
    type: 'view_submission',
    ...commonParts(core, person.person),
    trigger_id: core.triggers.issue({ userId: person.id, fromViewId: top.id }),
    view: viewPayload(core, { ...top, state }),
    response_urls: [],
  });
}

/** Presses a button that nobody was shown, as only a forged request can. */
export async function pressesForged(
  world: World,
  person: Actor,
  button: { actionId: string; value: unknown },
): Promise<void> {
  const { core } = world.workspace;
  const userId = person.id;
  const conversation = person.conversation();
  const channel = conversation.id;
  await deliver(world, {
    type: 'block_actions',
    ...commonParts(core, person.person),
    container: { type: 'message', message_ts: '1.0', channel_id: channel, is_ephemeral: false },
    channel: channelPart(conversation),
    state: { values: {} },
    response_url: issueResponseUrl(core, { userId, channel }),
    trigger_id: core.triggers.issue({ userId, channel }),
    actions: [
      {
        type: 'button',
        action_id: button.actionId,
        block_id: randomUUID(),
        value: JSON.stringify(button.value),
        action_ts: actionTs(core),
      },
    ],
  });
}

async function deliver(world: World, payload: Record<string, unknown>): Promise<unknown> {
  const delivered = await world.workspace.core.deliver({ type: 'interactive', payload });
  if (!delivered.ok) throw new Error(`the app did not answer: ${delivered.reason}`);
  return delivered.response;
}
