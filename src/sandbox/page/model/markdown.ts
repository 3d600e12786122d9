/** The Markdown of Slack's `markdown` block, as far as messages use it. Never produces HTML. */

export type MarkdownInline =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'bold' | 'italic' | 'strike'; children: MarkdownInline[] }
  | { type: 'link'; url: string; children: MarkdownInline[] };

export type MarkdownBlockNode =
  | { type: 'heading'; level: number; children: MarkdownInline[] }
  | { type: 'paragraph'; lines: MarkdownInline[][] }
  | { type: 'list'; ordered: boolean; start: number; items: MarkdownInline[][] }
  | { type: 'quote'; children: MarkdownBlockNode[] }
  | { type: 'code'; text: string }
  | { type: 'table'; head: MarkdownInline[][]; rows: MarkdownInline[][][] }
  | { type: 'rule' };

const BULLET = /^\s*[-*+]\s+(.*)$/;
const NUMBER = /^\s*(\d{1,9})[.)]\s+(.*)$/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^\s*([-*_])(\s*\1){2,}\s*$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

export function parseMarkdown(source: string): MarkdownBlockNode[] {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const blocks: MarkdownBlockNode[] = [];
  let at = 0;
  while (at < lines.length) {
    const taken = takeBlock(lines, at);
    if (taken.block !== null) blocks.push(taken.block);
    at = taken.next;
  }
  return blocks;
}

interface Taken {
  block: MarkdownBlockNode | null;
  next: number;
}

function takeBlock(lines: readonly string[], at: number): Taken {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { block: null, next: at + 1 };
  if (line.startsWith('```')) return takeCode(lines, at);
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const level = heading[1]?.length ?? 1;
    return {
      block: { type: 'heading', level, children: parseInline(heading[2] ?? '') },
      next: at + 1,
    };
  }
  if (RULE.test(line)) return { block: { type: 'rule' }, next: at + 1 };
  if (line.startsWith('>')) {
    const end = runEnd(lines, at, (each) => each.startsWith('>'));
    const inside = lines.slice(at, end).map((each) => each.replace(/^>\s?/, ''));
    return { block: { type: 'quote', children: parseMarkdown(inside.join('\n')) }, next: end };
  }
  if (line.includes('|') && TABLE_RULE.test(lines[at + 1] ?? '')) return takeTable(lines, at);
  for (const pattern of [BULLET, NUMBER]) {
    if (pattern.test(line)) return takeList(lines, at, pattern);
  }
  const end = runEnd(lines, at, (each, offset) => offset === 0 || !startsBlock(each));
  return {
    block: { type: 'paragraph', lines: lines.slice(at, end).map((each) => parseInline(each)) },
    next: end,
  };
}

function startsBlock(line: string): boolean {
  return (
    line.trim() === '' ||
    line.startsWith('```') ||
    line.startsWith('>') ||
    [HEADING, RULE, BULLET, NUMBER].some((pattern) => pattern.test(line))
  );
}

function runEnd(
  lines: readonly string[],
  at: number,
  belongs: (line: string, offset: number) => boolean,
): number {
  let end = at;
  while (end < lines.length && belongs(lines[end] ?? '', end - at)) end += 1;
  return end;
}

function takeCode(lines: readonly string[], at: number): Taken {
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? '').startsWith('```')) end += 1;
  return { block: { type: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

function takeList(lines: readonly string[], at: number, pattern: RegExp): Taken {
  const end = runEnd(lines, at, (each) => pattern.test(each));
  const ordered = pattern === NUMBER;
  const items = lines
    .slice(at, end)
    .map((each) => parseInline(pattern.exec(each)?.[ordered ? 2 : 1] ?? ''));
  const start = ordered ? Number(NUMBER.exec(lines[at] ?? '')?.[1] ?? 1) : 1;
  return { block: { type: 'list', ordered, start, items }, next: end };
}

function takeTable(lines: readonly string[], at: number): Taken {
  const end = runEnd(lines, at + 2, (each) => each.includes('|'));
  const cells = (line: string): MarkdownInline[][] =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => parseInline(cell.trim()));
  const rows = lines.slice(at + 2, end).map(cells);
  return { block: { type: 'table', head: cells(lines[at] ?? ''), rows }, next: end };
}

const INLINE =
  /`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|\*\*(.+?)\*\*|__(.+?)__|~~(.+?)~~|\*([^*\s](?:[^*]*[^*\s])?)\*|(?<![\p{L}\p{N}_])_([^_\s](?:[^_]*[^_\s])?)_(?![\p{L}\p{N}_])/u;

function parseInline(text: string): MarkdownInline[] {
  const match = INLINE.exec(text);
  if (match === null) return text === '' ? [] : [{ type: 'text', text: unescaped(text) }];
  const [whole, code, label, url, bold, bold2, strike, italic, italic2] = match;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + whole.length);
  const found = ((): MarkdownInline => {
    if (code !== undefined) return { type: 'code', text: code };
    if (label !== undefined) {
      return { type: 'link', url: url ?? '', children: parseInline(label) };
    }
    const strong = bold ?? bold2;
    if (strong !== undefined) return { type: 'bold', children: parseInline(strong) };
    if (strike !== undefined) return { type: 'strike', children: parseInline(strike) };
    return { type: 'italic', children: parseInline(italic ?? italic2 ?? '') };
  })();
  return [...(before === '' ? [] : parseInline(before)), found, ...parseInline(after)];
}

function unescaped(text: string): string {
  return text.replace(/\\([\\`*_{}[\]()#+\-.!|~>])/g, '$1');
}
