import { describe, expect, test } from 'vitest';
import { validateView } from '../../../src/sandbox/validation/views.ts';
import * as make from './block-fixtures.ts';

const { text, plain, times, section, input, modal, home } = make;

function messagesFor(view: unknown, surface: 'modal' | 'home' = 'modal'): string[] {
  const result = validateView(view, surface);
  return result.ok ? [] : result.messages;
}

const limits: [name: string, view: (size: number) => object, most: number, message: string][] = [
  ...(['title', 'submit', 'close'] as const).map((key): (typeof limits)[number] => [
    key,
    (size) => modal([section()], { [key]: plain(size) }),
    24,
    `must be less than 25 characters [json-pointer:/view/${key}/text]`,
  ]),
  [
    'blocks',
    (size) => modal(times(size, () => section())),
    100,
    'no more than 100 items allowed [json-pointer:/view/blocks]',
  ],
  [
    'private_metadata',
    (size) => modal([], { private_metadata: text(size) }),
    3000,
    'must be less than 3001 characters [json-pointer:/view/private_metadata]',
  ],
  [
    'callback_id',
    (size) => modal([], { callback_id: text(size) }),
    255,
    'must be less than 256 characters [json-pointer:/view/callback_id]',
  ],
  [
    'external_id',
    (size) => modal([], { external_id: text(size) }),
    255,
    'must be less than 256 characters [json-pointer:/view/external_id]',
  ],
  [
    'alert text',
    (size) => modal([{ type: 'alert', text: plain(size), level: 'warning' }]),
    200,
    'must be less than 201 characters [json-pointer:/view/blocks/0/text/text]',
  ],
  [
    'files of a file input',
    (size) => modal([input({ type: 'file_input', max_files: size })]),
    10,
    'must be no more than 10 [json-pointer:/view/blocks/0/element/max_files]',
  ],
];

describe('limits of a modal', () => {
  test.each(limits)('%s just fits', (_, view, most) => {
    const fitting = view(most);
    expect(validateView(fitting, 'modal')).toEqual({ ok: true, view: fitting });
  });

  test.each(limits)('%s one too many', (_, view, most, message) => {
    expect(validateView(view(most + 1), 'modal')).toMatchObject({ error: 'invalid_arguments' });
    expect(messagesFor(view(most + 1))).toEqual([message]);
  });

  test('250,000 bytes', () => {
    // Fields of 2,000 letters that take three bytes each, and one field that fills up exactly.
    const sized = (bytes: number) => {
      const view = (last: string) =>
        modal([
          ...times(4, () => ({ type: 'section', fields: times(10, () => plain(2000)) })),
          section({ text: { type: 'plain_text', text: last } }),
        ]);
      const rest = bytes - Buffer.byteLength(JSON.stringify(view('')));
      return view('a'.repeat(rest % 3) + text(Math.floor(rest / 3)));
    };
    expect(messagesFor(sized(250_000))).toEqual([]);
    expect(validateView(sized(250_001), 'modal')).toEqual({
      ok: false,
      error: 'view_too_large',
      messages: ['must be no more than 250000 bytes [json-pointer:/view]'],
    });
  });
});

describe('a modal', () => {
  test('with an input needs a submit button', () => {
    const view = modal([section(), input(make.textInput())], { submit: undefined });
    expect(messagesFor(view)).toEqual([
      'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]',
    ]);
  });

  test('needs a title', () => {
    expect(messagesFor({ type: 'modal', blocks: [] })).toEqual([
      'missing required field: title [json-pointer:/view]',
    ]);
  });

  test('has no other keys', () => {
    expect(messagesFor(modal([], { state: {}, id: 'V1' }))).toEqual([
      'invalid additional property: state [json-pointer:/view]',
      'invalid additional property: id [json-pointer:/view]',
    ]);
  });

  test.each([
    ['table', make.table(1, 1)],
    ['markdown', { type: 'markdown', text: 'x' }],
    ['data_visualization', make.pie(1)],
    ['context_actions', { type: 'context_actions', elements: [] }],
  ])('shows no %s', (type, block) => {
    expect(messagesFor(modal([section(), block]))).toEqual([
      `unsupported type: ${type} [json-pointer:/view/blocks/1/type]`,
    ]);
    expect(messagesFor(home([block]), 'home')).toEqual([
      `unsupported type: ${type} [json-pointer:/view/blocks/0/type]`,
    ]);
  });

  test('focuses one element', () => {
    const focused = () => input(make.textInput({ focus_on_load: true }));
    expect(messagesFor(modal([focused()]))).toEqual([]);
    expect(messagesFor(modal([focused(), focused()]))).toEqual([
      'only one element can have `focus_on_load` [json-pointer:/view/blocks/1/element/focus_on_load]',
    ]);
  });

  test('may ask for a response_url, in an input block', () => {
    const select = { type: 'conversations_select', response_url_enabled: true };
    expect(messagesFor(modal([input(select)]))).toEqual([]);
    expect(messagesFor(modal([section({ accessory: select })]))).toEqual([
      '`response_url_enabled` is only for input blocks in modals [json-pointer:/view/blocks/0/accessory]',
    ]);
  });
});

describe('a Home tab', () => {
  test('takes inputs without a submit button', () => {
    const view = home([input(make.textInput())], { callback_id: 'home' });
    expect(validateView(view, 'home')).toEqual({ ok: true, view });
  });

  test.each([
    [
      'title',
      home([], { title: plain() }),
      'invalid additional property: title [json-pointer:/view]',
    ],
    [
      'alert',
      home([{ type: 'alert', text: plain() }]),
      'unsupported type: alert [json-pointer:/view/blocks/0/type]',
    ],
    [
      'file input',
      home([input({ type: 'file_input' })]),
      'unsupported type: file_input [json-pointer:/view/blocks/0/element/type]',
    ],
    ['modal', modal([]), 'must be a valid enum value [json-pointer:/view/type]'],
  ])('takes no %s', (_, view, message) => {
    expect(messagesFor(view, 'home')).toContain(message);
  });

  test.each([undefined, null, 'x', []])('is not %j', (view) => {
    expect(messagesFor(view, 'home')).toEqual(['must provide an object [json-pointer:/view]']);
  });
});
