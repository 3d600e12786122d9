import { refusing } from '../../kernel/errors.ts';
import { phrasebook } from '../../kernel/language.ts';

/** Closing a ballot by hand. */
export const endingPhrases = phrasebook({
  unknown: { vi: 'Không tìm thấy cuộc bỏ phiếu này.', en: 'This ballot was not found.' },
  mayNotEnd: {
    vi: 'Chỉ Chủ tịch, Thư ký hội đồng hoặc thư ký thi đua của đơn vị được đóng bỏ phiếu trước hạn.',
    en: 'Only the chair or secretary of the council, or the unit’s secretary of emulation, may close a ballot early.',
  },
  concerned: {
    vi: 'Nội dung này liên quan đến chính anh/chị (tác giả, người được xét hoặc đã khai xung đột lợi ích), nên anh/chị không đóng bỏ phiếu.',
    en: 'This item concerns you (as an author, the person considered, or by a declared conflict of interest), so you do not close its ballot.',
  },
  noQuorumYet: {
    vi: (p: { voted: number; needed: number; until: string }) =>
      `Mới có ${p.voted} người bỏ phiếu, cần ít nhất ${p.needed} để đủ số thành viên tham gia nên chưa đóng được. Bỏ phiếu tự đóng lúc ${p.until}.`,
    en: (p: { voted: number; needed: number; until: string }) =>
      `${p.voted} have voted and ${p.needed} are needed for a quorum, so it cannot be closed yet. It closes by itself at ${p.until}.`,
  },
  closedBefore: {
    vi: 'Bỏ phiếu đã đóng trước đó. Kết quả có ở thẻ của nội dung này.',
    en: 'The ballot was closed before. The result is on its card.',
  },
  end: { vi: 'Đóng bỏ phiếu', en: 'Close the ballot' },
  title: { vi: 'Đóng bỏ phiếu', en: 'Close the ballot' },
  goBack: { vi: 'Để mở tiếp', en: 'Leave it open' },
  close: { vi: 'Đóng', en: 'Close' },
  question: {
    vi: (p: { waiting: number; voted: number; until: string }) =>
      `*${p.voted}* người đã bỏ phiếu, *${p.waiting}* người chưa bỏ phiếu. Hạn là ${p.until}.\nĐóng bây giờ thì người chưa bỏ phiếu không bỏ phiếu được nữa và được tính là không bỏ phiếu. Không mở lại được.`,
    en: (p: { waiting: number; voted: number; until: string }) =>
      `*${p.voted}* have voted, *${p.waiting}* have not. The deadline is ${p.until}.\nIf it is closed now, those can vote no more and count as not having voted. It cannot be opened again.`,
  },
  ended: {
    vi: (p: { number: string }) =>
      `Đã đóng bỏ phiếu ${p.number}. Kết quả hiện ở thẻ sau khi kiểm phiếu.`,
    en: (p: { number: string }) =>
      `The ballot on ${p.number} is closed. Its outcome shows on the card once the votes are counted.`,
  },
  endedBy: {
    vi: (p: { name: string; when: string }) => `Đóng trước hạn lúc ${p.when}: ${p.name}`,
    en: (p: { name: string; when: string }) => `Closed before its deadline at ${p.when}: ${p.name}`,
  },
});

export const endingRefusal = refusing(endingPhrases);
