import type {
  BallotResult,
  DecisionKind,
  FormRefusalGround,
  InitiativeStepKind,
} from '../../database/generated/enums.ts';
import { refusing } from '../../kernel/errors.ts';
import { phrasebook } from '../../kernel/language.ts';
import { type Day, formatDay, formatInstant } from '../../kernel/time.ts';
import type { Part } from '../initiative-content.ts';
import { phrases } from '../phrases.ts';
import type { LastStep } from './step-queries.ts';

type Stands = { number: string; last: LastStep; zone: string };

const STEPS: Record<'vi' | 'en', Record<InitiativeStepKind | 'filed', string>> = {
  vi: {
    filed: 'nộp',
    accepted: 'tiếp nhận',
    returned: 'trả lại để chỉnh sửa',
    mended: 'chỉnh sửa và nộp lại',
    form_refused: 'trả lời không tiếp nhận',
    withdrawn: 'rút',
    merged: 'gộp vào sáng kiến khác',
    absorbed: 'gộp thêm một sáng kiến vào',
    annulled: 'xác nhận hủy công nhận',
  },
  en: {
    filed: 'handed in',
    accepted: 'accepted',
    returned: 'returned to be mended',
    mended: 'mended and handed in again',
    form_refused: 'answered as not accepted',
    withdrawn: 'withdrawn',
    merged: 'merged with another one',
    absorbed: 'joined by another one',
    annulled: 'annulled',
  },
};

/** How an initiative stands: its state, and who did the last thing when. */
function standsVi({ number, last, zone }: Stands): string {
  return `${number}: ${phrases.vi.state(last.state)} (${last.byName} ${STEPS.vi[last.kind]} lúc ${formatInstant(last.at, zone)}).`;
}
function standsEn({ number, last, zone }: Stands): string {
  return `${number}: ${phrases.en.state(last.state)} (${STEPS.en[last.kind]} by ${last.byName} at ${formatInstant(last.at, zone)}).`;
}

/** The check of the form, the return and the mending, and the history of an initiative. */
export const workflowPhrases = phrasebook({
  // ── refusals ──
  onlySecretary: {
    vi: 'Chỉ thư ký thi đua của đơn vị hoặc cấp trên làm việc này. Chưa có gì thay đổi.',
    en: 'Only the secretary of emulation of the unit or of one above does this. Nothing was changed.',
  },
  ownInitiative: {
    vi: 'Anh/chị là tác giả nên không tự xử lý sáng kiến của mình; thư ký khác hoặc cấp trên làm việc này. Chưa có gì thay đổi.',
    en: 'You are an author, so you do not deal with your own initiative; another secretary or the one above does. Nothing was changed.',
  },
  onlyAuthors: {
    vi: 'Chỉ tác giả hoặc người nộp sáng kiến làm việc này. Chưa có gì thay đổi.',
    en: 'Only an author or whoever handed it in does this. Nothing was changed.',
  },
  onlyProposers: {
    vi: 'Chỉ thư ký thi đua hoặc quản trị viên của đơn vị hay cấp trên đề nghị hủy công nhận. Chưa có gì thay đổi.',
    en: 'Only a secretary of emulation or administrator of the unit or of one above proposes an annulment. Nothing was changed.',
  },
  onlySecondPerson: {
    vi: 'Người thứ hai xác nhận là thủ trưởng hoặc thư ký thi đua của đơn vị hay cấp trên. Chưa có gì thay đổi.',
    en: 'The second person is a head or secretary of emulation of the unit or of one above. Nothing was changed.',
  },
  proposedIt: {
    vi: 'Anh/chị là người đề nghị nên cần một người khác xác nhận. Chưa có gì thay đổi.',
    en: 'You proposed it, so another person has to confirm. Nothing was changed.',
  },
  annulmentUnknown: {
    vi: 'Không tìm thấy đề nghị này. Chưa có gì thay đổi.',
    en: 'This proposal was not found. Nothing was changed.',
  },
  reasonNeeded: {
    vi: 'Anh/chị ghi rõ nội dung; tác giả đọc nguyên văn phần này.',
    en: 'Please write it down; the authors read it word for word.',
  },
  returnFirst: {
    vi: 'Hồ sơ chưa được trả lại lần nào nên chưa lấy lý do này: anh/chị bấm Trả lại để chỉnh sửa trước, tác giả có 1 tháng để hoàn thiện (Nghị định 13/2012/NĐ-CP Điều 6).',
    en: 'It was not returned yet, so this ground does not hold: return it first, its authors have a month to complete it (Nghị định 13/2012/NĐ-CP Điều 6).',
  },
  correctionRuns: {
    vi: (p: { until: Day }) =>
      `Tác giả còn được chỉnh sửa đến hết ngày ${formatDay(p.until)}; sau ngày đó mới trả lời không tiếp nhận.`,
    en: (p: { until: Day }) =>
      `Its authors may mend it until ${formatDay(p.until)} inclusive; it can be refused after that day.`,
  },
  notReturned: {
    vi: (p: Stands) => `Sáng kiến không còn chờ chỉnh sửa. ${standsVi(p)} Chưa có gì thay đổi.`,
    en: (p: Stands) => `It no longer waits to be mended. ${standsEn(p)} Nothing was changed.`,
  },
  mendingChanged: {
    vi: 'Phần chỉnh sửa đã thay đổi từ một biểu mẫu khác nên chưa nộp. Anh/chị bấm Chỉnh sửa lại để xem bản mới nhất rồi nộp.',
    en: 'What you mend was changed in another form, so it was not handed in. Press Mend again to look at the newest state and hand it in.',
  },
  notWithdrawable: {
    vi: (p: Stands) =>
      `Sáng kiến chỉ rút được trước khi hội đồng bỏ phiếu. ${standsVi(p)} Chưa có gì thay đổi.`,
    en: (p: Stands) =>
      `It can be withdrawn before the council votes only. ${standsEn(p)} Nothing was changed.`,
  },
  notMergeable: {
    vi: (p: Stands) =>
      `Chỉ gộp sáng kiến chưa đưa ra bỏ phiếu và chưa kết thúc. ${standsVi(p)} Chưa có gì thay đổi.`,
    en: (p: Stands) =>
      `Only initiatives that are not before the council and not at an end are merged. ${standsEn(p)} Nothing was changed.`,
  },
  notRecognised: {
    vi: (p: Stands) =>
      `Chỉ hủy công nhận một sáng kiến đang được công nhận. ${standsVi(p)} Chưa có gì thay đổi.`,
    en: (p: Stands) =>
      `Only the recognition of a recognised initiative is annulled. ${standsEn(p)} Nothing was changed.`,
  },
  numberUnreadable: {
    vi: 'Anh/chị ghi số của sáng kiến, ví dụ SK-2026-0001.',
    en: 'Please write the number of the initiative, as in SK-2026-0001.',
  },
  mergedWithItself: {
    vi: 'Đây là số của chính sáng kiến này. Anh/chị ghi số của sáng kiến kia.',
    en: 'This is the number of the same initiative. Please write the other one.',
  },
  firstAppliedAfterFiling: {
    vi: 'Ngày áp dụng lần đầu không thể sau ngày nộp hồ sơ.',
    en: 'The first application cannot be after the day of handing in.',
  },

  // ── the check of the form ──
  accept: { vi: 'Tiếp nhận', en: 'Accept' },
  giveBack: { vi: 'Trả lại để chỉnh sửa', en: 'Return to be mended' },
  refuseForm: { vi: 'Không tiếp nhận', en: 'Do not accept' },
  later: { vi: 'Để sau', en: 'Not now' },
  close: { vi: 'Đóng', en: 'Close' },
  done: {
    vi: (p: { number: string; kind: 'accepted' | 'returned' | 'form_refused' }) =>
      ({
        accepted: `Đã tiếp nhận ${p.number}. Giấy biên nhận được gửi tới các tác giả; sáng kiến chờ hội đồng.`,
        returned: `Đã trả lại ${p.number}. Các tác giả nhận được nội dung cần chỉnh sửa và thời hạn.`,
        form_refused: `Đã ghi không tiếp nhận ${p.number}. Các tác giả nhận được lý do.`,
      })[p.kind],
    en: (p: { number: string; kind: 'accepted' | 'returned' | 'form_refused' }) =>
      ({
        accepted: `${p.number} is accepted. Its authors get the receipt; it waits for the council.`,
        returned: `${p.number} is returned. Its authors read what to mend and until when.`,
        form_refused: `${p.number} is not accepted. Its authors read the reason.`,
      })[p.kind],
  },
  standsAlready: {
    vi: (p: Stands) => `${standsVi(p)} Lần bấm này không thay đổi gì.`,
    en: (p: Stands) => `${standsEn(p)} This press changed nothing.`,
  },
  returnTitle: { vi: 'Trả lại để chỉnh sửa', en: 'Return to be mended' },
  returnUntil: {
    vi: (p: { until: Day; citation: string }) =>
      `Các tác giả được báo và chỉnh sửa, nộp lại chậm nhất ngày *${formatDay(p.until)}* (${p.citation}). Số hồ sơ giữ nguyên.`,
    en: (p: { until: Day; citation: string }) =>
      `Its authors are told, and mend it and hand it in again by *${formatDay(p.until)}* (${p.citation}). It keeps its number.`,
  },
  toMend: { vi: 'Nội dung cần chỉnh sửa', en: 'What to mend' },
  toMendHint: {
    vi: 'Nêu rõ từng điểm; tác giả đọc nguyên văn.',
    en: 'Point by point; the authors read it word for word.',
  },
  refuseTitle: { vi: 'Không tiếp nhận', en: 'Not accepted' },
  groundLabel: { vi: 'Căn cứ', en: 'Ground' },
  ground: {
    vi: (ground: FormRefusalGround) =>
      ({
        not_new: 'Không có tính mới trong phạm vi cơ sở',
        not_applied: 'Chưa được áp dụng hoặc áp dụng thử tại cơ sở',
        excluded_by_law: 'Trái trật tự công cộng, đạo đức, hoặc đang được bảo hộ',
        incomplete: 'Hồ sơ chưa đủ, đã trả lại mà chưa hoàn thiện',
      })[ground],
    en: (ground: FormRefusalGround) =>
      ({
        not_new: 'Not new within the unit',
        not_applied: 'Not applied or tried in the unit',
        excluded_by_law: 'Against public order or morals, or under protection',
        incomplete: 'Incomplete, returned and not completed',
      })[ground],
  },
  groundCitation: {
    vi: 'Nghị định 13/2012/NĐ-CP Điều 3, Điều 6',
    en: 'Nghị định 13/2012/NĐ-CP Điều 3, Điều 6',
  },
  refuseReason: { vi: 'Lý do', en: 'Reason' },

  // ── news ──
  acceptedTitle: { vi: 'Giấy biên nhận', en: 'Receipt' },
  acceptedBy: { vi: 'Người tiếp nhận', en: 'Accepted by' },
  acceptedAt: { vi: 'Tiếp nhận lúc', en: 'Accepted at' },
  acceptedText: {
    vi: 'Hồ sơ hợp lệ về hình thức và chờ hội đồng sáng kiến xét.',
    en: 'The request is in order and waits for the initiative council.',
  },
  returnedTitle: { vi: 'Sáng kiến cần chỉnh sửa', en: 'An initiative has to be mended' },
  returnedBy: {
    vi: (p: { name: string }) => `*${p.name}* trả lại hồ sơ, nội dung cần chỉnh sửa:`,
    en: (p: { name: string }) => `*${p.name}* returns the request. What to mend:`,
  },
  mendUntil: {
    vi: (p: { until: Day; citation: string; overdue: boolean }) =>
      p.overdue
        ? `:warning: Hạn chỉnh sửa là ngày *${formatDay(p.until)}* (${p.citation}). Anh/chị vẫn nộp lại được khi thư ký chưa trả lời không tiếp nhận; hồ sơ được đánh dấu nộp sau hạn.`
        : `Chỉnh sửa và nộp lại chậm nhất ngày *${formatDay(p.until)}* (${p.citation}).`,
    en: (p: { until: Day; citation: string; overdue: boolean }) =>
      p.overdue
        ? `:warning: It was to be mended by *${formatDay(p.until)}* (${p.citation}). You can still hand it in again while the secretary has not refused it; it is marked as late.`
        : `Mend it and hand it in again by *${formatDay(p.until)}* (${p.citation}).`,
  },
  returnOver: {
    vi: 'Lần trả lại này đã được xử lý; xem hồ sơ để biết tình trạng hiện tại.',
    en: 'This return is dealt with; the file shows how it stands now.',
  },
  mend: { vi: 'Chỉnh sửa', en: 'Mend' },
  mendedTitle: { vi: 'Đã nhận hồ sơ chỉnh sửa', en: 'Mended request received' },
  mendedBy: {
    vi: (p: { name: string; parts: string }) => `*${p.name}* đã nộp lại. Phần đã sửa: ${p.parts}.`,
    en: (p: { name: string; parts: string }) =>
      `*${p.name}* handed it in again. What changed: ${p.parts}.`,
  },
  nothingChanged: { vi: 'không có phần nào', en: 'nothing' },
  formRefusedTitle: { vi: 'Sáng kiến không được tiếp nhận', en: 'Initiative not accepted' },
  formRefusedBy: {
    vi: (p: { name: string; ground: string }) => `*${p.name}* trả lời: ${p.ground}`,
    en: (p: { name: string; ground: string }) => `*${p.name}* answers: ${p.ground}`,
  },
  formRefusedNext: {
    vi: 'Hồ sơ này dừng ở đây. Sáng kiến đủ điều kiện thì anh/chị nộp mới: `/sangkien mới`. Thông báo để in, ký: mở hồ sơ, bấm *Thông báo không tiếp nhận*.',
    en: 'This request ends here. Once the initiative meets the conditions, hand in a new one: `/sangkien new`. The notice to print and sign: open the file, press *Notice of non-acceptance*.',
  },
  nobodyToCheckTitle: {
    vi: 'Chưa có người kiểm tra một sáng kiến',
    en: 'Nobody can check an initiative',
  },
  nobodyToCheck: {
    vi: (p: { number: string }) =>
      `Mọi thư ký thi đua của đơn vị và cấp trên đều là tác giả của ${p.number}, hoặc chưa có thư ký, nên chưa ai kiểm tra được hình thức. Anh/chị gõ \`/thidua vai trò\` để giao vai trò thư ký thi đua cho một người khác; người đó thấy sáng kiến ở Trang chủ.`,
    en: (p: { number: string }) =>
      `Every secretary of emulation of the unit and above is an author of ${p.number}, or there is none, so nobody can check its form. Type \`/thidua roles\` to make another person secretary; they find it on their Home.`,
  },

  // ── the secretary's card ──
  cardMendedTitle: {
    vi: 'Sáng kiến đã chỉnh sửa, nộp lại',
    en: 'A mended initiative was handed in',
  },
  mendedLate: {
    vi: ':warning: Nộp lại sau hạn chỉnh sửa',
    en: ':warning: Handed in again after the days for mending it',
  },

  // ── mending ──
  mendFormTitle: {
    vi: (p: { step: 1 | 2 }) => `Chỉnh sửa (${p.step}/2)`,
    en: (p: { step: 1 | 2 }) => `Mend (${p.step} of 2)`,
  },
  mendHandIn: { vi: 'Nộp lại', en: 'Hand in again' },
  mendAsked: { vi: '*Nội dung cần chỉnh sửa*', en: '*What to mend*' },
  mendedModal: { vi: 'Đã nộp lại', en: 'Handed in again' },

  // ── history ──
  historyLabel: { vi: 'Quá trình', en: 'History' },
  seeChanges: { vi: 'Nội dung đã sửa', en: 'What was changed' },
  changesTitle: { vi: 'Nội dung đã sửa', en: 'What was changed' },
  revision: {
    vi: (p: { revision: number; at: string }) => `Nộp lại lần ${p.revision - 1}, lúc ${p.at}`,
    en: (p: { revision: number; at: string }) => `Handed in again, ${p.revision - 1}, at ${p.at}`,
  },
  beforeChange: { vi: 'Trước', en: 'Before' },
  afterChange: { vi: 'Sau', en: 'After' },
  empty: { vi: '(để trống)', en: '(empty)' },
  olderChangesLeftOut: {
    vi: 'Các thay đổi cũ hơn không hiện hết ở đây; mọi lần sửa vẫn được lưu trong hồ sơ.',
    en: 'Older changes are not all shown here; every mending is kept on file.',
  },
  noChanges: { vi: 'Chưa có lần chỉnh sửa nào.', en: 'It was not mended so far.' },
  part: {
    vi: (part: Part) =>
      ({
        title: 'tên',
        kind: 'loại giải pháp',
        field: 'lĩnh vực',
        firstAppliedOn: 'ngày áp dụng lần đầu',
        priorState: 'tình trạng trước đó',
        essence: 'bản chất của giải pháp',
        benefits: 'lợi ích theo tác giả',
        benefitsByUsers: 'lợi ích theo người áp dụng',
        conditions: 'điều kiện áp dụng',
        investor: 'chủ đầu tư',
        participants: 'người tham gia áp dụng lần đầu',
        authorDetails: 'thông tin thêm về tác giả',
        addressee: 'nơi gửi',
        confidential: 'thông tin cần bảo mật',
        authors: 'tác giả, tỷ lệ đóng góp',
      })[part],
    en: (part: Part) =>
      ({
        title: 'title',
        kind: 'kind of solution',
        field: 'field',
        firstAppliedOn: 'first application',
        priorState: 'state before',
        essence: 'essence of the solution',
        benefits: 'benefits according to the authors',
        benefitsByUsers: 'benefits according to users',
        conditions: 'conditions of application',
        investor: 'investor',
        participants: 'who took part in the first use',
        authorDetails: 'more about the authors',
        addressee: 'addressee',
        confidential: 'confidential information',
        authors: 'authors and shares',
      })[part],
  },
  took: {
    vi: (p: { kind: InitiativeStepKind | 'filed'; late: boolean; other: string | null }) =>
      ({
        filed: 'Đã nộp',
        accepted: 'Tiếp nhận, giao giấy biên nhận',
        returned: 'Trả lại để chỉnh sửa',
        mended: p.late ? 'Chỉnh sửa, nộp lại sau hạn' : 'Chỉnh sửa, nộp lại',
        form_refused: 'Không tiếp nhận',
        withdrawn: 'Tác giả rút',
        merged: `Gộp vào ${p.other ?? ''}`,
        absorbed: `Gộp ${p.other ?? ''} vào sáng kiến này`,
        annulled: 'Hủy công nhận',
      })[p.kind],
    en: (p: { kind: InitiativeStepKind | 'filed'; late: boolean; other: string | null }) =>
      ({
        filed: 'Handed in',
        accepted: 'Accepted, receipt issued',
        returned: 'Returned to be mended',
        mended: p.late ? 'Mended and handed in again, late' : 'Mended and handed in again',
        form_refused: 'Not accepted',
        withdrawn: 'Withdrawn by its authors',
        merged: `Merged into ${p.other ?? ''}`,
        absorbed: `${p.other ?? ''} merged into it`,
        annulled: 'Recognition annulled',
      })[p.kind],
  },
  voted: {
    vi: (result: BallotResult | 'held') =>
      ({
        held: 'Hội đồng đã biểu quyết, kết quả chờ công bố',
        passed: 'Hội đồng thông qua',
        not_passed: 'Hội đồng không thông qua',
        no_quorum: 'Hội đồng bỏ phiếu, chưa đủ số thành viên',
      })[result],
    en: (result: BallotResult | 'held') =>
      ({
        held: 'Voted on by the council, the outcome is still to be announced',
        passed: 'Passed by the council',
        not_passed: 'Not passed by the council',
        no_quorum: 'Voted on without a quorum',
      })[result],
  },
  finalBy: {
    vi: (p: { number: string; signedOn: Day }) =>
      `chính thức theo Biên bản số ${p.number} ngày ${formatDay(p.signedOn)}`,
    en: (p: { number: string; signedOn: Day }) =>
      `final by minutes ${p.number} of ${formatDay(p.signedOn)}`,
  },
  voteAnnulled: { vi: 'Hủy kết quả bỏ phiếu', en: 'Vote annulled' },
  decided: {
    vi: (p: { decision: DecisionKind; number: string; on: Day }) =>
      `${p.decision === 'recognised' ? 'Quyết định công nhận' : 'Văn bản không công nhận'} số ${p.number} ngày ${formatDay(p.on)}`,
    en: (p: { decision: DecisionKind; number: string; on: Day }) =>
      `${p.decision === 'recognised' ? 'Recognised by decision' : 'Refused by document'} ${p.number} of ${formatDay(p.on)}`,
  },
});

/** A foreseen refusal, said from the phrases of the form check and what follows it. */
export const workflowRefusal = refusing(workflowPhrases);
