import { phrasebook } from '../../kernel/language.ts';
import { formatWhole } from '../../kernel/numbers.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import { APPLICATION_REPORT_MONTHS as MONTHS } from '../rules.ts';

type Model = { number: string; headline: string };

/** Copying an advanced model, and what came of it. */
export const spreadPhrases = phrasebook({
  apply: { vi: 'Học tập, áp dụng', en: 'Copy it' },
  applyTitle: { vi: 'Học tập, áp dụng', en: 'Copy a model' },
  applySubmit: { vi: 'Ghi', en: 'Record' },
  about: {
    vi: (p: Model) => `*${p.number}* – ${p.headline}`,
    en: (p: Model) => `*${p.number}* – ${p.headline}`,
  },
  method: { vi: 'Cách làm', en: 'The method' },
  unit: { vi: 'Đơn vị học tập', en: 'Unit' },
  how: { vi: 'Áp dụng như thế nào', en: 'How it is copied' },
  howHint: {
    vi: `Ở bộ phận nào, có điều chỉnh gì. Sau ${MONTHS} tháng, đơn vị được hỏi kết quả.`,
    en: `Where, and with which changes. After ${MONTHS} months the unit is asked what came of it.`,
  },
  applied: {
    vi: ':white_check_mark: Đã ghi. Người được tuyên dương và thủ trưởng của họ được báo.',
    en: ':white_check_mark: Recorded. Those who are praised and their head are told.',
  },
  appliedBefore: {
    vi: 'Đơn vị đã ghi học tập từ trước; không có gì thay đổi.',
    en: 'The unit copies it already; nothing was changed.',
  },

  // ── one application ──
  applicationTitle: { vi: 'Học tập điển hình', en: 'Copied model' },
  appliesSince: {
    vi: (p: { unit: string; on: Day; by: string }) =>
      `*${p.unit}* học tập, áp dụng từ ngày *${formatDay(p.on)}* (${p.by} ghi):`,
    en: (p: { unit: string; on: Day; by: string }) =>
      `*${p.unit}* copies it since *${formatDay(p.on)}* (recorded by ${p.by}):`,
  },
  figures: {
    vi: (p: { people: bigint; hours: bigint; by: string; at: string }) =>
      `*Kết quả*: ${formatWhole(p.people)} lượt người được phục vụ, tiết kiệm ${formatWhole(p.hours)} giờ làm việc\n${p.by}, ${p.at}`,
    en: (p: { people: bigint; hours: bigint; by: string; at: string }) =>
      `*Result*: ${formatWhole(p.people)} people served, ${formatWhole(p.hours)} working hours saved\n${p.by}, ${p.at}`,
  },
  noReport: { vi: 'Chưa có báo cáo kết quả.', en: 'No report yet.' },
  report: { vi: 'Báo cáo kết quả', en: 'Report' },
  reportTitle: { vi: 'Báo cáo kết quả', en: 'What came of it' },
  send: { vi: 'Gửi', en: 'Send' },
  note: { vi: 'Kết quả sau khi áp dụng', en: 'What came of it' },
  people: { vi: 'Số lượt người được phục vụ', en: 'People served' },
  hours: { vi: 'Số giờ làm việc tiết kiệm', en: 'Working hours saved' },
  wholeHint: {
    vi: 'Tính từ ngày áp dụng; số nguyên, ví dụ: 1.200. Không có thì ghi 0.',
    en: 'Since it was taken up; a whole number, as in 1.200, or 0.',
  },
  reported: { vi: ':white_check_mark: Đã nhận báo cáo.', en: ':white_check_mark: Reported.' },
  reportedBefore: {
    vi: 'Báo cáo này đã được nhận từ trước; không có gì thay đổi.',
    en: 'This report was received already; nothing was changed.',
  },

  // ── messages ──
  appliedText: {
    vi: (p: Model & { unit: string }) => `${p.unit} học tập, áp dụng ${p.number}: ${p.headline}`,
    en: (p: Model & { unit: string }) => `${p.unit} copies ${p.number}: ${p.headline}`,
  },
  dueText: {
    vi: (p: { count: number }) => `${p.count} điển hình đơn vị đang học tập chờ báo cáo kết quả`,
    en: (p: { count: number }) =>
      `${p.count} copied ${p.count === 1 ? 'model waits' : 'models wait'} for a report`,
  },
  dueHint: {
    vi: `Hỏi sau ${MONTHS} tháng. Xem tất cả: \`/tuyenduong áp dụng\``,
    en: `Asked after ${MONTHS} months. All of them: \`/tuyenduong copied\``,
  },
  listHeading: { vi: 'Điển hình đơn vị đang học tập', en: 'Models that your units copy' },
  listNone: {
    vi: 'Đơn vị của anh/chị chưa ghi học tập điển hình nào. Bấm *Học tập, áp dụng* ở bài tuyên dương điển hình tiên tiến.',
    en: 'Your units copy no model yet. Press *Copy it* under the praise of an advanced model.',
  },
  listLine: {
    vi: (p: Model & { unit: string; on: Day; due: boolean; reported: boolean }) =>
      `*${p.number}* – ${p.headline}\n${p.unit}, từ ${formatDay(p.on)}${p.reported ? '; đã báo cáo' : p.due ? '; :hourglass_flowing_sand: *chờ báo cáo*' : ''}`,
    en: (p: Model & { unit: string; on: Day; due: boolean; reported: boolean }) =>
      `*${p.number}* – ${p.headline}\n${p.unit}, since ${formatDay(p.on)}${p.reported ? '; reported' : p.due ? '; :hourglass_flowing_sand: *a report is due*' : ''}`,
  },

  // ── refusals ──
  notAModel: {
    vi: 'Chỉ điển hình tiên tiến đang được đăng mới ghi học tập, áp dụng.',
    en: 'Only an advanced model that is published can be copied.',
  },
  headsOnly: {
    vi: (p: { heads: string }) =>
      `Thủ trưởng đơn vị ghi việc học tập, áp dụng.${p.heads ? ` Anh/chị có thể đề xuất với ${p.heads}.` : ''}`,
    en: (p: { heads: string }) =>
      `The head of a unit records this.${p.heads ? ` You may propose it to ${p.heads}.` : ''}`,
  },
  notYourUnit: {
    vi: 'Anh/chị không phải thủ trưởng của đơn vị này.',
    en: 'You do not head this unit.',
  },
  ownUnit: {
    vi: 'Điển hình này là của chính đơn vị; chỉ đơn vị khác ghi học tập.',
    en: 'The model is this unit’s own; only others copy it.',
  },
  unknown: {
    vi: 'Không có việc học tập này, hoặc nó không thuộc đơn vị của anh/chị.',
    en: 'There is no such application, or it is not of your unit.',
  },
  unreadable: {
    vi: 'Ghi số nguyên từ 0 đến 100 triệu, ví dụ: 1.200.',
    en: 'Please write a whole number from 0 to 100 million, as in 1.200.',
  },
});
