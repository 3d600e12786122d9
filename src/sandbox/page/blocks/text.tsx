import type { ComponentChild, ComponentChildren, VNode } from 'preact';
import { formatSlackDate, type MrkdwnNode, renderMrkdwnTree } from '../../validation/mrkdwn.ts';
import { type Page, usePage } from '../context.ts';
import { emojiFor, withEmoji } from '../model/emoji.ts';
import { safeUrl } from '../model/safe-url.ts';

/** A text object of Block Kit. Options built by the app may leave the type to us: plain then. */
export interface AnyText {
  type: string;
  text: string;
}

export function Text({ text }: { text: AnyText }): ComponentChild {
  return text.type === 'mrkdwn' ? <Mrkdwn text={text.text} /> : withEmoji(text.text);
}

export function Mrkdwn({ text }: { text: string }): VNode {
  const page = usePage();
  return <>{drawNodes(renderMrkdwnTree(text), page)}</>;
}

function drawNodes(nodes: readonly MrkdwnNode[], page: Page): ComponentChild[] {
  return nodes.map((node) => drawNode(node, page));
}

function drawNode(node: MrkdwnNode, page: Page): ComponentChild {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'break':
      return <br />;
    case 'bold':
      return <strong>{drawNodes(node.children, page)}</strong>;
    case 'italic':
      return <em>{drawNodes(node.children, page)}</em>;
    case 'strike':
      return <s>{drawNodes(node.children, page)}</s>;
    case 'quote':
      return <blockquote>{drawNodes(node.children, page)}</blockquote>;
    case 'code':
      return <code>{node.text}</code>;
    case 'preformatted':
      return <pre>{node.text}</pre>;
    case 'user':
      return <UserMention id={node.userId} label={node.label} />;
    case 'channel':
      return <ChannelMention id={node.channelId} label={node.label} />;
    case 'usergroup':
      return <span class="mention">@{node.label ?? node.groupId}</span>;
    case 'broadcast':
      return <span class="mention">@{node.range}</span>;
    case 'date':
      return (
        <SlackDate ts={node.ts} format={node.format} url={node.url} fallback={node.fallback} />
      );
    case 'link':
      return <SafeLink url={node.url}>{drawNodes(node.children, page)}</SafeLink>;
    case 'emoji':
      return emojiFor(node.name);
  }
}

export function UserMention({ id, label }: { id: string; label?: string | null }): VNode {
  const { state, userName } = usePage();
  const mine = state.snapshot.me.id === id ? ' mention-me' : '';
  const known = state.snapshot.users.some((user) => user.id === id);
  return <span class={`mention${mine}`}>@{known ? userName(id) : (label ?? id)}</span>;
}

export function ChannelMention({ id, label }: { id: string; label?: string | null }): VNode {
  const { state, open } = usePage();
  const conversation = state.snapshot.conversations.find((each) => each.id === id);
  if (conversation === undefined) return <span class="mention">#{label ?? id}</span>;
  return (
    <button type="button" class="mention" onClick={() => open(id)}>
      #{conversation.name}
    </button>
  );
}

interface SlackDateProps {
  ts: number;
  format: string;
  url?: string | null | undefined;
  fallback?: string | undefined;
}

/** The last second that a Date can hold. */
const LAST_MOMENT = 8_640_000_000_000;

/** A moment in the person's own time zone and language. */
export function SlackDate({ ts, format, url, fallback }: SlackDateProps): VNode {
  const { state, now } = usePage();
  const { tz, locale } = state.snapshot.me;
  const isMoment = Number.isFinite(ts) && Math.abs(ts) <= LAST_MOMENT;
  const text = isMoment ? formatSlackDate(ts, format, tz, locale, now() / 1000) : (fallback ?? '');
  const shown = <time title={fallback}>{text}</time>;
  return url ? <SafeLink url={url}>{shown}</SafeLink> : shown;
}

/** A link that opens beside the page; an address of another kind is shown as plain text. */
export function SafeLink({ url, children }: { url: string; children: ComponentChildren }): VNode {
  const href = safeUrl(url);
  if (href === null) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
