import { describe, expect, test } from 'vitest';
import { validateViewState } from '../../../src/sandbox/validation/view-state.ts';
import * as make from './block-fixtures.ts';

type Result = ReturnType<typeof validateViewState>;

/** A view with one input block "b" whose element "a" holds `state`. */
function check(element: Record<string, unknown>, state: object | null, extra: object = {}): Result {
  const block = { ...make.input({ action_id: 'a', ...element }, extra), block_id: 'b' };
  const values = state === null ? {} : { b: { a: { type: element.type, ...state } } };
  return validateViewState({ blocks: [block] }, values, 'vi-VN');
}

function problem(result: Result): string | undefined {
  return result.ok ? undefined : result.errors.b;
}

const options = make.options(3);

describe('a required field', () => {
  test.each([
    [{ type: 'plain_text_input' }, { value: null }],
    [{ type: 'plain_text_input' }, { value: '' }],
    [{ type: 'number_input', is_decimal_allowed: false }, { value: null }],
    [{ type: 'static_select', options }, { selected_option: null }],
    [{ type: 'checkboxes', options }, { selected_options: [] }],
    [{ type: 'multi_users_select' }, { selected_users: [] }],
    [{ type: 'datepicker' }, { selected_date: null }],
    [{ type: 'file_input' }, { files: [] }],
    [{ type: 'rich_text_input' }, { rich_text_value: { type: 'rich_text', elements: [] } }],
    [{ type: 'plain_text_input' }, null],
  ])('%j without a value (%j)', (element, state) => {
    expect(problem(check(element, state))).toBe('Anh/chị cần điền mục bắt buộc này.');
    expect(check(element, state, { optional: true }).ok).toBe(true);
  });
});

const one = (index: number) => ({ selected_option: options[index] });
const foreign = make.option(9);

const cases: [
  name: string,
  element: Record<string, unknown>,
  good: object,
  bad: object,
  says: string,
][] = [
  [
    'min_length',
    { type: 'plain_text_input', min_length: 5 },
    { value: 'năm ạ' },
    { value: 'bốn ' },
    'Anh/chị cần nhập ít nhất 5 ký tự.',
  ],
  [
    'max_length',
    { type: 'plain_text_input', max_length: 5 },
    { value: 'năm ạ' },
    { value: 'sáu nữ' },
    'Anh/chị chỉ được nhập tối đa 5 ký tự.',
  ],
  [
    'the longest text of all',
    { type: 'plain_text_input' },
    { value: make.text(3000) },
    { value: make.text(3001) },
    'Anh/chị chỉ được nhập tối đa 3000 ký tự.',
  ],
  [
    'a number',
    { type: 'number_input', is_decimal_allowed: true },
    { value: '-9.5' },
    { value: '9,5' },
    'Anh/chị cần nhập một số.',
  ],
  [
    'a whole number',
    { type: 'number_input', is_decimal_allowed: false },
    { value: '9' },
    { value: '9.5' },
    'Anh/chị cần nhập một số nguyên.',
  ],
  [
    'min_value',
    { type: 'number_input', is_decimal_allowed: true, min_value: '0.5' },
    { value: '0.5' },
    { value: '0.4' },
    'Số cần nhập không nhỏ hơn 0.5.',
  ],
  [
    'max_value',
    { type: 'number_input', is_decimal_allowed: false, max_value: '100' },
    { value: '100' },
    { value: '101' },
    'Số cần nhập không lớn hơn 100.',
  ],
  [
    'an e-mail address',
    { type: 'email_text_input' },
    { value: 'lan.nguyen@coquan.example' },
    { value: 'lan.nguyen@' },
    'Anh/chị cần nhập một địa chỉ thư điện tử hợp lệ.',
  ],
  [
    'a link',
    { type: 'url_text_input' },
    { value: 'https://coquan.example/a?b=c' },
    { value: 'coquan' },
    'Anh/chị cần nhập một liên kết hợp lệ.',
  ],
  [
    'a date',
    { type: 'datepicker' },
    { selected_date: '2028-02-29' },
    { selected_date: '2026-02-29' },
    'Anh/chị cần chọn một ngày hợp lệ.',
  ],
  [
    'a time',
    { type: 'timepicker' },
    { selected_time: '23:59' },
    { selected_time: '24:00' },
    'Anh/chị cần chọn một giờ hợp lệ.',
  ],
  [
    'a moment',
    { type: 'datetimepicker' },
    { selected_date_time: 1_780_000_000 },
    { selected_date_time: '1780000000' },
    'Anh/chị cần chọn một giờ hợp lệ.',
  ],
  [
    'an option of a select',
    { type: 'static_select', options },
    one(2),
    { selected_option: foreign },
    'Lựa chọn này không có trong danh sách. Anh/chị vui lòng chọn lại.',
  ],
  [
    'an option of a group',
    { type: 'static_select', option_groups: [{ label: make.plain(), options }] },
    one(2),
    { selected_option: foreign },
    'Lựa chọn này không có trong danh sách. Anh/chị vui lòng chọn lại.',
  ],
  [
    'an option of radio buttons',
    { type: 'radio_buttons', options },
    one(0),
    { selected_option: foreign },
    'Lựa chọn này không có trong danh sách. Anh/chị vui lòng chọn lại.',
  ],
  [
    'options of checkboxes',
    { type: 'checkboxes', options },
    { selected_options: options },
    { selected_options: [options[0], foreign] },
    'Lựa chọn này không có trong danh sách. Anh/chị vui lòng chọn lại.',
  ],
  [
    'max_selected_items',
    { type: 'multi_static_select', options, max_selected_items: 2 },
    { selected_options: options.slice(0, 2) },
    { selected_options: options },
    'Anh/chị chỉ được chọn tối đa 2 mục.',
  ],
  [
    'max_selected_items of people',
    { type: 'multi_users_select', max_selected_items: 1 },
    { selected_users: ['U1'] },
    { selected_users: ['U1', 'U2'] },
    'Anh/chị chỉ được chọn tối đa 1 mục.',
  ],
  [
    'max_files',
    { type: 'file_input', max_files: 1 },
    { files: [{ id: 'F1' }] },
    { files: [{ id: 'F1' }, { id: 'F2' }] },
    'Anh/chị chỉ được tải lên tối đa 1 tệp.',
  ],
  [
    'a person',
    { type: 'users_select' },
    { selected_user: 'U1' },
    { selected_user: 5 },
    'Giá trị này không hợp lệ. Anh/chị vui lòng nhập lại.',
  ],
];

describe('a filled field', () => {
  test.each(cases)('%s', (_, element, good, bad, says) => {
    expect(check(element, good)).toEqual({
      ok: true,
      values: { b: { a: { type: element.type, ...good } } },
    });
    expect(problem(check(element, bad))).toBe(says);
    // An optional field that is filled is checked all the same.
    expect(problem(check(element, bad, { optional: true }))).toBe(says);
  });

  test('an external select shows what the app offered', () => {
    expect(check({ type: 'external_select' }, { selected_option: foreign }).ok).toBe(true);
  });
});

test('English for other locales', () => {
  const block = { ...make.input(make.textInput({ action_id: 'a' })), block_id: 'b' };
  expect(validateViewState({ blocks: [block] }, {}, 'en-US')).toEqual({
    ok: false,
    errors: { b: 'Please complete this required field.' },
  });
});

test('initial values stand in, unknown blocks are dropped, other elements are carried', () => {
  const blocks = [
    { ...make.input(make.textInput({ action_id: 'a', initial_value: 'sẵn' })), block_id: 'b' },
    { ...make.section({ accessory: { type: 'users_select', action_id: 'c' } }), block_id: 'd' },
  ];
  const state = {
    d: { c: { type: 'users_select', selected_user: 'U1' } },
    lost: { a: { type: 'plain_text_input', value: 'x' } },
  };
  expect(validateViewState({ blocks }, state, 'vi-VN')).toEqual({
    ok: true,
    values: {
      b: { a: { type: 'plain_text_input', value: 'sẵn' } },
      d: { c: { type: 'users_select', selected_user: 'U1' } },
    },
  });
});
