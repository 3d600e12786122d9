import type { DecisionKind } from '../../database/generated/enums.ts';
import { counted, phrasebook } from '../../kernel/language.ts';

/** How far a vote is for the member whose card tells of it. */
type CardStage = 'open' | 'voted' | 'closed';

/** Ballots: refusals, voting, cards, outcomes. */
export const phrases = phrasebook({
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
    vi: 'Anh/chị là tác giả, người được xét hoặc có xung đột lợi ích với nội dung này, nên người khác của hội đồng (Chủ tịch, Thư ký) mở bỏ phiếu.',
    en: 'You are an author, the person concerned, or have a conflict of interest about this item, so somebody else of the council (its chair or secretary) opens the ballot.',
  },
  alreadyVotedOn: {
    vi: 'Nội dung này đang được bỏ phiếu hoặc đã có kết quả, hoặc không còn chờ hội đồng, nên không mở bỏ phiếu.',
    en: 'This item is being voted on or has its result already, or no longer awaits the council, so no ballot is opened.',
  },
  nobodyEntitled: {
    vi: 'Không còn thành viên nào được bỏ phiếu: mọi người đều có xung đột lợi ích hoặc vắng mặt. Cần kiện toàn hội đồng trước.',
    en: 'No member is left who may vote: all are in conflict or absent. The council must be completed first.',
  },
  methodNotAllowed: {
    vi: 'Quy định không cho hình thức bỏ phiếu này với nội dung đang xét.',
    en: 'The rules do not allow this method for the item.',
  },
  deadlinePast: {
    vi: (p: { now: string }) => `Hạn bỏ phiếu phải sau thời điểm hiện tại (${p.now}).`,
    en: (p: { now: string }) => `The deadline must be later than now (${p.now}).`,
  },
  deadlineBeforeSitting: {
    vi: (p: { start: string }) =>
      `Hạn bỏ phiếu không sớm hơn giờ họp (${p.start}), để kết quả ghi được vào biên bản của phiên họp.`,
    en: (p: { start: string }) =>
      `The deadline must not be before the sitting begins (${p.start}), so that its minutes can tell the result.`,
  },
  deadlineFar: {
    vi: (p: { days: number }) => `Hạn bỏ phiếu không quá ${p.days} ngày kể từ hôm nay.`,
    en: (p: { days: number }) => `The deadline must be within ${p.days} days.`,
  },
  noCouncil: {
    vi: 'Anh/chị chưa là thành viên hoặc thư ký của hội đồng nào. Muốn nộp sáng kiến, anh/chị gõ `/sangkien`.',
    en: 'You are not a member or secretary of any council. To hand in an initiative, type `/sangkien`.',
  },

  votedBefore: {
    vi: 'Phiếu của anh/chị đã được ghi trước đó; lần bấm này không thay đổi gì.',
    en: 'Your vote was recorded before; this press changed nothing.',
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
    vi: (p: { names: string }) =>
      `${p.names}: vừa có mặt vừa gửi ý kiến bằng văn bản. Mỗi người chỉ một mục.`,
    en: (p: { names: string }) =>
      `${p.names}: both present and giving a written opinion. Each is only one of them.`,
  },
  substituteInPerson: {
    vi: 'Người dự thay đến họp trực tiếp, không gửi ý kiến bằng văn bản.',
    en: 'A substitute comes in person and gives no written opinion.',
  },
  substituteWithMember: {
    vi: (p: { name: string }) =>
      `${p.name} có mặt hoặc gửi ý kiến bằng văn bản nên người dự thay không thay nữa. Mỗi ghế chỉ một người.`,
    en: (p: { name: string }) =>
      `${p.name} is present or gives a written opinion, so the substitute does not stand in. A seat has one person.`,
  },
  notSubstitute: {
    vi: (p: { name: string }) =>
      `${p.name} không phải người thay thế theo quyết định thành phần đang hiệu lực.`,
    en: (p: { name: string }) => `${p.name} is not a substitute by the composition in force.`,
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
      `:white_check_mark: Phiếu kín của anh/chị đã vào hòm phiếu. Mã biên nhận: \`${p.receipt}\`\nAnh/chị giữ mã này; sau khi đóng bỏ phiếu, mã có trong danh sách biên nhận nghĩa là phiếu đã được đếm. Danh sách ở nút *Danh sách biên nhận* trên thẻ phiếu này sau khi đóng. Mã không cho biết lựa chọn và hệ thống không tra lại được.`,
    en: (p: { receipt: string }) =>
      `:white_check_mark: Your secret vote is in the box. Receipt: \`${p.receipt}\`\nPlease keep it: after the close, finding it in the list of receipts (the button *List of receipts* on this card) means that your paper was counted. It does not show your choice and cannot be looked up again.`,
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

  voteCardTitle: {
    vi: (p: { number: string; stage: CardStage }) =>
      `${{ open: 'Mời bỏ phiếu', voted: 'Đã bỏ phiếu', closed: 'Đã kiểm phiếu' }[p.stage]}: ${p.number}`,
    en: (p: { number: string; stage: CardStage }) =>
      `${{ open: 'Please vote', voted: 'You have voted', closed: 'Votes counted' }[p.stage]}: ${p.number}`,
  },
  voteCardText: {
    vi: (p: { item: string }) => `Mời anh/chị bỏ phiếu: ${p.item}`,
    en: (p: { item: string }) => `Please vote: ${p.item}`,
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
    en: (p: { needed: number }) => `Needed for a quorum: at least ${counted(p.needed, 'vote')}.`,
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
  award: { vi: 'Đề nghị', en: 'Nominated for' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  standsIn: {
    vi: (p: { name: string; member: string }) => `${p.name} dự thay ${p.member}`,
    en: (p: { name: string; member: string }) => `${p.name} stands in for ${p.member}`,
  },
  inChairsPlace: {
    vi: (p: { name: string }) =>
      `Chủ trì nội dung này: ${p.name}, vì Chủ tịch có xung đột lợi ích.`,
    en: (p: { name: string }) =>
      `Presiding over this item: ${p.name}, as the chair has a conflict of interest.`,
  },
  nobodyInChairsPlace: {
    vi: 'Chủ tịch có xung đột lợi ích và không có Phó Chủ tịch nào tham gia được; hội đồng cử người chủ trì nội dung này.',
    en: 'The chair has a conflict of interest and no vice chair can take part; the council names who presides over this item.',
  },
  youPreside: {
    vi: (p: { council: string; item: string; until: string }) =>
      `Anh/chị *chủ trì* nội dung ${p.item} của ${p.council}, vì Chủ tịch có xung đột lợi ích. Hạn bỏ phiếu: ${p.until}.`,
    en: (p: { council: string; item: string; until: string }) =>
      `You *preside* over ${p.item} of ${p.council}, as the chair has a conflict of interest. Deadline: ${p.until}.`,
  },

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
  countKept: {
    vi: (p: { notVoted: number }) =>
      `Phiên họp giữ kết quả nên lựa chọn ở lần bỏ phiếu này không được công bố · ${p.notVoted} không bỏ phiếu`,
    en: (p: { notVoted: number }) =>
      `The sitting holds its results, so the choices of this ballot are told to nobody · ${p.notVoted} did not vote`,
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
      `Số phiếu: ${p.present}, cần ít nhất ${p.needed}: thiếu ${p.missing}. Nội dung này chờ hội đồng bỏ phiếu lại.`,
    en: (p: { present: number; needed: number; missing: number }) =>
      `Votes cast: ${p.present}, at least ${p.needed} needed: ${p.missing} missing. The item waits again and may be put to another ballot.`,
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
    vi: (p: { source: string; out: boolean }) =>
      `Người có xung đột lợi ích không bỏ phiếu, ${p.out ? 'không' : 'vẫn'} tính vào tổng số: ${p.source}`,
    en: (p: { source: string; out: boolean }) =>
      `Members in conflict do not vote and ${p.out ? 'do not count' : 'still count'} in the total: ${p.source}`,
  },
  superiorSource: {
    vi: (p: { source: string }) => `Thủ trưởng trực tiếp không bỏ phiếu: ${p.source}`,
    en: (p: { source: string }) => `Immediate superiors do not vote: ${p.source}`,
  },
  substituteSource: {
    vi: (p: { source: string }) => `Người dự thay được bỏ phiếu: ${p.source}`,
    en: (p: { source: string }) => `Substitutes vote: ${p.source}`,
  },
  closedAt: { vi: 'Đóng lúc', en: 'Closed at' },
  receipts: { vi: 'Danh sách biên nhận', en: 'List of receipts' },
  receiptsIntro: {
    vi: (p: { count: number }) =>
      `Có ${p.count} phiếu trong hòm khi kiểm phiếu. Mã của anh/chị có trong danh sách nghĩa là phiếu đã được đếm.`,
    en: (p: { count: number }) =>
      `In the box at the count: ${counted(p.count, 'paper')}. If your receipt is listed, your paper was counted.`,
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
});
