import type { DecisionKind, InitiativeState, SolutionKind } from '../database/generated/enums.ts';
import { phrasebook } from '../kernel/language.ts';
import { type Day, formatDay } from '../kernel/time.ts';
import type { SharesCheck } from './rules.ts';

type Citation = { until: Day; citation: string };

/** `by`: the day of the deadline that runs. */
type Next = { state: InitiativeState; by: Day | null; overdue: boolean; decision: string | null };

/** What is said about initiatives outside the form: refusals, receipts, cards, lists, decisions. */
export const phrases = phrasebook({
  // ── refusals ──
  firstAppliedInFuture: {
    vi: 'Ngày áp dụng lần đầu chưa đến. Sáng kiến phải được áp dụng hoặc áp dụng thử rồi mới nộp.',
    en: 'That day is still to come. An initiative is handed in after it was applied or tried.',
  },
  authorTwice: {
    vi: 'Một người được chọn hai lần. Anh/chị giữ lại một lần.',
    en: 'Somebody is chosen twice. Please keep them once.',
  },
  noAuthor: {
    vi: 'Cần ít nhất một tác giả có tên trong danh sách cán bộ của cơ quan.',
    en: 'At least one author must be in the staff list of the agency.',
  },
  authorsNotInList: {
    vi: (p: { places: number[]; known: string[] }) =>
      `Người chọn thứ ${p.places.join(', ')} chưa có trong danh sách cán bộ${p.known.length > 0 ? ` (đã nhận ra: ${p.known.join(', ')})` : ''}. Anh/chị bỏ người đó khỏi ô này và ghi ở ô tác giả ngoài cơ quan, hoặc nhờ thư ký thi đua kiểm tra danh sách.`,
    en: (p: { places: number[]; known: string[] }) =>
      `Not in the staff list: number ${p.places.join(', ')} of those chosen${p.known.length > 0 ? ` (recognised: ${p.known.join(', ')})` : ''}. Take them out here and write them in the field for authors from outside, or ask the secretary of emulation to check the list.`,
  },
  tooManyAuthors: {
    vi: (p: { most: number }) => `Nhiều nhất ${p.most} tác giả, kể cả người ngoài cơ quan.`,
    en: (p: { most: number }) => `At most ${p.most} authors, those from outside included.`,
  },
  outsideAuthorUnreadable: {
    vi: (p: { line: number; problem: 'parts' | 'share' | 'twice' }) =>
      `Dòng ${p.line}: ${
        {
          parts:
            'ghi theo mẫu "Họ tên; nơi công tác; tỷ lệ", ví dụ: Trần Văn Bình; Đại học Y Hà Nội; 20',
          share: 'tỷ lệ là số nguyên từ 1 đến 100',
          twice: 'người này đã ghi ở dòng trên',
        }[p.problem]
      }.`,
    en: (p: { line: number; problem: 'parts' | 'share' | 'twice' }) =>
      `Line ${p.line}: ${
        {
          parts:
            'write "Name; workplace; share", as in: Trần Văn Bình; Hanoi Medical University; 20',
          share: 'the share is a whole number from 1 to 100',
          twice: 'this person is on a line above already',
        }[p.problem]
      }.`,
  },
  sharesWrong: {
    vi: (check: Exclude<SharesCheck, { ok: true }>) =>
      check.kind === 'wrong_sum'
        ? `Tổng tỷ lệ là ${check.sum}%, ${check.difference < 0 ? `còn thiếu ${-check.difference}%` : `thừa ${check.difference}%`}. Tổng phải bằng 100%.`
        : 'Tỷ lệ là số nguyên từ 1 đến 100.',
    en: (check: Exclude<SharesCheck, { ok: true }>) =>
      check.kind === 'wrong_sum'
        ? `The shares add to ${check.sum}%, ${check.difference < 0 ? `${-check.difference}% short` : `${check.difference}% too much`}. They must add to 100%.`
        : 'A share is a whole number from 1 to 100.',
  },
  tooManyDrafts: {
    vi: (p: { most: number }) =>
      `Anh/chị đang có ${p.most} bản nháp, nhiều nhất có thể giữ. Gõ \`/sangkien\` để nộp hoặc xóa bớt rồi làm lại.`,
    en: (p: { most: number }) =>
      `You have ${p.most} drafts, as many as can be kept. Type \`/sangkien\` to hand in or delete one, then try again.`,
  },
  draftGone: {
    vi: 'Bản nháp này không còn: đã xóa, hoặc đã nộp. Anh/chị gõ `/sangkien` để xem các bản nháp, `/sangkien của tôi` để xem sáng kiến đã nộp.',
    en: 'This draft is gone: deleted, or handed in. Type `/sangkien` for your drafts, `/sangkien mine` for what you have handed in.',
  },
  draftIncomplete: {
    vi: 'Bản nháp còn thiếu phần nội dung nên chưa nộp. Anh/chị gõ `/sangkien` để viết tiếp.',
    en: 'A part of the draft is missing, so it was not handed in. Please type `/sangkien` to go on.',
  },
  messageEmpty: {
    vi: 'Tin nhắn này không có chữ để ghi thành sáng kiến. Anh/chị gõ `/sangkien` để viết.',
    en: 'This message has no text to make an initiative of. Please type `/sangkien` to write one.',
  },
  draftChanged: {
    vi: 'Bản nháp đã được sửa từ một biểu mẫu khác nên chưa nộp. Anh/chị gõ `/sangkien` để xem lại bản mới nhất rồi nộp.',
    en: 'The draft was changed in another form, so it was not handed in. Please type `/sangkien` to look at the newest state and hand it in.',
  },
  unknownInitiative: {
    vi: 'Anh/chị không có sáng kiến nào mang số này để xem. Gõ `/sangkien của tôi` để xem các sáng kiến của anh/chị.',
    en: 'There is no initiative of this number for you to read. Type `/sangkien mine` for your initiatives.',
  },
  decisionOnlySecretary: {
    vi: 'Chỉ thư ký thi đua của đơn vị hoặc cấp trên ghi quyết định này.',
    en: 'Only the secretary of emulation of the unit or of one above records this decision.',
  },
  refusalNeedsReason: {
    vi: 'Văn bản không công nhận phải ghi rõ lý do.',
    en: 'A refusal must give its reason.',
  },
  decisionInFuture: {
    vi: 'Ngày ký chưa đến.',
    en: 'The day of signing is still to come.',
  },
  decisionBeforeVote: {
    vi: (p: { votedOn: Day }) =>
      `Ngày ký không thể trước ngày hội đồng biểu quyết (${formatDay(p.votedOn)}).`,
    en: (p: { votedOn: Day }) =>
      `The day of signing cannot be before the vote of the council (${formatDay(p.votedOn)}).`,
  },
  decisionDiffers: {
    vi: (p: { number: string; signedOn: Day }) =>
      `Quyết định đã ký đính kèm ở phiên họp có số ${p.number} ngày ${formatDay(p.signedOn)}. Anh/chị ghi đúng số và ngày đó.`,
    en: (p: { number: string; signedOn: Day }) =>
      `The signed decision attached to the sitting is ${p.number} of ${formatDay(p.signedOn)}. Please record that number and day.`,
  },
  voteNotFitting: {
    vi: 'Chưa có kết quả biểu quyết để ghi quyết định này, hoặc kết quả không phù hợp.',
    en: 'There is no result of a vote that this decision could follow.',
  },

  // ── states and kinds ──
  state: {
    vi: (state: InitiativeState) =>
      ({
        received: 'Đã nộp, chờ kiểm tra hình thức',
        returned: 'Trả lại để chỉnh sửa',
        accepted: 'Đã tiếp nhận, chờ hội đồng',
        form_refused: 'Không tiếp nhận',
        voting: 'Hội đồng đang biểu quyết',
        voted: 'Hội đồng đã biểu quyết',
        passed: 'Hội đồng đã thông qua',
        not_passed: 'Hội đồng không thông qua',
        recognised: 'Đã công nhận',
        refused: 'Không công nhận',
        withdrawn: 'Tác giả đã rút',
        merged: 'Đã gộp vào sáng kiến khác',
        annulled: 'Đã hủy công nhận',
      })[state],
    en: (state: InitiativeState) =>
      ({
        received: 'Handed in, form to be checked',
        returned: 'Returned to be mended',
        accepted: 'Accepted, waits for the council',
        form_refused: 'Not accepted',
        voting: 'Before the council, being voted on',
        voted: 'Voted on by the council',
        passed: 'Passed by the council',
        not_passed: 'Not passed by the council',
        recognised: 'Recognised',
        refused: 'Refused',
        withdrawn: 'Withdrawn by its authors',
        merged: 'Merged with another one',
        annulled: 'Recognition annulled',
      })[state],
  },
  /** What comes next, after the state. */
  next: {
    vi: (p: Next) => {
      const until =
        p.by === null
          ? ''
          : p.overdue
            ? ` (hạn ${formatDay(p.by)}, *đã quá hạn*)`
            : ` chậm nhất ngày ${formatDay(p.by)}`;
      return {
        received: `thư ký kiểm tra hình thức${until}`,
        returned: `tác giả chỉnh sửa và nộp lại${until}`,
        accepted: `xét công nhận${until}`,
        form_refused:
          'lý do ở phần Quá trình; muốn xét lại, gõ `/sangkien mới` để nộp sáng kiến mới',
        withdrawn: 'không xét nữa',
        merged: 'xét cùng sáng kiến được gộp vào',
        annulled: 'không còn giá trị',
        voting: `xét công nhận${until}`,
        voted: `kết quả được công bố cùng quyết định${until}`,
        passed: `chờ quyết định công nhận${until}`,
        not_passed: `chờ văn bản không công nhận${until}`,
        recognised: `theo quyết định số ${p.decision ?? ''}`,
        refused: `theo văn bản số ${p.decision ?? ''}`,
      }[p.state];
    },
    en: (p: Next) => {
      const until =
        p.by === null
          ? ''
          : p.overdue
            ? ` (due ${formatDay(p.by)}, *overdue*)`
            : ` by ${formatDay(p.by)}`;
      return {
        received: `the secretary checks its form${until}`,
        returned: `to be mended and handed in again${until}`,
        accepted: `decided${until}`,
        form_refused: 'the reason is in its history; to have it considered, type `/sangkien new`',
        withdrawn: 'not considered any more',
        merged: 'considered with the one it was merged with',
        annulled: 'no longer in force',
        voting: `decided${until}`,
        voted: `the outcome is announced with the decision${until}`,
        passed: `waits for the decision${until}`,
        not_passed: `waits for the answer in writing${until}`,
        recognised: `by decision ${p.decision ?? ''}`,
        refused: `by document ${p.decision ?? ''}`,
      }[p.state];
    },
  },
  mergedStands: {
    vi: (p: { number: string; state: string }) => `Đã gộp vào ${p.number}. ${p.number}: ${p.state}`,
    en: (p: { number: string; state: string }) =>
      `Merged into ${p.number}. ${p.number}: ${p.state}`,
  },
  kind: {
    vi: (kind: SolutionKind) =>
      ({
        technical: 'Giải pháp kỹ thuật',
        managerial: 'Giải pháp quản lý',
        operational: 'Giải pháp tác nghiệp',
        technology_transfer: 'Ứng dụng tiến bộ kỹ thuật',
      })[kind],
    en: (kind: SolutionKind) =>
      ({
        technical: 'Technical solution',
        managerial: 'Managerial solution',
        operational: 'Operational solution',
        technology_transfer: 'Application of technical progress',
      })[kind],
  },

  // ── receipt ──
  receiptTitle: { vi: 'Đã nhận hồ sơ sáng kiến', en: 'Initiative has arrived' },
  receiptModalTitle: { vi: 'Đã nộp sáng kiến', en: 'Handed in' },
  receiptText: {
    vi: (p: { number: string; title: string }) => `Đã nhận hồ sơ sáng kiến ${p.number}: ${p.title}`,
    en: (p: { number: string; title: string }) => `Initiative ${p.number} has arrived: ${p.title}`,
  },
  number: { vi: 'Số', en: 'Number' },
  filedAt: { vi: 'Nộp lúc', en: 'Handed in at' },
  filedBy: { vi: 'Người nộp', en: 'Handed in by' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  authors: { vi: 'Tác giả', en: 'Authors' },
  formCheck: {
    vi: (p: Citation) =>
      `Kiểm tra hình thức: chậm nhất ngày *${formatDay(p.until)}* (${p.citation})`,
    en: (p: Citation) => `Check of the form: by *${formatDay(p.until)}* (${p.citation})`,
  },
  afterFormCheck: {
    vi: 'Hồ sơ hợp lệ: anh/chị nhận giấy biên nhận và sáng kiến chờ hội đồng. Cần chỉnh sửa: hồ sơ được trả lại, nêu rõ nội dung và thời hạn.',
    en: 'If it is in order, you get the receipt and it waits for the council. If something has to be mended, it is returned with what and until when.',
  },
  decide: {
    vi: (p: Citation) => `Xét công nhận: chậm nhất ngày *${formatDay(p.until)}* (${p.citation})`,
    en: (p: Citation) => `Decision: by *${formatDay(p.until)}* (${p.citation})`,
  },
  comesNext: { vi: 'Việc tiếp theo', en: 'What comes next' },
  receiptHint: {
    vi: (p: { number: string }) => `Anh/chị xem lại bất cứ lúc nào: \`/sangkien ${p.number}\``,
    en: (p: { number: string }) => `Look at it at any time: \`/sangkien ${p.number}\``,
  },

  // ── the secretary's card ──
  cardTitle: { vi: 'Sáng kiến mới nộp', en: 'An initiative was handed in' },
  cardText: {
    vi: (p: { number: string; title: string }) => `Sáng kiến mới nộp ${p.number}: ${p.title}`,
    en: (p: { number: string; title: string }) =>
      `An initiative was handed in, ${p.number}: ${p.title}`,
  },
  filedLate: {
    vi: (p: { firstAppliedOn: Day }) =>
      `:warning: Nộp quá 1 năm sau ngày áp dụng lần đầu (${formatDay(p.firstAppliedOn)})`,
    en: (p: { firstAppliedOn: Day }) =>
      `:warning: Handed in more than a year after the first application (${formatDay(p.firstAppliedOn)})`,
  },
  viewFile: { vi: 'Xem hồ sơ', en: 'View the file' },
  formCheckBefore: {
    vi: (p: Citation) => `Kiểm tra hình thức chậm nhất ngày ${formatDay(p.until)} (${p.citation})`,
    en: (p: Citation) => `Check the form by ${formatDay(p.until)} (${p.citation})`,
  },

  // ── the file ──
  fileTitle: { vi: 'Hồ sơ sáng kiến', en: 'File of the initiative' },
  stateLabel: { vi: 'Tình trạng', en: 'State' },
  kindLabel: { vi: 'Loại giải pháp', en: 'Kind of solution' },
  fieldLabel: { vi: 'Lĩnh vực, vấn đề được giải quyết', en: 'Field and problem solved' },
  firstAppliedLabel: { vi: 'Áp dụng lần đầu', en: 'First applied' },
  priorStateLabel: { vi: 'Tình trạng trước đó', en: 'State before' },
  essenceLabel: { vi: 'Bản chất của giải pháp', en: 'Essence of the solution' },
  benefitsLabel: { vi: 'Lợi ích theo ý kiến tác giả', en: 'Benefits, in the authors’ opinion' },
  benefitsByUsersLabel: { vi: 'Lợi ích theo người áp dụng', en: 'Benefits, according to users' },
  conditionsLabel: { vi: 'Điều kiện áp dụng', en: 'Conditions of application' },
  investorLabel: { vi: 'Chủ đầu tư', en: 'Investor' },
  addresseeLabel: { vi: 'Kính gửi', en: 'Addressed to' },
  participantsLabel: { vi: 'Người tham gia áp dụng lần đầu', en: 'Who took part in the first use' },
  authorDetailsLabel: { vi: 'Thông tin thêm về tác giả', en: 'More about the authors' },
  confidentialLabel: { vi: 'Thông tin cần bảo mật', en: 'Confidential information' },
  confidentialHidden: {
    vi: 'Đã ghi; chỉ hội đồng sáng kiến và thư ký xem được.',
    en: 'Written down; only the initiative council and the secretary can read it.',
  },

  // ── lists and Home ──
  mineHeading: { vi: 'Sáng kiến của tôi', en: 'My initiatives' },
  mineNone: {
    vi: 'Anh/chị chưa nộp sáng kiến nào. Gõ `/sangkien` để viết; nộp được cả năm.',
    en: 'You have handed in no initiative yet. Type `/sangkien` to write one, at any time of the year.',
  },
  mineMore: {
    vi: (p: { shown: number; total: number }) =>
      `${p.shown} sáng kiến mới nhất trong số ${p.total}. Xem cái khác theo số: \`/sangkien SK-2026-0001\``,
    en: (p: { shown: number; total: number }) =>
      `The newest ${p.shown} of ${p.total}. For another, type its number: \`/sangkien SK-2026-0001\``,
  },
  draftWaits: {
    vi: (p: { title: string; more: number }) =>
      `Bản nháp chưa nộp: _${p.title}_${p.more > 0 ? ` và ${p.more} bản khác` : ''}. Gõ \`/sangkien\` để viết tiếp.`,
    en: (p: { title: string; more: number }) =>
      `${p.more > 0 ? 'Drafts' : 'A draft'} not handed in: _${p.title}_${p.more > 0 ? ` and ${p.more} more` : ''}. Type \`/sangkien\` to go on.`,
  },
  help: {
    vi: [
      '*Nộp và theo dõi sáng kiến*',
      '• `/sangkien` – viết sáng kiến, hoặc viết tiếp một bản nháp; nộp được cả năm',
      '• `/sangkien mới` – viết thêm một sáng kiến, các bản nháp vẫn giữ',
      '• `/sangkien của tôi` – các sáng kiến của anh/chị và việc tiếp theo',
      '• `/sangkien SK-2026-0001` – xem một sáng kiến',
      '• `/sangkien áp dụng` – sáng kiến đơn vị anh/chị áp dụng, báo cáo hiệu quả',
      '• Ở bất kỳ tin nhắn nào, chọn *Ghi thành sáng kiến* trong trình đơn: nội dung tin thành bản nháp',
      '• `/sangkien tìm mã QR` – tìm sáng kiến theo từ, không cần dấu',
      '• `/sangkien trợ giúp` – xem lại hướng dẫn này',
    ].join('\n'),
    en: [
      '*Handing in and following initiatives*',
      '• `/sangkien` – write an initiative, or go on with a draft; at any time of the year',
      '• `/sangkien new` – write another one; drafts stay',
      '• `/sangkien mine` – your initiatives and what comes next',
      '• `/sangkien SK-2026-0001` – look at one initiative',
      '• `/sangkien applied` – what your units apply, and reports of the effect',
      '• On any message, choose *Ghi thành sáng kiến* from its menu: its text becomes a draft',
      '• `/sangkien find mã QR` – find initiatives by words, accents optional',
      '• `/sangkien help` – this guidance',
    ].join('\n'),
  },
  notUnderstood: {
    vi: (p: { words: string }) => `Thi Đua chưa hiểu “${p.words}”. Anh/chị có thể gõ:`,
    en: (p: { words: string }) => `Thi Đua does not know “${p.words}”. You can type:`,
  },

  // ── decisions ──
  decidedOn: { vi: 'Ngày ký', en: 'Day of signing' },
  signatory: { vi: 'Người ký', en: 'Signed by' },
  reason: { vi: 'Lý do không công nhận', en: 'Reason of the refusal' },
  decidedTitle: {
    vi: (kind: DecisionKind) =>
      kind === 'recognised' ? 'Sáng kiến được công nhận' : 'Sáng kiến không được công nhận',
    en: (kind: DecisionKind) =>
      kind === 'recognised' ? 'Initiative recognised' : 'Initiative not recognised',
  },
  decidedBy: {
    vi: (p: { kind: DecisionKind; decision: string; decidedOn: Day; signatory: string }) =>
      `${p.kind === 'recognised' ? 'Quyết định' : 'Văn bản'} số *${p.decision}* ngày *${formatDay(p.decidedOn)}*, người ký: ${p.signatory}`,
    en: (p: { kind: DecisionKind; decision: string; decidedOn: Day; signatory: string }) =>
      `${p.kind === 'recognised' ? 'Decision' : 'Document'} *${p.decision}* of *${formatDay(p.decidedOn)}*, signed by ${p.signatory}`,
  },
  reasonGiven: { vi: 'Lý do', en: 'Reason' },
  close: { vi: 'Đóng', en: 'Close' },
});
