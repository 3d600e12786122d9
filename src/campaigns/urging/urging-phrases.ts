import { counted, phrasebook } from '../../kernel/language.ts';

/** The words of urging, escalation and the view of who is late. */
export const urgingPhrases = phrasebook({
  chase: { vi: 'Đôn đốc', en: 'Who is late' },
  close: { vi: 'Đóng', en: 'Close' },
  nextPage: { vi: 'Trang sau', en: 'Next page' },
  firstPage: { vi: 'Về trang đầu', en: 'First page' },
  pageOf: {
    vi: (p: { from: number; to: number; of: number }) => `Đơn vị ${p.from}–${p.to} trên ${p.of}`,
    en: (p: { from: number; to: number; of: number }) => `Units ${p.from}–${p.to} of ${p.of}`,
  },
  gone: {
    vi: 'Phong trào này chưa phát động hoặc không còn.',
    en: 'This campaign is not launched, or is no more.',
  },
  notOrganiser: {
    vi: (p: { contact: string }) =>
      `Tình hình đôn đốc, kiểm tra dành cho đơn vị phát động. Anh/chị liên hệ ${p.contact}, người đầu mối của phong trào.`,
    en: (p: { contact: string }) =>
      `Urging and checks are for those who organise the campaign. Please ask ${p.contact}, its contact.`,
  },
  notLate: {
    vi: 'Đơn vị này không còn việc nào chậm trong phong trào.',
    en: 'This unit is late with nothing in the campaign any more.',
  },

  // Messages
  urgedText: {
    vi: (p: { count: number }) => `Đôn đốc phong trào thi đua: ${p.count} việc đã quá hạn`,
    en: (p: { count: number }) =>
      `Emulation campaigns: ${p.count} ${p.count === 1 ? 'matter is' : 'matters are'} late`,
  },
  urgedIntro: {
    vi: 'Đề nghị anh/chị thực hiện các việc sau.',
    en: 'Please see to the following.',
  },
  allDone: {
    vi: 'Các việc được đôn đốc trong tin này không còn chậm.',
    en: 'What this message urged is late no more.',
  },
  escalatedText: {
    vi: (p: { count: number }) =>
      `Phong trào thi đua: ${p.count} đơn vị vẫn chậm sau khi được đôn đốc`,
    en: (p: { count: number }) =>
      `Emulation campaigns: ${p.count} ${p.count === 1 ? 'unit is' : 'units are'} late still`,
  },
  escalatedIntro: {
    vi: 'Các đơn vị đã được đôn đốc nhưng chưa thực hiện. Đề nghị anh/chị chỉ đạo.',
    en: 'These units were urged and are late still. Please see to it.',
  },
  nobodyLate: {
    vi: 'Các đơn vị nêu trong tin này không còn chậm.',
    en: 'The units of this message are late no more.',
  },
  matter: {
    vi: {
      pledge: (p: { period: string }) => `chưa đăng ký giao ước (hạn ${p.period})`,
      figures: (p: { period: string }) => `chưa có đủ số liệu đến hết ngày ${p.period}`,
      mending: (p: { period: string }) => `chưa khắc phục theo kết quả kiểm tra (hạn ${p.period})`,
    },
    en: {
      pledge: (p: { period: string }) => `has not pledged (due by ${p.period})`,
      figures: (p: { period: string }) => `lacks figures by the end of ${p.period}`,
      mending: (p: { period: string }) => `has not mended what a check found (due by ${p.period})`,
    },
  },
  /** The same as the head of a line that names the units. */
  matterOf: {
    vi: {
      pledge: (p: { period: string }) => `Chưa đăng ký giao ước (hạn ${p.period})`,
      figures: (p: { period: string }) => `Chưa có đủ số liệu đến hết ngày ${p.period}`,
      mending: (p: { period: string }) => `Chưa khắc phục theo kết quả kiểm tra (hạn ${p.period})`,
    },
    en: {
      pledge: (p: { period: string }) => `No pledge (due by ${p.period})`,
      figures: (p: { period: string }) => `Figures lacking by the end of ${p.period}`,
      mending: (p: { period: string }) => `Findings not mended (due by ${p.period})`,
    },
  },
  unitsMore: {
    vi: (p: { count: number }) => `và ${p.count} đơn vị nữa`,
    en: (p: { count: number }) => `and ${p.count} more`,
  },
  since: {
    vi: (p: { day: string }) => `chậm từ ${p.day}`,
    en: (p: { day: string }) => `late since ${p.day}`,
  },
  urgedAt: {
    vi: (p: { at: string }) => `đôn đốc lúc ${p.at}`,
    en: (p: { at: string }) => `urged at ${p.at}`,
  },
  urgedSince: {
    vi: (p: { at: string }) => `đôn đốc lần đầu lúc ${p.at}`,
    en: (p: { at: string }) => `first urged at ${p.at}`,
  },
  notUrged: { vi: 'chưa đôn đốc', en: 'not urged yet' },
  escalatedAt: {
    vi: (p: { at: string }) => `báo cấp trên lúc ${p.at}`,
    en: (p: { at: string }) => `escalated at ${p.at}`,
  },
  byHandAt: {
    vi: (p: { at: string }) => `Đôn đốc bằng tay lần cuối lúc ${p.at}`,
    en: (p: { at: string }) => `Last urged by hand at ${p.at}`,
  },
  more: {
    vi: (p: { count: number }) => `Còn ${p.count} việc nữa.`,
    en: (p: { count: number }) => `${p.count} more.`,
  },
  pledge: { vi: 'Đăng ký giao ước', en: 'Pledge' },
  figures: { vi: 'Nhập số liệu', en: 'Enter figures' },
  mend: { vi: 'Báo khắc phục', en: 'Tell of mending' },

  // The view
  lateUnits: {
    vi: (p: { late: number; of: number }) => `*Đơn vị đang chậm: ${p.late}/${p.of}*`,
    en: (p: { late: number; of: number }) => `*Units late now: ${p.late} of ${p.of}*`,
  },
  counts: {
    vi: (p: { urged: number; escalated: number }) =>
      `Từ đầu phong trào: đã đôn đốc ${p.urged} đơn vị, báo cấp trên ${p.escalated} đơn vị`,
    en: (p: { urged: number; escalated: number }) =>
      `Since the launch: ${counted(p.urged, 'unit')} urged, ${p.escalated} escalated`,
  },
  nobody: { vi: 'Không có đơn vị nào chậm.', en: 'No unit is late.' },
  urge: { vi: 'Đôn đốc ngay', en: 'Urge now' },
  urged: {
    vi: (p: { unit: string }) => `Đã đôn đốc ${p.unit}.`,
    en: (p: { unit: string }) => `${p.unit} was urged.`,
  },
  urgedAlready: {
    vi: (p: { unit: string }) =>
      `Hôm nay đã đôn đốc ${p.unit}. Mỗi đơn vị được đôn đốc bằng tay một lần một ngày.`,
    en: (p: { unit: string }) => `${p.unit} was urged by hand today; once a day is the most.`,
  },
});
