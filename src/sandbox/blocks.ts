/** Reading and completing Block Kit blocks: ids, interactive elements, their state. */
import type { KnownBlock } from '@slack/types';
import type { ViewStateValues } from './client-protocol.ts';
import { randomWord } from './ids.ts';
import { isRecord } from './model.ts';

export type Element = Record<string, unknown> & { type: string };

export interface LocatedElement {
  blockId: string;
  actionId: string;
  blockType: string;
  element: Element;
  block: Record<string, unknown>;
}

/** Every block gets an id, as Slack gives one to blocks that come without. */
export function withBlockIds(blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.map((block) => ({ ...block, block_id: block.block_id ?? randomWord(5) }));
}

/** Interactive elements in the order in which a person meets them. */
export function elementsOf(blocks: readonly unknown[]): LocatedElement[] {
  const found: LocatedElement[] = [];
  for (const block of blocks) {
    if (!isRecord(block)) continue;
    const inside = [block.accessory, block.element];
    if (Array.isArray(block.elements)) inside.push(...block.elements);
    for (const element of inside) {
      if (!isElement(element) || typeof element.action_id !== 'string') continue;
      found.push({
        blockId: String(block.block_id ?? ''),
        actionId: element.action_id,
        blockType: String(block.type),
        element,
        block,
      });
    }
  }
  return found;
}

function isElement(value: unknown): value is Element {
  return isRecord(value) && typeof value.type === 'string';
}

export function findElement(
  blocks: readonly unknown[],
  blockId: string,
  actionId: string,
): LocatedElement | null {
  return (
    elementsOf(blocks).find((one) => one.blockId === blockId && one.actionId === actionId) ?? null
  );
}

/** Options of a select, flat, whether grouped or not. */
export function optionsOf(element: Element): Record<string, unknown>[] {
  const flat = Array.isArray(element.options) ? element.options : [];
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const grouped = groups.flatMap((group) =>
    isRecord(group) && Array.isArray(group.options) ? group.options : [],
  );
  return [...flat, ...grouped].filter(isRecord);
}

/** Which field of an element's state holds the choice, and where its initial value comes from. */
const STATE_FIELDS: Record<string, { field: string; initial: string; empty: unknown }> = {
  plain_text_input: { field: 'value', initial: 'initial_value', empty: null },
  email_text_input: { field: 'value', initial: 'initial_value', empty: null },
  url_text_input: { field: 'value', initial: 'initial_value', empty: null },
  number_input: { field: 'value', initial: 'initial_value', empty: null },
  rich_text_input: { field: 'rich_text_value', initial: 'initial_value', empty: null },
  static_select: { field: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { field: 'selected_option', initial: 'initial_option', empty: null },
  users_select: { field: 'selected_user', initial: 'initial_user', empty: null },
  conversations_select: {
    field: 'selected_conversation',
    initial: 'initial_conversation',
    empty: null,
  },
  channels_select: { field: 'selected_channel', initial: 'initial_channel', empty: null },
  multi_static_select: { field: 'selected_options', initial: 'initial_options', empty: [] },
  multi_external_select: { field: 'selected_options', initial: 'initial_options', empty: [] },
  multi_users_select: { field: 'selected_users', initial: 'initial_users', empty: [] },
  multi_conversations_select: {
    field: 'selected_conversations',
    initial: 'initial_conversations',
    empty: [],
  },
  multi_channels_select: { field: 'selected_channels', initial: 'initial_channels', empty: [] },
  checkboxes: { field: 'selected_options', initial: 'initial_options', empty: [] },
  radio_buttons: { field: 'selected_option', initial: 'initial_option', empty: null },
  datepicker: { field: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { field: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { field: 'selected_date_time', initial: 'initial_date_time', empty: null },
  file_input: { field: 'files', initial: 'initial_files', empty: [] },
};

export function stateFieldOf(elementType: string): string | null {
  return STATE_FIELDS[elementType]?.field ?? null;
}

/** What `state.values` holds before the person touches anything. */
export function initialState(blocks: readonly unknown[]): ViewStateValues {
  const values: ViewStateValues = {};
  for (const { blockId, actionId, element } of elementsOf(blocks)) {
    const known = STATE_FIELDS[element.type];
    if (known === undefined) continue;
    const block = values[blockId] ?? {};
    values[blockId] = block;
    block[actionId] = {
      type: element.type,
      [known.field]: element[known.initial] ?? known.empty,
    };
  }
  return values;
}

/** The state of `blocks`: what the person had entered where the ids are the same, else initial. */
export function carriedState(
  blocks: readonly unknown[],
  entered: ViewStateValues,
): ViewStateValues {
  const values = initialState(blocks);
  for (const [blockId, actions] of Object.entries(values)) {
    for (const [actionId, state] of Object.entries(actions)) {
      const before = entered[blockId]?.[actionId];
      if (before !== undefined && before.type === state.type) actions[actionId] = before;
    }
  }
  return values;
}
