import type { AnyBlock, KnownBlock } from '@slack/types';
import type { ClickedAction, ViewStateValues } from '../../client-protocol.ts';

/** What Slack keeps for one element in `state.values`: `{type, value | selected_option | …}`. */
export type ElementState = Record<string, unknown>;

/** An element of a block as the form reads it: its type and id, the rest by name. */
export type FormElement = { type: string; action_id?: string | undefined } & Record<
  string,
  unknown
>;

export interface PlacedElement {
  blockId: string;
  actionId: string;
  element: FormElement;
}

/** A view's blocks, typed: the server refuses blocks of other types, and the page names them. */
export function knownBlocks(blocks: readonly AnyBlock[]): KnownBlock[] {
  return blocks.filter((block): block is KnownBlock => typeof block.type === 'string');
}

/** Slack names every block and action; where the server left one out, its position serves. */
export function blockIdOf(block: { block_id?: string | undefined }, index: number): string {
  return block.block_id ?? `block-${index}`;
}

export function actionIdOf(element: { action_id?: string | undefined }, index = 0): string {
  return element.action_id ?? `action-${index}`;
}

/**
 * The state of an element before anybody touches it, or null for elements without state
 * (buttons, overflow menus, pictures).
 */
function initialElementState(element: FormElement): ElementState | null {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: element.initial_value ?? null };
    case 'rich_text_input':
      return { type, rich_text_value: element.initial_value ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'file_input':
      return { type, files: [] };
    default:
      return null;
  }
}

/** Every element that can be pressed or filled in, with the ids it answers under. */
function elementsOf(blocks: readonly KnownBlock[]): PlacedElement[] {
  const placed: PlacedElement[] = [];
  blocks.forEach((block, index) => {
    const blockId = blockIdOf(block, index);
    const add = (element: object | undefined, position = 0): void => {
      if (element === undefined || !('type' in element) || typeof element.type !== 'string') return;
      const read: FormElement = { ...element, type: element.type };
      placed.push({ blockId, actionId: actionIdOf(read, position), element: read });
    };
    if (block.type === 'input') add(block.element);
    else if (block.type === 'section') add(block.accessory);
    else if (block.type === 'actions') block.elements.forEach(add);
    else if (block.type === 'container') placed.push(...elementsOf(block.child_blocks));
  });
  return placed;
}

/**
 * The form's state for these blocks. What the person already entered is kept where block_id,
 * action_id and type stayed the same, as Slack does when a view is updated; the rest starts at
 * its initial value, and what is no longer shown is dropped.
 */
export function formState(
  blocks: readonly KnownBlock[],
  entered: ViewStateValues = {},
): ViewStateValues {
  const state: ViewStateValues = {};
  for (const { blockId, actionId, element } of elementsOf(blocks)) {
    const initial = initialElementState(element);
    if (initial === null) continue;
    const kept = entered[blockId]?.[actionId];
    const block = state[blockId] ?? {};
    block[actionId] = kept !== undefined && kept.type === element.type ? kept : initial;
    state[blockId] = block;
  }
  return state;
}

export function withElement(
  state: ViewStateValues,
  blockId: string,
  actionId: string,
  value: ElementState,
): ViewStateValues {
  return { ...state, [blockId]: { ...state[blockId], [actionId]: value } };
}

/** Which of an element's own fields Slack repeats in the action it sends. */
const REPEATED = [
  'initial_option',
  'initial_options',
  'initial_user',
  'initial_users',
  'initial_conversation',
  'initial_conversations',
  'initial_channel',
  'initial_channels',
  'initial_date',
  'initial_time',
  'initial_date_time',
  'placeholder',
  'timezone',
] as const;

/** The action of an element with state (select, date, checkboxes, dispatching input …). */
export function changeAction(placed: PlacedElement, state: ElementState): ClickedAction {
  const action: ClickedAction = {
    type: placed.element.type,
    action_id: placed.actionId,
    block_id: placed.blockId,
  };
  for (const key of REPEATED) {
    if (placed.element[key] !== undefined) action[key] = placed.element[key];
  }
  return { ...action, ...state };
}

/** The action of a pressed button. Slack leaves `value` and `style` out where there is none. */
export function buttonAction(placed: PlacedElement): ClickedAction {
  const { element } = placed;
  const action: ClickedAction = {
    type: element.type,
    action_id: placed.actionId,
    block_id: placed.blockId,
    text: element.text,
  };
  if (element.value !== undefined) action.value = element.value;
  if (element.style !== undefined) action.style = element.style;
  return action;
}

/** The action of an entry chosen in an overflow menu. */
export function overflowAction(placed: PlacedElement, option: unknown): ClickedAction {
  return {
    type: 'overflow',
    action_id: placed.actionId,
    block_id: placed.blockId,
    selected_option: option,
  };
}

/** When a dispatching text input calls the app; Slack's default is the Enter key alone. */
export function dispatchesOn(
  element: FormElement,
  moment: 'on_enter_pressed' | 'on_character_entered',
): boolean {
  const config = element.dispatch_action_config;
  if (typeof config === 'object' && config !== null && 'trigger_actions_on' in config) {
    const on = config.trigger_actions_on;
    return Array.isArray(on) && on.includes(moment);
  }
  return moment === 'on_enter_pressed';
}
