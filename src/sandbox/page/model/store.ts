import type {
  ClientChange,
  ClientConversation,
  ClientMessage,
  ClientSnapshot,
} from '../../client-protocol.ts';

/** Where a click happened: a message, an open view, or the app's Home. */
export type Place = `message:${string}:${string}` | `modal:${string}` | 'home';

/** One click that the app has not yet answered. */
export interface WaitingAct {
  place: Place;
  /** block_id, action_id and value of what was pressed, joined: only that button waits. */
  pressed: string;
}

/** All that the page knows; replaced, never changed in place. */
export interface ClientState {
  snapshot: ClientSnapshot;
  waiting: Readonly<Record<string, WaitingAct>>;
  /** The last failed click of each place, in the server's words. */
  failures: Readonly<Partial<Record<Place, string>>>;
}

export type StateEvent =
  | { type: 'loaded'; snapshot: ClientSnapshot }
  | { type: 'changed'; change: ClientChange }
  | { type: 'pressed'; actId: string; waiting: WaitingAct }
  | { type: 'settled'; actId: string; failure: string | null }
  | { type: 'failure_dismissed'; place: Place };

/** A fresh snapshot forgets clicks in flight: their answers may have passed while offline. */
function loadedState(snapshot: ClientSnapshot): ClientState {
  return { snapshot, waiting: {}, failures: {} };
}

export function nextState(state: ClientState | null, event: StateEvent): ClientState | null {
  if (event.type === 'loaded') return loadedState(event.snapshot);
  if (state === null) return null;
  switch (event.type) {
    case 'changed':
      return event.change.type === 'action_settled'
        ? settle(state, event.change.actId, event.change.failure)
        : { ...state, snapshot: applyChange(state.snapshot, event.change) };
    case 'pressed': {
      const failures = { ...state.failures };
      delete failures[event.waiting.place];
      return { ...state, failures, waiting: { ...state.waiting, [event.actId]: event.waiting } };
    }
    case 'settled':
      return settle(state, event.actId, event.failure);
    case 'failure_dismissed': {
      const failures = { ...state.failures };
      delete failures[event.place];
      return { ...state, failures };
    }
  }
}

function settle(state: ClientState, actId: string, failure: string | null): ClientState {
  const act = state.waiting[actId];
  if (act === undefined) return state;
  const waiting = { ...state.waiting };
  delete waiting[actId];
  const failures = failure === null ? state.failures : { ...state.failures, [act.place]: failure };
  return { ...state, waiting, failures };
}

/** Applies one change of the workspace. Applying the same change twice gives the same snapshot. */
function applyChange(snapshot: ClientSnapshot, change: ClientChange): ClientSnapshot {
  switch (change.type) {
    case 'message':
    case 'message_changed':
      return withConversation(snapshot, change.message.channel, (conversation) => ({
        ...conversation,
        messages: placeMessage(conversation.messages, change.message),
      }));
    case 'message_deleted':
      return withConversation(snapshot, change.channel, (conversation) => ({
        ...conversation,
        messages: conversation.messages.filter((message) => message.ts !== change.ts),
      }));
    case 'conversation': {
      const known = snapshot.conversations.find(({ id }) => id === change.conversation.id);
      const conversation = { ...change.conversation, messages: known?.messages ?? [] };
      const conversations =
        known === undefined
          ? [...snapshot.conversations, conversation]
          : snapshot.conversations.map((each) => (each === known ? conversation : each));
      return { ...snapshot, conversations };
    }
    case 'unread':
      return withConversation(snapshot, change.channel, (conversation) => ({
        ...conversation,
        unread: change.unread,
      }));
    case 'home':
      return { ...snapshot, home: change.view };
    case 'clock':
      return { ...snapshot, clockAheadMs: change.aheadMs };
    case 'modals':
      return { ...snapshot, modals: change.modals };
    case 'action_settled':
      return snapshot;
  }
}

function withConversation(
  snapshot: ClientSnapshot,
  id: string,
  change: (conversation: ClientConversation) => ClientConversation,
): ClientSnapshot {
  return {
    ...snapshot,
    conversations: snapshot.conversations.map((each) => (each.id === id ? change(each) : each)),
  };
}

/** Puts a message at its place in time, over an earlier version of itself. */
function placeMessage(messages: readonly ClientMessage[], message: ClientMessage): ClientMessage[] {
  const others = messages.filter(({ ts }) => ts !== message.ts);
  let at = others.length;
  while (at > 0 && Number(others[at - 1]?.ts) > Number(message.ts)) at -= 1;
  return [...others.slice(0, at), message, ...others.slice(at)];
}

/** The name of what was pressed, so that only that one button shows that it waits. */
export function pressedKey(blockId: string, actionId: string, value: unknown): string {
  return JSON.stringify([blockId, actionId, value ?? null]);
}

export function isWaiting(state: ClientState, place: Place, pressed: string): boolean {
  return Object.values(state.waiting).some((act) => act.place === place && act.pressed === pressed);
}
