import { phrasebook } from '../../kernel/language.ts';

/** How units are urged, in the form of a plan and in its preview. */
export const chasingFormPhrases = phrasebook({
  pledgeBy: { vi: 'Hạn đơn vị đăng ký giao ước', en: 'Units pledge by' },
  pledgeByHint: {
    vi: 'Đơn vị chưa đăng ký sau ngày này được đôn đốc. Để trống: không đôn đốc.',
    en: 'Units that have not pledged after this day are urged. Left empty: they are not.',
  },
  figuresEvery: { vi: 'Kỳ nhập số liệu', en: 'Figures are due' },
  figuresHint: {
    vi: 'Hằng tuần: đến hết thứ Sáu. Hằng tháng: đến hết ngày làm việc cuối tháng. Luôn có số liệu của ngày kết thúc.',
    en: 'Every week: by its Friday. Every month: by its last working day. Those of the last day are due too.',
  },
  rhythms: {
    vi: { none: 'Không định kỳ', week: 'Hằng tuần', month: 'Hằng tháng' },
    en: { none: 'Not regularly', week: 'Every week', month: 'Every month' },
  },
  escalateDays: {
    vi: 'Báo cấp trên sau đôn đốc (ngày làm việc)',
    en: 'Working days from urging to escalation',
  },
  escalateHint: {
    vi: 'Đơn vị vẫn chậm sau số ngày này thì cấp trên được báo.',
    en: 'The level above is told of units that are still late then.',
  },
  label: { vi: 'Đôn đốc', en: 'Urging' },
  pledgeLine: {
    vi: (p: { day: string }) => `Đơn vị đăng ký giao ước đến hết ${p.day}`,
    en: (p: { day: string }) => `Units pledge by ${p.day}`,
  },
  noPledgeLine: {
    vi: 'Không có hạn đăng ký giao ước',
    en: 'No last day for pledges of units',
  },
  figuresLine: {
    vi: { none: 'Số liệu không định kỳ', week: 'Số liệu hằng tuần', month: 'Số liệu hằng tháng' },
    en: { none: 'Figures not regularly', week: 'Figures every week', month: 'Figures every month' },
  },
  escalateLine: {
    vi: (p: { days: number }) => `Báo cấp trên sau ${p.days} ngày làm việc`,
    en: (p: { days: number }) => `Escalated after ${p.days} working days`,
  },
});
