import { useCallback, useEffect, useReducer, useState } from 'preact/hooks';
import type {
  ClickedAction,
  ClientAct,
  ClientActResult,
  ViewStateValues,
} from '../client-protocol.ts';
import { follow, sendAct } from './model/connection.ts';
import { type ClientState, nextState, type Place, pressedKey } from './model/store.ts';
import type { Words } from './words.ts';

export interface WorkspaceConnection {
  state: ClientState;
  /** False while the server is away; the page then shows the last that it knew. */
  live: boolean;
  act: (act: ClientAct) => Promise<ClientActResult | null>;
  click: (place: Place, action: ClickedAction, state: ViewStateValues) => void;
  dismissFailure: (place: Place) => void;
}

let actNumber = 0;

/** Follows the workspace as one person; null until the first snapshot. */
export function useWorkspace(as: string, words: Words): WorkspaceConnection | null {
  const [state, dispatch] = useReducer(nextState, null);
  const [live, setLive] = useState(true);

  useEffect(
    () =>
      follow(as, {
        onSnapshot: (snapshot) => dispatch({ type: 'loaded', snapshot }),
        onChange: (change) => dispatch({ type: 'changed', change }),
        onConnection: setLive,
      }),
    [as],
  );

  const act = useCallback(
    async (each: ClientAct): Promise<ClientActResult | null> => {
      try {
        return await sendAct(as, each);
      } catch {
        // The caller tells the person that the act was lost; the stream reconnects by itself.
        return null;
      }
    },
    [as],
  );

  const click = useCallback(
    async (place: Place, action: ClickedAction, values: ViewStateValues): Promise<void> => {
      actNumber += 1;
      const actId = `${Date.now().toString(36)}-${actNumber}`;
      const pressed = pressedKey(action.block_id, action.action_id, action.value);
      dispatch({ type: 'pressed', actId, waiting: { place, pressed } });
      const result = await act(clickAct(place, action, values, actId));
      if (result?.ok === true) return;
      const failure = result === null ? words.actionLost : words.answerFailed(result.error);
      dispatch({ type: 'settled', actId, failure });
    },
    [act, words],
  );
  const dismissFailure = useCallback(
    (place: Place) => dispatch({ type: 'failure_dismissed', place }),
    [],
  );

  if (state === null || state.snapshot.me.id !== as) return null;
  return { state, live, act, click, dismissFailure };
}

function clickAct(
  place: Place,
  action: ClickedAction,
  state: ViewStateValues,
  actId: string,
): ClientAct {
  const shared = { type: 'click', action, state, actId } as const;
  const [kind, first = '', ts = ''] = place.split(':');
  if (kind === 'message') return { ...shared, in: 'message', channel: first, ts };
  return kind === 'modal' ? { ...shared, in: 'modal', viewId: first } : { ...shared, in: 'home' };
}
