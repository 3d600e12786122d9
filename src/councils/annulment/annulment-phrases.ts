import { refusing } from '../../kernel/errors.ts';
import { phrasebook } from '../../kernel/language.ts';

/** Annulment of a vote by two persons. */
export const annulmentPhrases = phrasebook({
  // refusals
  unknown: { vi: 'Không tìm thấy cuộc bỏ phiếu này.', en: 'This ballot was not found.' },
  annulmentUnknown: { vi: 'Không tìm thấy đề nghị này.', en: 'This proposal was not found.' },
  reasonNeeded: { vi: 'Anh/chị ghi lý do.', en: 'Please give the reason.' },
  concerned: {
    vi: 'Nội dung này liên quan đến chính anh/chị (tác giả, người được xét hoặc đã khai xung đột lợi ích), nên anh/chị không tham gia việc hủy kết quả.',
    en: 'This item concerns you (as an author, the person considered, or by a declared conflict of interest), so you have no part in annulling its outcome.',
  },
  onlyProposers: {
    vi: 'Chỉ Chủ tịch, Thư ký hội đồng hoặc thư ký thi đua của đơn vị được đề nghị hủy kết quả bỏ phiếu.',
    en: 'Only the chair or secretary of the council, or the unit’s secretary of emulation, may propose to annul an outcome.',
  },
  onlySecondPerson: {
    vi: 'Chỉ Chủ tịch, Thư ký hội đồng, thư ký thi đua hoặc thủ trưởng đơn vị được xác nhận việc hủy kết quả bỏ phiếu.',
    en: 'Only the chair or secretary of the council, the secretary of emulation or the head of the unit may settle this.',
  },
  proposedIt: {
    vi: 'Anh/chị là người đề nghị; việc hủy cần một người khác xác nhận.',
    en: 'You proposed it; somebody else must confirm.',
  },
  open: {
    vi: 'Cuộc bỏ phiếu chưa đóng nên chưa có kết quả để hủy.',
    en: 'The ballot is not closed, so there is no outcome to annul.',
  },
  nothingDecided: {
    vi: 'Lần bỏ phiếu này không đủ số thành viên nên không có kết quả để hủy; hội đồng bỏ phiếu lại được ngay.',
    en: 'This ballot had no quorum, so there is nothing to annul; another one may be opened.',
  },
  annulledBefore: {
    vi: 'Kết quả này đã được hủy trước đó. Không có gì thay đổi.',
    en: 'This outcome was annulled before. Nothing was changed.',
  },
  decided: {
    vi: (p: { number: string }) =>
      `Đã có quyết định số ${p.number} theo kết quả này nên không hủy được kết quả. Sáng kiến đã công nhận thì đề nghị hủy công nhận trong hồ sơ.`,
    en: (p: { number: string }) =>
      `Decision ${p.number} follows this outcome, so it cannot be annulled. If the initiative is recognised, propose to annul the recognition in its file.`,
  },
  decidedMeanwhile: {
    vi: 'Đã có quyết định theo kết quả này nên không hủy được. Anh/chị bấm Không đồng ý để khép lại đề nghị.',
    en: 'A decision follows this outcome, so it cannot be annulled. Please decline the proposal to settle it.',
  },

  // proposing
  cancel: { vi: 'Quay lại', en: 'Go back' },
  close: { vi: 'Đóng', en: 'Close' },
  propose: { vi: 'Đề nghị hủy kết quả', en: 'Propose annulment' },
  title: { vi: 'Hủy kết quả', en: 'Annul an outcome' },
  warning: {
    vi: 'Đề nghị có hiệu lực khi người thứ hai xác nhận. Khi đó kết quả không còn giá trị, nội dung chờ hội đồng bỏ phiếu lại. Phiếu cũ không mở lại; kết quả cũ vẫn xem được, có ghi đã hủy, lý do và tên hai người.',
    en: 'It takes effect when a second person confirms. Then the outcome holds no more and the item awaits another ballot. The old papers are not opened again; the old outcome stays readable, marked as annulled with the reason and both names.',
  },
  sheetWarning: {
    vi: (p: { count: number }) => `Hủy kết quả của cả *${p.count}* đề nghị trên phiếu này.`,
    en: (p: { count: number }) => `The outcomes of all *${p.count}* names on this sheet.`,
  },
  reason: { vi: 'Lý do hủy kết quả', en: 'Reason of the annulment' },
  submit: { vi: 'Gửi đề nghị', en: 'Propose' },
  proposed: {
    vi: (p: { number: string; asked: number; happened: boolean }) =>
      p.happened
        ? `Đã gửi đề nghị hủy kết quả bỏ phiếu ${p.number}. ${p.asked > 0 ? `${p.asked} người được mời xác nhận; một người xác nhận là đủ.` : 'Chưa có người thứ hai để xác nhận: quản trị viên giao vai trò, người đó thấy đề nghị ở Trang chủ.'}`
        : `Đã có một đề nghị hủy kết quả ${p.number} đang chờ xác nhận. Không có gì thay đổi.`,
    en: (p: { number: string; asked: number; happened: boolean }) =>
      p.happened
        ? `The annulment of the outcome on ${p.number} is proposed. ${p.asked > 0 ? `${p.asked} asked to confirm; one is enough.` : 'There is nobody else to confirm: once an administrator grants the role, they find it on their Home.'}`
        : `A proposal to annul the outcome on ${p.number} waits already. Nothing was changed.`,
  },

  // settling
  toSettle: { vi: 'Đề nghị hủy kết quả bỏ phiếu', en: 'Annulment of a vote proposed' },
  proposedBy: {
    vi: (p: { name: string; when: string }) => `*${p.name}* đề nghị lúc ${p.when}, lý do:`,
    en: (p: { name: string; when: string }) => `*${p.name}* proposes it, at ${p.when}, because:`,
  },
  confirm: { vi: 'Xác nhận hủy', en: 'Confirm annulment' },
  confirmTitle: { vi: 'Hủy kết quả?', en: 'Annul the outcome?' },
  confirmText: {
    vi: (p: { number: string }) =>
      `Kết quả bỏ phiếu ${p.number} không còn giá trị; hội đồng bỏ phiếu lại. Không khôi phục được.`,
    en: (p: { number: string }) =>
      `The outcome on ${p.number} will hold no more; the council votes again. It cannot be restored.`,
  },
  decline: { vi: 'Không đồng ý', en: 'Decline' },
  declineTitle: { vi: 'Không đồng ý hủy', en: 'Decline the annulment' },
  declineReason: { vi: 'Lý do không đồng ý', en: 'Why not' },
  settled: {
    vi: (p: { number: string; name: string; when: string; confirmed: boolean }) =>
      p.confirmed
        ? `${p.number}: đã hủy kết quả bỏ phiếu, ${p.name} xác nhận lúc ${p.when}.`
        : `${p.number}: giữ nguyên kết quả bỏ phiếu, ${p.name} không đồng ý hủy lúc ${p.when}.`,
    en: (p: { number: string; name: string; when: string; confirmed: boolean }) =>
      p.confirmed
        ? `${p.number}: outcome annulled, confirmed by ${p.name} at ${p.when}.`
        : `${p.number}: the outcome stands, ${p.name} declined at ${p.when}.`,
  },
  waitingOnHome: {
    vi: (p: { subject: string; name: string }) =>
      `*${p.name}* đề nghị hủy kết quả bỏ phiếu: ${p.subject}`,
    en: (p: { subject: string; name: string }) =>
      `*${p.name}* proposes to annul the outcome of a vote: ${p.subject}`,
  },
  review: { vi: 'Xem đề nghị', en: 'Look at it' },

  // on cards
  annulledHeadline: {
    vi: (p: { number: string }) => `:no_entry: *Kết quả đã hủy* – ${p.number}`,
    en: (p: { number: string }) => `:no_entry: *Outcome annulled* – ${p.number}`,
  },
  annulledBy: {
    vi: (p: { proposer: string; second: string; when: string }) =>
      `${p.proposer} đề nghị, ${p.second} xác nhận lúc ${p.when}. Kết quả lần bỏ phiếu này không còn giá trị; hội đồng bỏ phiếu lại. Lý do:`,
    en: (p: { proposer: string; second: string; when: string }) =>
      `Proposed by ${p.proposer}, confirmed by ${p.second} at ${p.when}. The outcome below holds no more; the council votes again. Reason:`,
  },
  proposalWaits: {
    vi: 'Có đề nghị hủy kết quả này đang chờ người thứ hai xác nhận.',
    en: 'A proposal to annul this outcome waits for a second person.',
  },
  toAuthor: {
    vi: (p: { number: string; title: string }) =>
      `Kết quả hội đồng bỏ phiếu về sáng kiến *${p.number}* – ${p.title} *đã được hủy*. Sáng kiến chờ hội đồng bỏ phiếu lại; anh/chị không phải nộp lại.`,
    en: (p: { number: string; title: string }) =>
      `The council’s vote on initiative *${p.number}* – ${p.title} *is annulled*. It awaits another ballot; you need not hand it in again.`,
  },
});

/** A foreseen refusal, said from the phrases above. */
export const annulmentRefusal = refusing(annulmentPhrases);
