import { phrasebook } from '../../kernel/language.ts';

/** How those nominated stand with the conditions of their title. */
export const namePhrases = phrasebook({
  conflicted: {
    vi: 'Đề nghị này là của anh/chị, hoặc anh/chị có xung đột lợi ích, nên anh/chị không xem được kết quả xét tiêu chuẩn ở đây.',
    en: 'This nomination is your own, or you have a conflict of interest, so you do not read its judgement here.',
  },
  noStandard: {
    vi: 'Danh hiệu này chưa có tiêu chuẩn bằng dữ liệu; hội đồng xét theo hồ sơ.',
    en: 'There is no standard as data for this title; the council judges by the dossier.',
  },
  standard: { vi: 'Xem tiêu chuẩn', en: 'See the conditions' },
  judgedAt: {
    vi: (p: { when: string }) =>
      `Xét tiêu chuẩn lúc ${p.when}, theo hồ sơ đang có. Việc đang được xem xét, xác minh (nếu có) do thư ký thi đua báo cáo hội đồng.`,
    en: (p: { when: string }) =>
      `Judged at ${p.when} by the records at hand. Matters still being looked into, if any, are reported to the council by the secretary of emulation.`,
  },
  toWeigh: {
    vi: (p: { count: number }) =>
      `:warning: *${p.count} đề nghị cần kiểm tra trước khi mở*: theo hồ sơ thì chưa đủ tiêu chuẩn hoặc có vướng mắc. Vẫn mở bỏ phiếu được.`,
    en: (p: { count: number }) =>
      `:warning: *${p.count} to be checked before it opens*: by the records they do not meet the conditions, or something stands against it. The ballot may still be opened.`,
  },
  ruledOut: {
    vi: (p: { count: number; rule: string }) =>
      `:no_entry: *${p.count} đề nghị không có trên phiếu* vì danh hiệu không còn đăng ký trong năm (${p.rule}):`,
    en: (p: { count: number; rule: string }) =>
      `:no_entry: *${p.count} are not on the sheet*, as the title is not registered in the year any more (${p.rule}):`,
  },
  notRegistered: {
    vi: 'Danh hiệu này không còn đăng ký trong năm, và quy định của cơ quan là không đăng ký thì không xét, nên không mở bỏ phiếu được.',
    en: 'The title is not registered in the year any more, and by the rule of the agency it is then not considered, so no ballot can be opened.',
  },
  page: {
    vi: (p: { from: number; to: number; of: number }) => `số ${p.from}–${p.to} trong ${p.of}`,
    en: (p: { from: number; to: number; of: number }) => `${p.from}–${p.to} of ${p.of}`,
  },
  nextPage: { vi: 'Trang sau', en: 'Next page' },
  firstPage: { vi: 'Trang đầu', en: 'First page' },
  annulledBefore: {
    vi: (p: { day: string }) => `kết quả trước đã hủy ngày ${p.day}`,
    en: (p: { day: string }) => `an earlier result was annulled on ${p.day}`,
  },
  annulledReason: {
    vi: (p: { day: string; reason: string }) =>
      `:leftwards_arrow_with_hook: Kết quả trước đã hủy ngày ${p.day}. Lý do: ${p.reason}`,
    en: (p: { day: string; reason: string }) =>
      `:leftwards_arrow_with_hook: The earlier result was annulled on ${p.day}. Reason: ${p.reason}`,
  },
  annulledSome: {
    vi: (p: { day: string; reason: string; count: number }) =>
      `:leftwards_arrow_with_hook: Kết quả trước của ${p.count} đề nghị đã hủy ngày ${p.day}. Lý do: ${p.reason}`,
    en: (p: { day: string; reason: string; count: number }) =>
      `:leftwards_arrow_with_hook: The earlier result of ${p.count} was annulled on ${p.day}. Reason: ${p.reason}`,
  },
});
