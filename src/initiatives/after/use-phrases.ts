import { phrasebook } from '../../kernel/language.ts';

/** What a person's recognised works were counted for. */
export const usePhrases = phrasebook({
  record: { vi: 'Ghi nhận đã dùng cho danh hiệu…', en: 'Record its use for an award…' },
  title: { vi: 'Dùng sáng kiến', en: 'Use of an initiative' },
  submit: { vi: 'Ghi nhận', en: 'Record' },
  cancel: { vi: 'Để sau', en: 'Not now' },
  close: { vi: 'Đóng', en: 'Close' },
  intro: {
    vi: 'Ghi khi danh hiệu, hình thức khen thưởng đã được quyết định nhờ sáng kiến, đề tài này, để tránh một sáng kiến được tính hai lần.',
    en: 'Recorded when an award was decided on the strength of this work, so that one work is not counted twice.',
  },
  work: { vi: 'Sáng kiến, đề tài', en: 'Work' },
  author: { vi: 'Tác giả', en: 'Author' },
  award: { vi: 'Danh hiệu, hình thức khen thưởng', en: 'Title or commendation' },
  titles: { vi: 'Danh hiệu của cá nhân', en: 'Titles of persons' },
  commendations: { vi: 'Hình thức khen thưởng', en: 'Commendations' },
  year: { vi: 'Năm', en: 'Year' },
  decision: { vi: 'Số quyết định, nếu đã có', en: 'Number of the decision, if known' },
  heading: { vi: 'Đã dùng để xét', en: 'Counted for' },
  unused: { vi: 'chưa dùng', en: 'not used yet' },
  use: {
    vi: (p: { award: string; year: number; decision: string | null }) =>
      `${p.award} năm ${p.year}${p.decision ? ` (${p.decision})` : ''}`,
    en: (p: { award: string; year: number; decision: string | null }) =>
      `${p.award} of ${p.year}${p.decision ? ` (${p.decision})` : ''}`,
  },
  none: {
    vi: 'Chưa có sáng kiến, đề tài nào còn giá trị mà anh/chị ghi nhận được.',
    en: 'There is no standing work for you to record a use of.',
  },
  warnTitle: { vi: 'Sáng kiến đã dùng', en: 'Used before' },
  warn: {
    vi: (p: { work: string; uses: string; award: string; year: number }) =>
      `:warning: *${p.work}* đã dùng cho ${p.uses}.\nAnh/chị đang ghi dùng thêm cho *${p.award} năm ${p.year}*.`,
    en: (p: { work: string; uses: string; award: string; year: number }) =>
      `:warning: *${p.work}* was used for ${p.uses}.\nYou are about to record it for *${p.award} of ${p.year}* too.`,
  },
  letter: {
    vi: 'Công văn số 1168/BNV-BTĐKT ngày 06/02/2026: nếu CSTĐ cơ sở đạt theo hướng hoàn thành tốt nhiệm vụ và có sáng kiến, thì khi xét Bằng khen bộ, ban, ngành, tỉnh phải có thêm sáng kiến, đề tài ngoài 02 sáng kiến, đề tài đã được sử dụng. Với hình thức khác, người có thẩm quyền cân nhắc.',
    en: 'Công văn 1168/BNV-BTĐKT of 06/02/2026: where CSTĐ cơ sở came by a good rating and an initiative, the ministerial Certificate of Merit needs further initiatives or research beside the 02 that were used. For other awards whoever decides weighs it.',
  },
  confirm: { vi: 'Vẫn ghi nhận', en: 'Record anyway' },
  recorded: {
    vi: (p: { work: string; award: string; year: number }) =>
      `:white_check_mark: Đã ghi: *${p.work}* dùng cho *${p.award} năm ${p.year}*.`,
    en: (p: { work: string; award: string; year: number }) =>
      `:white_check_mark: Recorded: *${p.work}* was used for *${p.award} of ${p.year}*.`,
  },
  recordedBefore: {
    vi: (p: { work: string; award: string; year: number }) =>
      `*${p.work}* đã được ghi dùng cho *${p.award} năm ${p.year}* từ trước; không có gì thay đổi.`,
    en: (p: { work: string; award: string; year: number }) =>
      `*${p.work}* was recorded for *${p.award} of ${p.year}* already; nothing was changed.`,
  },
  withdraw: { vi: 'Bỏ ghi nhận', en: 'Take back' },
  withdrawTitle: { vi: 'Bỏ ghi nhận đã dùng', en: 'Take a use back' },
  withdrawAbout: {
    vi: (p: { award: string; year: number }) =>
      `Bỏ ghi nhận đã dùng cho *${p.award} năm ${p.year}*.`,
    en: (p: { award: string; year: number }) => `Take back the use for *${p.award} of ${p.year}*.`,
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  withdrawn: { vi: ':white_check_mark: Đã bỏ ghi nhận.', en: ':white_check_mark: Taken back.' },
  withdrawnBefore: {
    vi: 'Ghi nhận này đã được bỏ từ trước; không có gì thay đổi.',
    en: 'It was taken back already; nothing was changed.',
  },
});
