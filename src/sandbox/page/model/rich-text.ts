/**
 * Plain editing of rich text: paragraphs and list lines ("- ", "1. ") are kept; marks inside a
 * text that the app supplied are lost once the person edits it.
 */

interface TextElement {
  type: 'text';
  text: string;
}
interface Section {
  type: 'rich_text_section';
  elements: TextElement[];
}
interface List {
  type: 'rich_text_list';
  style: 'bullet' | 'ordered';
  indent: number;
  border: number;
  elements: Section[];
}

/** The value of a rich_text_input, as Slack sends it. */
export interface RichTextValue {
  type: 'rich_text';
  elements: (Section | List)[];
}

const LIST_LINE = /^(?:([-•*])|\d{1,3}[.)])\s+(.+)$/;

/** Null for an empty text: Slack's state then has no value. */
export function richTextOfPlain(text: string): RichTextValue | null {
  if (text.trim() === '') return null;
  const elements: (Section | List)[] = [];
  let running: string[] = [];
  const endRun = (): void => {
    if (running.length > 0) elements.push(section(running.join('\n')));
    running = [];
  };
  for (const line of text.split('\n')) {
    const match = LIST_LINE.exec(line);
    if (match === null) {
      running.push(line);
      continue;
    }
    endRun();
    const style = match[1] === undefined ? 'ordered' : 'bullet';
    const last = elements[elements.length - 1];
    const entry = section(match[2] ?? '');
    if (last?.type === 'rich_text_list' && last.style === style) last.elements.push(entry);
    else elements.push({ type: 'rich_text_list', style, indent: 0, border: 0, elements: [entry] });
  }
  endRun();
  return { type: 'rich_text', elements };
}

function section(text: string): Section {
  return { type: 'rich_text_section', elements: [{ type: 'text', text }] };
}

/** What stands in the box for a rich text value. */
export function plainOfRichText(value: unknown): string {
  return partsOf(value)
    .map((part) => {
      if (part.type !== 'rich_text_list') return textOfPart(part);
      return partsOf(part)
        .map(
          (entry, index) =>
            `${part.style === 'ordered' ? `${index + 1}.` : '-'} ${textOfPart(entry)}`,
        )
        .join('\n');
    })
    .join('\n');
}

function partsOf(holder: unknown): Record<string, unknown>[] {
  if (typeof holder !== 'object' || holder === null || !('elements' in holder)) return [];
  return Array.isArray(holder.elements) ? holder.elements : [];
}

function textOfPart(part: unknown): string {
  return partsOf(part)
    .map((element) => {
      const shown = element.text ?? element.url ?? element.user_id ?? element.channel_id;
      if (typeof shown === 'string') return shown;
      return typeof element.name === 'string' ? `:${element.name}:` : '';
    })
    .join('');
}
