import { phrasebook } from '../../kernel/language.ts';
import { formatVnd, formatWhole } from '../../kernel/numbers.ts';
import { type Day, formatDay } from '../../kernel/time.ts';

type Name = { number: string; title: string };
type Begin = { since: Day; begun: boolean };

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
    vi: (p: Begin & { unit: string }) =>
      `*${p.unit}* ${p.begun ? 'áp dụng' : 'sẽ áp dụng'} từ ngày *${formatDay(p.since)}*`,
    en: (p: Begin & { unit: string }) =>
      `*${p.unit}* ${p.begun ? 'applies it since' : 'will apply it from'} *${formatDay(p.since)}*`,
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
    vi: (p: Name & { unit: string; begun: boolean }) =>
      `${p.unit} ${p.begun ? 'áp dụng' : 'sẽ áp dụng'} sáng kiến ${p.number}: ${p.title}`,
    en: (p: Name & { unit: string; begun: boolean }) =>
      `${p.unit} ${p.begun ? 'applies' : 'will apply'} initiative ${p.number}: ${p.title}`,
  },
  adoptedHeading: {
    vi: (p: { begun: boolean }) =>
      p.begun ? 'Sáng kiến được áp dụng' : 'Sáng kiến sẽ được áp dụng',
    en: (p: { begun: boolean }) =>
      p.begun ? 'Your initiative spreads' : 'Your initiative is going to spread',
  },
  assignedText: {
    vi: (p: Name) => `Anh/chị phụ trách áp dụng sáng kiến ${p.number}: ${p.title}`,
    en: (p: Name) => `You are responsible for applying initiative ${p.number}: ${p.title}`,
  },
  assignedHeading: { vi: 'Anh/chị phụ trách áp dụng', en: 'You are responsible' },
  assignedNext: {
    vi: 'Anh/chị theo dõi việc áp dụng và báo cáo hiệu quả; Thi Đua nhắc sau 6 tháng, rồi mỗi năm một lần. Xem lại: `/sangkien áp dụng`',
    en: 'Please follow how it is applied and report the effect; a reminder comes after 6 months, then once a year. Look at it again: `/sangkien applied`',
  },
  annulledText: {
    vi: (p: Name) => `Sáng kiến đơn vị đang áp dụng đã bị hủy công nhận: ${p.number} – ${p.title}`,
    en: (p: Name) =>
      `The recognition of an applied initiative was annulled: ${p.number} – ${p.title}`,
  },
  annulledHeading: { vi: 'Sáng kiến đã bị hủy công nhận', en: 'Recognition annulled' },
  annulledNext: {
    vi: (p: { unit: string }) =>
      `*${p.unit}* đã ghi áp dụng sáng kiến này. Không còn nhắc và nhận báo cáo hiệu quả; báo cáo cũ được giữ. Thủ trưởng quyết định có tiếp tục áp dụng hay không; thôi áp dụng thì bấm *Xem, báo cáo*.`,
    en: (p: { unit: string }) =>
      `*${p.unit}* has recorded that it applies this initiative. No more reports are asked for or taken; those made stay. Its head decides whether to go on; to stop, press *View, report*.`,
  },
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
    vi: (p: Name & Begin & { unit: string; annulled: boolean; dueOn: Day | null; due: boolean }) =>
      `*${p.number}* – ${p.title}\n${p.unit}, ${p.begun ? '' : 'sẽ áp dụng '}từ ${formatDay(p.since)}${p.annulled ? '; :no_entry: *đã hủy công nhận*' : ''}${p.due ? '; :hourglass_flowing_sand: *chờ báo cáo hiệu quả*' : p.dueOn ? `; báo cáo tiếp theo: ${formatDay(p.dueOn)}` : ''}`,
    en: (p: Name & Begin & { unit: string; annulled: boolean; dueOn: Day | null; due: boolean }) =>
      `*${p.number}* – ${p.title}\n${p.unit}, ${p.begun ? 'since' : 'to be applied from'} ${formatDay(p.since)}${p.annulled ? '; :no_entry: *recognition annulled*' : ''}${p.due ? '; :hourglass_flowing_sand: *a report is due*' : p.dueOn ? `; next report: ${formatDay(p.dueOn)}` : ''}`,
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
