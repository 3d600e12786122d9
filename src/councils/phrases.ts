import type { DecisionKind } from '../database/generated/enums.ts';
import { phrasebook } from '../kernel/language.ts';
import { officeNames } from './office-phrases.ts';

export const phrases = phrasebook({
  // refusals
  mayNotConvene: {
    vi: 'Chỉ Chủ tịch, Thư ký hội đồng hoặc thư ký thi đua của đơn vị được lập phiên họp và mở bỏ phiếu.',
    en: 'Only the chair or secretary of the council, or the unit’s secretary of emulation, may convene a sitting or open a ballot.',
  },
  notAwaiting: {
    vi: 'Có sáng kiến trong danh sách không còn chờ hội đồng. Anh/chị đóng biểu mẫu và gõ /hoidong để lấy danh sách mới.',
    en: 'Some of these initiatives no longer await the council. Please close the form and type /hoidong for a fresh list.',
  },
  wrongCouncil: {
    vi: {
      initiative:
        'Hội đồng sáng kiến không xét danh hiệu. Anh/chị chọn hội đồng thi đua, khen thưởng.',
      emulation:
        'Hội đồng thi đua, khen thưởng không xét công nhận sáng kiến. Anh/chị chọn hội đồng sáng kiến.',
    },
    en: {
      initiative:
        'An initiative council does not consider titles. Please choose the emulation council.',
      emulation:
        'An emulation council does not recognise initiatives. Please choose the initiative council.',
    },
  },
  nominationsGone: {
    vi: 'Danh hiệu đã chọn không còn ai chờ hội đồng. Anh/chị đóng biểu mẫu và gõ /hoidong mới để lấy danh sách mới.',
    en: 'Nobody awaits the council for a title that you chose. Please close the form and type /hoidong new for a fresh list.',
  },
  agendaEmpty: {
    vi: 'Chương trình chưa có nội dung nào: chọn ở trên hoặc ghi ở đây.',
    en: 'There is nothing on the agenda: choose something above or type an item here.',
  },
  agendaTooLong: {
    vi: (p: { most: number }) =>
      `Một phiên họp có tối đa ${p.most} nội dung. Anh/chị chia thành nhiều phiên.`,
    en: (p: { most: number }) =>
      `A sitting has at most ${p.most} items. Please make several sittings.`,
  },
  itemGone: {
    vi: 'Nội dung này không còn trong chương trình.',
    en: 'This item is no longer on the agenda.',
  },
  openerInConflict: {
    vi: 'Anh/chị là tác giả, người được xét hoặc đã khai xung đột lợi ích với nội dung này, nên người khác của hội đồng (Chủ tịch, Thư ký) mở bỏ phiếu.',
    en: 'You are an author, the person concerned, or declared a conflict of interest about this item, so somebody else of the council (its chair or secretary) opens the ballot.',
  },
  alreadyVotedOn: {
    vi: 'Nội dung này đang được bỏ phiếu hoặc đã có kết quả, hoặc không còn chờ hội đồng, nên không mở bỏ phiếu.',
    en: 'This item is being voted on or has its result already, or no longer awaits the council, so no ballot is opened.',
  },
  nobodyEntitled: {
    vi: 'Mọi thành viên hội đồng đều là tác giả nên không ai được bỏ phiếu. Cần kiện toàn hội đồng trước.',
    en: 'Every member of the council is an author, so nobody may vote. The council must be completed first.',
  },
  methodNotAllowed: {
    vi: 'Quy định không cho hình thức bỏ phiếu này với nội dung đang xét.',
    en: 'The rules do not allow this method for the item.',
  },
  deadlinePast: {
    vi: (p: { now: string }) => `Hạn bỏ phiếu phải sau thời điểm hiện tại (${p.now}).`,
    en: (p: { now: string }) => `The deadline must be later than now (${p.now}).`,
  },
  deadlineFar: {
    vi: (p: { days: number }) => `Hạn bỏ phiếu không quá ${p.days} ngày kể từ hôm nay.`,
    en: (p: { days: number }) => `The deadline must be within ${p.days} days.`,
  },
  noCouncil: {
    vi: 'Anh/chị chưa là thành viên hoặc thư ký của hội đồng nào. Muốn nộp sáng kiến, anh/chị gõ `/sangkien`.',
    en: 'You are not a member or secretary of any council. To hand in an initiative, type `/sangkien`.',
  },
  // voting
  votedBefore: {
    vi: 'Phiếu của anh/chị đã được ghi trước đó; lần bấm này không thay đổi gì.',
    en: 'Your vote was recorded before; this press changed nothing.',
  },
  excludedVote: {
    vi: 'Anh/chị là tác giả của sáng kiến này nên không bỏ phiếu.',
    en: 'You are an author of this initiative, so you do not vote on it.',
  },
  conflictedVote: {
    vi: 'Anh/chị đã khai có xung đột lợi ích với sáng kiến này nên không bỏ phiếu.',
    en: 'You declared a conflict of interest about this initiative, so you do not vote on it.',
  },
  absentVote: {
    vi: 'Theo điểm danh, anh/chị vắng mặt ở phiên họp nên không bỏ phiếu nội dung này.',
    en: 'By the roll-call you were absent from the sitting, so you do not vote on this item.',
  },
  notInWriting: {
    vi: 'Nội dung này không tính ý kiến bằng văn bản của thành viên vắng mặt, nên phiếu không được ghi.',
    en: 'On this item the written opinion of an absent member does not count, so the vote was not recorded.',
  },
  absentNames: {
    vi: (p: { names: string }) => `Vắng mặt, không bỏ phiếu: ${p.names}`,
    en: (p: { names: string }) => `Absent, not voting: ${p.names}`,
  },
  regretsNeedReason: { vi: 'Ghi lý do vắng mặt.', en: 'Say why you cannot come.' },
  rollCalled: {
    vi: 'Phiên họp đã điểm danh, không đổi được nữa. Có nhầm lẫn thì anh/chị báo thư ký hội đồng.',
    en: 'The roll has been called, so this cannot be changed. If something is wrong, please tell the secretary of the council.',
  },
  calledTwice: {
    vi: 'Có người vừa có mặt vừa gửi ý kiến bằng văn bản. Mỗi người chỉ một mục.',
    en: 'Somebody is both present and giving a written opinion. Each is only one of them.',
  },
  notOfCouncil: {
    vi: 'Anh/chị không phải thành viên của hội đồng này.',
    en: 'You are not a member of this council.',
  },
  conflictNothingChosen: { vi: 'Chọn ít nhất một nội dung.', en: 'Choose at least one item.' },
  conflictTooLate: {
    vi: 'Có nội dung đang bỏ phiếu nên không khai được nữa; danh sách bỏ phiếu đã chốt.',
    en: 'A ballot is open on one of them, so it is too late: its roll is frozen.',
  },
  concernedVote: {
    vi: 'Nội dung này xét cho chính anh/chị nên anh/chị không bỏ phiếu.',
    en: 'This item is about you, so you do not vote on it.',
  },
  notMember: {
    vi: 'Anh/chị không có tên trong danh sách bỏ phiếu của nội dung này.',
    en: 'You are not on the roll of this ballot.',
  },
  closedVote: {
    vi: 'Cuộc bỏ phiếu đã đóng nên phiếu không được ghi. Kết quả có ở thẻ của nội dung này.',
    en: 'The ballot has closed, so the vote was not recorded. The result is on its card.',
  },
  unknownBallot: { vi: 'Không tìm thấy cuộc bỏ phiếu này.', en: 'This ballot was not found.' },
  castOpen: {
    vi: (p: { choice: string }) =>
      `:white_check_mark: Đã ghi phiếu *${p.choice}*. Phiếu đã bỏ không đổi được.`,
    en: (p: { choice: string }) =>
      `:white_check_mark: Your vote *${p.choice}* is recorded. A cast vote cannot be changed.`,
  },
  castSecret: {
    vi: (p: { receipt: string }) =>
      `:white_check_mark: Phiếu kín của anh/chị đã vào hòm phiếu. Mã biên nhận: \`${p.receipt}\`\nAnh/chị giữ mã này; sau khi đóng bỏ phiếu, mã có trong danh sách biên nhận nghĩa là phiếu đã được đếm. Mã không cho biết lựa chọn và hệ thống không tra lại được.`,
    en: (p: { receipt: string }) =>
      `:white_check_mark: Your secret vote is in the box. Receipt: \`${p.receipt}\`\nPlease keep it: after the close, finding it in the list of receipts means that your paper was counted. It does not show your choice and cannot be looked up again.`,
  },
  agree: { vi: 'Đồng ý', en: 'Agree' },
  disagree: { vi: 'Không đồng ý', en: 'Disagree' },
  other: { vi: 'Ý kiến khác', en: 'Other opinion' },
  confirmTitle: { vi: 'Xác nhận phiếu', en: 'Confirm your vote' },
  confirmText: {
    vi: (p: { choice: string; number: string }) =>
      `${p.choice} với ${p.number}. Phiếu đã bỏ không đổi được.`,
    en: (p: { choice: string; number: string }) =>
      `${p.choice}: ${p.number}. A cast vote cannot be changed.`,
  },
  castIt: { vi: 'Bỏ phiếu', en: 'Cast vote' },
  goBack: { vi: 'Xem lại', en: 'Go back' },
  opinionTitle: { vi: 'Ý kiến khác', en: 'Other opinion' },
  voteIsFinal: {
    vi: 'Phiếu đã bỏ không đổi được.',
    en: 'A vote that is cast cannot be changed.',
  },
  opinionLabel: { vi: 'Ý kiến của anh/chị', en: 'Your opinion' },
  opinionHint: {
    vi: 'Tính là phiếu không đồng ý khi so với ngưỡng. Nội dung được ghi vào hồ sơ phiên họp cùng tên anh/chị.',
    en: 'Counts as a vote that does not agree. It is kept in the record of the sitting with your name.',
  },
  // cards
  voteCardTitle: {
    vi: (p: { number: string }) => `Mời bỏ phiếu: ${p.number}`,
    en: (p: { number: string }) => `Please vote: ${p.number}`,
  },
  voteCardText: {
    vi: (p: { number: string; title: string }) => `Mời anh/chị bỏ phiếu: ${p.number} – ${p.title}`,
    en: (p: { number: string; title: string }) => `Please vote: ${p.number} – ${p.title}`,
  },
  authors: { vi: 'Tác giả', en: 'Authors' },
  deadline: { vi: 'Hạn bỏ phiếu', en: 'Deadline' },
  methodLabel: { vi: 'Hình thức', en: 'Method' },
  methodOpen: { vi: 'Biểu quyết công khai', en: 'Open vote' },
  methodSecret: { vi: 'Bỏ phiếu kín', en: 'Secret ballot' },
  methodOpenNote: {
    vi: 'Biểu quyết công khai: lựa chọn được lưu cùng tên thành viên và chỉ tổng hợp sau khi đóng.',
    en: 'Open vote: the choice is kept with the member’s name and counted only after the close.',
  },
  methodSecretNote: {
    vi: 'Bỏ phiếu kín: hệ thống lưu việc đã bỏ phiếu tách khỏi lá phiếu đã mã hóa; không ai xem được lựa chọn của từng người.',
    en: 'Secret ballot: that you voted is kept apart from the encrypted paper; nobody can see how a person voted.',
  },
  youVoted: {
    vi: ':ballot_box_with_ballot: Anh/chị đã bỏ phiếu.',
    en: ':ballot_box_with_ballot: You have voted.',
  },
  youVotedAs: {
    vi: (p: { choice: string }) => `:ballot_box_with_ballot: Anh/chị đã bỏ phiếu: *${p.choice}*.`,
    en: (p: { choice: string }) => `:ballot_box_with_ballot: You voted: *${p.choice}*.`,
  },
  youDidNotVote: {
    vi: 'Bỏ phiếu đã đóng; anh/chị không bỏ phiếu ở nội dung này.',
    en: 'The ballot is closed; you did not vote on this item.',
  },
  concernedText: {
    vi: (p: { number: string; title: string }) =>
      `Hội đồng đang bỏ phiếu về *${p.number}* – ${p.title}. Nội dung này xét cho chính anh/chị nên anh/chị không có tên trong danh sách bỏ phiếu và không được tính vào tổng số phiếu.`,
    en: (p: { number: string; title: string }) =>
      `The council is voting on *${p.number}* – ${p.title}. As the item is about you, you are not on its roll and do not count in its total.`,
  },
  exclusionText: {
    vi: (p: { number: string; title: string }) =>
      `Hội đồng đang bỏ phiếu về sáng kiến *${p.number}* – ${p.title}. Anh/chị là tác giả nên không có tên trong danh sách bỏ phiếu và không được tính vào tổng số phiếu của nội dung này. Kết quả sẽ được gửi tới anh/chị sau khi đóng.`,
    en: (p: { number: string; title: string }) =>
      `The council is voting on initiative *${p.number}* – ${p.title}. As an author you are not on the roll of this item and do not count in its total. You will be told the outcome after the close.`,
  },
  turnoutTitle: {
    vi: (p: { number: string }) => `Đang bỏ phiếu: ${p.number}`,
    en: (p: { number: string }) => `Ballot open: ${p.number}`,
  },
  turnout: {
    vi: (p: { voted: number; entitled: number }) =>
      `*${p.voted}/${p.entitled}* thành viên đã bỏ phiếu`,
    en: (p: { voted: number; entitled: number }) => `*${p.voted}/${p.entitled}* members have voted`,
  },
  quorumNeeded: {
    vi: (p: { needed: number }) => `Cần ít nhất ${p.needed} phiếu để đủ số thành viên tham gia.`,
    en: (p: { needed: number }) => `At least ${p.needed} votes are needed for a quorum.`,
  },
  notVotedYet: {
    vi: (p: { names: string }) => `Chưa bỏ phiếu: ${p.names}`,
    en: (p: { names: string }) => `Not voted yet: ${p.names}`,
  },
  choicesHidden: {
    vi: 'Lựa chọn chỉ được tổng hợp sau khi đóng. Bỏ phiếu tự đóng khi hết hạn hoặc khi tất cả đã bỏ phiếu.',
    en: 'Choices are counted only after the close. The ballot closes by itself at the deadline or when all have voted.',
  },
  rollMark: {
    vi: (p: { total: number; entitled: number; hash: string }) =>
      `Danh sách ${p.total} thành viên, ${p.entitled} được bỏ phiếu · mã danh sách ${p.hash}`,
    en: (p: { total: number; entitled: number; hash: string }) =>
      `Roll of ${p.total} members, ${p.entitled} entitled · roll mark ${p.hash}`,
  },
  excludedNames: {
    vi: (p: { names: string }) => `Không tham gia vì là tác giả: ${p.names}`,
    en: (p: { names: string }) => `Excluded as authors: ${p.names}`,
  },
  concernedNames: {
    vi: (p: { names: string }) => `Không tham gia vì nội dung xét cho chính mình: ${p.names}`,
    en: (p: { names: string }) => `Not on the roll, as the item is about them: ${p.names}`,
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  conflictedNames: {
    vi: (p: { names: string }) => `Không tham gia vì đã khai có xung đột lợi ích: ${p.names}`,
    en: (p: { names: string }) => `Excluded for a declared conflict of interest: ${p.names}`,
  },
  conflictText: {
    vi: (p: { number: string; title: string }) =>
      `Hội đồng đang bỏ phiếu về *${p.number}* – ${p.title}. Anh/chị đã khai có xung đột lợi ích nên không có tên trong danh sách bỏ phiếu và không được tính vào tổng số phiếu của nội dung này.`,
    en: (p: { number: string; title: string }) =>
      `The council is voting on *${p.number}* – ${p.title}. As you declared a conflict of interest, you are not on the roll of this item and do not count in its total.`,
  },
  // outcome
  passed: {
    vi: (p: { number: string }) => `:white_check_mark: *Thông qua* – ${p.number}`,
    en: (p: { number: string }) => `:white_check_mark: *Passed* – ${p.number}`,
  },
  notPassed: {
    vi: (p: { number: string }) => `:x: *Không thông qua* – ${p.number}`,
    en: (p: { number: string }) => `:x: *Not passed* – ${p.number}`,
  },
  noQuorum: {
    vi: (p: { number: string }) => `:warning: *Chưa đủ số thành viên bỏ phiếu* – ${p.number}`,
    en: (p: { number: string }) => `:warning: *No quorum* – ${p.number}`,
  },
  countLine: {
    vi: (p: { agree: number; disagree: number; other: number; notVoted: number }) =>
      `${p.agree} đồng ý · ${p.disagree} không đồng ý · ${p.other} ý kiến khác · ${p.notVoted} không bỏ phiếu`,
    en: (p: { agree: number; disagree: number; other: number; notVoted: number }) =>
      `${p.agree} agree · ${p.disagree} disagree · ${p.other} other · ${p.notVoted} did not vote`,
  },
  countWithheld: {
    vi: (p: { notVoted: number }) =>
      `Phiếu kín có quá ít người bỏ phiếu nên lựa chọn không được công bố · ${p.notVoted} không bỏ phiếu`,
    en: (p: { notVoted: number }) =>
      `A secret ballot on which too few voted: the choices are told to nobody · ${p.notVoted} did not vote`,
  },
  invalidCount: {
    vi: (p: { invalid: number }) => `${p.invalid} phiếu không hợp lệ`,
    en: (p: { invalid: number }) => `${p.invalid} invalid`,
  },
  quorumByRollCall: {
    vi: (p: { present: number; needed: number; missing: number }) =>
      `Có mặt theo điểm danh: ${p.present}, cần ít nhất ${p.needed}: ${p.missing === 0 ? 'đủ' : `thiếu ${p.missing}; hội đồng có thể bỏ phiếu lại`}.`,
    en: (p: { present: number; needed: number; missing: number }) =>
      `Present by the roll-call: ${p.present}, at least ${p.needed} needed: ${p.missing === 0 ? 'met' : `${p.missing} missing; the item may be put to another ballot`}.`,
  },
  quorumMet: {
    vi: (p: { present: number; needed: number }) =>
      `Số phiếu: ${p.present}, cần ít nhất ${p.needed}: đủ.`,
    en: (p: { present: number; needed: number }) =>
      `Votes cast: ${p.present}, at least ${p.needed} needed: met.`,
  },
  quorumMissed: {
    vi: (p: { present: number; needed: number; missing: number }) =>
      `Số phiếu: ${p.present}, cần ít nhất ${p.needed}: thiếu ${p.missing}. Sáng kiến trở lại danh sách chờ, hội đồng có thể bỏ phiếu lại.`,
    en: (p: { present: number; needed: number; missing: number }) =>
      `Votes cast: ${p.present}, at least ${p.needed} needed: ${p.missing} missing. The initiative waits again and may be put to another ballot.`,
  },
  thresholdLine: {
    vi: (p: { threshold: string; base: number; needed: number; agree: number }) =>
      `Ngưỡng: ${p.threshold} của ${p.base} thành viên được bỏ phiếu, tức ${p.needed} phiếu đồng ý; có ${p.agree}.`,
    en: (p: { threshold: string; base: number; needed: number; agree: number }) =>
      `Threshold: ${p.threshold} of ${p.base} members entitled, that is ${p.needed} in favour; there are ${p.agree}.`,
  },
  thresholdTotalLine: {
    vi: (p: { threshold: string; base: number; needed: number; agree: number }) =>
      `Ngưỡng: ${p.threshold} trên cơ sở ${p.base}, tức ${p.needed} phiếu đồng ý; có ${p.agree}.`,
    en: (p: { threshold: string; base: number; needed: number; agree: number }) =>
      `Threshold: ${p.threshold} on a base of ${p.base}, that is ${p.needed} in favour; there are ${p.agree}.`,
  },
  atLeast: { vi: 'từ', en: 'at least' },
  moreThan: { vi: 'trên', en: 'more than' },
  excessVotes: {
    vi: (p: { count: number }) => (p.count === 0 ? 'Vừa đủ phiếu.' : `Vượt ${p.count} phiếu.`),
    en: (p: { count: number }) => (p.count === 0 ? 'Just enough.' : `${p.count} more than needed.`),
  },
  missingVotes: {
    vi: (p: { count: number }) => `Thiếu ${p.count} phiếu đồng ý.`,
    en: (p: { count: number }) => `${p.count} short.`,
  },
  ruleSource: {
    vi: (p: { source: string }) => `Căn cứ: ${p.source}`,
    en: (p: { source: string }) => `Rule: ${p.source}`,
  },
  unverified: { vi: 'chưa xác minh', en: 'not verified' },
  quorumSource: {
    vi: (p: { source: string }) => `Tỷ lệ tham gia tối thiểu: ${p.source}`,
    en: (p: { source: string }) => `Quorum: ${p.source}`,
  },
  conflictSource: {
    vi: (p: { source: string }) => `Tác giả không bỏ phiếu, không tính vào tổng số: ${p.source}`,
    en: (p: { source: string }) => `Authors neither vote nor count in the total: ${p.source}`,
  },
  closedAt: { vi: 'Đóng lúc', en: 'Closed at' },
  receipts: { vi: 'Danh sách biên nhận', en: 'List of receipts' },
  receiptsIntro: {
    vi: (p: { count: number }) =>
      `Có ${p.count} phiếu trong hòm khi kiểm phiếu. Mã của anh/chị có trong danh sách nghĩa là phiếu đã được đếm.`,
    en: (p: { count: number }) =>
      `${p.count} papers were in the box at the count. If your receipt is listed, your paper was counted.`,
  },
  decidedBy: {
    vi: (p: { kind: DecisionKind; number: string }) =>
      p.kind === 'recognised'
        ? `Đã công nhận theo quyết định số *${p.number}*.`
        : `Đã trả lời không công nhận theo văn bản số *${p.number}*.`,
    en: (p: { kind: DecisionKind; number: string }) =>
      p.kind === 'recognised'
        ? `Recognised by decision *${p.number}*.`
        : `Refused by document *${p.number}*.`,
  },
  recordRecognition: { vi: 'Ghi quyết định công nhận', en: 'Record the decision' },
  recordRefusal: { vi: 'Ghi văn bản từ chối', en: 'Record the refusal' },
  toAuthorPassed: {
    vi: (p: { number: string; title: string }) =>
      `Hội đồng sáng kiến đã *thông qua* sáng kiến *${p.number}* – ${p.title}. Bước tiếp theo: người đứng đầu ký quyết định công nhận; anh/chị sẽ nhận được số quyết định.`,
    en: (p: { number: string; title: string }) =>
      `The initiative council *passed* initiative *${p.number}* – ${p.title}. Next, the head signs the decision; you will be told its number.`,
  },
  toAuthorNotPassed: {
    vi: (p: { number: string; title: string }) =>
      `Hội đồng sáng kiến *không thông qua* sáng kiến *${p.number}* – ${p.title}. Anh/chị sẽ nhận được văn bản trả lời có nêu lý do.`,
    en: (p: { number: string; title: string }) =>
      `The initiative council *did not pass* initiative *${p.number}* – ${p.title}. You will receive the answer in writing with its reasons.`,
  },
  toAuthorNoQuorum: {
    vi: (p: { number: string; title: string }) =>
      `Lần bỏ phiếu về sáng kiến *${p.number}* – ${p.title} *chưa đủ số thành viên tham gia* nên chưa có kết luận. Hồ sơ vẫn chờ hội đồng ở lần bỏ phiếu sau.`,
    en: (p: { number: string; title: string }) =>
      `The ballot on initiative *${p.number}* – ${p.title} had *no quorum*, so nothing is decided. The file waits for another ballot.`,
  },
  // papers
  minutesNames: {
    vi: { sitting: 'Biên bản họp', count: 'Biên bản kiểm phiếu', decision: 'Dự thảo quyết định' },
    en: { sitting: 'Minutes', count: 'Minutes of the count', decision: 'Draft decisions' },
  },
  minutesNotYet: {
    vi: {
      sitting: 'Phiên họp chưa có biên bản.',
      count: 'Chưa có nội dung nào được kiểm phiếu.',
      decision: 'Chưa có nội dung nào được thông qua mà thủ trưởng đơn vị quyết định.',
    },
    en: {
      sitting: 'The sitting has no minutes yet.',
      count: 'No ballot has been counted yet.',
      decision: 'Nothing has passed that the head of the unit decides.',
    },
  },
  minutesComing: {
    vi: 'Đang soạn; tệp .docx sẽ đến trong tin nhắn riêng với Thi Đua.',
    en: 'It is being made; the .docx file will come in your direct messages with Thi Đua.',
  },
  minutesComment: {
    vi: (p: { paper: string; council: string; day: string }) =>
      `${p.paper}, ${p.council}, phiên họp ngày ${p.day}. Anh/chị kiểm tra, bổ sung rồi trình ký.`,
    en: (p: { paper: string; council: string; day: string }) =>
      `${p.paper}, ${p.council}, sitting of ${p.day}. Please check and complete it before it is signed.`,
  },

  // attendance
  invitationTitle: { vi: 'Mời họp hội đồng', en: 'Invitation to a sitting' },
  invitationText: {
    vi: (p: { council: string }) => `Mời anh/chị họp ${p.council}`,
    en: (p: { council: string }) => `You are invited to a sitting of ${p.council}`,
  },
  answerComing: { vi: 'Dự họp', en: 'I will come' },
  answerRegrets: { vi: 'Xin vắng', en: 'I cannot come' },
  answerWritten: { vi: 'Gửi ý kiến bằng văn bản', en: 'Give a written opinion' },
  answers: {
    vi: {
      coming: ':white_check_mark: Anh/chị đã báo dự họp.',
      regrets: 'Anh/chị đã xin vắng',
      written: 'Anh/chị đã báo gửi ý kiến bằng văn bản.',
    },
    en: {
      coming: ':white_check_mark: You said that you will come.',
      regrets: 'You sent regrets',
      written: 'You said that you will give a written opinion.',
    },
  },
  found: {
    vi: {
      present: ':white_check_mark: Đã điểm danh: có mặt.',
      absent: 'Đã điểm danh: vắng mặt.',
      written: 'Đã điểm danh: gửi ý kiến bằng văn bản.',
    },
    en: {
      present: ':white_check_mark: Roll-call: present.',
      absent: 'Roll-call: absent.',
      written: 'Roll-call: written opinion.',
    },
  },
  writtenNote: {
    vi: 'Ý kiến bằng văn bản được gửi qua phiếu trong tin nhắn riêng này, và chỉ tính với nội dung mà quy định cho tính.',
    en: 'A written opinion is given by the paper in these direct messages, and counts on the items whose rule lets it count.',
  },
  regretsReason: { vi: 'Lý do vắng mặt', en: 'Why you cannot come' },
  sendAnswer: { vi: 'Gửi', en: 'Send' },
  saysComing: { vi: 'Dự họp', en: 'Coming' },
  saysRegrets: { vi: 'Xin vắng', en: 'Regrets' },
  saysWritten: { vi: 'Ý kiến bằng văn bản', en: 'Written opinion' },
  saysNothing: { vi: 'Chưa trả lời', en: 'No answer yet' },
  rollCall: { vi: 'Điểm danh', en: 'Call the roll' },
  rollCallAgain: { vi: 'Điểm danh lại', en: 'Call the roll again' },
  rollCallLine: {
    vi: (p: { present: number; total: number; needed: number; met: boolean }) =>
      `*Có mặt ${p.present}/${p.total}*, cần ít nhất ${p.needed}: ${p.met ? 'đủ' : 'chưa đủ'}`,
    en: (p: { present: number; total: number; needed: number; met: boolean }) =>
      `*${p.present} of ${p.total} present*, at least ${p.needed} needed: ${p.met ? 'met' : 'not met'}`,
  },
  rollCallNote: {
    vi: 'Người không chọn ở trên là vắng mặt. Bỏ phiếu mở sau đó theo danh sách này: người vắng mặt không có phiếu.',
    en: 'Who is chosen above in neither is absent. Ballots opened afterwards go by this: who is absent has no paper.',
  },
  saveRollCall: { vi: 'Ghi điểm danh', en: 'Save the roll-call' },
  present: { vi: 'Có mặt', en: 'Present' },
  foundWritten: { vi: 'Gửi ý kiến bằng văn bản', en: 'Written opinion' },
  foundAbsent: { vi: 'Vắng mặt', en: 'Absent' },
  offices: officeNames,
  agendaKinds: {
    vi: { initiative: 'Sáng kiến', nomination: 'Danh hiệu', other: 'Nội dung khác' },
    en: { initiative: 'Initiatives', nomination: 'Titles', other: 'Other items' },
  },
  declareConflicts: { vi: 'Khai xung đột lợi ích', en: 'Declare a conflict' },
  declareConflictsTitle: { vi: 'Xung đột lợi ích', en: 'Conflict of interest' },
  declareConflictsText: {
    vi: 'Chọn nội dung mà anh/chị có xung đột lợi ích, ví dụ xét cho người thân. Anh/chị không có tên trong danh sách bỏ phiếu của nội dung đó. Tác giả và người được xét thì Thi Đua tự loại, không cần khai.',
    en: 'Choose the items about which you have a conflict of interest, such as one about a relative. You will not be on the roll of those. Authors and those whom an item is about are left out by themselves.',
  },
  items: { vi: 'Nội dung', en: 'Items' },
  declare: { vi: 'Khai', en: 'Declare' },
  conflictsDeclared: {
    vi: (p: { count: number }) => `Đã ghi xung đột lợi ích với ${p.count} nội dung.`,
    en: (p: { count: number }) => `Your conflict of interest about ${p.count} items is recorded.`,
  },

  // ballot sheets
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
    }) =>
      [
        ...(p.waiting > 0 ? [`${p.waiting} chờ bỏ phiếu`] : []),
        ...(p.open > 0 ? [`:ballot_box_with_ballot: ${p.open} đang bỏ phiếu`] : []),
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
    }) =>
      [
        ...(p.waiting > 0 ? [`${p.waiting} await their ballot`] : []),
        ...(p.open > 0 ? [`:ballot_box_with_ballot: ${p.open} being voted on`] : []),
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
    vi: 'Có tên anh/chị trong danh sách: anh/chị không bỏ phiếu cho chính mình.',
    en: 'Your name is on the list: you do not vote on yourself.',
  },
  sheetTitle: { vi: 'Phiếu biểu quyết', en: 'Ballot sheet' },
  sheetPage: {
    vi: (p: { number: string; from: number; to: number; of: number }) =>
      `*${p.number}* · số ${p.from}–${p.to} trong ${p.of}`,
    en: (p: { number: string; from: number; to: number; of: number }) =>
      `*${p.number}* · ${p.from}–${p.to} of ${p.of}`,
  },
  sheetRest: { vi: 'Tất cả tên ở trang này', en: 'All names on this page' },
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
  sheetWhat: { vi: 'Phiếu đã bỏ không đổi được', en: 'A cast sheet cannot be changed' },
  sheetCast: { vi: 'Gửi phiếu', en: 'Cast the votes' },
  sheetAgain: { vi: 'Xem lại từ trang đầu', en: 'Go through it again' },
  sheetDone: { vi: 'Xong', en: 'Done' },
  castSheet: {
    vi: (p: { names: number }) => `:white_check_mark: Đã ghi phiếu cho ${p.names} đề nghị.`,
    en: (p: { names: number }) =>
      `:white_check_mark: Your votes on ${p.names} nominations are recorded.`,
  },
  castSheetReceipt: {
    vi: (p: { receipt: string }) =>
      `Mã biên nhận: \`${p.receipt}\`\nAnh/chị giữ mã này; sau khi đóng bỏ phiếu, mã có trong danh sách biên nhận nghĩa là phiếu đã được đếm. Mã không cho biết lựa chọn và hệ thống không tra lại được.`,
    en: (p: { receipt: string }) =>
      `Receipt: \`${p.receipt}\`\nPlease keep it: after the close, finding it in the list of receipts means that your papers were counted. It does not show your choices and cannot be looked up again.`,
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
  sheetFewVoted: {
    vi: (p: { place: number; title: string; present: number; needed: number }) =>
      `:warning: ${p.place}. ${p.title}: ${p.present} phiếu, cần ${p.needed} để đủ số thành viên`,
    en: (p: { place: number; title: string; present: number; needed: number }) =>
      `:warning: ${p.place}. ${p.title}: ${p.present} votes, ${p.needed} needed for a quorum`,
  },
  sheetThreshold: {
    vi: (p: { threshold: string }) =>
      `Cột số: phiếu đồng ý trên tổng số làm căn cứ. Ngưỡng: ${p.threshold}.`,
    en: (p: { threshold: string }) =>
      `Figures: votes in favour of the base. Threshold: ${p.threshold}.`,
  },

  // sittings
  sittingTitle: { vi: 'Phiên họp hội đồng', en: 'Council sitting' },
  councilTitle: { vi: 'Hội đồng', en: 'Councils' },
  conveneTitle: { vi: 'Lập phiên họp', en: 'Convene a sitting' },
  convene: { vi: 'Lập phiên họp', en: 'Convene a sitting' },
  council: { vi: 'Hội đồng', en: 'Council' },
  startsAt: { vi: 'Thời gian họp', en: 'Time of the sitting' },
  place: { vi: 'Địa điểm hoặc hình thức', en: 'Place or form' },
  placeholderPlace: {
    vi: 'Ví dụ: Phòng họp tầng 2, hoặc họp trực tuyến',
    en: 'For example: meeting room, second floor; or online',
  },
  initiatives: { vi: 'Sáng kiến đưa ra xét', en: 'Initiatives on the agenda' },
  initiativesHint: {
    vi: 'Chọn theo thứ tự chương trình.',
    en: 'Choose in the order of the agenda.',
  },
  nominations: { vi: 'Danh hiệu đưa ra xét', en: 'Titles on the agenda' },
  nominationsHint: {
    vi: 'Mọi người, tập thể đã được xác nhận đăng ký và chờ hội đồng.',
    en: 'All persons and collectives whose registration is confirmed and who await the council.',
  },
  nominationOption: {
    vi: (p: { name: string; year: number; count: number }) =>
      `${p.name} ${p.year}: ${p.count} đề nghị`,
    en: (p: { name: string; year: number; count: number }) => `${p.name} ${p.year}: ${p.count}`,
  },
  others: { vi: 'Nội dung khác', en: 'Other items' },
  othersHint: { vi: 'Mỗi dòng một nội dung.', en: 'One item a line.' },
  channel: { vi: 'Kênh theo dõi', en: 'Channel for turnout and results (optional)' },
  channelHint: {
    vi: 'Số người đã bỏ phiếu và kết quả được đăng ở kênh này. Kênh riêng phải mời Thi Đua vào trước.',
    en: 'Turnout and results are posted there. Invite Thi Đua to a private channel first.',
  },
  save: { vi: 'Lập phiên họp', en: 'Convene' },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  sittingWhen: {
    vi: (p: { when: string; place: string }) => `${p.when} · ${p.place}`,
    en: (p: { when: string; place: string }) => `${p.when} · ${p.place}`,
  },
  sittingSaved: {
    vi: 'Phiên họp đã được lập. Anh/chị mở bỏ phiếu từng nội dung khi hội đồng sẵn sàng; thẻ phiên họp cũng ở tin nhắn riêng với Thi Đua.',
    en: 'The sitting is convened. Open the ballot on each item when the council is ready; the card is in your direct messages with Thi Đua too.',
  },
  openBallot: { vi: 'Mở bỏ phiếu', en: 'Open ballot' },
  openBallotTitle: { vi: 'Mở bỏ phiếu', en: 'Open a ballot' },
  closesAtHint: {
    vi: 'Sau hạn này hệ thống tự đóng và công bố kết quả.',
    en: 'After this the ballot closes by itself and the outcome is published.',
  },
  prospect: {
    vi: (p: { total: number; entitled: number; quorum: number; needed: number }) =>
      `*${p.entitled}/${p.total}* thành viên được bỏ phiếu · cần ít nhất *${p.quorum}* phiếu và *${p.needed}* phiếu đồng ý để thông qua.`,
    en: (p: { total: number; entitled: number; quorum: number; needed: number }) =>
      `*${p.entitled} of ${p.total}* members may vote · at least *${p.quorum}* votes and *${p.needed}* in favour are needed to pass.`,
  },
  tooSmallForSecret: {
    vi: ':warning: Số người được bỏ phiếu quá ít để giữ kín: kết quả sẽ cho biết lựa chọn của từng người.',
    en: ':warning: Too few may vote for a secret: the result will show how each of them voted.',
  },
  stateOpen: {
    vi: ':ballot_box_with_ballot: đang bỏ phiếu, hạn',
    en: ':ballot_box_with_ballot: being voted on, until',
  },
  statePassed: { vi: ':white_check_mark: thông qua', en: ':white_check_mark: passed' },
  stateNotPassed: { vi: ':x: không thông qua', en: ':x: not passed' },
  stateNoQuorum: {
    vi: ':warning: chưa đủ số thành viên, chờ bỏ phiếu lại',
    en: ':warning: no quorum, awaits another ballot',
  },
  stateElsewhere: {
    vi: 'được bỏ phiếu ở phiên họp khác',
    en: 'voted on at another sitting',
  },
  stateLeft: {
    vi: 'không còn chờ hội đồng: đã trả lại, rút hoặc gộp vào sáng kiến khác',
    en: 'no longer before the council: returned, withdrawn or merged with another one',
  },
  stateWaiting: { vi: 'chờ bỏ phiếu', en: 'awaits its ballot' },
  myVotes: { vi: '*Chờ anh/chị bỏ phiếu*', en: '*Awaiting your vote*' },
  myVotesNone: {
    vi: 'Không có nội dung nào chờ anh/chị bỏ phiếu.',
    en: 'Nothing awaits your vote.',
  },
  myVotesWhere: {
    vi: 'Phiếu nằm trong tin nhắn riêng của anh/chị với Thi Đua.',
    en: 'The papers are in your direct messages with Thi Đua.',
  },
  help: {
    vi: [
      '*Hội đồng*',
      '• `/hoidong` – việc đang chờ anh/chị và các phiên họp gần đây',
      '• `/hoidong mới` – lập phiên họp, đưa sáng kiến, danh hiệu hoặc nội dung khác vào chương trình (Chủ tịch, Thư ký hội đồng, thư ký thi đua)',
      '• `/hoidong thành phần` – thành phần các hội đồng, việc cần kiện toàn; lập hội đồng và kiện toàn (thư ký thi đua, người đứng đầu đơn vị)',
      '• `/hoidong trợ giúp` – xem lại hướng dẫn này',
      'Thành viên bỏ phiếu bằng nút trên thẻ trong tin nhắn riêng với Thi Đua.',
    ].join('\n'),
    en: [
      '*Councils*',
      '• `/hoidong` – what awaits you, and recent sittings',
      '• `/hoidong new` – convene a sitting with initiatives, titles or other items on its agenda (chair, secretary of the council, secretary of emulation)',
      '• `/hoidong members` – who sits on the councils and what is to be mended; set up and recompose them (secretary of emulation, head of the unit)',
      '• `/hoidong help` – this guidance',
      'Members vote by the buttons on their card, in the direct messages with Thi Đua.',
    ].join('\n'),
  },
  notUnderstood: {
    vi: (p: { words: string }) => `Thi Đua chưa hiểu “${p.words}”. Anh/chị có thể gõ:`,
    en: (p: { words: string }) => `Thi Đua does not know “${p.words}”. You can type:`,
  },
});
