import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  RichTextBlockElement,
  SectionBlock,
} from '@slack/types';

// Small builders for the blocks that the app uses. Text that a person wrote goes through `escapeText` or `quote`.

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: true };
}

/** Makes a person's words harmless in mrkdwn: no mentions, links or channel calls of their making. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What a person typed, from the form in which Slack sends it; the counterpart of `escapeText`. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A character, or what `escapeText` made of one, that was cut in two. */
const BROKEN_END = /(?:[\uD800-\uDBFF]|&(?:a|am|amp|l|lt|g|gt)?)$/;

/**
 * The beginning of a text that may be longer than Slack takes, escaped already or not. `limit` counts UTF-16 units, as
 * Slack does.
 */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(BROKEN_END, '')}…`;
}

/** The first texts that fit into so many characters, each with two between it and the next. */
export function fitting(texts: readonly string[], room: number): string[] {
  const shown: string[] = [];
  let left = room;
  for (const text of texts) {
    left -= text.length + 2;
    if (left < 0) break;
    shown.push(text);
  }
  return shown;
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(clip(text, 150)) };
}

/** A paragraph of mrkdwn. */
export function section(text: string, accessory?: Button): SectionBlock {
  const block: SectionBlock = { type: 'section', text: { type: 'mrkdwn', text: clip(text, 3000) } };
  return accessory ? { ...block, accessory } : block;
}

/** Label and value pairs in two columns, ten at most. */
export function fields(pairs: readonly (readonly [label: string, value: string])[]): SectionBlock {
  return {
    type: 'section',
    fields: pairs.slice(0, 10).map(([label, value]) => ({
      type: 'mrkdwn',
      text: clip(`*${label}*\n${value}`, 2000),
    })),
  };
}

/** Small grey print. */
export function context(...texts: string[]): ContextBlock {
  return {
    type: 'context',
    elements: texts.map((text) => ({ type: 'mrkdwn', text: clip(text, 2000) })),
  };
}

export const divider: KnownBlock = { type: 'divider' };

export function actions(blockId: string, ...elements: ActionsBlock['elements']): ActionsBlock {
  return { type: 'actions', block_id: blockId, elements };
}

/** A person's own words, as a quotation that no markup in them can leave. */
export function quote(text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_quote', elements: [{ type: 'text', text: clip(text, 3000) || ' ' }] },
    ],
  };
}

/** A modal that has something to read and nothing to send. */
export function readingModal(
  { title, close }: { title: string; close: string },
  blocks: KnownBlock[],
): ModalView {
  return { type: 'modal', title: plain(title), close: plain(close), blocks };
}

export function confirmation(texts: {
  title: string;
  text: string;
  confirm: string;
  deny: string;
}): ConfirmationDialog {
  return {
    title: plain(clip(texts.title, 100)),
    text: plain(clip(texts.text, 300)),
    confirm: plain(clip(texts.confirm, 30)),
    deny: plain(clip(texts.deny, 30)),
  };
}

/** Parts of so many each, the last one shorter: for what a block or a menu holds at most. */
export function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** A choice in a menu. */
export function option(text: string, value: string, description?: string): PlainTextOption {
  const made: PlainTextOption = { text: plain(clip(text, 75)), value };
  return description ? { ...made, description: plain(clip(description, 75)) } : made;
}

/**
 * An input whose block id and action id are both `name`, so that a submission reads `values[name]` and
 * an error finds its field.
 *
 * @param extras.page sets the action id apart: Slack keeps what was entered under the same two ids when one page
 *   of a form replaces another, and what was chosen there is not chosen here
 */
export function input(
  name: string,
  label: string,
  element: WithoutActionId<InputBlock['element']>,
  extras: { hint?: string; optional?: boolean; page?: number } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plain(clip(label, 2000)),
    element: {
      ...element,
      action_id: extras.page === undefined ? name : `${name}_${extras.page}`,
    },
    optional: extras.optional ?? false,
    ...(extras.hint ? { hint: plain(clip(extras.hint, 2000)) } : {}),
  };
}

type WithoutActionId<T> = T extends unknown ? Omit<T, 'action_id'> : never;

/** People's own texts, each under its label, as quotations that no markup in them can leave. */
export function labelledTexts(
  pairs: readonly (readonly [label: string, text: string | null])[],
): KnownBlock[] {
  const elements = pairs.flatMap(([label, text]): RichTextBlockElement[] =>
    text === null
      ? []
      : [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: label, style: { bold: true } }],
          },
          { type: 'rich_text_quote', elements: [{ type: 'text', text }] },
        ],
  );
  const block: RichTextBlock = { type: 'rich_text', elements };
  return elements.length === 0 ? [] : [block];
}
