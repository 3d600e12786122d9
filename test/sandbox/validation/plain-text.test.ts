import { expect, test } from 'vitest';
import { plainText, plainTextOfView } from '../../../src/sandbox/validation/plain-text.ts';
import * as make from './block-fixtures.ts';

const words = (text: string) => ({ type: 'plain_text', text });
const marked = (text: string) => ({ type: 'mrkdwn', text });
const choice = (text: string) => ({ text: words(text), value: text });

test('the text, when there are no blocks', () => {
  expect(plainText(undefined, '*Hạn* 25/12 &amp; <@U1>')).toBe('Hạn 25/12 & <@U1>');
  expect(plainText([], undefined)).toBe('');
});

test('the blocks instead of the text, in order', () => {
  const blocks = [
    { type: 'header', text: words('Họp hội đồng') },
    make.section({
      text: marked(
        'Mời <@U1> dự <https://vi.du|phiên họp> :tada:\n&gt; lúc <!date^5^{time}|08:00>',
      ),
      fields: [marked('*Phòng*: 301'), words('*Tầng*: 3')],
      accessory: make.button({ text: words('Xem') }),
    }),
    { type: 'divider' },
    make.actions(
      make.button({ text: words('Đồng ý'), confirm: make.confirm() }),
      make.select({
        placeholder: words('Chọn đơn vị'),
        options: [choice('Phòng A'), choice('Phòng B')],
      }),
      { type: 'overflow', options: [choice('Trả lại')] },
    ),
    { type: 'context', elements: [marked('_Mật_'), { type: 'image', alt_text: 'Quốc huy' }] },
  ];
  expect(plainText(blocks, 'không đọc').split('\n')).toEqual([
    'Họp hội đồng',
    'Mời <@U1> dự phiên họp :tada:',
    'lúc 08:00',
    'Phòng: 301',
    '*Tầng*: 3',
    '[Xem]',
    '[Đồng ý]',
    '[Chọn đơn vị]',
    '- Phòng A',
    '- Phòng B',
    '- Trả lại',
    'Mật',
    'Quốc huy',
  ]);
});

test('rich text, tables and charts', () => {
  const blocks = [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: '*Chào* ' },
            { type: 'user', user_id: 'U1' },
            { type: 'emoji', name: 'wave' },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'ordered',
          elements: ['một', 'hai'].map((text) => ({
            type: 'rich_text_section',
            elements: [{ type: 'text', text }],
          })),
        },
      ],
    },
    {
      type: 'table',
      rows: [
        [
          { type: 'raw_text', text: 'Điểm' },
          { type: 'raw_number', value: 9.5, text: '9,5' },
          make.richText({ type: 'link', url: 'https://vi.du', text: 'xem' }),
        ],
      ],
    },
    make.pie(2),
    make.bars(1, 2),
  ];
  expect(plainText(blocks, undefined).split('\n')).toEqual([
    '*Chào* <@U1>:wave:',
    '1. một',
    '2. hai',
    'Điểm | 9,5 | xem',
    'Tỷ lệ',
    'Phần 0: 1',
    'Phần 1: 1',
    'Tiến độ',
    'Dãy 0 – T0: 0, T1: 1',
  ]);
});

test('a whole view', () => {
  const view = {
    type: 'modal',
    title: words('Đăng ký'),
    submit: words('Gửi'),
    close: words('Hủy'),
    blocks: [
      {
        type: 'input',
        label: words('Danh hiệu'),
        hint: words('Chọn một'),
        element: { type: 'radio_buttons', options: [choice('LĐTT'), choice('CSTĐCS')] },
      },
      {
        type: 'input',
        label: words('Lý do'),
        element: make.textInput({ initial_value: 'đủ tiêu chuẩn' }),
      },
    ],
  };
  expect(plainTextOfView(view).split('\n')).toEqual([
    'Đăng ký',
    'Danh hiệu',
    '- LĐTT',
    '- CSTĐCS',
    'Chọn một',
    'Lý do',
    '[đủ tiêu chuẩn]',
    '[Gửi]',
    '[Hủy]',
  ]);
});
