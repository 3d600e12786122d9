/** The places of a person's screen that hold elements to press, the front-most first. */
import type { ClientMessage } from '../client-protocol.ts';
import type { Person } from '../model.ts';
import type { Workspace } from '../workspace.ts';
import { normal, type Reading } from './reading.ts';

export type Place =
  | { in: 'modal'; viewId: string; blocks: readonly unknown[] }
  | { in: 'message'; message: ClientMessage; blocks: readonly unknown[] }
  | { in: 'home'; blocks: readonly unknown[] };

/** @param within `modal`, `home`, a conversation ("#chung"), or words of the message meant */
export function placesOf(
  workspace: Workspace,
  person: Person,
  reading: Reading,
  within: string | undefined,
): Place[] {
  const places: Place[] = [];
  const modal = reading.topModal();
  if (modal !== null && (within === undefined || within === 'modal')) {
    places.push({ in: 'modal', viewId: modal.id, blocks: modal.view.blocks });
  }
  if (within !== 'modal' && within !== 'home') {
    const wanted = messageFilter(workspace, reading, within);
    for (const message of reading.newestMessages()) {
      if (wanted(message)) places.push({ in: 'message', message, blocks: message.blocks });
    }
  }
  const home = workspace.core.state.homes.get(person.id);
  if (home !== undefined && (within === undefined || within === 'home')) {
    places.push({ in: 'home', blocks: home.definition.blocks });
  }
  return places;
}

function messageFilter(
  workspace: Workspace,
  reading: Reading,
  within: string | undefined,
): (message: ClientMessage) => boolean {
  if (within === undefined) return () => true;
  const { state } = workspace.core;
  const channel = state.conversations.get(within) ?? state.channelByName(within);
  if (channel !== null && channel !== undefined) {
    return (message) => message.channel === channel.id;
  }
  const fragment = normal(within);
  return (message) => normal(reading.messageText(message)).includes(fragment);
}
