import { phrasebook } from '../../kernel/language.ts';

/** Conflicts of interest that a member declares about items of a sitting, and takes back. */
export const conflictPhrases = phrasebook({
  declare: { vi: 'Khai xung đột lợi ích', en: 'Declare a conflict' },
  title: { vi: 'Xung đột lợi ích', en: 'Conflict of interest' },
  intro: {
    vi: 'Chọn nội dung mà anh/chị có xung đột lợi ích. Anh/chị không có tên trong danh sách bỏ phiếu của nội dung đó. Tác giả, người được xét và người thân đã khai ở `/hoidong người thân` thì Thi Đua tự loại, không cần khai lại. Khai nhầm thì rút lại được đến khi mở bỏ phiếu hoặc chấm điểm nội dung đó.',
    en: 'Choose the items about which you have a conflict of interest. You will not be on the roll of those. Authors, those whom an item is about, and relatives declared in `/hoidong relatives` are left out by themselves. What was declared by mistake can be taken back until the item is voted on or scored.',
  },
  items: { vi: 'Nội dung', en: 'Items' },
  submit: { vi: 'Khai', en: 'Declare' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  close: { vi: 'Đóng', en: 'Close' },
  kinds: {
    vi: { initiative: 'Sáng kiến', nomination: 'Danh hiệu', other: 'Nội dung khác' },
    en: { initiative: 'Initiatives', nomination: 'Titles', other: 'Other items' },
  },
  declared: {
    vi: (p: { items: string }) =>
      `Đã ghi xung đột lợi ích của anh/chị với:\n${p.items}\nAnh/chị không có tên trong danh sách bỏ phiếu của các nội dung này. Người điều hành phiên họp thấy điều này ở thẻ phiên họp.`,
    en: (p: { items: string }) =>
      `Your conflict of interest is recorded about:\n${p.items}\nYou will not be on the rolls of these. Who runs the sitting sees it on its card.`,
  },
  already: { vi: '*Anh/chị đã khai*', en: '*You have declared*' },
  fixedMark: {
    vi: 'đã mở bỏ phiếu hoặc chấm điểm, không rút được',
    en: 'voted on or scored, not to be taken back',
  },
  takeBack: { vi: 'Rút lại khai báo', en: 'Take back' },
  takeBackTitle: { vi: 'Rút lại khai báo', en: 'Take back' },
  takeBackItems: { vi: 'Nội dung đã khai nhầm', en: 'Declared by mistake' },
  takeBackHint: {
    vi: 'Anh/chị lại có tên trong danh sách bỏ phiếu. Lý do được lưu cùng tên anh/chị trong nhật ký.',
    en: 'You will be on the roll again. The reason is kept with your name in the audit log.',
  },
  reason: { vi: 'Lý do rút lại', en: 'Why you take it back' },
  takenBack: {
    vi: (p: { items: string }) =>
      `Đã rút lại khai báo xung đột lợi ích với:\n${p.items}\nAnh/chị lại có tên trong danh sách bỏ phiếu khi nội dung được mở.`,
    en: (p: { items: string }) =>
      `Your declaration is taken back about:\n${p.items}\nYou will be on the roll when the vote opens.`,
  },
  onCard: {
    vi: (p: { name: string; items: string }) => `Khai xung đột lợi ích: ${p.name} – ${p.items}`,
    en: (p: { name: string; items: string }) => `Declared a conflict: ${p.name} – ${p.items}`,
  },

  // refusals
  nothingChosen: { vi: 'Chọn ít nhất một nội dung.', en: 'Choose at least one item.' },
  reasonMissing: { vi: 'Ghi lý do rút lại.', en: 'Say why you take it back.' },
  notDeclared: {
    vi: 'Anh/chị chưa khai nội dung này, hoặc đã rút lại.',
    en: 'You have not declared this, or took it back already.',
  },
  nothingDeclared: {
    vi: 'Không có khai báo nào rút lại được: anh/chị chưa khai, hoặc nội dung đã mở bỏ phiếu, chấm điểm.',
    en: 'There is nothing to take back: you have declared nothing, or it was voted on or scored.',
  },
  fixed: {
    vi: (p: { names: string }) =>
      `Đã mở bỏ phiếu hoặc chấm điểm: ${p.names}. Danh sách chốt khi mở, người đã khai xung đột lợi ích không tham gia, nên không rút lại được nữa. Có nhầm lẫn thì anh/chị báo thư ký hội đồng.`,
    en: (p: { names: string }) =>
      `Voted on or scored already: ${p.names}. The roll is frozen when it opens, without who declared a conflict, so it cannot be taken back any more. If it was a mistake, please tell the secretary of the council.`,
  },
});
