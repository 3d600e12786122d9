/** A message or view as the words a person reads, for what tests expect. */
import { isRecord } from '../model.ts';
import { type MrkdwnNode, renderMrkdwnTree } from './mrkdwn.ts';

type Block = Record<string, unknown>;

/**
 * One line for each block, field, option and row, in reading order; marks are gone, mentions stay as
 * `<@U…>`, buttons and closed menus stand in [brackets]. As in Slack, `text` is read only when
 * there are no blocks. Confirm dialogs are left out: they show only after a click.
 */
export function plainText(
  blocks: readonly unknown[] | undefined,
  text: string | undefined,
): string {
  if (blocks === undefined || blocks.length === 0) return mrkdwn(text ?? '');
  return lines(blocks.flatMap(blockLines));
}

/** The same for a whole view: title first, then the blocks, then its buttons. */
export function plainTextOfView(view: object): string {
  if (!isRecord(view)) return '';
  return lines([
    textOf(view.title),
    ...list(view.blocks).flatMap(blockLines),
    bracketed(view.submit),
    bracketed(view.close),
  ]);
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function bracketed(text: unknown): string {
  const shown = textOf(text);
  return shown === '' ? '' : `[${shown}]`;
}

/** A text object, or a bare string where Block Kit has one. */
function textOf(value: unknown): string {
  if (!isRecord(value)) return string(value);
  return value.type === 'mrkdwn' ? mrkdwn(string(value.text)) : string(value.text);
}

function mrkdwn(source: string): string {
  return nodesText(renderMrkdwnTree(source));
}

function nodesText(nodes: readonly MrkdwnNode[]): string {
  return nodes
    .map((node, index) => {
      const previous = nodes[index - 1];
      const apart = previous !== undefined && (standsApart(previous) || standsApart(node));
      return (apart ? '\n' : '') + nodeText(node);
    })
    .join('');
}

function standsApart(node: MrkdwnNode): boolean {
  return node.type === 'quote' || node.type === 'preformatted';
}

function nodeText(node: MrkdwnNode): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'preformatted':
      return node.text;
    case 'break':
      return '\n';
    case 'user':
      return `<@${node.userId}>`;
    case 'channel':
      return node.label === null ? `<#${node.channelId}>` : `#${node.label}`;
    case 'usergroup':
      return node.label ?? `<!subteam^${node.groupId}>`;
    case 'broadcast':
      return `@${node.range}`;
    case 'date':
      return node.fallback;
    case 'emoji':
      return `:${node.name}:`;
    default:
      return nodesText(node.children);
  }
}

function blockLines(block: unknown): string[] {
  if (!isRecord(block)) return [];
  switch (block.type) {
    case 'section':
      return [
        textOf(block.text),
        ...list(block.fields).map(textOf),
        ...elementLines(block.accessory),
      ];
    case 'markdown':
    case 'header':
    case 'alert':
      return [textOf(block.text)];
    case 'context':
    case 'actions':
    case 'context_actions':
      return list(block.elements).flatMap(elementLines);
    case 'input':
      return [textOf(block.label), ...elementLines(block.element), textOf(block.hint)];
    case 'rich_text':
      return list(block.elements).map(richText);
    case 'table':
    case 'data_table':
      return [string(block.caption), ...list(block.rows).map(rowText)];
    case 'data_visualization':
      return [string(block.title), ...chartLines(block.chart)];
    case 'image':
    case 'video':
      return [textOf(block.title), string(block.alt_text), textOf(block.description)];
    default:
      return groupLines(block);
  }
}

/** Cards, containers, plans and whatever else groups texts and blocks. */
function groupLines(block: Block): string[] {
  return [
    textOf(block.title) || blockLines(block.rich_text_title).join('\n'),
    textOf(block.subtitle),
    textOf(block.body),
    ...blockLines(block.details),
    ...blockLines(block.output),
    ...['elements', 'child_blocks', 'tasks'].flatMap((key) => list(block[key]).flatMap(blockLines)),
    ...list(block.actions).flatMap(elementLines),
  ];
}

function elementLines(element: unknown): string[] {
  if (!isRecord(element)) return [];
  switch (element.type) {
    case 'plain_text':
    case 'mrkdwn':
      return [textOf(element)];
    case 'image':
      return [string(element.alt_text)];
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return [bracketed(element.text)];
    case 'feedback_buttons':
      return ['positive_button', 'negative_button'].map((key) => {
        const button = element[key];
        return isRecord(button) ? bracketed(button.text) : '';
      });
    case 'radio_buttons':
    case 'checkboxes':
    case 'overflow':
      return optionLines(element.options);
    default:
      return fieldLines(element);
  }
}

/** Selects, pickers and typed inputs: what stands in them, then what they offer. */
function fieldLines(element: Block): string[] {
  const chosen = [element.initial_option, ...list(element.initial_options)]
    .map((option) => (isRecord(option) ? textOf(option.text) : ''))
    .filter((text) => text !== '');
  const initial = element.initial_value ?? element.initial_date ?? element.initial_time;
  const shown =
    chosen.join(', ') ||
    blockLines(initial).join('\n') ||
    string(initial) ||
    textOf(element.placeholder);
  const groups = list(element.option_groups).flatMap((group) =>
    isRecord(group) ? [textOf(group.label), ...optionLines(group.options)] : [],
  );
  return [shown === '' ? '' : `[${shown}]`, ...optionLines(element.options), ...groups];
}

function optionLines(options: unknown): string[] {
  return list(options).flatMap((option) =>
    isRecord(option) ? [`- ${textOf(option.text)}`, textOf(option.description)] : [],
  );
}

function rowText(row: unknown): string {
  return list(row)
    .map((cell) =>
      isRecord(cell) && cell.type === 'rich_text' ? blockLines(cell).join(' ') : textOf(cell),
    )
    .join(' | ');
}

function chartLines(chart: unknown): string[] {
  if (!isRecord(chart)) return [];
  const point = (one: unknown) =>
    isRecord(one) ? `${string(one.label)}: ${String(one.value)}` : '';
  const series = list(chart.series).map((one) =>
    isRecord(one) ? `${string(one.name)} – ${list(one.data).map(point).join(', ')}` : '',
  );
  return [...list(chart.segments).map(point), ...series];
}

function richText(part: unknown): string {
  if (!isRecord(part)) return '';
  const parts = list(part.elements);
  if (part.type === 'rich_text_list') {
    const ordered = part.style === 'ordered';
    const from = typeof part.offset === 'number' ? part.offset : 0;
    return parts
      .map((item, index) => `${ordered ? `${from + index + 1}.` : '-'} ${richText(item)}`)
      .join('\n');
  }
  return parts.map(richTextElement).join('');
}

function richTextElement(element: unknown): string {
  if (!isRecord(element)) return '';
  switch (element.type) {
    case 'user':
      return `<@${string(element.user_id)}>`;
    case 'channel':
      return `<#${string(element.channel_id)}>`;
    case 'usergroup':
      return `<!subteam^${string(element.usergroup_id)}>`;
    case 'broadcast':
      return `@${string(element.range)}`;
    case 'emoji':
      return `:${string(element.name)}:`;
    case 'date':
      return string(element.fallback);
    case 'color':
      return string(element.value);
    case 'link':
      return string(element.text) || string(element.url);
    default:
      return string(element.text);
  }
}
