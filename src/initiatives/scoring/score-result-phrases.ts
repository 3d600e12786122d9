import { officeNames } from '../../councils/office-phrases.ts';
import { phrasebook } from '../../kernel/language.ts';

/** How the outcome of a scoring is told. Averages come as they are written in the language. */
export const scoreResultPhrases = phrasebook({
  title: {
    vi: (p: { number: string }) => `Kết quả chấm điểm: ${p.number}`,
    en: (p: { number: string }) => `Outcome of the scoring: ${p.number}`,
  },
  text: {
    vi: (p: { number: string; title: string }) => `Kết quả chấm điểm ${p.number}: ${p.title}`,
    en: (p: { number: string; title: string }) =>
      `Outcome of the scoring of ${p.number}: ${p.title}`,
  },
  reached: { vi: 'đạt', en: 'passed' },
  notReached: { vi: 'không đạt', en: 'not passed' },
  noScores: { vi: 'chưa có phiếu nào', en: 'no scorecards' },
  averageTotal: {
    vi: (p: { average: string; most: number; result: string }) =>
      `Điểm trung bình *${p.average}/${p.most}*; *${p.result}*`,
    en: (p: { average: string; most: number; result: string }) =>
      `Average *${p.average}/${p.most}*; *${p.result}*`,
  },
  share: {
    vi: (p: { reaching: number; entitled: number; needed: number; result: string }) =>
      `*${p.reaching}/${p.entitled}* thành viên đánh giá đạt, cần ${p.needed}; *${p.result}*`,
    en: (p: { reaching: number; entitled: number; needed: number; result: string }) =>
      `*${p.reaching}/${p.entitled}* members find it reached, ${p.needed} needed; *${p.result}*`,
  },
  nobody: {
    vi: 'Không có phiếu nào được gửi nên không có kết quả.',
    en: 'No scorecard was sent, so there is no outcome.',
  },
  spread: {
    vi: (p: { lowest: number; highest: number }) =>
      `Tổng điểm từng phiếu: thấp nhất ${p.lowest}, cao nhất ${p.highest} (chênh ${p.highest - p.lowest})`,
    en: (p: { lowest: number; highest: number }) =>
      `Totals of the scorecards: lowest ${p.lowest}, highest ${p.highest} (${p.highest - p.lowest} apart)`,
  },
  passMark: {
    vi: (p: { pass: number; met: boolean }) =>
      `Tổng điểm trung bình cần từ ${p.pass}: ${p.met ? 'đủ' : 'chưa đủ'}.`,
    en: (p: { pass: number; met: boolean }) =>
      `An average total of ${p.pass} is needed: ${p.met ? 'met' : 'not met'}.`,
  },
  criterion: {
    vi: (p: { name: string; average: string; max: number; lowest: number; highest: number }) =>
      `• ${p.name}: *${p.average}*/${p.max} (${p.lowest}–${p.highest})`,
    en: (p: { name: string; average: string; max: number; lowest: number; highest: number }) =>
      `• ${p.name}: *${p.average}*/${p.max} (${p.lowest}–${p.highest})`,
  },
  below: {
    vi: (p: { count: number; min: number }) => `${p.count} phiếu dưới mức tối thiểu ${p.min}`,
    en: (p: { count: number; min: number }) => `${p.count} below the minimum of ${p.min}`,
  },
  failed: {
    vi: (p: { min: number }) => `:x: dưới mức tối thiểu ${p.min}`,
    en: (p: { min: number }) => `:x: below the minimum of ${p.min}`,
  },
  criterionReached: {
    vi: (p: { name: string; reached: number; scorers: number }) =>
      `• ${p.name}: ${p.reached}/${p.scorers} phiếu đánh giá đạt`,
    en: (p: { name: string; reached: number; scorers: number }) =>
      `• ${p.name}: ${p.reached} of ${p.scorers} find it reached`,
  },
  scorers: {
    vi: (p: { scorers: number; entitled: number }) =>
      `${p.scorers}/${p.entitled} thành viên đã gửi phiếu.`,
    en: (p: { scorers: number; entitled: number }) =>
      `${p.scorers} of ${p.entitled} members sent a scorecard.`,
  },
  tooFew: {
    vi: (p: { scorers: number; entitled: number; needed: number }) =>
      `:warning: Chỉ ${p.scorers}/${p.entitled} thành viên gửi phiếu, cần ít nhất ${p.needed}: kết quả chưa thay mặt hội đồng được. Có thể mở chấm lại.`,
    en: (p: { scorers: number; entitled: number; needed: number }) =>
      `:warning: Only ${p.scorers} of ${p.entitled} members sent a scorecard, at least ${p.needed} are needed: the outcome does not stand for the council. It may be scored again.`,
  },
  superseded: {
    vi: ':warning: Sáng kiến đã được trả lại để chỉnh sửa sau khi chấm: kết quả này không còn được dùng. Hồ sơ nộp lại thì chấm lại.',
    en: ':warning: The initiative was returned to be mended after it was scored: this outcome stands no more. It is scored anew once it is handed in again.',
  },
  rounding: {
    vi: 'Trung bình làm tròn đến một chữ số thập phân, nửa đơn vị làm tròn lên; so sánh theo số chưa làm tròn.',
    en: 'Averages are rounded to one decimal, halves up; they are compared before rounding.',
  },
  minimumRule: {
    vi: (p: { by: 'average' | 'any'; source: string; verified: boolean }) =>
      `Mức tối thiểu so với ${p.by === 'average' ? 'điểm trung bình của hội đồng' : 'điểm của từng thành viên'}: ${p.source}${p.verified ? '' : ' (chưa xác minh)'}`,
    en: (p: { by: 'average' | 'any'; source: string; verified: boolean }) =>
      `Minima are compared with ${p.by === 'average' ? 'the council’s average' : 'each member’s points'}: ${p.source}${p.verified ? '' : ' (not checked)'}`,
  },
  enoughRule: {
    vi: (p: { source: string; verified: boolean }) =>
      `Số phiếu tối thiểu: ${p.source}${p.verified ? '' : ' (chưa xác minh)'}`,
    en: (p: { source: string; verified: boolean }) =>
      `Scorecards needed: ${p.source}${p.verified ? '' : ' (not checked)'}`,
  },
  sheetRule: {
    vi: (p: { sheet: string; source: string; verified: boolean }) =>
      `${p.sheet}: ${p.source}${p.verified ? '' : ' (chưa xác minh)'}`,
    en: (p: { sheet: string; source: string; verified: boolean }) =>
      `${p.sheet}: ${p.source}${p.verified ? '' : ' (not checked)'}`,
  },
  details: { vi: 'Điểm từng thành viên', en: 'Scores by member' },
  download: { vi: 'Bảng điểm (.xlsx)', en: 'Table of scores (.xlsx)' },
  downloadSheets: { vi: 'Phiếu chấm (.docx)', en: 'Score sheets (.docx)' },
  downloadOwn: { vi: 'Phiếu của tôi (.docx)', en: 'My score sheet (.docx)' },
  downloadComing: {
    vi: 'Tệp sẽ đến trong tin nhắn riêng với Thi Đua.',
    en: 'The file will come in your direct message with Thi Đua.',
  },
  scoresTitle: { vi: 'Điểm của hội đồng', en: 'The council’s scores' },
  soFar: {
    vi: (p: { scorers: number; entitled: number }) =>
      `Tính đến lúc này: ${p.scorers}/${p.entitled} phiếu đã gửi. Phiếu của anh/chị đã cố định.`,
    en: (p: { scorers: number; entitled: number }) =>
      `So far ${p.scorers} of ${p.entitled} scorecards are sent. Yours is fixed now.`,
  },
  soFarAverage: {
    vi: (p: { average: string; most: number }) => `Điểm trung bình *${p.average}/${p.most}*`,
    en: (p: { average: string; most: number }) => `Average *${p.average}/${p.most}*`,
  },
  memberTotal: {
    vi: (p: { name: string; total: number; most: number }) => `${p.name}: *${p.total}/${p.most}*`,
    en: (p: { name: string; total: number; most: number }) => `${p.name}: *${p.total}/${p.most}*`,
  },

  // ── workbook ──
  fileName: {
    vi: (p: { number: string }) => `bang-diem-${p.number}.xlsx`,
    en: (p: { number: string }) => `scores-${p.number}.xlsx`,
  },
  fileComment: {
    vi: (p: { number: string; title: string }) =>
      `Phiếu chấm điểm sáng kiến ${p.number} – ${p.title}`,
    en: (p: { number: string; title: string }) =>
      `Scorecards of initiative ${p.number} – ${p.title}`,
  },
  sheetsFileName: {
    vi: (p: { number: string }) => `phieu-cham-${p.number}.docx`,
    en: (p: { number: string }) => `score-sheets-${p.number}.docx`,
  },
  pointsSheet: { vi: 'Điểm', en: 'Scores' },
  commentsSheet: { vi: 'Nhận xét', en: 'Comments' },
  heading: { vi: 'BẢNG TỔNG HỢP ĐIỂM CHẤM SÁNG KIẾN', en: 'SCORES OF AN INITIATIVE' },
  commentsHeading: { vi: 'NHẬN XÉT CỦA THÀNH VIÊN HỘI ĐỒNG', en: 'COMMENTS OF THE MEMBERS' },
  ordinal: { vi: 'STT', en: 'No.' },
  member: { vi: 'Thành viên', en: 'Member' },
  office: { vi: 'Chức danh', en: 'Office' },
  offices: officeNames,
  columnMax: {
    vi: (p: { name: string; max: number }) => `${p.name} (${p.max})`,
    en: (p: { name: string; max: number }) => `${p.name} (${p.max})`,
  },
  total: { vi: 'Tổng', en: 'Total' },
  remark: { vi: 'Ghi chú', en: 'Remark' },
  notSent: { vi: 'Không gửi phiếu', en: 'No scorecard' },
  notScoring: {
    vi: {
      author: 'Không chấm: tác giả',
      head_author: 'Không chấm: người đứng đầu là tác giả',
      declared: 'Không chấm: xung đột lợi ích',
      // A file goes to many hands.
      relative: 'Không chấm: xung đột lợi ích',
      superior: 'Không chấm: thủ trưởng trực tiếp của tác giả',
    },
    en: {
      author: 'Excluded: author',
      head_author: 'Excluded: head and author',
      declared: 'Excluded: conflict of interest',
      relative: 'Excluded: conflict of interest',
      superior: 'Excluded: immediate superior of an author',
    },
  },
  averageRow: { vi: 'Điểm trung bình', en: 'Average' },
  reachedRow: { vi: 'Số phiếu đánh giá đạt', en: 'Found reached by' },
  minimumRow: { vi: 'Mức tối thiểu', en: 'Minimum' },
  belowRow: { vi: 'Số phiếu dưới mức tối thiểu', en: 'Below the minimum' },
  verdictRow: { vi: 'Kết luận', en: 'Result' },
  average: { vi: 'Điểm trung bình', en: 'Average' },
});
