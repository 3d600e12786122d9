import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MrkdwnNode, renderMrkdwnTree } from '../../../src/sandbox/validation/mrkdwn.ts';

const text = (value: string): MrkdwnNode => ({ type: 'text', text: value });
const bold = (...children: MrkdwnNode[]): MrkdwnNode => ({ type: 'bold', children });
const italic = (...children: MrkdwnNode[]): MrkdwnNode => ({ type: 'italic', children });
const strike = (...children: MrkdwnNode[]): MrkdwnNode => ({ type: 'strike', children });
const quote = (...children: MrkdwnNode[]): MrkdwnNode => ({ type: 'quote', children });
const link = (url: string, label: string): MrkdwnNode => ({
  type: 'link',
  url,
  children: [text(label)],
});
const lineBreak: MrkdwnNode = { type: 'break' };

const cases: [source: string, ...nodes: MrkdwnNode[]][] = [
  [''],
  ['chữ thường', text('chữ thường')],
  [
    '*đậm* _nghiêng_ ~bỏ~',
    bold(text('đậm')),
    text(' '),
    italic(text('nghiêng')),
    text(' '),
    strike(text('bỏ')),
  ],
  ['*đậm _và nghiêng_ nữa*', bold(text('đậm '), italic(text('và nghiêng')), text(' nữa'))],
  ['*_~cả ba~_*', bold(italic(strike(text('cả ba'))))],
  [
    '(*Đồng ý*), “*Không*”.',
    text('('),
    bold(text('Đồng ý')),
    text('), “'),
    bold(text('Không')),
    text('”.'),
  ],
  ['*9,5*/10', bold(text('9,5')), text('/10')],
  // Marks inside a word are characters.
  ['a*b*c', text('a*b*c')],
  ['thi_đua_khen', text('thi_đua_khen')],
  ['*đậm*đà', text('*đậm*đà')],
  ['ắ*x*', text('ắ*x*')],
  // Marks next to spaces, doubled or over a line end are characters.
  ['* a *', text('* a *')],
  ['**a**', text('**a**')],
  ['2 * 3 * 4', text('2 * 3 * 4')],
  ['*a\nb*', text('*a'), lineBreak, text('b*')],
  ['*lẻ _loi', text('*lẻ _loi')],
  // Code keeps its marks.
  [
    '`*x*` và `&lt;a&gt;`',
    { type: 'code', text: '*x*' },
    text(' và '),
    { type: 'code', text: '<a>' },
  ],
  ['a`b`', text('a`b`')],
  ['```\na *b*\nc\n```', { type: 'preformatted', text: 'a *b*\nc' }],
  ['trước\n```x```\nsau', text('trước'), { type: 'preformatted', text: 'x' }, text('sau')],
  ['``` ``` rồi ```x```', text('``` ``` rồi '), { type: 'preformatted', text: 'x' }],
  ['```chưa đóng', text('```chưa đóng')],
  // Quotes.
  ['&gt; một\n&gt;*hai*\nngoài', quote(text('một'), lineBreak, bold(text('hai'))), text('ngoài')],
  ['> một\nngoài\n> hai', quote(text('một')), text('ngoài'), quote(text('hai'))],
  ['đầu\n&gt;&gt;&gt; một\nhai', text('đầu'), quote(text('một'), lineBreak, text('hai'))],
  ['5 &gt; 3', text('5 > 3')],
  // Lists are plain, lines are breaks.
  ['• một\n• hai', text('• một'), lineBreak, text('• hai')],
  ['a\r\n\r\nb', text('a'), lineBreak, lineBreak, text('b')],
  // References.
  ['<@U1>', { type: 'user', userId: 'U1', label: null }],
  ['<@W1|lan>', { type: 'user', userId: 'W1', label: 'lan' }],
  ['<#C1|thi-dua>', { type: 'channel', channelId: 'C1', label: 'thi-dua' }],
  ['<!here>', { type: 'broadcast', range: 'here' }],
  ['<!channel|channel>', { type: 'broadcast', range: 'channel' }],
  ['<!everyone>', { type: 'broadcast', range: 'everyone' }],
  ['<!subteam^S1|@ban>', { type: 'usergroup', groupId: 'S1', label: '@ban' }],
  ['<!moi|chữ mới>', text('chữ mới')],
  [
    '<!date^1392734382^{date} lúc {time}^https://vi.du/a?b&amp;c|18/02/2014>',
    {
      type: 'date',
      ts: 1392734382,
      format: '{date} lúc {time}',
      url: 'https://vi.du/a?b&c',
      fallback: '18/02/2014',
    },
  ],
  [
    '<!date^5^{date}^javascript:x|năm>',
    { type: 'date', ts: 5, format: '{date}', url: null, fallback: 'năm' },
  ],
  // Links.
  ['<https://vi.du/a_b_c|Xem *kỹ*>', link('https://vi.du/a_b_c', 'Xem *kỹ*')],
  ['<https://vi.du?a=1&amp;b=2>', link('https://vi.du?a=1&b=2', 'https://vi.du?a=1&b=2')],
  ['<mailto:lan@vi.du>', link('mailto:lan@vi.du', 'lan@vi.du')],
  ['*<https://vi.du|a>*', bold(link('https://vi.du', 'a'))],
  [
    'xem https://vi.du/a_b_.',
    text('xem '),
    link('https://vi.du/a_b', 'https://vi.du/a_b'),
    text('_.'),
  ],
  ['<javascript:alert(1)|bấm>', text('<javascript:alert(1)|bấm>')],
  ['<data:text/html,x>', text('<data:text/html,x>')],
  ['<b>', text('<b>')],
  // Emoji.
  [
    ':wave::skin-tone-3: :+1:',
    { type: 'emoji', name: 'wave::skin-tone-3' },
    text(' '),
    { type: 'emoji', name: '+1' },
  ],
  ['lúc 12:30:45', text('lúc 12:30:45')],
  // Entities are decoded once.
  ['&lt;@U1&gt; &amp;lt; &quot;', text('<@U1> &lt; &quot;')],
];

describe.each(['NFC', 'NFD'])('in %s', (form) => {
  test.each(cases)('%j', (source, ...nodes) => {
    expect(renderMrkdwnTree(source.normalize(form))).toEqual(
      JSON.parse(JSON.stringify(nodes).normalize(form)),
    );
  });
});

function textIn(nodes: readonly MrkdwnNode[]): string {
  return nodes
    .map((node) =>
      'children' in node
        ? textIn(node.children)
        : 'text' in node
          ? node.text
          : node.type === 'break'
            ? '\n'
            : '',
    )
    .join('');
}

test('text without marks comes back whole', () => {
  const characters = fc.constantFrom(...'aÁđ ấ.,(9\n\u0301', '𝒜', '🙂');
  fc.assert(
    fc.property(fc.string({ unit: characters }), (source) => {
      expect(textIn(renderMrkdwnTree(source))).toBe(source);
    }),
  );
});

test('any text can be read', () => {
  const pieces = fc.constantFrom(
    '*',
    '_',
    '~',
    '`',
    '```',
    '<',
    '>',
    '&gt;',
    '|',
    '!',
    '@',
    ':',
    '\n',
    ' ',
    'a',
    'ắ',
    'https://',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: pieces, maxLength: 60 })), (source) => {
      expect(Array.isArray(renderMrkdwnTree(source))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
