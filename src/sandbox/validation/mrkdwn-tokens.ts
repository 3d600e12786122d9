/** The first reading of one line of mrkdwn: what is one thing, and what is plain characters. */
import { decodeEntities, type MrkdwnNode } from './mrkdwn-nodes.ts';

/** Either a thing that no mark can split, or one character of the source. */
export type MrkdwnToken = { node: MrkdwnNode } | { char: string };

/** Letters, digits and combining marks: a mark next to one of these is no mark. */
const WORD = /[\p{L}\p{N}\p{M}]/u;

const CODE = /(?<!`)`([^`\n]+)`(?!`)/y;
const ANGLE = /<([^<>\n]+)>/y;
const EMOJI = /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/y;
const BARE_URL = /https?:\/\/[^\s<>|]+/y;
const SAFE_URL = /^(?:https?:\/\/|mailto:|tel:)/i;
/** Names without a letter are times ("12:30:45") except for these. */
const LETTERLESS_EMOJI = new Set(['+1', '-1', '100', '1234']);

export function isWordCharacter(char: string | undefined): boolean {
  return char !== undefined && WORD.test(char);
}

export function tokenizeLine(line: string): MrkdwnToken[] {
  const tokens: MrkdwnToken[] = [];
  let at = 0;
  while (at < line.length) {
    const found = thingAt(line, at);
    if (found === null) {
      const char = String.fromCodePoint(line.codePointAt(at) ?? 0);
      tokens.push({ char });
      at += char.length;
    } else {
      tokens.push({ node: found.node });
      at += found.length;
    }
  }
  return tokens;
}

interface Found {
  node: MrkdwnNode;
  length: number;
}

function thingAt(line: string, at: number): Found | null {
  switch (line[at]) {
    case '`':
      return codeAt(line, at);
    case '<':
      return angleAt(line, at);
    case ':':
      return emojiAt(line, at);
    case 'h':
      return isWordCharacter(line[at - 1]) ? null : bareUrlAt(line, at);
    default:
      return null;
  }
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

function codeAt(line: string, at: number): Found | null {
  const match = matchAt(CODE, line, at);
  if (match === null) return null;
  const length = match[0].length;
  if (isWordCharacter(line[at - 1]) || isWordCharacter(line[at + length])) return null;
  return { node: { type: 'code', text: decodeEntities(match[1] ?? '') }, length };
}

function emojiAt(line: string, at: number): Found | null {
  const match = matchAt(EMOJI, line, at);
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  if (/[a-z]/.test(name) || (LETTERLESS_EMOJI.has(name) && !isWordCharacter(line[at - 1]))) {
    return { node: { type: 'emoji', name }, length: match[0].length };
  }
  return null;
}

function bareUrlAt(line: string, at: number): Found | null {
  const match = matchAt(BARE_URL, line, at);
  if (match === null) return null;
  // Marks and the punctuation that ends a sentence belong to the sentence.
  const source = match[0].replace(/(?:[.,;:!?)\]}'"*_~`”’]|&[lg]t;.*$)+$/u, '');
  if (/^https?:\/\/$/.test(source)) return null;
  const url = decodeEntities(source);
  return {
    node: { type: 'link', url, children: [{ type: 'text', text: url }] },
    length: source.length,
  };
}

function angleAt(line: string, at: number): Found | null {
  const match = matchAt(ANGLE, line, at);
  const inside = match?.[1];
  if (match === null || inside === undefined) return null;
  const node = readAngle(inside);
  return node === null ? null : { node, length: match[0].length };
}

function readAngle(inside: string): MrkdwnNode | null {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? null : decodeEntities(inside.slice(bar + 1));
  const user = /^@([UWB][A-Z0-9]+)$/.exec(target)?.[1];
  if (user !== undefined) return { type: 'user', userId: user, label };
  const channel = /^#([CGD][A-Z0-9]+)$/.exec(target)?.[1];
  if (channel !== undefined) return { type: 'channel', channelId: channel, label };
  if (target.startsWith('!')) return readSpecial(target.slice(1), label);
  if (!SAFE_URL.test(target)) return null;
  const url = decodeEntities(target);
  const shown = bar === -1 ? target.replace(/^(?:mailto|tel):/i, '') : inside.slice(bar + 1);
  return { type: 'link', url, children: labelNodes(shown) };
}

function readSpecial(command: string, label: string | null): MrkdwnNode | null {
  if (command === 'here' || command === 'channel' || command === 'everyone') {
    return { type: 'broadcast', range: command };
  }
  const group = /^subteam\^(S[A-Z0-9]+)$/.exec(command)?.[1];
  if (group !== undefined) return { type: 'usergroup', groupId: group, label };
  const date = /^date\^(\d{1,11})\^([^^]+)(?:\^(.+))?$/.exec(command);
  if (date !== null) {
    const link = date[3] === undefined ? null : decodeEntities(date[3]);
    return {
      type: 'date',
      ts: Number(date[1]),
      format: decodeEntities(date[2] ?? ''),
      url: link !== null && SAFE_URL.test(link) ? link : null,
      fallback: label ?? '',
    };
  }
  // Slack shows an unknown command by its label, and nothing else of it.
  return label === null ? null : { type: 'text', text: label };
}

/** A link's label: marks are plain characters there, emoji are not. */
function labelNodes(source: string): MrkdwnNode[] {
  const nodes: MrkdwnNode[] = [];
  let text = '';
  let at = 0;
  const flush = () => {
    if (text !== '') nodes.push({ type: 'text', text: decodeEntities(text) });
    text = '';
  };
  while (at < source.length) {
    const emoji = source[at] === ':' ? emojiAt(source, at) : null;
    if (emoji === null) {
      text += source[at];
      at += 1;
    } else {
      flush();
      nodes.push(emoji.node);
      at += emoji.length;
    }
  }
  flush();
  return nodes;
}
