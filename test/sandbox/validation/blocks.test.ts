import { describe, expect, test } from 'vitest';
import { validateMessageBlocks } from '../../../src/sandbox/validation/blocks.ts';
import * as make from './block-fixtures.ts';

const { text, plain, mrkdwn, times, section, actions, input, button, select, option, options } =
  make;

function messagesFor(...blocks: unknown[]): string[] {
  const result = validateMessageBlocks(blocks, 'tóm tắt');
  return result.ok ? [] : result.messages;
}

interface Limit {
  name: string;
  /** A block that holds `size` of the thing. */
  block: (size: number) => object;
  most: number;
  message: string;
}

const limits: Limit[] = [
  {
    name: 'section text',
    block: (size) => section({ text: mrkdwn(size) }),
    most: 3000,
    message: 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  },
  {
    name: 'section fields',
    block: (size) => ({ type: 'section', fields: times(size, () => plain()) }),
    most: 10,
    message: 'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  },
  {
    name: 'field text',
    block: (size) => ({ type: 'section', fields: [plain(size)] }),
    most: 2000,
    message: 'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
  },
  {
    name: 'header',
    block: (size) => ({ type: 'header', text: plain(size) }),
    most: 150,
    message: 'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  },
  {
    name: 'context elements',
    block: (size) => ({ type: 'context', elements: times(size, () => mrkdwn()) }),
    most: 10,
    message: 'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  },
  {
    name: 'actions elements',
    block: (size) => actions(...times(size, () => button())),
    most: 25,
    message: 'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  },
  {
    name: 'button text',
    block: (size) => actions(button({ text: plain(size) })),
    most: 75,
    message: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  },
  {
    name: 'button value',
    block: (size) => actions(button({ value: text(size) })),
    most: 2000,
    message: 'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  },
  {
    name: 'button url',
    block: (size) => actions(button({ url: `https://${'a'.repeat(size - 8)}` })),
    most: 3000,
    message: 'must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]',
  },
  {
    name: 'action_id',
    block: (size) => actions(button({ action_id: text(size) })),
    most: 255,
    message: 'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
  },
  {
    name: 'block_id',
    block: (size) => ({ type: 'divider', block_id: text(size) }),
    most: 255,
    message: 'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
  },
  ...(['title', 'text', 'confirm', 'deny'] as const).map((key) => {
    const most = { title: 100, text: 300, confirm: 30, deny: 30 }[key];
    return {
      name: `confirm dialog ${key}`,
      block: (size: number) => actions(button({ confirm: make.confirm({ [key]: plain(size) }) })),
      most,
      message: `must be less than ${most + 1} characters [json-pointer:/blocks/0/elements/0/confirm/${key}/text]`,
    };
  }),
  {
    name: 'select options',
    block: (size) => section({ accessory: select({ options: options(size) }) }),
    most: 100,
    message: 'no more than 100 items allowed [json-pointer:/blocks/0/accessory/options]',
  },
  {
    name: 'option groups',
    block: (size) =>
      section({
        accessory: {
          type: 'static_select',
          option_groups: times(size, () => ({ label: plain(), options: options(1) })),
        },
      }),
    most: 100,
    message: 'no more than 100 items allowed [json-pointer:/blocks/0/accessory/option_groups]',
  },
  {
    name: 'option text',
    block: (size) => section({ accessory: select({ options: [option(0, size)] }) }),
    most: 75,
    message:
      'must be less than 76 characters [json-pointer:/blocks/0/accessory/options/0/text/text]',
  },
  {
    name: 'option value',
    block: (size) =>
      section({ accessory: select({ options: [{ text: plain(), value: text(size) }] }) }),
    most: 150,
    message: 'must be less than 151 characters [json-pointer:/blocks/0/accessory/options/0/value]',
  },
  {
    name: 'placeholder',
    block: (size) => section({ accessory: select({ placeholder: plain(size) }) }),
    most: 150,
    message: 'must be less than 151 characters [json-pointer:/blocks/0/accessory/placeholder/text]',
  },
  {
    name: 'overflow options',
    block: (size) => section({ accessory: { type: 'overflow', options: options(size) } }),
    most: 5,
    message: 'no more than 5 items allowed [json-pointer:/blocks/0/accessory/options]',
  },
  {
    name: 'radio buttons',
    block: (size) => section({ accessory: { type: 'radio_buttons', options: options(size) } }),
    most: 10,
    message: 'no more than 10 items allowed [json-pointer:/blocks/0/accessory/options]',
  },
  {
    name: 'checkboxes',
    block: (size) => section({ accessory: { type: 'checkboxes', options: options(size) } }),
    most: 10,
    message: 'no more than 10 items allowed [json-pointer:/blocks/0/accessory/options]',
  },
  {
    name: 'input label',
    block: (size) => input(make.textInput(), { label: plain(size) }),
    most: 2000,
    message: 'must be less than 2001 characters [json-pointer:/blocks/0/label/text]',
  },
  {
    name: 'input hint',
    block: (size) => input(make.textInput(), { hint: plain(size) }),
    most: 2000,
    message: 'must be less than 2001 characters [json-pointer:/blocks/0/hint/text]',
  },
  {
    name: 'max_length of a text input',
    block: (size) => input(make.textInput({ max_length: size })),
    most: 3000,
    message: 'must be no more than 3000 [json-pointer:/blocks/0/element/max_length]',
  },
  {
    name: 'image alt_text',
    block: (size) => ({ type: 'image', image_url: 'https://vi.du/a.png', alt_text: text(size) }),
    most: 2000,
    message: 'must be less than 2001 characters [json-pointer:/blocks/0/alt_text]',
  },
  {
    name: 'table rows',
    block: (size) => make.table(size, 2),
    most: 100,
    message: 'no more than 100 items allowed [json-pointer:/blocks/0/rows]',
  },
  {
    name: 'table cells of a row',
    block: (size) => make.table(1, size),
    most: 20,
    message: 'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]',
  },
  {
    name: 'table characters',
    block: (size) => ({
      type: 'table',
      rows: [
        [{ type: 'raw_text', text: text(5000) }],
        [make.richText({ type: 'text', text: text(size - 5000) })],
      ],
    }),
    most: 10_000,
    message: 'must be less than 10001 characters in all cells [json-pointer:/blocks/0/rows]',
  },
  {
    name: 'pie segments',
    block: (size) => make.pie(size),
    most: 6,
    message: 'no more than 6 items allowed [json-pointer:/blocks/0/chart/segments]',
  },
  {
    name: 'chart series',
    block: (size) => make.bars(size, 2),
    most: 6,
    message: 'no more than 6 items allowed [json-pointer:/blocks/0/chart/series]',
  },
  {
    name: 'chart points',
    block: (size) => make.bars(1, size),
    most: 20,
    message: 'no more than 20 items allowed [json-pointer:/blocks/0/chart/series/0/data]',
  },
  {
    name: 'chart labels',
    block: (size) =>
      make.pie(1, { chart: { type: 'pie', segments: [{ label: text(size), value: 1 }] } }),
    most: 20,
    message: 'must be less than 21 characters [json-pointer:/blocks/0/chart/segments/0/label]',
  },
  {
    name: 'context_actions elements',
    block: (size) => ({
      type: 'context_actions',
      elements: times(size, () => ({ type: 'icon_button', icon: 'trash', text: plain() })),
    }),
    most: 5,
    message: 'no more than 5 items allowed [json-pointer:/blocks/0/elements]',
  },
];

describe('limits of a block', () => {
  test.each(limits)('$name: $most fit', ({ block, most }) => {
    expect(messagesFor(block(most))).toEqual([]);
  });

  test.each(limits)('$name: one more than $most is refused', ({ block, most, message }) => {
    expect(messagesFor(block(most + 1))).toContain(message);
  });
});

describe('limits of a message', () => {
  const divider = { type: 'divider' };

  test('fifty blocks', () => {
    expect(messagesFor(...times(50, () => divider))).toEqual([]);
    expect(messagesFor(...times(51, () => divider))).toEqual([
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
  });

  test('12,000 characters in all blocks', () => {
    const blocks = times(4, () => section({ text: mrkdwn(3000) }));
    expect(validateMessageBlocks(blocks, undefined)).toEqual({ ok: true, blocks });
    expect(validateMessageBlocks([...blocks, section({ text: plain(1) })], 'x')).toMatchObject({
      ok: false,
      error: 'msg_blocks_too_long',
    });
  });

  test('12,000 characters in markdown blocks', () => {
    const markdown = (length: number) => ({ type: 'markdown', text: text(length) });
    expect(messagesFor(markdown(12_000))).toEqual([]);
    expect(validateMessageBlocks([markdown(11_000), markdown(1001)], 'x')).toMatchObject({
      error: 'msg_blocks_too_long',
    });
  });

  test('options of a menu do not count as text', () => {
    const menus = times(2, () => section({ accessory: select({ options: options(100) }) }));
    const long = menus.map((one) => ({
      ...one,
      accessory: select({ options: times(100, (index) => option(index, 75)) }),
    }));
    expect(messagesFor(...long)).toEqual([]);
  });

  test('40,000 characters of text', () => {
    expect(validateMessageBlocks(undefined, text(40_000))).toEqual({ ok: true, blocks: [] });
    expect(validateMessageBlocks(undefined, text(40_001))).toMatchObject({ error: 'msg_too_long' });
  });

  test.each([undefined, null, []])('%j with an empty text says nothing', (blocks) => {
    expect(validateMessageBlocks(blocks, '')).toMatchObject({ ok: false, error: 'no_text' });
    expect(validateMessageBlocks(blocks, undefined)).toMatchObject({ error: 'no_text' });
    expect(validateMessageBlocks(blocks, 'có chữ')).toEqual({ ok: true, blocks: [] });
  });

  test.each([{}, 'blocks', 5])('%j is no list of blocks', (blocks) => {
    expect(validateMessageBlocks(blocks, 'x')).toMatchObject({ error: 'invalid_blocks_format' });
  });

  test('one table', () => {
    expect(messagesFor(make.table(1, 1), make.table(1, 1))).toEqual([
      'only_one_table_allowed [json-pointer:/blocks/1]',
    ]);
  });

  test('a table inside a container counts', () => {
    const container = { type: 'container', title: plain(), child_blocks: [make.table(1, 1)] };
    expect(messagesFor(container)).toEqual([]);
    expect(messagesFor(container, make.table(1, 1))).toEqual([
      'only_one_table_allowed [json-pointer:/blocks/1]',
    ]);
  });

  test('two charts', () => {
    expect(messagesFor(make.pie(1), make.pie(2))).toEqual([]);
    expect(messagesFor(make.pie(1), make.pie(2), make.bars(1, 1))).toEqual([
      'too many data_visualization blocks [json-pointer:/blocks]',
    ]);
  });
});

describe('refusals', () => {
  const refusals: [name: string, block: unknown, message: string][] = [
    ['no object', 'chữ', 'must provide an object [json-pointer:/blocks/0]'],
    ['no type', {}, 'missing required field: type [json-pointer:/blocks/0]'],
    [
      'an unknown block',
      { type: 'sections' },
      'unsupported type: sections [json-pointer:/blocks/0/type]',
    ],
    [
      'a modal-only block',
      { type: 'alert', text: plain() },
      'unsupported type: alert [json-pointer:/blocks/0/type]',
    ],
    [
      'a block that only Slack sends',
      { type: 'file', source: 'remote', external_id: 'A' },
      'unsupported type: file [json-pointer:/blocks/0/type]',
    ],
    [
      'an unknown key',
      section({ foo: 1 }),
      'invalid additional property: foo [json-pointer:/blocks/0]',
    ],
    [
      'text on a divider',
      { type: 'divider', text: plain() },
      'invalid additional property: text [json-pointer:/blocks/0]',
    ],
    [
      'a header without text',
      { type: 'header' },
      'missing required field: text [json-pointer:/blocks/0]',
    ],
    [
      'mrkdwn in a header',
      { type: 'header', text: mrkdwn() },
      'must be a valid enum value [json-pointer:/blocks/0/text/type]',
    ],
    [
      'an empty section',
      { type: 'section' },
      'must define `text` or `fields` [json-pointer:/blocks/0]',
    ],
    [
      'an empty text',
      section({ text: plain(0) }),
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a text that is a string',
      section({ text: 'chữ' }),
      'must provide an object [json-pointer:/blocks/0/text]',
    ],
    [
      'emoji on mrkdwn',
      section({ text: { ...mrkdwn(), emoji: true } }),
      'invalid additional property: emoji [json-pointer:/blocks/0/text]',
    ],
    [
      'verbatim on plain text',
      section({ text: { ...plain(), verbatim: true } }),
      'invalid additional property: verbatim [json-pointer:/blocks/0/text]',
    ],
    [
      'emoji that is no boolean',
      section({ text: { ...plain(), emoji: 'true' } }),
      'must provide a boolean [json-pointer:/blocks/0/text/emoji]',
    ],
    [
      'an empty actions block',
      actions(),
      'must provide at least 1 items [json-pointer:/blocks/0/elements]',
    ],
    [
      'an element of another block',
      actions(make.textInput()),
      'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
    ],
    [
      'block_id on an element',
      actions(button({ block_id: 'x' })),
      'invalid additional property: block_id [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'an unknown style',
      actions(button({ style: 'success' })),
      'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      'a confirm dialog without its buttons',
      actions(button({ confirm: { title: plain(), text: plain() } })),
      'missing required field: confirm [json-pointer:/blocks/0/elements/0/confirm]',
    ],
    [
      'a select without options',
      section({ accessory: { type: 'static_select', options: [] } }),
      'must provide at least 1 items [json-pointer:/blocks/0/accessory/options]',
    ],
    [
      'options and groups at once',
      section({
        accessory: select({ option_groups: [{ label: plain(), options: options(1) }] }),
      }),
      'must define exactly one of `options` or `option_groups` [json-pointer:/blocks/0/accessory]',
    ],
    [
      'an initial option that is not offered',
      section({ accessory: select({ initial_option: option(7) }) }),
      '`initial_option` must exactly match one of the provided options [json-pointer:/blocks/0/accessory/initial_option]',
    ],
    [
      'initial options that are not offered',
      section({
        accessory: {
          type: 'checkboxes',
          options: options(2),
          initial_options: [option(0), option(2)],
        },
      }),
      '`initial_options` must exactly match some of the provided options [json-pointer:/blocks/0/accessory/initial_options/1]',
    ],
    [
      'mrkdwn in the option of a menu',
      section({ accessory: select({ options: [{ text: mrkdwn(), value: 'a' }] }) }),
      'must be a valid enum value [json-pointer:/blocks/0/accessory/options/0/text/type]',
    ],
    [
      'more initial items than may be chosen',
      input({ type: 'multi_users_select', max_selected_items: 1, initial_users: ['U1', 'U2'] }),
      'no more than 1 initial items allowed [json-pointer:/blocks/0/element]',
    ],
    [
      'an image without source',
      { type: 'image', alt_text: 'x' },
      'must define exactly one of `image_url` or `slack_file` [json-pointer:/blocks/0]',
    ],
    [
      'an image without alternative text',
      { type: 'image', image_url: 'https://vi.du/a.png' },
      'missing required field: alt_text [json-pointer:/blocks/0]',
    ],
    [
      'an impossible date',
      input({ type: 'datepicker', initial_date: '2026-02-30' }),
      'must be a valid date as YYYY-MM-DD [json-pointer:/blocks/0/element/initial_date]',
    ],
    [
      'an impossible time',
      input({ type: 'timepicker', initial_time: '24:00' }),
      'must be a valid time as HH:mm [json-pointer:/blocks/0/element/initial_time]',
    ],
    [
      'a date and time in milliseconds',
      input({ type: 'datetimepicker', initial_date_time: 1_780_000_000_000 }),
      'must be no more than 9999999999 [json-pointer:/blocks/0/element/initial_date_time]',
    ],
    [
      'min_value above max_value',
      input({ type: 'number_input', is_decimal_allowed: true, min_value: '11', max_value: '9.5' }),
      '`min_value` must not be greater than `max_value` [json-pointer:/blocks/0/element]',
    ],
    [
      'a number input that does not say whether decimals are allowed',
      input({ type: 'number_input' }),
      'missing required field: is_decimal_allowed [json-pointer:/blocks/0/element]',
    ],
    [
      'min_length above max_length',
      input(make.textInput({ min_length: 5, max_length: 4 })),
      '`min_length` must not be greater than `max_length` [json-pointer:/blocks/0/element]',
    ],
    [
      'a file input',
      input({ type: 'file_input' }),
      'unsupported type: file_input [json-pointer:/blocks/0/element/type]',
    ],
    [
      'response_url_enabled',
      input({ type: 'channels_select', response_url_enabled: true }),
      '`response_url_enabled` is only for input blocks in modals [json-pointer:/blocks/0/element]',
    ],
    [
      'an empty text in rich text',
      make.richText({ type: 'text', text: '' }),
      'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
    ],
    [
      'a cell of a number without the number',
      { type: 'table', rows: [[{ type: 'raw_number', text: '5' }]] },
      'missing required field: value [json-pointer:/blocks/0/rows/0/0]',
    ],
    [
      'a chart that misses a category',
      {
        type: 'data_visualization',
        title: 'x',
        chart: {
          type: 'line',
          series: [{ name: 'a', data: [{ label: 'T1', value: 1 }] }],
          axis_config: { categories: ['T1', 'T2'] },
        },
      },
      'must have exactly one data point for each of `axis_config.categories` [json-pointer:/blocks/0/chart/series/0/data]',
    ],
    [
      'a pie slice of nothing',
      make.pie(1, { chart: { type: 'pie', segments: [{ label: 'x', value: 0 }] } }),
      'must be more than 0 [json-pointer:/blocks/0/chart/segments/0/value]',
    ],
    [
      'a data table with rows of different length',
      {
        type: 'data_table',
        caption: 'x',
        rows: [
          [{ type: 'raw_text', text: 'a' }],
          [
            { type: 'raw_text', text: 'a' },
            { type: 'raw_text', text: 'b' },
          ],
        ],
      },
      'must have as many cells as the first row [json-pointer:/blocks/0/rows/1]',
    ],
    [
      'a video without https',
      {
        type: 'video',
        title: plain(),
        alt_text: 'x',
        thumbnail_url: 'https://vi.du/a.png',
        video_url: 'http://vi.du/a',
      },
      'must be a valid HTTPS URL [json-pointer:/blocks/0/video_url]',
    ],
    [
      'an empty card',
      { type: 'card', subtitle: mrkdwn() },
      'must define at least one of `hero_image`, `title`, `actions` or `body` [json-pointer:/blocks/0]',
    ],
  ];

  test.each(refusals)('%s', (_, block, message) => {
    const result = validateMessageBlocks([block], 'x');
    expect(result).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(messagesFor(block)).toContain(message);
  });

  test('every problem of a message is told at once', () => {
    expect(messagesFor(section({ a: 1, b: 2 }), { type: 'x' })).toEqual([
      'invalid additional property: a [json-pointer:/blocks/0]',
      'invalid additional property: b [json-pointer:/blocks/0]',
      'unsupported type: x [json-pointer:/blocks/1/type]',
    ]);
  });

  test('an action_id twice in one block, but not in two', () => {
    const named = button({ action_id: 'dong_y' });
    expect(messagesFor(actions(named), actions(named))).toEqual([]);
    expect(messagesFor(actions(named, named))).toEqual([
      '`action_id` "dong_y" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ]);
  });

  test('a block_id twice in one message', () => {
    expect(messagesFor(section({ block_id: 'b' }), { type: 'divider', block_id: 'b' })).toEqual([
      '`block_id` "b" already exists [json-pointer:/blocks/1/block_id]',
    ]);
  });
});

test('a message with one of each block is accepted as it came', () => {
  const blocks = [
    section({ accessory: button({ value: '', style: 'primary', confirm: make.confirm() }) }),
    section({ fields: [mrkdwn(), plain()], expand: true }),
    { type: 'header', text: { ...plain(), emoji: true } },
    { type: 'divider' },
    {
      type: 'context',
      elements: [mrkdwn(), { type: 'image', slack_file: { id: 'F1' }, alt_text: 'x' }],
    },
    actions(select({ initial_option: option(1) }), {
      type: 'datepicker',
      initial_date: '2026-12-25',
    }),
    actions({ type: 'users_select' }, { type: 'external_select', min_query_length: 0 }),
    input(make.textInput({ multiline: true }), { optional: true, dispatch_action: true }),
    { type: 'image', image_url: 'https://vi.du/a.png', alt_text: 'x', title: plain() },
    make.richText(
      { type: 'user', user_id: 'U1' },
      { type: 'text', text: 'a', style: { bold: true } },
    ),
    { type: 'markdown', text: '# Đầu đề' },
    { ...make.table(2, 2), column_settings: [null, { align: 'right' }] },
    make.pie(2),
    make.bars(2, 3),
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          positive_button: { text: plain(), value: '1' },
          negative_button: { text: plain(), value: '0' },
        },
      ],
    },
    {
      type: 'plan',
      title: 'Kế hoạch',
      tasks: [{ type: 'task_card', task_id: '1', title: 'a', status: 'pending' }],
    },
    { type: 'carousel', elements: [{ type: 'card', title: mrkdwn(), actions: [button()] }] },
  ];
  expect(validateMessageBlocks(blocks, undefined)).toEqual({ ok: true, blocks });
});
