import type { ConfirmationDialog } from '@slack/types';
import type { ClickedAction } from '../../client-protocol.ts';
import { usePage, useSurface } from '../context.ts';
import { changeAction, type ElementState, type PlacedElement, withElement } from '../model/form.ts';
import { isWaiting, pressedKey } from '../model/store.ts';
import { useConfirm } from '../ui/confirm-dialog.tsx';

/** How an element sits in its block. */
export interface Placement {
  placed: PlacedElement;
  /** Whether a change calls the app: always outside of input blocks, on request inside. */
  dispatches: boolean;
  /** What names the element aloud: the input's label, or the section's text. */
  label: string;
  id?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
}

export interface ElementHandle {
  state: ElementState;
  /** Stores the new state and, where the element dispatches, sends the action after a confirm. */
  change: (state: ElementState) => void;
  /** Stores without calling the app, for text that is still being typed. */
  store: (state: ElementState) => void;
  send: (action: ClickedAction, confirm: ConfirmationDialog | undefined) => void;
  waiting: (value: unknown) => boolean;
}

/** Connects an element to the form that it stands in and to the app behind it. */
export function useElement({ placed, dispatches }: Placement): ElementHandle {
  const page = usePage();
  const surface = useSurface();
  const confirmed = useConfirm();
  const { blockId, actionId, element } = placed;
  const { type } = element;
  const state = surface.values[blockId]?.[actionId] ?? { type };

  const store = (next: ElementState): void => {
    surface.setValues(withElement(surface.values, blockId, actionId, { type, ...next }));
  };
  return {
    state,
    store,
    change: (next) => {
      const full = { type, ...next };
      const values = withElement(surface.values, blockId, actionId, full);
      if (!dispatches) {
        surface.setValues(values);
        return;
      }
      confirmed(confirmOf(element), () => {
        surface.setValues(values);
        page.click(surface.place, changeAction(placed, full), values);
      });
    },
    send: (action, confirm) => {
      confirmed(confirm, () => page.click(surface.place, action, surface.values));
    },
    waiting: (value) => isWaiting(page.state, surface.place, pressedKey(blockId, actionId, value)),
  };
}

export function confirmOf(element: object): ConfirmationDialog | undefined {
  if (!('confirm' in element) || !isConfirm(element.confirm)) return undefined;
  return element.confirm;
}

function isConfirm(confirm: unknown): confirm is ConfirmationDialog {
  return typeof confirm === 'object' && confirm !== null && 'text' in confirm;
}
