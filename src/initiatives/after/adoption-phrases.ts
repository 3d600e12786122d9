import { phrasebook } from '../../kernel/language.ts';
import { formatVnd, formatWhole } from '../../kernel/numbers.ts';
import { type Day, formatDay } from '../../kernel/time.ts';

type Name = { number: string; title: string };

/** Taking up an initiative of another unit and reporting its effect. */
export const adoptionPhrases = phrasebook({
  // ── the form ──
  adopt: { vi: 'Áp dụng tại đơn vị', en: 'Apply at my unit' },
  adoptSubmit: { vi: 'Ghi áp dụng', en: 'Record' },
  cancel: { vi: 'Để sau', en: 'Not now' },
  close: { vi: 'Đóng', en: 'Close' },
  about: {
    vi: (p: Name) => `Sáng kiến *${p.number}* – ${p.title}`,
    en: (p: Name) => `Initiative *${p.number}* – ${p.title}`,
  },
  unit: { vi: 'Đơn vị áp dụng', en: 'Unit' },
  chooseUnit: { vi: 'Gõ tên đơn vị', en: 'Type the unit’s name' },
  since: { vi: 'Áp dụng từ ngày', en: 'Applied since' },
  how: { vi: 'Áp dụng như thế nào', en: 'How it is applied' },
  howHint: {
    vi: 'Ở bộ phận nào, có điều chỉnh gì. Tác giả và thư ký đơn vị có sáng kiến đọc được.',
    en: 'Where in the unit, with which changes. The authors and their secretary read this.',
  },
  responsible: { vi: 'Người phụ trách', en: 'Who is responsible' },
  responsibleHint: {
    vi: 'Người này cùng thủ trưởng được nhắc báo cáo hiệu quả sau 6 tháng, rồi mỗi năm một lần.',
    en: 'With the head, this person is reminded of the report after 6 months, then once a year.',
  },

  // ── one adoption ──
  adoptionTitle: { vi: 'Áp dụng sáng kiến', en: 'Applied initiative' },
  adoptedNow: {
    vi: ':white_check_mark: Đã ghi. Tác giả và thư ký đơn vị có sáng kiến được báo.',
    en: ':white_check_mark: Recorded. The authors and their secretary are told.',
  },
  adoptedBefore: {
    vi: 'Đơn vị đã ghi áp dụng từ trước; không có gì thay đổi.',
    en: 'The unit applies it already; nothing was changed.',
  },
  appliesSince: {
    vi: (p: { unit: string; since: Day }) => `*${p.unit}* áp dụng từ ngày *${formatDay(p.since)}*`,
    en: (p: { unit: string; since: Day }) => `*${p.unit}* applies it since *${formatDay(p.since)}*`,
  },
  stopped: {
    vi: (p: { endedOn: Day }) => `Thôi áp dụng từ ngày *${formatDay(p.endedOn)}*. Lý do:`,
    en: (p: { endedOn: Day }) => `Stopped on *${formatDay(p.endedOn)}*. Reason:`,
  },
  responsibleIs: {
    vi: (p: { name: string }) => `Người phụ trách: ${p.name}`,
    en: (p: { name: string }) => `Responsible: ${p.name}`,
  },
  reportsHeading: { vi: 'Hiệu quả đã báo cáo', en: 'Effects reported' },
  noReports: { vi: 'Chưa có báo cáo.', en: 'No report yet.' },
  reportLine: {
    vi: (p: { year: number; hours: bigint; dong: bigint; by: string; at: string; times: number }) =>
      `*Năm ${p.year}*: ${formatWhole(p.hours)} giờ, ${formatVnd(p.dong)}\n${p.by}, ${p.at}${p.times > 0 ? `; đã sửa ${p.times} lần` : ''}`,
    en: (p: { year: number; hours: bigint; dong: bigint; by: string; at: string; times: number }) =>
      `*${p.year}*: ${formatWhole(p.hours)} hours, ${formatVnd(p.dong)}\n${p.by}, ${p.at}${p.times > 0 ? `; corrected ${p.times} times` : ''}`,
  },
  correct: {
    vi: (p: { year: number }) => `Sửa báo cáo năm ${p.year}`,
    en: (p: { year: number }) => `Correct ${p.year}`,
  },
  report: { vi: 'Báo cáo hiệu quả', en: 'Report the effect' },
  end: { vi: 'Thôi áp dụng', en: 'Stop applying' },
  view: { vi: 'Xem, báo cáo', en: 'View, report' },

  // ── the report ──
  reportTitle: { vi: 'Báo cáo hiệu quả', en: 'Report of the effect' },
  reportSubmit: { vi: 'Gửi báo cáo', en: 'Report' },
  year: { vi: 'Năm', en: 'Year' },
  yearIs: {
    vi: (p: { year: number }) => `Sửa báo cáo năm *${p.year}*. Số cũ được giữ trong lịch sử.`,
    en: (p: { year: number }) =>
      `Correcting the report of *${p.year}*. The old figures stay on record.`,
  },
  hours: { vi: 'Số giờ làm việc tiết kiệm trong năm', en: 'Working hours saved in the year' },
  hoursHint: { vi: 'Số nguyên, ví dụ: 1.200', en: 'A whole number, as in 1.200' },
  dong: { vi: 'Số tiền tiết kiệm trong năm (đồng)', en: 'Money saved in the year (đồng)' },
  dongHint: {
    vi: 'Số nguyên, ví dụ: 34.500.000. Không có thì ghi 0.',
    en: 'A whole number, as in 34.500.000. Write 0 if there is none.',
  },
  note: { vi: 'Cách tính, kết quả khác', en: 'How it was found, other effects' },
  reported: {
    vi: ':white_check_mark: Đã nhận báo cáo. Số tổng của sáng kiến tính theo báo cáo mới nhất.',
    en: ':white_check_mark: Reported. The initiative’s sums go by the newest report.',
  },
  reportedBefore: {
    vi: 'Báo cáo này đã được nhận từ trước; không có gì thay đổi.',
    en: 'This report was received already; nothing was changed.',
  },

  // ── the end ──
  endTitle: { vi: 'Thôi áp dụng', en: 'Stop applying' },
  endedOn: { vi: 'Từ ngày', en: 'On' },
  endReason: { vi: 'Lý do', en: 'Reason' },
  endHint: {
    vi: 'Tác giả đọc được lý do này. Các báo cáo đã gửi vẫn được tính.',
    en: 'The authors read this. What was reported still counts.',
  },
  endedNow: { vi: ':white_check_mark: Đã ghi.', en: ':white_check_mark: Recorded.' },
  endedBefore: {
    vi: 'Việc thôi áp dụng đã được ghi từ trước; không có gì thay đổi.',
    en: 'That it stopped was recorded already; nothing was changed.',
  },

  // ── messages ──
  adoptedText: {
    vi: (p: Name & { unit: string }) => `${p.unit} áp dụng sáng kiến ${p.number}: ${p.title}`,
    en: (p: Name & { unit: string }) => `${p.unit} applies initiative ${p.number}: ${p.title}`,
  },
  adoptedHeading: { vi: 'Sáng kiến được áp dụng', en: 'Your initiative spreads' },
  endedText: {
    vi: (p: Name & { unit: string }) => `${p.unit} thôi áp dụng sáng kiến ${p.number}: ${p.title}`,
    en: (p: Name & { unit: string }) =>
      `${p.unit} stopped applying initiative ${p.number}: ${p.title}`,
  },
  endedHeading: { vi: 'Đơn vị thôi áp dụng', en: 'A unit stopped applying it' },
  dueText: {
    vi: (p: { count: number }) => `${p.count} sáng kiến đang áp dụng chờ báo cáo hiệu quả`,
    en: (p: { count: number }) =>
      `${p.count} applied ${p.count === 1 ? 'initiative waits' : 'initiatives wait'} for a report`,
  },
  dueHeading: { vi: 'Đến kỳ báo cáo hiệu quả', en: 'Reports are due' },
  dueHint: {
    vi: 'Nhắc sau 6 tháng áp dụng, rồi mỗi năm một lần. Xem tất cả: `/sangkien áp dụng`',
    en: 'A reminder comes after 6 months, then once a year. All of them: `/sangkien applied`',
  },
  more: {
    vi: (p: { count: number }) => `… và ${p.count} sáng kiến khác`,
    en: (p: { count: number }) => `… and ${p.count} more`,
  },

  // ── the list ──
  listHeading: { vi: 'Sáng kiến đơn vị đang áp dụng', en: 'Initiatives that your units apply' },
  listNone: {
    vi: 'Đơn vị của anh/chị chưa áp dụng sáng kiến nào của đơn vị khác.',
    en: 'Your units apply no initiative of another unit yet.',
  },
  listLine: {
    vi: (p: Name & { unit: string; since: Day; dueOn: Day | null; due: boolean }) =>
      `*${p.number}* – ${p.title}\n${p.unit}, từ ${formatDay(p.since)}${p.due ? '; :hourglass_flowing_sand: *chờ báo cáo hiệu quả*' : p.dueOn ? `; báo cáo tiếp theo: ${formatDay(p.dueOn)}` : ''}`,
    en: (p: Name & { unit: string; since: Day; dueOn: Day | null; due: boolean }) =>
      `*${p.number}* – ${p.title}\n${p.unit}, since ${formatDay(p.since)}${p.due ? '; :hourglass_flowing_sand: *a report is due*' : p.dueOn ? `; next report: ${formatDay(p.dueOn)}` : ''}`,
  },
  newest: {
    vi: 'Mới được công nhận ở đơn vị khác, có thể áp dụng',
    en: 'Newly recognised elsewhere, for you to apply',
  },
  newestLine: {
    vi: (p: Name & { unit: string }) => `*${p.number}* – ${p.title}\n${p.unit}`,
    en: (p: Name & { unit: string }) => `*${p.number}* – ${p.title}\n${p.unit}`,
  },
  home: {
    vi: (p: { count: number }) => `*${p.count}* sáng kiến đang áp dụng chờ báo cáo hiệu quả.`,
    en: (p: { count: number }) =>
      `*${p.count}* applied ${p.count === 1 ? 'initiative waits' : 'initiatives wait'} for a report of the effect.`,
  },
});
