/**
 * Slack's mrkdwn as a tree, for the page to draw and for tests to read. Pure and free of Node, so
 * the browser can use it. Lists are plain text in mrkdwn and stay so.
 */
import { decodeEntities, type MrkdwnNode } from './mrkdwn-nodes.ts';
import { isWordCharacter, type MrkdwnToken, tokenizeLine } from './mrkdwn-tokens.ts';

export type { MrkdwnNode } from './mrkdwn-nodes.ts';
export { formatSlackDate } from './slack-date.ts';

/** Reads any string: what is no valid mark stays as the characters that were typed. */
export function renderMrkdwnTree(text: string): MrkdwnNode[] {
  const nodes: MrkdwnNode[] = [];
  // Odd parts stand between two fences, except for the last, which nothing closes.
  const parts = text.replace(/\r\n?/g, '\n').split(FENCE);
  let plain = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    const fenced = at % 2 === 1 && at < parts.length - 1;
    if (fenced && part.trim() !== '') {
      nodes.push(...paragraphs(plain.replace(/\n$/, '')));
      nodes.push({ type: 'preformatted', text: decodeEntities(part.replace(/^\n|\n$/g, '')) });
      at += 1;
      plain = (parts[at] ?? '').replace(/^\n/, '');
    } else {
      plain += FENCE + part;
    }
  }
  nodes.push(...paragraphs(plain));
  return nodes;
}

const FENCE = '```';
const QUOTE_LINE = /^(?:>|&gt;) ?/;
const QUOTE_REST = /^(?:>>>|&gt;&gt;&gt;) ?/;

/** Lines outside of preformatted text: quotes apart, the others joined by breaks. */
function paragraphs(source: string): MrkdwnNode[] {
  if (source === '') return [];
  const nodes: MrkdwnNode[] = [];
  const lines = source.split('\n');
  let at = 0;
  let plain: string[] = [];
  const flush = () => {
    nodes.push(...joinLines(plain));
    plain = [];
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (QUOTE_REST.test(line)) {
      flush();
      const quoted = [line.replace(QUOTE_REST, ''), ...lines.slice(at + 1)];
      nodes.push({ type: 'quote', children: joinLines(quoted) });
      at = lines.length;
    } else if (QUOTE_LINE.test(line)) {
      flush();
      const start = at;
      while (at < lines.length && QUOTE_LINE.test(lines[at] ?? '')) at += 1;
      const quoted = lines.slice(start, at).map((one) => one.replace(QUOTE_LINE, ''));
      nodes.push({ type: 'quote', children: joinLines(quoted) });
    } else {
      plain.push(line);
      at += 1;
    }
  }
  flush();
  return nodes;
}

function joinLines(lines: readonly string[]): MrkdwnNode[] {
  return lines.flatMap((line, index) => {
    const nodes = readMarks(tokenizeLine(line), new Set());
    return index === 0 ? nodes : [{ type: 'break' } as const, ...nodes];
  });
}

type Mark = '*' | '_' | '~';
const MARKS: Record<Mark, 'bold' | 'italic' | 'strike'> = {
  '*': 'bold',
  _: 'italic',
  '~': 'strike',
};

function readMarks(tokens: readonly MrkdwnToken[], open: ReadonlySet<Mark>): MrkdwnNode[] {
  const nodes: MrkdwnNode[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') nodes.push({ type: 'text', text: decodeEntities(text) });
    text = '';
  };
  // A mark without a partner has none further on either: without this memory a line of lone
  // marks would be searched once for each of them.
  const lone = new Set<Mark>();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if ('node' in token) {
      flush();
      nodes.push(token.node);
      continue;
    }
    const mark = markOf(token.char);
    const end =
      mark === null || open.has(mark) || lone.has(mark) || !opensAt(tokens, at)
        ? null
        : closingOf(tokens, at, mark);
    if (mark === null || end === null) {
      text += token.char;
      continue;
    }
    if (end === -1) {
      lone.add(mark);
      text += token.char;
      continue;
    }
    flush();
    nodes.push({
      type: MARKS[mark],
      children: readMarks(tokens.slice(at + 1, end), new Set([...open, mark])),
    });
    at = end;
  }
  flush();
  return nodes;
}

function markOf(char: string): Mark | null {
  return char === '*' || char === '_' || char === '~' ? char : null;
}

function charAt(tokens: readonly MrkdwnToken[], at: number): string | undefined {
  const token = tokens[at];
  return token !== undefined && 'char' in token ? token.char : undefined;
}

function opensAt(tokens: readonly MrkdwnToken[], at: number): boolean {
  const mark = charAt(tokens, at);
  const before = charAt(tokens, at - 1);
  const after = charAt(tokens, at + 1);
  if (isWordCharacter(before) || before === mark || after === mark) return false;
  return at + 1 < tokens.length && (after === undefined || !/\s/.test(after));
}

/** Index of the mark that closes the one at `start`, or -1. */
function closingOf(tokens: readonly MrkdwnToken[], start: number, mark: Mark): number {
  for (let at = start + 2; at < tokens.length; at += 1) {
    if (charAt(tokens, at) !== mark) continue;
    const before = charAt(tokens, at - 1);
    const after = charAt(tokens, at + 1);
    if (before !== undefined && (/\s/.test(before) || before === mark)) continue;
    if (isWordCharacter(after) || after === mark) continue;
    return at;
  }
  return -1;
}
