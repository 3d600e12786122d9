/** Smallest valid pieces of Block Kit, for tests to stretch. */
export const text = (length: number) => 'ắ'.repeat(length);
export const plain = (length = 3) => ({ type: 'plain_text', text: text(length) });
export const mrkdwn = (length = 3) => ({ type: 'mrkdwn', text: text(length) });
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const option = (index = 0, length = 5) => ({
  text: plain(length),
  value: `gia-tri-${index}`,
});
export const options = (count: number) => times(count, (index) => option(index));
export const button = (extra: object = {}) => ({ type: 'button', text: plain(), ...extra });
export const section = (extra: object = {}) => ({ type: 'section', text: plain(), ...extra });
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const input = (element: object, extra: object = {}) => ({
  type: 'input',
  label: plain(),
  element,
  ...extra,
});
export const select = (extra: object = {}) => ({
  type: 'static_select',
  options: options(2),
  ...extra,
});
export const textInput = (extra: object = {}) => ({ type: 'plain_text_input', ...extra });
export const confirm = (extra: object = {}) => ({
  title: plain(),
  text: plain(),
  confirm: plain(),
  deny: plain(),
  ...extra,
});
export const table = (rows: number, cells: number, length = 1) => ({
  type: 'table',
  rows: times(rows, () => times(cells, () => ({ type: 'raw_text', text: text(length) }))),
});
export const pie = (segments: number, extra: object = {}) => ({
  type: 'data_visualization',
  title: 'Tỷ lệ',
  chart: {
    type: 'pie',
    segments: times(segments, (index) => ({ label: `Phần ${index}`, value: 1 })),
  },
  ...extra,
});
export const bars = (series: number, points: number) => ({
  type: 'data_visualization',
  title: 'Tiến độ',
  chart: {
    type: 'bar',
    series: times(series, (index) => ({
      name: `Dãy ${index}`,
      data: times(points, (point) => ({ label: `T${point}`, value: point })),
    })),
    axis_config: { categories: times(points, (point) => `T${point}`) },
  },
});
export const richText = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
export const modal = (blocks: object[], extra: object = {}) => ({
  type: 'modal',
  title: plain(),
  submit: plain(),
  blocks,
  ...extra,
});
export const home = (blocks: object[], extra: object = {}) => ({ type: 'home', blocks, ...extra });
