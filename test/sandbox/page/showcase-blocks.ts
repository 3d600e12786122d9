/** Blocks with one of everything that the page must draw and answer for. */
import type { HomeView, KnownBlock, ModalView, PlainTextElement } from '@slack/types';
import type { DataVisualizationBlock } from '../../../src/sandbox/validation/block-kit/charts.ts';

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text };
}

export function option(text: string, value: string, description?: string) {
  return {
    text: plain(text),
    value,
    ...(description === undefined ? {} : { description: plain(description) }),
  };
}

const TITLES = [
  option('Lao động tiên tiến', 'ldtt'),
  option('Chiến sĩ thi đua cơ sở', 'cstdcs'),
  option('Chiến sĩ thi đua ngành', 'cstdn'),
];

/** Every input that has a state. Its submission must carry exactly what was entered. */
export function formView(): ModalView {
  const input = (block_id: string, label: string, element: object, rest: object = {}) =>
    ({ type: 'input', block_id, label: plain(label), element, ...rest }) as KnownBlock;
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain('Đăng ký danh hiệu'),
    submit: plain('Gửi đăng ký'),
    close: plain('Để sau'),
    blocks: [
      {
        type: 'section',
        block_id: 'intro',
        text: {
          type: 'mrkdwn',
          text: 'Đăng ký thi đua năm *2026*. Hạn nộp: <!date^1782864000^{date_short_pretty}|hạn>.',
        },
      },
      input(
        'name',
        'Tên sáng kiến',
        { type: 'plain_text_input', action_id: 'text', min_length: 5, max_length: 120 },
        { hint: plain('Ngắn gọn, nêu được việc đã làm.') },
      ),
      input(
        'detail',
        'Nội dung',
        { type: 'plain_text_input', action_id: 'text', multiline: true },
        { optional: true },
      ),
      input('amount', 'Số tiền làm lợi', {
        type: 'number_input',
        action_id: 'number',
        is_decimal_allowed: false,
      }),
      input('mail', 'Thư điện tử', { type: 'email_text_input', action_id: 'mail' }),
      input('title', 'Danh hiệu', {
        type: 'static_select',
        action_id: 'pick',
        placeholder: plain('Chọn danh hiệu'),
        options: TITLES,
      }),
      input('titles', 'Danh hiệu khác', {
        type: 'multi_static_select',
        action_id: 'pick',
        options: TITLES,
        max_selected_items: 2,
      }),
      input('author', 'Đồng tác giả', { type: 'users_select', action_id: 'user' }),
      input('room', 'Kênh thông báo', { type: 'conversations_select', action_id: 'room' }),
      input('unit', 'Đơn vị', {
        type: 'external_select',
        action_id: 'unit',
        min_query_length: 1,
      }),
      input('day', 'Ngày áp dụng', { type: 'datepicker', action_id: 'day' }),
      input('hour', 'Giờ họp', { type: 'timepicker', action_id: 'hour' }),
      input('moment', 'Hạn góp ý', { type: 'datetimepicker', action_id: 'moment' }),
      input('kinds', 'Phạm vi', {
        type: 'checkboxes',
        action_id: 'boxes',
        options: [option('Tại đơn vị', 'unit'), option('Toàn ngành', 'sector', 'Cần hội đồng')],
      }),
      input('level', 'Mức độ', {
        type: 'radio_buttons',
        action_id: 'radio',
        options: [option('Cao', 'high'), option('Vừa', 'middle')],
      }),
      input('story', 'Tóm tắt', { type: 'rich_text_input', action_id: 'rich' }),
      input('file', 'Tệp kèm theo', { type: 'file_input', action_id: 'file' }, { optional: true }),
    ],
  };
}

/** A message with the blocks that only show, and the elements that act at once. */
export function messageBlocks(): KnownBlock[] {
  return [
    { type: 'header', text: plain('Phiên bỏ phiếu: Sáng kiến 2026-014') },
    {
      type: 'section',
      block_id: 'what',
      text: {
        type: 'mrkdwn',
        text: '*Rút ngắn thời gian giải quyết hồ sơ*\n> Từ 5 ngày còn 3 ngày, áp dụng tại 12 đơn vị.\nĐiểm `86/100` :trophy:',
      },
      accessory: {
        type: 'overflow',
        action_id: 'more',
        options: [option('Xem hồ sơ', 'dossier'), option('Nêu ý kiến', 'opinion')],
      },
    },
    {
      type: 'section',
      block_id: 'facts',
      fields: [
        { type: 'mrkdwn', text: '*Tác giả*\nNguyễn Thị Lan' },
        { type: 'mrkdwn', text: '*Thưởng*\n2.340.000 đ' },
        { type: 'mrkdwn', text: '*Đủ số phiếu*\n6 trên 8' },
        { type: 'mrkdwn', text: '*Hạn*\n<!date^1782864000^{date_num} {time}|hạn>' },
      ],
    },
    { type: 'divider' },
    {
      type: 'table',
      block_id: 'scores',
      column_settings: [{ is_wrapped: true }, { align: 'right' }],
      rows: [
        [
          { type: 'raw_text', text: 'Tiêu chí' },
          { type: 'raw_text', text: 'Điểm' },
        ],
        [
          { type: 'raw_text', text: 'Tính mới' },
          { type: 'raw_text', text: '28' },
        ],
        [
          { type: 'raw_text', text: 'Hiệu quả áp dụng' },
          { type: 'raw_text', text: '58' },
        ],
      ],
    },
    {
      type: 'rich_text',
      block_id: 'list',
      elements: [
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text: 'Có minh chứng' }] },
            {
              type: 'rich_text_section',
              elements: [{ type: 'text', text: '<b>không phải thẻ</b>', style: { bold: true } }],
            },
          ],
        },
      ],
    },
    {
      type: 'actions',
      block_id: 'vote',
      elements: [
        {
          type: 'button',
          action_id: 'agree',
          text: plain('Đồng ý'),
          style: 'primary',
          value: 'ballot-7',
        },
        {
          type: 'button',
          action_id: 'refuse',
          text: plain('Không đồng ý'),
          style: 'danger',
          value: 'ballot-7',
          confirm: {
            title: plain('Bỏ phiếu không đồng ý'),
            text: plain('Phiếu đã bỏ không đổi được.'),
            confirm: plain('Bỏ phiếu'),
            deny: plain('Quay lại'),
            style: 'danger',
          },
        },
        {
          type: 'static_select',
          action_id: 'grade',
          placeholder: plain('Xếp loại'),
          options: [option('Loại A', 'a'), option('Loại B', 'b')],
        },
        { type: 'datepicker', action_id: 'when' },
        { type: 'button', action_id: 'silent', text: plain('Nút không trả lời') },
      ],
    },
    {
      type: 'context',
      elements: [{ type: 'mrkdwn', text: 'Theo Điều 12 quy chế hội đồng · phiếu mở' }],
    },
  ];
}

const QUARTERS = ['Quý I', 'Quý II', 'Quý III', 'Quý IV'];

function series(name: string, values: readonly number[]) {
  return { name, data: QUARTERS.map((label, index) => ({ label, value: values[index] ?? 0 })) };
}

const axis_config = { categories: QUARTERS, x_label: 'Quý', y_label: 'Số sáng kiến' };

/** Every kind of chart; a message takes two of them. */
export const charts = {
  pie: {
    type: 'data_visualization',
    block_id: 'pie',
    title: 'Sáng kiến theo lĩnh vực',
    chart: {
      type: 'pie',
      segments: [
        { label: 'Thu, sổ thẻ', value: 14 },
        { label: 'Giám định BHYT', value: 9 },
        { label: 'Chế độ BHXH', value: 6 },
        { label: 'Truyền thông', value: 3 },
      ],
    },
  },
  bar: {
    type: 'data_visualization',
    block_id: 'bar',
    title: 'Sáng kiến đã nộp và được công nhận',
    chart: {
      type: 'bar',
      series: [series('Đã nộp', [4, 9, 7, 12]), series('Được công nhận', [2, 5, 6, 8])],
      axis_config,
    },
  },
  line: {
    type: 'data_visualization',
    block_id: 'line',
    title: 'Lượt hưởng ứng phong trào',
    chart: {
      type: 'line',
      series: [series('Cá nhân', [120, 340, 305, 512.5]), series('Tập thể', [12, 18, 22, 31])],
      axis_config: { categories: QUARTERS },
    },
  },
  area: {
    type: 'data_visualization',
    block_id: 'area',
    title: 'Quỹ khen thưởng đã dùng',
    chart: {
      type: 'area',
      series: [series('Triệu đồng', [10, 45, 62, 98])],
      axis_config: { categories: QUARTERS, y_label: 'Triệu đồng' },
    },
  },
} satisfies Record<string, DataVisualizationBlock>;

export function homeView(): HomeView {
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plain('Việc của anh/chị') },
      {
        type: 'section',
        block_id: 'todo',
        text: { type: 'mrkdwn', text: '*2* hồ sơ chờ xác nhận' },
        accessory: {
          type: 'button',
          action_id: 'home_open',
          text: plain('Mở'),
          value: 'todo',
        },
      },
      { type: 'divider' },
      {
        type: 'actions',
        block_id: 'quick',
        elements: [
          {
            type: 'button',
            action_id: 'home_register',
            text: plain('Đăng ký danh hiệu'),
            style: 'primary',
          },
          {
            type: 'button',
            action_id: 'home_idea',
            text: plain('Gửi sáng kiến'),
          },
        ],
      },
    ],
  };
}
