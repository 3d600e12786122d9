import { counted, phrasebook } from '../../kernel/language.ts';

/** Ballot sheets: many names of one title. */
export const sheetPhrases = phrasebook({
  sheetIncomplete: {
    vi: 'Phiếu chưa đủ tên hoặc danh sách đã đổi, nên chưa ghi phiếu nào. Anh/chị bấm Bỏ phiếu ở thẻ để lấy phiếu mới.',
    en: 'The sheet lacks names or its list has changed, so nothing was cast. Please press Vote on the card for a fresh sheet.',
  },
  twoChoices: {
    vi: 'Có tên được chọn ở hai mục. Mỗi tên chỉ một lựa chọn.',
    en: 'A name stands under two choices. Each has one.',
  },
  openSheet: {
    vi: (p: { count: number }) => `Mở bỏ phiếu (${p.count})`,
    en: (p: { count: number }) => `Open the ballot (${p.count})`,
  },
  names: { vi: 'Danh sách', en: 'Names' },
  groupLine: {
    vi: (p: { count: number }) => `${p.count} đề nghị`,
    en: (p: { count: number }) => `${p.count} nominated`,
  },
  groupCounts: {
    vi: (p: {
      waiting: number;
      open: number;
      passed: number;
      notPassed: number;
      noQuorum: number;
      held: number;
    }) =>
      [
        ...(p.waiting > 0 ? [`${p.waiting} chờ bỏ phiếu`] : []),
        ...(p.open > 0 ? [`:ballot_box_with_ballot: ${p.open} đang bỏ phiếu`] : []),
        ...(p.held > 0 ? [`:lock: ${p.held} đã kiểm phiếu, chờ công bố`] : []),
        ...(p.passed > 0 ? [`:white_check_mark: ${p.passed} thông qua`] : []),
        ...(p.notPassed > 0 ? [`:x: ${p.notPassed} không thông qua`] : []),
        ...(p.noQuorum > 0 ? [`:warning: ${p.noQuorum} chưa đủ số thành viên`] : []),
      ].join(' · '),
    en: (p: {
      waiting: number;
      open: number;
      passed: number;
      notPassed: number;
      noQuorum: number;
      held: number;
    }) =>
      [
        ...(p.waiting > 0 ? [`${p.waiting} await their ballot`] : []),
        ...(p.open > 0 ? [`:ballot_box_with_ballot: ${p.open} being voted on`] : []),
        ...(p.held > 0 ? [`:lock: ${p.held} counted, to be announced`] : []),
        ...(p.passed > 0 ? [`:white_check_mark: ${p.passed} passed`] : []),
        ...(p.notPassed > 0 ? [`:x: ${p.notPassed} not passed`] : []),
        ...(p.noQuorum > 0 ? [`:warning: ${p.noQuorum} without a quorum`] : []),
      ].join(' · '),
  },
  sheetOpened: {
    vi: (p: { count: number }) =>
      `Đã mở bỏ phiếu cho ${p.count} đề nghị. Mỗi thành viên nhận một phiếu trong tin nhắn riêng.`,
    en: (p: { count: number }) =>
      `The ballot on ${p.count} nominations is open. Each member gets one sheet by direct message.`,
  },
  sheetText: {
    vi: (p: { number: string; count: number }) =>
      `Mời anh/chị bỏ phiếu: ${p.number}, ${p.count} đề nghị`,
    en: (p: { number: string; count: number }) => `Please vote: ${p.number}, ${p.count} nominated`,
  },
  voteSheet: { vi: 'Bỏ phiếu', en: 'Vote' },
  voteSheetOn: { vi: 'Bỏ phiếu tiếp', en: 'Go on voting' },
  sheetDraft: {
    vi: (p: { done: number; of: number }) => `Đã đánh dấu ${p.done}/${p.of}, chưa gửi.`,
    en: (p: { done: number; of: number }) => `${p.done} of ${p.of} marked, not handed in.`,
  },
  sheetOwn: {
    vi: (p: { count: number }) =>
      `Phiếu của anh/chị không có ${p.count} tên: của chính anh/chị, hoặc anh/chị có xung đột lợi ích.`,
    en: (p: { count: number }) =>
      `Your sheet leaves out ${p.count}: your own name, or where you have a conflict of interest.`,
  },
  sheetTitle: { vi: 'Phiếu biểu quyết', en: 'Ballot sheet' },
  sheetPage: {
    vi: (p: { number: string; from: number; to: number; of: number }) =>
      `*${p.number}* · số ${p.from}–${p.to} trong ${p.of}`,
    en: (p: { number: string; from: number; to: number; of: number }) =>
      `*${p.number}* · ${p.from}–${p.to} of ${p.of}`,
  },
  sheetRest: { vi: 'Tất cả tên ở trang này', en: 'All names on this page' },
  sheetOne: { vi: 'Lựa chọn của anh/chị', en: 'Your choice' },
  sheetOpinion: {
    vi: 'Nội dung ý kiến khác',
    en: 'Your other opinion',
  },
  sheetOpinionHint: {
    vi: 'Ghi cho các tên anh/chị chọn “Ý kiến khác”; lưu vào hồ sơ phiên họp cùng tên anh/chị. Có thể để trống.',
    en: 'For the names where you chose “Other opinion”; kept in the record of the sitting with your name. It may be left empty.',
  },
  sheetRestHint: {
    vi: 'Tên nào khác thì chọn ở dưới.',
    en: 'Those that are otherwise are chosen below.',
  },
  sheetExcept: {
    vi: (p: { choice: string }) => `Riêng: ${p.choice}`,
    en: (p: { choice: string }) => `But: ${p.choice}`,
  },
  sheetNext: { vi: 'Tiếp', en: 'Next' },
  sheetSecretNote: {
    vi: 'Bỏ phiếu kín: phiếu đang viết không được lưu ở đâu; đóng biểu mẫu thì đánh dấu lại từ đầu.',
    en: 'Secret: a sheet in the making is kept nowhere; if you close the form, you mark it anew.',
  },
  sheetDraftNote: {
    vi: 'Đóng biểu mẫu lúc nào cũng được: các trang đã qua được lưu.',
    en: 'You may close the form at any time: the pages behind you are kept.',
  },
  sheetReview: {
    vi: (p: { agree: number; disagree: number; other: number }) =>
      `Anh/chị bỏ phiếu: *${p.agree}* đồng ý · *${p.disagree}* không đồng ý · *${p.other}* ý kiến khác`,
    en: (p: { agree: number; disagree: number; other: number }) =>
      `Your votes: *${p.agree}* agree · *${p.disagree}* disagree · *${p.other}* other`,
  },
  sheetReviewTitle: { vi: 'Xem lại phiếu', en: 'Review the sheet' },
  sheetWhat: { vi: 'Việc tiếp theo', en: 'What next' },
  sheetFinal: { vi: 'Phiếu đã gửi không đổi được.', en: 'A sheet that is cast cannot be changed.' },
  sheetCast: { vi: 'Gửi phiếu', en: 'Cast the votes' },
  sheetAgain: { vi: 'Xem lại từ trang đầu', en: 'Go through it again' },
  sheetDone: { vi: 'Tiếp tục', en: 'Go on' },
  castSheet: {
    vi: (p: { names: number }) => `:white_check_mark: Đã ghi phiếu cho ${p.names} đề nghị.`,
    en: (p: { names: number }) =>
      `:white_check_mark: Your votes on ${p.names} nominations are recorded.`,
  },
  castSheetReceipt: {
    vi: (p: { receipt: string }) =>
      `Mã biên nhận: \`${p.receipt}\`\nAnh/chị giữ mã này; sau khi đóng bỏ phiếu, mã có trong danh sách biên nhận nghĩa là phiếu đã được đếm. Danh sách ở nút *Danh sách biên nhận* trên thẻ phiếu sau khi đóng. Mã không cho biết lựa chọn và hệ thống không tra lại được.`,
    en: (p: { receipt: string }) =>
      `Receipt: \`${p.receipt}\`\nPlease keep it: after the close, finding it in the list of receipts (the button *List of receipts* on the card) means that your papers were counted. It does not show your choices and cannot be looked up again.`,
  },
  sheetVoted: { vi: 'Anh/chị đã bỏ phiếu.', en: 'You have voted.' },
  sheetResult: {
    vi: (p: { passed: number; of: number }) => `*Thông qua ${p.passed}/${p.of}*`,
    en: (p: { passed: number; of: number }) => `*${p.passed} of ${p.of} passed*`,
  },
  sheetLine: {
    vi: (p: {
      mark: string;
      place: number;
      title: string;
      agree: number;
      base: number;
      missing: number;
    }) =>
      `${p.mark} ${p.place}. ${p.title}: ${p.agree}/${p.base}${p.missing > 0 ? `, thiếu ${p.missing}` : ''}`,
    en: (p: {
      mark: string;
      place: number;
      title: string;
      agree: number;
      base: number;
      missing: number;
    }) =>
      `${p.mark} ${p.place}. ${p.title}: ${p.agree}/${p.base}${p.missing > 0 ? `, ${p.missing} short` : ''}`,
  },
  sheetWithheld: {
    vi: (p: { mark: string; place: number; title: string }) =>
      `${p.mark} ${p.place}. ${p.title}: quá ít người bỏ phiếu kín nên không công bố số phiếu`,
    en: (p: { mark: string; place: number; title: string }) =>
      `${p.mark} ${p.place}. ${p.title}: too few voted in secret, so the count is not published`,
  },
  sheetHeld: {
    vi: (p: { place: number; title: string }) =>
      `:lock: ${p.place}. ${p.title}: đã kiểm phiếu, chờ công bố`,
    en: (p: { place: number; title: string }) =>
      `:lock: ${p.place}. ${p.title}: counted, to be announced`,
  },
  sheetFewVoted: {
    vi: (p: { place: number; title: string; present: number; needed: number }) =>
      `:warning: ${p.place}. ${p.title}: ${p.present} phiếu, cần ${p.needed} để đủ số thành viên`,
    en: (p: { place: number; title: string; present: number; needed: number }) =>
      `:warning: ${p.place}. ${p.title}: ${counted(p.present, 'vote')}, ${p.needed} needed for a quorum`,
  },
  sheetThreshold: {
    vi: (p: { threshold: string }) =>
      `Cột số: phiếu đồng ý trên tổng số làm căn cứ. Ngưỡng: ${p.threshold}.`,
    en: (p: { threshold: string }) =>
      `Figures: votes in favour of the base. Threshold: ${p.threshold}.`,
  },
});
