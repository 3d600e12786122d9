/** Completes a clicked action from the element as the app sent it, as Slack's servers do. */
import { ApiFailure } from '../api-failure.ts';
import { type Element, type LocatedElement, optionsOf, stateFieldOf } from '../blocks.ts';
import type { ClickedAction } from '../client-protocol.ts';
import { isRecord } from '../model.ts';

const STATIC_CHOICES = new Set([
  'static_select',
  'multi_static_select',
  'radio_buttons',
  'checkboxes',
  'overflow',
]);

/**
 * @throws ApiFailure action_type_mismatch, option_not_found: a page cannot send a choice that the
 * app did not offer.
 */
export function completeAction(
  located: LocatedElement,
  clicked: ClickedAction,
  actionTs: string,
): Record<string, unknown> {
  const { element, blockId, actionId } = located;
  if (clicked.type !== element.type) throw new ApiFailure('action_type_mismatch');
  const base = { type: element.type, action_id: actionId, block_id: blockId, action_ts: actionTs };
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return { ...base, ...pick(element, ['text', 'value', 'style', 'url']) };
    case 'overflow':
      return { ...base, selected_option: offered(element, clicked.selected_option) };
    default: {
      const field = stateFieldOf(element.type);
      if (field === null) return { ...base, ...pick(clicked, ['value']) };
      return {
        ...base,
        [field]: choiceOf(element, clicked[field]),
        ...pick(element, ['placeholder', 'confirm']),
        ...initialOf(element),
      };
    }
  }
}

function choiceOf(element: Element, choice: unknown): unknown {
  if (!STATIC_CHOICES.has(element.type)) return choice ?? null;
  if (Array.isArray(choice)) return choice.map((one) => offered(element, one));
  return choice === null || choice === undefined ? null : offered(element, choice);
}

/** The option as the app defined it, found by its value. */
function offered(element: Element, choice: unknown): Record<string, unknown> {
  const value = isRecord(choice) ? choice.value : undefined;
  const option = optionsOf(element).find((one) => one.value === value);
  if (option === undefined) throw new ApiFailure('option_not_found');
  return option;
}

function pick(from: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const key of keys) if (from[key] !== undefined) picked[key] = from[key];
  return picked;
}

function initialOf(element: Element): Record<string, unknown> {
  const initial = Object.keys(element).filter((key) => key.startsWith('initial_'));
  return pick(element, initial);
}
