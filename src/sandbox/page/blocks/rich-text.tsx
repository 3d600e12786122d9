import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { ComponentChild, VNode } from 'preact';
import { emojiFor, withEmoji } from '../model/emoji.ts';
import { ChannelMention, SafeLink, SlackDate, UserMention } from './text.tsx';

type RichTextPart = RichTextBlock['elements'][number];

export function RichText({ block }: { block: Pick<RichTextBlock, 'elements'> }): VNode {
  return <div class="rich-text">{orderedStarts(block.elements).map(drawPart)}</div>;
}

interface StartedPart {
  part: RichTextPart;
  /** Number of a list's first entry: an indented list in between does not restart the count. */
  start: number;
}

function orderedStarts(parts: readonly RichTextPart[]): StartedPart[] {
  const counts = new Map<number, number>();
  return parts.map((part) => {
    if (part.type !== 'rich_text_list') {
      counts.clear();
      return { part, start: 1 };
    }
    const indent = part.indent ?? 0;
    for (const deeper of [...counts.keys()]) if (deeper > indent) counts.delete(deeper);
    const start = (counts.get(indent) ?? 0) + 1;
    counts.set(indent, start - 1 + part.elements.length);
    return { part, start };
  });
}

function drawPart({ part, start }: StartedPart): ComponentChild {
  switch (part.type) {
    case 'rich_text_section':
      return <div class="rich-text-section">{part.elements.map(drawElement)}</div>;
    case 'rich_text_quote':
      return <blockquote>{part.elements.map(drawElement)}</blockquote>;
    case 'rich_text_preformatted':
      return <pre>{part.elements.map(drawElement)}</pre>;
    case 'rich_text_list': {
      const entries = part.elements.map((entry) => (
        <li key={entry}>{entry.elements.map(drawElement)}</li>
      ));
      const indent = `indent-${Math.min(part.indent ?? 0, 8)}`;
      return part.style === 'ordered' ? (
        <ol class={indent} start={start}>
          {entries}
        </ol>
      ) : (
        <ul class={indent}>{entries}</ul>
      );
    }
  }
}

function drawElement(element: RichTextElement): ComponentChild {
  return styled(element, plainElement(element));
}

function plainElement(element: RichTextElement): ComponentChild {
  switch (element.type) {
    case 'text':
      return <span class="keep-lines">{element.text}</span>;
    case 'link':
      return <SafeLink url={element.url}>{element.text ?? element.url}</SafeLink>;
    case 'user':
      return <UserMention id={element.user_id} />;
    case 'channel':
      return <ChannelMention id={element.channel_id} />;
    case 'usergroup':
      return <span class="mention">@{element.usergroup_id}</span>;
    case 'team':
      return <span class="mention">@{element.team_id}</span>;
    case 'broadcast':
      return <span class="mention">@{element.range}</span>;
    case 'emoji':
      return element.unicode ? fromCodePoints(element.unicode) : emojiFor(element.name);
    case 'date':
      return (
        <SlackDate
          ts={element.timestamp}
          format={element.format}
          url={element.url}
          fallback={element.fallback}
        />
      );
    case 'color':
      return <code>{withEmoji(element.value)}</code>;
  }
}

/** "1f3c6" or "1f1fb-1f1f3" as Slack writes an emoji's characters. */
function fromCodePoints(hex: string): string {
  const points = hex.split('-').map((each) => Number.parseInt(each, 16));
  const valid = points.every((point) => point >= 0 && point <= 0x10ffff);
  return valid ? String.fromCodePoint(...points) : hex;
}

function styled(element: RichTextElement, drawn: ComponentChild): ComponentChild {
  const style = element.style;
  if (style === undefined) return drawn;
  let result = drawn;
  if (style.code) result = <code>{result}</code>;
  if (style.underline) result = <u>{result}</u>;
  if (style.strike) result = <s>{result}</s>;
  if (style.italic) result = <em>{result}</em>;
  if (style.bold) result = <strong>{result}</strong>;
  return result;
}
