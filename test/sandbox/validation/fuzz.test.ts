/** Whatever JSON an app sends, it gets an answer: nothing throws and no refusal is without reason. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateMessageBlocks } from '../../../src/sandbox/validation/blocks.ts';
import { parseManifest } from '../../../src/sandbox/validation/manifest.ts';
import { plainText, plainTextOfView } from '../../../src/sandbox/validation/plain-text.ts';
import { validateViewState } from '../../../src/sandbox/validation/view-state.ts';
import { validateView } from '../../../src/sandbox/validation/views.ts';
import * as make from './block-fixtures.ts';

const TYPES = [
  ...['section', 'header', 'divider', 'context', 'actions', 'input', 'image', 'rich_text', 'table'],
  ...['markdown', 'video', 'alert', 'data_visualization', 'card', 'carousel', 'container', 'plan'],
  ...['button', 'static_select', 'multi_static_select', 'checkboxes', 'plain_text_input', 'pie'],
  ...['rich_text_section', 'rich_text_list', 'text', 'link', 'raw_text', 'plain_text', 'mrkdwn'],
];
const KEYS = [
  ...['type', 'text', 'elements', 'element', 'accessory', 'fields', 'options', 'option_groups'],
  ...['initial_option', 'initial_options', 'block_id', 'action_id', 'rows', 'chart', 'label'],
  ...['child_blocks', 'title', 'blocks', 'confirm', 'filter', 'segments', 'series', 'axis_config'],
  ...['__proto__', 'constructor', 'toString', 'a/b~c'],
];

/** JSON that looks enough like Block Kit to get deep into the rules. */
const { value: nearBlockKit } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<unknown>(...TYPES, '', null, 0, -1, true, 'x'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .tuple(
        fc.constantFrom(...TYPES),
        fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4 }),
      )
      .map(([type, rest]) => ({ ...rest, type })),
  ),
}));
const anyJson = fc.oneof(fc.jsonValue(), nearBlockKit, fc.array(nearBlockKit, { maxLength: 3 }));

test('messages', () => {
  fc.assert(
    fc.property(anyJson, fc.option(fc.string(), { nil: undefined }), (blocks, text) => {
      const result = validateMessageBlocks(blocks, text);
      if (!result.ok && result.error !== 'no_text') expect(result.messages).not.toEqual([]);
      plainText(Array.isArray(blocks) ? blocks : [blocks], text);
    }),
    { numRuns: 400 },
  );
});

test('views', () => {
  const view = fc.oneof(
    anyJson,
    fc.array(nearBlockKit, { maxLength: 3 }).map((blocks) => ({ ...make.modal([]), blocks })),
  );
  fc.assert(
    fc.property(view, fc.constantFrom('modal' as const, 'home' as const), (value, surface) => {
      const result = validateView(value, surface);
      if (!result.ok) expect(result.messages).not.toEqual([]);
      plainTextOfView({ value });
      plainTextOfView(typeof value === 'object' && value !== null ? value : {});
    }),
    { numRuns: 400 },
  );
});

test('submissions', () => {
  const fields = [
    'value',
    'selected_option',
    'selected_options',
    'selected_users',
    'selected_date',
  ];
  const states = fc.dictionary(
    fc.constantFrom('b', 'c'),
    fc.dictionary(
      fc.constantFrom('a', 'x'),
      fc.dictionary(fc.constantFrom('type', ...fields), fc.jsonValue({ maxDepth: 2 })),
    ),
  );
  const elements = fc.constantFrom(
    make.textInput({ action_id: 'a' }),
    make.select({ action_id: 'a' }),
    { type: 'checkboxes', options: make.options(2), action_id: 'a' },
    { type: 'multi_users_select', action_id: 'a' },
    { type: 'datepicker', action_id: 'a' },
    { type: 'rich_text_input', action_id: 'a' },
    { type: 'of_tomorrow', action_id: 'a' },
  );
  fc.assert(
    fc.property(elements, states, (element, state) => {
      const blocks = [{ ...make.input(element), block_id: 'b' }];
      const result = validateViewState({ blocks }, state, 'vi-VN');
      expect(Object.keys(result.ok ? result.values : result.errors)).toEqual(
        element.type === 'of_tomorrow' && result.ok ? [] : ['b'],
      );
    }),
    { numRuns: 200 },
  );
});

test('a manifest of any text is read or refused with reasons', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (yaml) => {
      expect(() => parseManifest(yaml)).toThrow(/^The app manifest has \d+ problem/);
    }),
  );
});
