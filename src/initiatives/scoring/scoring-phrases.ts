import type { ScoringExclusion } from '../../councils/rules.ts';
import { phrasebook } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';

type Subject = { number: string; title: string };
type Names = { names: string };

/** What is said about scoring: refusals, forms, cards, outcomes. */
export const scoringPhrases = phrasebook({
  // ── refusals ──
  onlySecretary: {
    vi: 'Chỉ thư ký thi đua của đơn vị có hội đồng sáng kiến, hoặc của cấp trên, mở và theo dõi chấm điểm.',
    en: 'Only the secretary of emulation of the council’s unit, or of one above, opens and follows a scoring.',
  },
  ownConflict: {
    vi: 'Anh/chị là tác giả hoặc có xung đột lợi ích với sáng kiến này nên không tổ chức chấm điểm. Thư ký thi đua khác của đơn vị hoặc cấp trên làm việc này.',
    en: 'You are an author of this initiative or have a conflict of interest, so you do not run its scoring. Another secretary, of the unit or of one above, does.',
  },
  noCouncil: {
    vi: 'Đơn vị và cấp trên chưa có hội đồng sáng kiến đang hoạt động.',
    en: 'Neither the unit nor one above has an initiative council now.',
  },
  notAccepted: {
    vi: 'Chỉ chấm điểm sáng kiến đã được tiếp nhận và đang chờ hội đồng.',
    en: 'Only an initiative that was accepted and waits for the council is scored.',
  },
  alreadyOpen: {
    vi: 'Sáng kiến này đang được chấm điểm, nên không mở thêm đợt khác.',
    en: 'This initiative is being scored, so no other scoring is opened.',
  },
  alreadyScored: {
    vi: 'Hội đồng đã chấm điểm sáng kiến này; kết quả giữ nguyên.',
    en: 'The council has scored this initiative; the outcome stands.',
  },
  unknownSheet: {
    vi: 'Mẫu phiếu này không còn áp dụng. Anh/chị mở lại biểu mẫu.',
    en: 'This sheet is no longer in force. Please open the form again.',
  },
  lastDayPast: {
    vi: (p: { today: Day }) => `Ngày cuối phải từ hôm nay (${formatDay(p.today)}) trở đi.`,
    en: (p: { today: Day }) => `The last day must be today (${formatDay(p.today)}) or later.`,
  },
  lastDayFar: {
    vi: (p: { days: number }) => `Ngày cuối không quá ${p.days} ngày kể từ hôm nay.`,
    en: (p: { days: number }) => `The last day must be within ${p.days} days.`,
  },
  panelChanged: {
    vi: 'Thành phần hội đồng hoặc tác giả vừa thay đổi. Anh/chị mở lại biểu mẫu để xem danh sách mới.',
    en: 'The council or the authors have just changed. Please open the form again for the new list.',
  },
  nobodyScores: {
    vi: 'Không còn ai được chấm điểm: mọi thành viên đều là tác giả hoặc có xung đột lợi ích. Cần kiện toàn hội đồng trước.',
    en: 'Nobody is left to score: all members are authors or in conflict. The council must be completed first.',
  },
  unknownScoring: {
    vi: 'Anh/chị không có phần việc nào trong đợt chấm điểm này.',
    en: 'There is nothing for you in this scoring.',
  },
  excluded: {
    vi: (why: ScoringExclusion) =>
      ({
        author: 'Anh/chị là tác giả của sáng kiến này nên không chấm điểm.',
        head_author:
          'Anh/chị là người đứng đầu đơn vị và là tác giả sáng kiến do Nhà nước đầu tư nên không tham gia hội đồng đối với sáng kiến này (Thông tư 18/2013/TT-BKHCN Điều 8).',
        declared: 'Anh/chị đã khai có xung đột lợi ích với sáng kiến này nên không chấm điểm.',
        relative: 'Anh/chị có quan hệ thân thích với tác giả sáng kiến này nên không chấm điểm.',
        superior:
          'Anh/chị là thủ trưởng trực tiếp của tác giả sáng kiến này nên theo quy chế không chấm điểm.',
      })[why],
    en: (why: ScoringExclusion) =>
      ({
        author: 'You are an author of this initiative, so you do not score it.',
        head_author:
          'You are the head of the unit and an author of an initiative that the State invests in, so you do not sit on the council for it (Thông tư 18/2013/TT-BKHCN, Article 8).',
        declared:
          'You declared a conflict of interest about this initiative, so you do not score it.',
        relative: 'You are a relative of an author of this initiative, so you do not score it.',
        superior:
          'You are the immediate superior of an author of this initiative, so by the rules you do not score it.',
      })[why],
  },
  scoringOver: {
    vi: 'Đợt chấm điểm đã kết thúc nên phiếu không được ghi.',
    en: 'The scoring is over, so the scorecard was not saved.',
  },
  fixed: {
    vi: 'Anh/chị đã xem điểm của thành viên khác nên phiếu của anh/chị không sửa được nữa.',
    en: 'You have seen others’ scores, so your scorecard can no longer be changed.',
  },
  sentAlready: {
    vi: 'Phiếu này đã gửi nên không lưu thành nháp được. Anh/chị chọn “Gửi phiếu” để ghi điểm đã sửa.',
    en: 'This scorecard was sent, so it cannot become a draft. Choose “Send” to keep the corrected scores.',
  },
  missingMark: { vi: 'Chưa chấm tiêu chí này.', en: 'This criterion is not scored yet.' },
  wrongPoints: {
    vi: (p: { max: number }) => `Điểm là số nguyên từ 0 đến ${p.max}, không có phần lẻ.`,
    en: (p: { max: number }) => `Points are a whole number from 0 to ${p.max}, without decimals.`,
  },
  ownFirst: {
    vi: 'Anh/chị gửi phiếu của mình trước; sau đó mới xem được điểm của thành viên khác.',
    en: 'Send your own scorecard first; then you can see others’ scores.',
  },
  notYetClosed: {
    vi: 'Đang chấm điểm: thư ký chỉ thấy ai đã gửi phiếu. Điểm xem được sau khi đóng.',
    en: 'Scoring is under way: the secretary sees only who has sent. Scores can be read after the close.',
  },
  notAllSent: {
    vi: (p: { waiting: string; lastDay: Day }) =>
      `Chưa đóng được: còn thiếu phiếu của ${p.waiting}. Đợt chấm tự đóng khi hết ngày ${formatDay(p.lastDay)}.`,
    en: (p: { waiting: string; lastDay: Day }) =>
      `It cannot be closed yet: ${p.waiting} have not sent their scorecards. It closes by itself after ${formatDay(p.lastDay)}.`,
  },
  conflictTooLate: {
    vi: 'Phiếu của anh/chị đã gửi, nên không tự khai ở đây được nữa. Anh/chị báo thư ký thi đua.',
    en: 'Your scorecard was sent, so this can no longer be declared here. Please tell the secretary.',
  },

  // ── opening ──
  openScoring: { vi: 'Mở chấm điểm', en: 'Open scoring' },
  planTitle: { vi: 'Mở chấm điểm (1/2)', en: 'Open scoring (1/2)' },
  panelTitle: { vi: 'Mở chấm điểm (2/2)', en: 'Open scoring (2/2)' },
  openedTitle: { vi: 'Đã mở chấm điểm', en: 'Scoring is open' },
  next: { vi: 'Tiếp', en: 'Next' },
  close: { vi: 'Đóng', en: 'Close' },
  back: { vi: 'Quay lại', en: 'Back' },
  council: { vi: 'Hội đồng', en: 'Council' },
  sheet: { vi: 'Mẫu phiếu chấm', en: 'Score sheet' },
  sheetHint: {
    vi: 'Nội dung từng mẫu: gõ /thidua quy chế chấm điểm.',
    en: 'What each sheet holds: type /thidua rules scoring.',
  },
  unverifiedSheet: { vi: 'chưa xác minh', en: 'not checked' },
  lastDay: { vi: 'Ngày cuối chấm điểm', en: 'Last day' },
  stateInvestedLabel: { vi: 'Nguồn đầu tư', en: 'Investment' },
  stateInvested: {
    vi: 'Nhà nước đầu tư kinh phí, phương tiện cho sáng kiến',
    en: 'The State invests money or means in the initiative',
  },
  stateInvestedHint: {
    vi: 'Khi đó người đứng đầu đơn vị là tác giả thì không tham gia hội đồng (Thông tư 18/2013/TT-BKHCN Điều 8).',
    en: 'Then a head of the unit who is an author does not sit on the council (Thông tư 18/2013/TT-BKHCN, Article 8).',
  },
  investorSays: {
    vi: (p: { investor: string }) => `Chủ đầu tư theo đơn: ${p.investor}`,
    en: (p: { investor: string }) => `Investor, as the request says: ${p.investor}`,
  },
  whoScores: {
    vi: (p: { count: number } & Names) => `*${p.count}* thành viên chấm điểm: ${p.names}`,
    en: (p: { count: number } & Names) => `*${p.count}* members score: ${p.names}`,
  },
  whoDoesNot: {
    vi: (p: { name: string; why: ScoringExclusion }) =>
      `Không chấm: ${p.name} – ${{ author: 'là tác giả', head_author: 'người đứng đầu, tác giả sáng kiến do Nhà nước đầu tư (Thông tư 18/2013/TT-BKHCN Điều 8)', declared: 'đã khai có xung đột lợi ích', relative: 'có quan hệ thân thích với tác giả', superior: 'thủ trưởng trực tiếp của tác giả' }[p.why]}`,
    en: (p: { name: string; why: ScoringExclusion }) =>
      `Does not score: ${p.name} – ${{ author: 'an author', head_author: 'head and author of an initiative that the State invests in (Thông tư 18/2013/TT-BKHCN, Article 8)', declared: 'declared a conflict of interest', relative: 'a relative of an author', superior: 'the immediate superior of an author' }[p.why]}`,
  },
  declaredLabel: {
    vi: 'Thành viên đã khai có xung đột lợi ích',
    en: 'Members who declared a conflict of interest',
  },
  declaredHint: {
    vi: 'Ví dụ: vợ chồng, người thân của tác giả, người tham gia tạo ra sáng kiến. Những người này không chấm và không bỏ phiếu.',
    en: 'Such as close relatives of an author, or who helped to make it. They neither score nor vote.',
  },
  planSummary: {
    vi: (p: { council: string; sheet: string; lastDay: Day }) =>
      `${p.council}\nPhiếu: ${p.sheet}\nChấm đến hết ngày *${formatDay(p.lastDay)}*`,
    en: (p: { council: string; sheet: string; lastDay: Day }) =>
      `${p.council}\nSheet: ${p.sheet}\nScored until the end of *${formatDay(p.lastDay)}*`,
  },
  frozenNote: {
    vi: 'Danh sách được giữ nguyên từ lúc mở. Mỗi người chấm nhận một tin nhắn riêng.',
    en: 'The list is frozen from the opening on. Each scorer gets a private message.',
  },

  // ── the member’s card and form ──
  inviteTitle: {
    vi: (p: { number: string }) => `Mời chấm điểm: ${p.number}`,
    en: (p: { number: string }) => `Please score: ${p.number}`,
  },
  inviteText: {
    vi: (p: Subject) => `Mời anh/chị chấm điểm sáng kiến ${p.number}: ${p.title}`,
    en: (p: Subject) => `Please score initiative ${p.number}: ${p.title}`,
  },
  until: {
    vi: (p: { lastDay: Day }) => `Hạn gửi phiếu: hết ngày *${formatDay(p.lastDay)}*`,
    en: (p: { lastDay: Day }) => `To be sent by the end of *${formatDay(p.lastDay)}*`,
  },
  score: { vi: 'Chấm điểm', en: 'Score' },
  scoreOn: { vi: 'Chấm tiếp', en: 'Go on scoring' },
  correct: { vi: 'Sửa phiếu', en: 'Correct' },
  viewFile: { vi: 'Xem hồ sơ', en: 'View the file' },
  seeScores: { vi: 'Xem điểm của hội đồng', en: 'See the council’s scores' },
  seeScoresTitle: { vi: 'Xem điểm của hội đồng?', en: 'See others’ scores?' },
  seeScoresText: {
    vi: 'Từ lúc xem điểm của thành viên khác, phiếu của anh/chị không sửa được nữa.',
    en: 'Once you have seen others’ scores, your own scorecard can no longer be changed.',
  },
  seeThem: { vi: 'Xem và giữ phiếu', en: 'See them' },
  notNow: { vi: 'Để sau', en: 'Not now' },
  declareConflict: { vi: 'Tôi có xung đột lợi ích', en: 'I have a conflict' },
  declareTitle: { vi: 'Khai xung đột lợi ích?', en: 'Declare a conflict?' },
  declareText: {
    vi: 'Anh/chị sẽ không chấm điểm và không bỏ phiếu về sáng kiến này. Việc khai không rút lại ở đây được.',
    en: 'You will neither score this initiative nor vote on it. This cannot be taken back here.',
  },
  declareIt: { vi: 'Khai và không chấm', en: 'Declare it' },
  declaredAnswer: {
    vi: 'Đã ghi: anh/chị có xung đột lợi ích, không chấm và không bỏ phiếu về sáng kiến này. Cảm ơn anh/chị đã báo.',
    en: 'Recorded: you have a conflict of interest and neither score nor vote on this initiative. Thank you for saying so.',
  },
  hiddenNote: {
    vi: 'Trong lúc chấm chỉ anh/chị thấy điểm của mình; thư ký chỉ thấy phiếu đã gửi hay chưa.',
    en: 'While scoring is under way only you see your scores; the secretary sees only whether they were sent.',
  },
  draftStands: {
    vi: (p: { total: number; most: number; done: number; of: number }) =>
      `:memo: Nháp đã lưu: *${p.total}/${p.most}*, đã chấm ${p.done}/${p.of} tiêu chí. Chưa gửi.`,
    en: (p: { total: number; most: number; done: number; of: number }) =>
      `:memo: Draft saved: *${p.total}/${p.most}*, ${p.done} of ${p.of} criteria scored. Not sent.`,
  },
  sentStands: {
    vi: (p: { total: number; most: number; lastDay: Day }) =>
      `:white_check_mark: Anh/chị đã gửi phiếu: *${p.total}/${p.most}*. Sửa được đến hết ngày ${formatDay(p.lastDay)}, hoặc đến khi anh/chị xem điểm của thành viên khác.`,
    en: (p: { total: number; most: number; lastDay: Day }) =>
      `:white_check_mark: Your scorecard was sent: *${p.total}/${p.most}*. It can be corrected until the end of ${formatDay(p.lastDay)}, or until you see others’ scores.`,
  },
  fixedStands: {
    vi: (p: { total: number; most: number }) =>
      `:lock: Anh/chị đã gửi phiếu: *${p.total}/${p.most}*. Phiếu đã cố định vì anh/chị đã xem điểm của thành viên khác.`,
    en: (p: { total: number; most: number }) =>
      `:lock: Your scorecard was sent: *${p.total}/${p.most}*. It is fixed, as you have seen others’ scores.`,
  },
  formTitle: { vi: 'Phiếu chấm điểm', en: 'Scorecard' },
  maxMin: {
    vi: (p: { max: number; min: number }) =>
      `Số nguyên từ 0 đến ${p.max}; để trống nếu lưu nháp. Tối thiểu ${p.min} để đạt.`,
    en: (p: { max: number; min: number }) =>
      `A whole number from 0 to ${p.max}; empty only in a draft. At least ${p.min} to pass.`,
  },
  bands: {
    vi: (p: { bands: string; source: string }) =>
      `Khung điểm tham khảo (${p.source}): ${p.bands}, từ mức tốt nhất đến thấp nhất.`,
    en: (p: { bands: string; source: string }) =>
      `Bands for comparison (${p.source}): ${p.bands}, from the best to the lowest.`,
  },
  reachedHint: {
    vi: 'Bắt buộc khi gửi; để trống nếu lưu nháp.',
    en: 'Needed for sending; empty only in a draft.',
  },
  reachedYes: { vi: 'Đạt', en: 'Reached' },
  reachedNo: { vi: 'Không đạt', en: 'Not reached' },
  comment: { vi: 'Nhận xét', en: 'Comment' },
  commentHint: {
    vi: 'Thư ký và các thành viên chấm điểm đọc được sau khi đóng.',
    en: 'The secretary and the members who score read it after the close.',
  },
  what: { vi: 'Khi ghi', en: 'When saved' },
  send: { vi: 'Gửi phiếu', en: 'Send' },
  draft: { vi: 'Lưu nháp, gửi sau', en: 'Keep as a draft' },
  save: { vi: 'Ghi phiếu', en: 'Save' },
  sheetSource: {
    vi: (p: { sheet: string; source: string; verified: boolean }) =>
      `${p.sheet} · ${p.source}${p.verified ? '' : ' (chưa xác minh)'}`,
    en: (p: { sheet: string; source: string; verified: boolean }) =>
      `${p.sheet} · ${p.source}${p.verified ? '' : ' (not checked)'}`,
  },
  exclusionText: {
    vi: (p: Subject & { why: string }) =>
      `Hội đồng đang chấm điểm sáng kiến *${p.number}* – ${p.title}. ${p.why}`,
    en: (p: Subject & { why: string }) =>
      `The council is scoring initiative *${p.number}* – ${p.title}. ${p.why}`,
  },
  reminder: {
    vi: (p: Subject & { lastDay: Day }) =>
      `:alarm_clock: Phiếu chấm sáng kiến *${p.number}* – ${p.title} của anh/chị chưa gửi. Hạn: hết ngày *${formatDay(p.lastDay)}*.`,
    en: (p: Subject & { lastDay: Day }) =>
      `:alarm_clock: Your scorecard for *${p.number}* – ${p.title} is not sent yet. It is due by the end of *${formatDay(p.lastDay)}*.`,
  },

  // ── progress ──
  progressTitle: {
    vi: (p: { number: string }) => `Đang chấm điểm: ${p.number}`,
    en: (p: { number: string }) => `Being scored: ${p.number}`,
  },
  progress: { vi: 'Tiến độ chấm điểm', en: 'Progress' },
  progressLine: {
    vi: (p: { sent: number; entitled: number }) => `*${p.sent}/${p.entitled}* phiếu đã gửi`,
    en: (p: { sent: number; entitled: number }) => `*${p.sent}/${p.entitled}* scorecards sent`,
  },
  sentNames: { vi: (p: Names) => `Đã gửi: ${p.names}`, en: (p: Names) => `Sent: ${p.names}` },
  waitingNames: {
    vi: (p: Names) => `Chưa gửi: ${p.names}`,
    en: (p: Names) => `Not sent yet: ${p.names}`,
  },
  closeScoring: { vi: 'Đóng chấm điểm', en: 'Close scoring' },
  closeTitle: { vi: 'Đóng chấm điểm?', en: 'Close the scoring?' },
  closeText: {
    vi: 'Mọi phiếu đã gửi được cố định và tính kết quả. Không mở lại được.',
    en: 'All scorecards become final and the outcome is computed. This cannot be undone.',
  },
  closesItself: {
    vi: (p: { lastDay: Day }) =>
      `Đóng được khi mọi người đã gửi phiếu; nếu không, tự đóng khi hết ngày ${formatDay(p.lastDay)}.`,
    en: (p: { lastDay: Day }) =>
      `It can be closed when all have sent; otherwise it closes by itself after ${formatDay(p.lastDay)}.`,
  },
  closedAnswer: {
    vi: (p: { number: string }) => `Đã đóng chấm điểm ${p.number}. Kết quả ở thẻ của đợt chấm.`,
    en: (p: { number: string }) =>
      `The scoring of ${p.number} is closed. The outcome is on its card.`,
  },
  outcomeText: {
    vi: (p: Subject) => `Đã kết thúc chấm điểm sáng kiến *${p.number}* – ${p.title}`,
    en: (p: Subject) => `The scoring of *${p.number}* – ${p.title} is closed`,
  },
  outcomeNext: {
    vi: 'Việc tiếp theo: đưa sáng kiến ra phiên họp để bỏ phiếu, gõ `/hoidong mới`.',
    en: 'What comes next: bring it before a sitting for the vote, type `/hoidong new`.',
  },
  outcomeTooFew: {
    vi: 'Chưa đủ số phiếu để có kết quả. Việc tiếp theo: mở đợt chấm khác từ hồ sơ, hoặc đưa ra phiên họp, gõ `/hoidong mới`.',
    en: 'Too few scorecards for an outcome. What comes next: open another scoring from the file, or bring it before a sitting, type `/hoidong new`.',
  },
  viewOutcome: { vi: 'Xem kết quả', en: 'See the outcome' },
  reminderDone: {
    vi: (p: Subject & { sent: boolean }) =>
      `Phiếu chấm sáng kiến *${p.number}* – ${p.title}: ${p.sent ? 'anh/chị đã gửi' : 'đợt chấm đã kết thúc'}.`,
    en: (p: Subject & { sent: boolean }) =>
      `Scorecard for *${p.number}* – ${p.title}: ${p.sent ? 'you have sent it' : 'the scoring is over'}.`,
  },
  noSheetSent: {
    vi: 'Anh/chị không gửi phiếu trong đợt chấm này, nên không có phiếu để tải.',
    en: 'You sent no score sheet in this scoring, so there is none to download.',
  },
  stopped: {
    vi: 'Đợt chấm đã dừng, không có kết quả; không ai đọc điểm của nhau.',
    en: 'The scoring was stopped without an outcome; nobody reads what others gave.',
  },
  closedAlready: {
    vi: 'Đợt chấm đã đóng và có kết quả, không dừng được nữa.',
    en: 'The scoring is closed and has its outcome; it can no longer be stopped.',
  },
  stopScoring: { vi: 'Dừng chấm điểm', en: 'Stop the scoring' },
  stopText: {
    vi: 'Dừng khi mở nhầm mẫu phiếu hoặc nhầm hội đồng. Đợt chấm không có kết quả, phiếu đã gửi không được đọc; mở đợt khác được ngay.',
    en: 'For a scoring opened with the wrong sheet or council. It has no outcome, and what was sent is read by nobody; another can be opened at once.',
  },
  stopReason: { vi: 'Lý do dừng', en: 'Why it is stopped' },
  stopReasonHint: {
    vi: 'Các thành viên chấm điểm sẽ đọc.',
    en: 'The scoring members will read it.',
  },
  reasonMissing: { vi: 'Ghi lý do dừng.', en: 'Say why it is stopped.' },
  stoppedText: {
    vi: (p: Subject & { reason: string }) =>
      `Thư ký đã dừng đợt chấm điểm sáng kiến *${p.number}* – ${p.title}: ${p.reason}\nĐợt này không có kết quả. Nếu chấm lại, anh/chị sẽ nhận phiếu mới.`,
    en: (p: Subject & { reason: string }) =>
      `The secretary has stopped the scoring of *${p.number}* – ${p.title}: ${p.reason}\nIt has no outcome. If it is scored again, you get a new scorecard.`,
  },
  cancelledText: {
    vi: (p: Subject) =>
      `Đợt chấm điểm sáng kiến *${p.number}* – ${p.title} đã dừng vì sáng kiến không còn chờ hội đồng. Không có kết quả.`,
    en: (p: Subject) =>
      `The scoring of *${p.number}* – ${p.title} has ended, as the initiative no longer waits for the council. There is no outcome.`,
  },

  voteBeforeOutcome: {
    vi: ':warning: Hội đồng đang chấm điểm sáng kiến này, chưa có kết quả. Mở bỏ phiếu bây giờ thì thành viên bỏ phiếu khi chưa có điểm, và khi có kết quả bỏ phiếu, đợt chấm dừng lại.',
    en: ':warning: The council is still scoring this initiative. A ballot opened now goes without the outcome, and once the ballot has decided, the scoring ends.',
  },

  // ── Home, file ──
  homeMine: {
    vi: (p: { count: number }) => `*Phiếu chấm điểm chờ anh/chị: ${p.count}*`,
    en: (p: { count: number }) => `*Scorecards that wait for you: ${p.count}*`,
  },
  homeRunning: {
    vi: (p: { count: number }) => `*Đang chấm điểm: ${p.count} sáng kiến*`,
    en: (p: { count: number }) => `*Being scored: ${p.count}*`,
  },
  homeMore: {
    vi: (p: { count: number }) => `Còn ${p.count} sáng kiến nữa.`,
    en: (p: { count: number }) => `${p.count} more.`,
  },
  homeLine: {
    vi: (p: Subject & { lastDay: Day }) =>
      `*${p.number}* – ${p.title}\nHết ngày ${formatDay(p.lastDay)}`,
    en: (p: Subject & { lastDay: Day }) =>
      `*${p.number}* – ${p.title}\nUntil the end of ${formatDay(p.lastDay)}`,
  },
  fileLabel: { vi: 'Chấm điểm', en: 'Scoring' },
  fileUnderWay: { vi: 'Hội đồng đang chấm điểm.', en: 'The council is scoring it.' },
  fileScored: {
    vi: 'Hội đồng đã chấm điểm, chờ quyết định.',
    en: 'The council has scored it; the decision is to come.',
  },
});
