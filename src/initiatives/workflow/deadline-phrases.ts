import { phrasebook } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import type { Deadline } from '../rules.ts';

type Kind = Deadline['kind'];

/** Deadlines of initiatives: on Home, in the list and in reminders. */
export const deadlinePhrases = phrasebook({
  close: { vi: 'Đóng', en: 'Close' },
  /** What is to be done, in a line. */
  task: {
    vi: (kind: Kind) =>
      ({
        form_check: 'Kiểm tra hình thức',
        correction: 'Tác giả chỉnh sửa',
        decision: 'Xét và quyết định công nhận',
      })[kind],
    en: (kind: Kind) =>
      ({
        form_check: 'Check of the form',
        correction: 'To be mended by its authors',
        decision: 'Decision on it',
      })[kind],
  },
  homeLine: {
    vi: (p: {
      kind: Kind;
      count: number;
      overdue: number;
      soon: number;
      by: Day;
      number: string;
    }) => {
      const what = {
        form_check: 'sáng kiến chờ kiểm tra hình thức',
        correction: 'sáng kiến chờ tác giả chỉnh sửa',
        decision: 'sáng kiến chờ hội đồng và quyết định',
      }[p.kind];
      const parts = [
        ...(p.overdue > 0 ? [`quá hạn ${p.overdue}`] : []),
        ...(p.soon > 0 ? [`sắp đến hạn ${p.soon}`] : []),
      ];
      return `${p.overdue > 0 ? ':warning: ' : ''}*${p.count}* ${what}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}. Hạn sớm nhất: *${formatDay(p.by)}* (${p.number}).`;
    },
    en: (p: {
      kind: Kind;
      count: number;
      overdue: number;
      soon: number;
      by: Day;
      number: string;
    }) => {
      const one = p.count === 1;
      const what = {
        form_check: one
          ? 'initiative waits for the check of the form'
          : 'initiatives wait for the check of the form',
        correction: one
          ? 'initiative is being mended by its authors'
          : 'initiatives are being mended by their authors',
        decision: one
          ? 'initiative waits for the council and the decision'
          : 'initiatives wait for the council and the decision',
      }[p.kind];
      const parts = [
        ...(p.overdue > 0 ? [`${p.overdue} overdue`] : []),
        ...(p.soon > 0 ? [`${p.soon} due soon`] : []),
      ];
      return `${p.overdue > 0 ? ':warning: ' : ''}*${p.count}* ${what}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}. Earliest deadline: *${formatDay(p.by)}* (${p.number}).`;
    },
  },
  homeHeading: { vi: 'Sáng kiến chờ xử lý', en: 'Initiatives that wait' },
  openOldest: { vi: 'Xem hồ sơ', en: 'View the file' },
  listAll: {
    vi: (p: { count: number }) => `Xem tất cả (${p.count})`,
    en: (p: { count: number }) => `View all (${p.count})`,
  },
  listTitle: { vi: 'Hạn xử lý sáng kiến', en: 'Deadlines' },
  line: {
    vi: (p: { number: string; title: string; task: string; by: Day; left: number }) =>
      `*${p.number}* – ${p.title}\n${p.task}: hạn *${formatDay(p.by)}*, ${p.left < 0 ? `:warning: quá hạn ${-p.left} ngày` : p.left === 0 ? 'hết hạn hôm nay' : `còn ${p.left} ngày`}`,
    en: (p: { number: string; title: string; task: string; by: Day; left: number }) =>
      `*${p.number}* – ${p.title}\n${p.task}: by *${formatDay(p.by)}*, ${p.left < 0 ? `:warning: ${-p.left} days overdue` : p.left === 0 ? 'due today' : `${p.left} days left`}`,
  },
  more: {
    vi: (p: { count: number }) => `và ${p.count} sáng kiến khác; xem ở Trang chủ của Thi Đua.`,
    en: (p: { count: number }) => `and ${p.count} more; see the Home of Thi Đua.`,
  },
  none: {
    vi: 'Không có sáng kiến nào chờ xử lý.',
    en: 'No initiative waits.',
  },
  reminderTitle: { vi: 'Nhắc hạn xử lý sáng kiến', en: 'Deadlines of initiatives' },
  reminderText: {
    vi: (p: { overdue: number; soon: number }) =>
      `Nhắc hạn xử lý sáng kiến: ${[...(p.overdue > 0 ? [`${p.overdue} quá hạn`] : []), ...(p.soon > 0 ? [`${p.soon} sắp đến hạn`] : [])].join(', ')}`,
    en: (p: { overdue: number; soon: number }) =>
      `Deadlines of initiatives: ${[...(p.overdue > 0 ? [`${p.overdue} overdue`] : []), ...(p.soon > 0 ? [`${p.soon} due soon`] : [])].join(', ')}`,
  },
});
