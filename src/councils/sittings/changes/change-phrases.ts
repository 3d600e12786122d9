import { phrasebook } from '../../../kernel/language.ts';

/** A sitting that is changed or called off after it was convened. */
export const changePhrases = phrasebook({
  change: { vi: 'Sửa phiên họp', en: 'Change the sitting' },
  callOff: { vi: 'Hủy phiên họp', en: 'Call off' },
  save: { vi: 'Lưu', en: 'Save' },
  goBack: { vi: 'Quay lại', en: 'Back' },
  close: { vi: 'Đóng', en: 'Close' },
  order: { vi: 'Chương trình, theo thứ tự', en: 'Agenda, in its order' },
  orderHint: {
    vi: 'Bỏ một mục rồi chọn lại để đưa xuống cuối. Mục đã mở bỏ phiếu không bỏ được.',
    en: 'Take one out and choose it again to put it last. What was opened for a ballot cannot be taken out.',
  },
  orderPart: {
    vi: (p: { number: string; count: number }) => `${p.number} (${p.count} đề nghị)`,
    en: (p: { number: string; count: number }) => `${p.number} (${p.count})`,
  },
  tooLongToOrder: {
    vi: 'Chương trình có quá nhiều mục để sắp xếp ở đây; nội dung thêm vào sẽ ở cuối.',
    en: 'The agenda has too many parts to be put in order here; what is added comes last.',
  },
  addInitiatives: { vi: 'Thêm sáng kiến', en: 'Add initiatives' },
  addNominations: { vi: 'Thêm danh hiệu', en: 'Add titles' },
  addOthers: { vi: 'Thêm nội dung khác', en: 'Add other items' },
  documents: { vi: 'Tài liệu họp', en: 'Papers for the sitting' },
  documentsHint: {
    vi: 'Tên hoặc địa chỉ tài liệu, mỗi dòng một tài liệu. Thành viên đọc trong giấy mời.',
    en: 'Names or addresses, one a line. Members read them in the invitation.',
  },
  timeIsFixed: {
    vi: 'Phiên họp đã điểm danh hoặc đã bỏ phiếu, không đổi thời gian, địa điểm nữa.',
    en: 'The roll was called or votes were cast: time and place stay as they are.',
  },
  partIsVotedOn: {
    vi: (p: { names: string }) => `Đã mở bỏ phiếu, không bỏ khỏi chương trình: ${p.names}.`,
    en: (p: { names: string }) =>
      `Opened for a ballot, cannot be taken off the agenda: ${p.names}.`,
  },
  agendaWouldBeEmpty: {
    vi: 'Chương trình cần ít nhất một nội dung. Nếu không họp nữa, anh/chị hủy phiên họp.',
    en: 'An agenda needs an item. To hold no sitting, call it off.',
  },
  changed: {
    vi: 'Đã lưu. Giấy mời và thẻ phiên họp được cập nhật.',
    en: 'Saved. Invitations and the card of the sitting show it.',
  },
  changedAndTold: {
    vi: 'Đã lưu. Thành viên được báo thời gian, địa điểm mới và trả lời lại.',
    en: 'Saved. Members are told of the new time or place and answer again.',
  },
  moved: {
    vi: (p: { council: string; when: string; place: string; before: string }) =>
      `:calendar: Phiên họp của *${p.council}* đã đổi: *${p.when} · ${p.place}* (trước là ${p.before}). Anh/chị xác nhận lại trong giấy mời giúp.`,
    en: (p: { council: string; when: string; place: string; before: string }) =>
      `:calendar: The sitting of *${p.council}* was moved: *${p.when} · ${p.place}* (before: ${p.before}). Please answer again in the invitation.`,
  },
  movedText: {
    vi: (p: { council: string }) => `Phiên họp của ${p.council} đã đổi thời gian hoặc địa điểm`,
    en: (p: { council: string }) => `The sitting of ${p.council} was moved`,
  },
  callOffQuestion: {
    vi: (p: { sitting: string }) =>
      `${p.sitting}\nThành viên được báo phiên họp không diễn ra. Các nội dung được đưa vào phiên họp khác.`,
    en: (p: { sitting: string }) =>
      `${p.sitting}\nMembers are told that it is not held. Its items can go on another agenda.`,
  },
  callOffReason: { vi: 'Lý do', en: 'Reason' },
  reasonMissing: { vi: 'Anh/chị ghi lý do để thành viên biết.', en: 'Say why, for the members.' },
  alreadyVotedHere: {
    vi: 'Phiên họp đã mở bỏ phiếu, không hủy được nữa. Nội dung nào chưa bỏ phiếu thì đưa vào phiên họp khác.',
    en: 'Ballots were opened at this sitting: it cannot be called off. What was not voted on can go on another agenda.',
  },
  isCalledOff: {
    vi: (p: { reason: string }) => `:no_entry: *Phiên họp đã hủy.* ${p.reason}`,
    en: (p: { reason: string }) => `:no_entry: *This sitting was called off.* ${p.reason}`,
  },
  calledOffRefusal: { vi: 'Phiên họp này đã hủy.', en: 'This sitting was called off.' },
  calledOff: { vi: 'Đã hủy phiên họp và báo các thành viên.', en: 'Called off; members are told.' },
  calledOffText: {
    vi: (p: { council: string }) => `Phiên họp của ${p.council} đã hủy`,
    en: (p: { council: string }) => `The sitting of ${p.council} was called off`,
  },
  agendaAdded: {
    vi: (p: { council: string; when: string; names: string }) =>
      `:heavy_plus_sign: Chương trình phiên họp của *${p.council}* lúc ${p.when} có thêm nội dung: ${p.names}. Chương trình đầy đủ ở thẻ mời họp.`,
    en: (p: { council: string; when: string; names: string }) =>
      `:heavy_plus_sign: The agenda of the sitting of *${p.council}* at ${p.when} has new items: ${p.names}. The whole of it is on your invitation.`,
  },
  agendaAddedText: {
    vi: (p: { council: string }) => `Phiên họp của ${p.council} có thêm nội dung`,
    en: (p: { council: string }) => `The sitting of ${p.council} has new items`,
  },
  calledOffNews: {
    vi: (p: { council: string; when: string; reason: string; by: string }) =>
      `:no_entry: Phiên họp của *${p.council}* lúc ${p.when} *đã hủy*.\nLý do: ${p.reason} (${p.by})`,
    en: (p: { council: string; when: string; reason: string; by: string }) =>
      `:no_entry: The sitting of *${p.council}* at ${p.when} *was called off*.\nReason: ${p.reason} (${p.by})`,
  },
});
