import { phrasebook } from '../../kernel/language.ts';
import { officeNames } from '../office-phrases.ts';

/** Sittings: agenda, invitation, roll-call, papers. */
export const sittingPhrases = phrasebook({
  sittingTitle: { vi: 'Phiên họp hội đồng', en: 'Council sitting' },
  councilTitle: { vi: 'Hội đồng', en: 'Councils' },
  conveneTitle: { vi: 'Lập phiên họp', en: 'Convene a sitting' },
  convene: { vi: 'Lập phiên họp', en: 'Convene a sitting' },
  council: { vi: 'Hội đồng', en: 'Council' },
  startsAt: { vi: 'Thời gian họp', en: 'Time of the sitting' },
  sittingUnknown: { vi: 'Không tìm thấy phiên họp này.', en: 'This sitting was not found.' },
  onlyRunners: {
    vi: 'Chỉ Chủ tịch, Thư ký hội đồng hoặc thư ký thi đua của đơn vị được làm việc này.',
    en: 'Only the chair or secretary of the council, or the unit’s secretary of emulation, may do this.',
  },
  sittingDayPast: {
    vi: 'Ngày họp đã qua; phiên họp được lập cho hôm nay hoặc ngày tới.',
    en: 'That day is over; a sitting is convened for today or later.',
  },
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
  nominations: {
    vi: 'Danh hiệu, khen thưởng đưa ra xét',
    en: 'Titles and commendations on the agenda',
  },
  nominationsHint: {
    vi: 'Danh hiệu: mọi người, tập thể đã được xác nhận đăng ký. Giấy khen: các đề nghị từ tuyên dương và tổng kết phong trào.',
    en: 'Titles: all whose registration is confirmed. Giấy khen: what exemplars and final reviews of campaigns propose.',
  },
  nominationOption: {
    vi: (p: { name: string; year: number; count: number }) =>
      `${p.name} ${p.year}: ${p.count} đề nghị`,
    en: (p: { name: string; year: number; count: number }) => `${p.name} ${p.year}: ${p.count}`,
  },
  yearToCome: {
    vi: (p: { year: number }) =>
      `:warning: Năm ${p.year} chưa bắt đầu: danh hiệu năm ${p.year} xét bây giờ là theo hồ sơ đến hôm nay. Anh/chị kiểm tra lại năm xét.`,
    en: (p: { year: number }) =>
      `:warning: The year ${p.year} has not begun: its titles would be judged by what is on record today. Please check the year.`,
  },
  others: { vi: 'Nội dung khác', en: 'Other items' },
  othersHint: { vi: 'Mỗi dòng một nội dung.', en: 'One item a line.' },
  holdsLabel: { vi: 'Công bố kết quả', en: 'Telling the results' },
  holdsOption: {
    vi: 'Giữ kết quả đến khi có quyết định',
    en: 'Hold the results until the decision',
  },
  holdsHint: {
    vi: 'Chọn thì chỉ người điều hành phiên họp biết kết quả; thành viên (và tác giả, nếu là sáng kiến) được báo khi đính kèm quyết định đã ký hoặc khi công bố. Đổi được đến khi có kết quả đầu tiên.',
    en: 'With the tick only those who run the sitting know; members and authors are told when the signed decision is attached or the results are announced. It can be changed until the first result.',
  },
  holdsResults: {
    vi: ':lock: Giữ kết quả đến khi có quyết định',
    en: ':lock: Results are held until the decision',
  },
  stateHeld: {
    vi: ':lock: đã kiểm phiếu, chờ công bố',
    en: ':lock: counted, to be announced',
  },
  stateStands: {
    vi: { final: 'chính thức', provisional: 'dự kiến, chờ ký biên bản' },
    en: { final: 'final', provisional: 'provisional until the minutes are signed' },
  },
  channel: { vi: 'Kênh theo dõi', en: 'Channel for turnout and results (optional)' },
  channelHint: {
    vi: 'Số người đã bỏ phiếu và kết quả được đăng ở kênh này; để trống thì ở kênh đã dùng của hội đồng. Kênh riêng phải mời Thi Đua vào trước.',
    en: 'Turnout and results are posted there; left empty, in the channel that the council used before. Invite Thi Đua to a private channel first.',
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
    vi: {
      told: 'Sau hạn này hệ thống tự đóng và công bố kết quả.',
      held: 'Sau hạn này hệ thống tự đóng và kiểm phiếu. Phiên họp giữ kết quả: chỉ người điều hành biết, thành viên được báo khi công bố. Không đủ số thành viên thì báo ngay.',
    },
    en: {
      told: 'After this the ballot closes by itself and the outcome is published.',
      held: 'After this the ballot closes by itself and is counted. The sitting holds its results: only those who run it know, members are told when they are announced. No quorum is told at once.',
    },
  },
  prospect: {
    vi: (p: { total: number; entitled: number; quorum: number; needed: number }) =>
      `*${p.entitled}/${p.total}* thành viên được bỏ phiếu · cần ít nhất *${p.quorum}* phiếu và *${p.needed}* phiếu đồng ý để thông qua.`,
    en: (p: { total: number; entitled: number; quorum: number; needed: number }) =>
      `*${p.entitled} of ${p.total}* members may vote · at least *${p.quorum}* votes and *${p.needed}* in favour are needed to pass.`,
  },
  notThere: {
    vi: (p: { count: number }) => `Theo điểm danh, ${p.count} người trong số đó không có mặt.`,
    en: (p: { count: number }) => `By the roll-call, ${p.count} of them are not there.`,
  },
  beforeStart: {
    vi: (p: { start: string }) =>
      `:hourglass_flowing_sand: Phiên họp chưa bắt đầu (${p.start}). Mở bây giờ thì phiếu gửi ngay đến mọi thành viên được bỏ phiếu; điểm danh sau đó không đổi danh sách của lần bỏ phiếu này.`,
    en: (p: { start: string }) =>
      `:hourglass_flowing_sand: The sitting has not begun (${p.start}). Opened now, the vote goes to all members who may vote, and a later roll-call does not change its roll.`,
  },
  beforeRollCall: {
    vi: ':hourglass_flowing_sand: Chưa điểm danh. Mở bây giờ thì phiếu gửi đến mọi thành viên được bỏ phiếu; điểm danh sau đó không đổi danh sách của lần bỏ phiếu này.',
    en: ':hourglass_flowing_sand: The roll is not called yet. Opened now, the vote goes to all members who may vote, and a later roll-call does not change its roll.',
  },
  uncalled: {
    vi: (p: { names: string }) =>
      `:hourglass_flowing_sand: Chưa được điểm danh nên coi là vắng mặt: ${p.names}. Nếu có mặt, anh/chị điểm danh lại trước khi mở bỏ phiếu.`,
    en: (p: { names: string }) =>
      `:hourglass_flowing_sand: Not called at the roll-call, and so taken for absent: ${p.names}. If they are there, call the roll again before the vote opens.`,
  },
  tooFewThere: {
    vi: (p: { there: number; quorum: number }) =>
      `:warning: Chỉ ${p.there} người có mặt được bỏ phiếu, cần ít nhất ${p.quorum}: kết quả sẽ không có giá trị.`,
    en: (p: { there: number; quorum: number }) =>
      `:warning: Only ${p.there} who are there may vote, at least ${p.quorum} are needed: the outcome will not be valid.`,
  },
  tooFewFor: {
    vi: (p: { names: string; there: number; quorum: number }) =>
      `:warning: Chưa đủ người để bỏ phiếu cho: *${p.names}*. Có mặt và được bỏ phiếu ${p.there}, cần ít nhất ${p.quorum}: kết quả sẽ không có giá trị.`,
    en: (p: { names: string; there: number; quorum: number }) =>
      `:warning: Too few to vote on *${p.names}*: ${p.there} who are there may vote, at least ${p.quorum} are needed. The outcome will not be valid.`,
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
  stateNoQuorumSigned: {
    vi: ':warning: chưa đủ số thành viên; đã có văn bản ký nên đưa vào phiên họp khác',
    en: ':warning: no quorum; a paper is signed, so it goes to another sitting',
  },
  stateElsewhere: {
    vi: 'được bỏ phiếu ở phiên họp khác',
    en: 'voted on at another sitting',
  },
  stateLeft: {
    vi: 'không còn chờ hội đồng: đã trả lại, rút hoặc gộp vào sáng kiến khác',
    en: 'no longer before the council: returned, withdrawn or merged with another one',
  },
  groupHidden: {
    vi: (p: { count: number }) => `${p.count} tên anh/chị không tham gia vì có xung đột lợi ích`,
    en: (p: { count: number }) => `${p.count} in which you have no part: conflict of interest`,
  },
  stateSigned: {
    vi: 'chưa bỏ phiếu; đã có văn bản ký nên đưa vào phiên họp khác',
    en: 'not voted on; a paper is signed, so it goes to another sitting',
  },
  stateWaiting: { vi: 'chờ bỏ phiếu', en: 'awaits its ballot' },
  allSittings: { vi: 'Mọi phiên họp', en: 'All sittings' },
  sittingsPage: {
    vi: (p: { from: number; to: number }) => `Phiên họp thứ ${p.from}–${p.to}, mới nhất trước`,
    en: (p: { from: number; to: number }) => `Sittings ${p.from}–${p.to}, newest first`,
  },
  agendaTitle: { vi: 'Chương trình họp', en: 'Agenda' },
  agendaPage: {
    vi: (p: { from: number; to: number; of: number }) => `Nội dung ${p.from}–${p.to} trong ${p.of}`,
    en: (p: { from: number; to: number; of: number }) => `Items ${p.from}–${p.to} of ${p.of}`,
  },
  agendaMore: {
    vi: (p: { count: number }) => `… và ${p.count} nội dung khác`,
    en: (p: { count: number }) => `… and ${p.count} more`,
  },
  wholeAgenda: { vi: 'Cả chương trình', en: 'Whole agenda' },
  nextPage: { vi: 'Trang sau', en: 'Next page' },
  firstPage: { vi: 'Về trang đầu', en: 'To the first page' },
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
      '• `/hoidong người thân` – khai người thân trong cơ quan, để Thi Đua tự loại anh/chị khỏi nội dung của họ (mọi cán bộ)',
      '• `/hoidong trợ giúp` – xem lại hướng dẫn này',
      'Thành viên bỏ phiếu bằng nút trên thẻ trong tin nhắn riêng với Thi Đua.',
    ].join('\n'),
    en: [
      '*Councils*',
      '• `/hoidong` – what awaits you, and recent sittings',
      '• `/hoidong new` – convene a sitting with initiatives, titles or other items on its agenda (chair, secretary of the council, secretary of emulation)',
      '• `/hoidong members` – who sits on the councils and what is to be mended; set up and recompose them (secretary of emulation, head of the unit)',
      '• `/hoidong relatives` – declare your relatives in the agency, so that you are left out of items about them (everybody)',
      '• `/hoidong help` – this guidance',
      'Members vote by the buttons on their card, in the direct messages with Thi Đua.',
    ].join('\n'),
  },
  notUnderstood: {
    vi: (p: { words: string }) => `Thi Đua chưa hiểu “${p.words}”. Anh/chị có thể gõ:`,
    en: (p: { words: string }) => `Thi Đua does not know “${p.words}”. You can type:`,
  },

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
  minutesLater: {
    vi: 'Biên bản kiểm phiếu và dự thảo quyết định có ở đây sau khi kiểm phiếu.',
    en: 'The minutes of the count and draft decisions are here once a ballot is counted.',
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
    vi: (p: { counted: string; notCounted: string; rules: string }) =>
      p.notCounted === ''
        ? 'Ý kiến bằng văn bản được gửi qua phiếu trong tin nhắn riêng này; quy định cho tính với mọi nội dung của phiên họp.'
        : `${p.counted === '' ? 'Quy định không tính ý kiến bằng văn bản với nội dung nào của phiên họp' : `Ý kiến bằng văn bản được gửi qua phiếu trong tin nhắn riêng này, chỉ tính với: ${p.counted}. Quy định không tính với: ${p.notCounted}`}; khi điểm danh ghi anh/chị gửi ý kiến bằng văn bản thì anh/chị không nhận phiếu của ${p.counted === '' ? 'phiên họp' : 'các nội dung này'}. Muốn bỏ phiếu, anh/chị chọn *Dự họp*. Căn cứ: ${p.rules}.`,
    en: (p: { counted: string; notCounted: string; rules: string }) =>
      p.notCounted === ''
        ? 'A written opinion is given by the paper in these direct messages; the rules let it count on all items of the sitting.'
        : `${p.counted === '' ? 'The rules let a written opinion count on no item of this sitting' : `A written opinion is given by the paper in these direct messages and counts only on: ${p.counted}. The rules do not count it on: ${p.notCounted}`}; once the roll-call has you as giving one, you get no paper ${p.counted === '' ? 'at the sitting' : 'for these'}. To vote, choose *I will come*. Rule: ${p.rules}.`,
  },
  regretsReason: { vi: 'Lý do vắng mặt', en: 'Why you cannot come' },
  sendAnswer: { vi: 'Gửi', en: 'Send' },
  saysComing: { vi: 'Dự họp', en: 'Coming' },
  saysRegrets: { vi: 'Xin vắng', en: 'Regrets' },
  saysWritten: { vi: 'Ý kiến bằng văn bản', en: 'Written opinion' },
  saidRegrets: {
    vi: (p: { name: string; reason: string }) =>
      `Chưa trả lời lại: ${p.name} – lịch trước xin vắng: ${p.reason}`,
    en: (p: { name: string; reason: string }) =>
      `No new answer: ${p.name} – regrets for the time before: ${p.reason}`,
  },
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
  rollCalled: {
    vi: (p: { present: number; written: number; absent: number; substitutes: number }) =>
      `:white_check_mark: Đã ghi điểm danh: *${p.present}* có mặt · *${p.written}* gửi ý kiến bằng văn bản · *${p.absent}* vắng mặt${p.substitutes > 0 ? ` · *${p.substitutes}* người dự thay có mặt` : ''}. Danh sách và số cần thiết ở thẻ phiên họp.`,
    en: (p: { present: number; written: number; absent: number; substitutes: number }) =>
      `:white_check_mark: The roll-call is recorded: *${p.present}* present · *${p.written}* in writing · *${p.absent}* absent${p.substitutes > 0 ? ` · *${p.substitutes}* substitutes present` : ''}. Names and quorum are on the card of the sitting.`,
  },
  openKeepRoll: {
    vi: (p: { count: number }) =>
      `:warning: ${p.count} nội dung đang bỏ phiếu giữ danh sách lúc mở: điểm danh này chỉ dùng cho các lần bỏ phiếu mở sau.`,
    en: (p: { count: number }) =>
      `:warning: ${p.count} open ${p.count === 1 ? 'vote keeps' : 'votes keep'} the roll with which they opened: this roll-call counts for those that open from now on.`,
  },
  saveRollCall: { vi: 'Ghi điểm danh', en: 'Save the roll-call' },
  present: { vi: 'Có mặt', en: 'Present' },
  inPlaceOf: {
    vi: (p: { name: string; votes: boolean }) =>
      `Anh/chị dự họp *thay ${p.name}*, theo quyết định thành phần hội đồng. ${p.votes ? 'Khi điểm danh có mặt, anh/chị bỏ phiếu thay.' : 'Theo quy chế đang áp dụng, người dự thay không bỏ phiếu.'}`,
    en: (p: { name: string; votes: boolean }) =>
      `You come *in the place of ${p.name}*, by the decision on the council’s composition. ${p.votes ? 'Found present at the roll-call, you vote in it.' : 'By the rules in force a substitute does not vote.'}`,
  },
  seatReturned: {
    vi: (p: { council: string; name: string }) =>
      `Anh/chị không dự thay ${p.name} ở phiên họp ${p.council} nữa. Cảm ơn anh/chị.`,
    en: (p: { council: string; name: string }) =>
      `You no longer stand in for ${p.name} at the sitting of ${p.council}. Thank you.`,
  },
  standInLine: {
    vi: (p: { name: string; member: string }) => `Dự thay: ${p.name}, thay ${p.member}`,
    en: (p: { name: string; member: string }) => `Substitute: ${p.name}, for ${p.member}`,
  },
  standInAnswers: {
    vi: { coming: 'dự họp', regrets: 'xin vắng', written: 'xin vắng', none: 'chưa trả lời' },
    en: { coming: 'coming', regrets: 'regrets', written: 'regrets', none: 'no answer yet' },
  },
  standInOption: {
    vi: (p: { member: string }) => `dự thay ${p.member}`,
    en: (p: { member: string }) => `for ${p.member}`,
  },
  standInsPresent: { vi: 'Người dự thay có mặt', en: 'Substitutes present' },
  standInsHint: {
    vi: 'Chỉ khi thành viên được thay vắng mặt.',
    en: 'Only where the member is absent.',
  },
  standInsDoNotVote: {
    vi: 'Theo quy chế đang áp dụng, người dự thay không bỏ phiếu; ghế được tính là vắng.',
    en: 'By the rules in force substitutes do not vote; the seat counts as absent.',
  },
  foundWritten: { vi: 'Gửi ý kiến bằng văn bản', en: 'Written opinion' },
  foundAbsent: { vi: 'Vắng mặt', en: 'Absent' },
  offices: officeNames,
});
