import { phrasebook } from '../../kernel/language.ts';
import { officeNames } from '../office-phrases.ts';
import type { CouncilProblem } from './composition-rules.ts';

/** Words about who sits on a council, by which decision, and what is wrong with it. */
export const compositionPhrases = phrasebook({
  offices: officeNames,
  kinds: {
    vi: { emulation: 'Hội đồng Thi đua – Khen thưởng', initiative: 'Hội đồng sáng kiến' },
    en: { emulation: 'Emulation and commendation council', initiative: 'Initiative council' },
  },
  title: { vi: 'Thành phần hội đồng', en: 'Composition of councils' },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  open: { vi: 'Xem thành phần', en: 'View composition' },
  establish: { vi: 'Lập hội đồng', en: 'Set up a council' },
  reconstitute: { vi: 'Kiện toàn', en: 'Recompose' },
  nameSubstitute: { vi: 'Ghi người thay thế', en: 'Name a substitute' },
  nothing: {
    vi: 'Anh/chị chưa là thành viên hội đồng nào, và không phụ trách đơn vị nào có hội đồng.',
    en: 'You sit on no council and look after no unit that has one.',
  },
  none: {
    vi: 'Chưa có hội đồng nào được ghi ở các đơn vị anh/chị phụ trách.',
    en: 'No council is recorded in the units that you look after.',
  },
  listed: {
    vi: (p: { members: number; problems: number }) =>
      p.problems === 0
        ? `${p.members} thành viên · không có việc cần kiện toàn`
        : `${p.members} thành viên · *${p.problems} việc cần xem*`,
    en: (p: { members: number; problems: number }) =>
      p.problems === 0
        ? `${p.members} ${p.members === 1 ? 'member' : 'members'} · nothing to mend`
        : `${p.members} ${p.members === 1 ? 'member' : 'members'} · *${p.problems} to look at*`,
  },
  more: {
    vi: (p: { count: number }) => `Còn ${p.count} mục nữa.`,
    en: (p: { count: number }) => `${p.count} more.`,
  },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  term: { vi: 'Thời hạn', en: 'Term' },
  size: { vi: 'Số thành viên', en: 'Members' },
  decisionOf: {
    vi: (p: { number: string; day: string }) => `số ${p.number} ngày ${p.day}`,
    en: (p: { number: string; day: string }) => `${p.number} of ${p.day}`,
  },
  days: {
    vi: (p: { from: string; to: string | null }) =>
      p.to === null ? `từ ${p.from}` : `từ ${p.from} đến hết ${p.to}`,
    en: (p: { from: string; to: string | null }) =>
      p.to === null ? `from ${p.from}` : `from ${p.from} to ${p.to}`,
  },
  members: { vi: 'Thành phần', en: 'Composition' },
  notInForce: {
    vi: 'Hiện không có thành phần nào có hiệu lực.',
    en: 'No composition is in force now.',
  },
  standsIn: {
    vi: (p: { name: string; number: string }) => `người thay thế: ${p.name} (QĐ ${p.number})`,
    en: (p: { name: string; number: string }) => `substitute: ${p.name} (decision ${p.number})`,
  },
  next: { vi: 'Thành phần sắp có hiệu lực', en: 'Composition to come' },
  nextFrom: {
    vi: (p: { day: string }) => `Thành phần mới đã ghi, có hiệu lực từ ${p.day}.`,
    en: (p: { day: string }) => `A new composition is recorded and begins on ${p.day}.`,
  },
  history: { vi: 'Các thành phần trước', en: 'Earlier compositions' },
  problems: { vi: 'Việc cần kiện toàn', en: 'To be mended' },
  problem: {
    vi: (p: CouncilProblem, day: (on: string) => string) => {
      switch (p.kind) {
        case 'missing':
          return 'Chưa có hội đồng';
        case 'expired':
          return `Hội đồng đã hết nhiệm kỳ từ sau ngày ${day(p.lastDay)}`;
        case 'expiring':
          return `Nhiệm kỳ kết thúc ngày ${day(p.lastDay)}, còn ${p.days} ngày`;
        case 'below_minimum':
          return `Có ${p.members} thành viên, ít hơn mức tối thiểu ${p.minimum}`;
        case 'no_chair':
          return 'Chưa có Chủ tịch';
        case 'no_secretary':
          return 'Chưa có Thư ký';
        case 'even':
          return `Số thành viên là số chẵn (${p.members})`;
        default:
          return p.how === 'ended'
            ? `${p.name} (${officeNames.vi[p.office]}) không còn công tác`
            : `${p.name} (${officeNames.vi[p.office]}) đã chuyển ra ngoài đơn vị`;
      }
    },
    en: (p: CouncilProblem, day: (on: string) => string) => {
      switch (p.kind) {
        case 'missing':
          return 'There is no council';
        case 'expired':
          return `The term of the council ended on ${day(p.lastDay)}`;
        case 'expiring':
          return `The term ends on ${day(p.lastDay)}, in ${p.days} ${p.days === 1 ? 'day' : 'days'}`;
        case 'below_minimum':
          return `${p.members} ${p.members === 1 ? 'member' : 'members'}, fewer than the minimum of ${p.minimum}`;
        case 'no_chair':
          return 'There is no chair';
        case 'no_secretary':
          return 'There is no secretary';
        case 'even':
          return `The number of members is even (${p.members})`;
        default:
          return p.how === 'ended'
            ? `${p.name} (${officeNames.en[p.office].toLowerCase()}) no longer works here`
            : `${p.name} (${officeNames.en[p.office].toLowerCase()}) has moved to another unit`;
      }
    },
  },
  unverified: { vi: 'chưa đối chiếu', en: 'not checked' },
  // the form
  establishTitle: { vi: 'Lập hội đồng', en: 'Set up a council' },
  reconstituteTitle: { vi: 'Kiện toàn hội đồng', en: 'Recompose a council' },
  step: {
    vi: (p: { step: number }) => `Bước ${p.step}/2`,
    en: (p: { step: number }) => `Step ${p.step} of 2`,
  },
  prefilled: {
    vi: (p: { number: string }) =>
      `Điền sẵn thành phần theo quyết định số ${p.number}; anh/chị chỉ sửa chỗ thay đổi.`,
    en: (p: { number: string }) =>
      `Filled in as decision ${p.number} has it; change only what changes.`,
  },
  notPrefilled: {
    vi: (p: { names: string }) => `Không điền sẵn vì đã nghỉ hoặc chuyển đi: ${p.names}.`,
    en: (p: { names: string }) => `Left out, for they have left: ${p.names}.`,
  },
  kind: { vi: 'Loại hội đồng', en: 'Kind of council' },
  officeFields: {
    vi: {
      chair: 'Chủ tịch',
      vice_chair: 'Phó Chủ tịch',
      standing_member: 'Ủy viên thường trực',
      secretary: 'Thư ký',
      member: 'Ủy viên',
    },
    en: {
      chair: 'Chair',
      vice_chair: 'Vice chairs',
      standing_member: 'Standing members',
      secretary: 'Secretary',
      member: 'Members',
    },
  },
  kept: { vi: 'Thành viên chưa dùng Slack, ở lại', en: 'Members without Slack who stay' },
  proceed: { vi: 'Tiếp tục', en: 'Continue' },
  councilName: { vi: 'Tên hội đồng', en: 'Name of the council' },
  number: { vi: 'Số quyết định', en: 'Number of the decision' },
  numberHint: {
    vi: 'Ví dụ: 612/QĐ-BHXH',
    en: 'For example: 612/QĐ-BHXH',
  },
  decidedOn: { vi: 'Ngày quyết định', en: 'Date of the decision' },
  from: { vi: 'Có hiệu lực từ ngày', en: 'In force from' },
  fromHint: {
    vi: 'Có thể là ngày sắp tới; thành phần cũ kết thúc vào ngày liền trước.',
    en: 'A coming day is possible; the former composition ends on the day before.',
  },
  to: { vi: 'Đến hết ngày', en: 'Last day' },
  toHint: {
    vi: 'Để trống nếu quyết định không nêu thời hạn.',
    en: 'Leave empty when the decision names no end.',
  },
  keptSubstitutes: { vi: 'Người thay thế tiếp tục', en: 'Substitutes who go on' },
  substitutePair: {
    vi: (p: { name: string; member: string }) => `${p.name} thay ${p.member}`,
    en: (p: { name: string; member: string }) => `${p.name} for ${p.member}`,
  },
  record: { vi: 'Ghi thành phần', en: 'Record' },
  changes: {
    vi: (p: { members: number }) => `*${p.members} thành viên*. So với thành phần trước:`,
    en: (p: { members: number }) =>
      `*${p.members} ${p.members === 1 ? 'member' : 'members'}*. Compared with the one before:`,
  },
  firstMembers: {
    vi: (p: { members: number }) => `*${p.members} thành viên*:`,
    en: (p: { members: number }) => `*${p.members} ${p.members === 1 ? 'member' : 'members'}*:`,
  },
  noChanges: { vi: 'Không có thay đổi về người.', en: 'The people stay the same.' },
  joins: {
    vi: (p: { name: string; office: string }) => `➕ ${p.name} – ${p.office}`,
    en: (p: { name: string; office: string }) => `➕ ${p.name} – ${p.office}`,
  },
  leaves: {
    vi: (p: { name: string; office: string }) => `➖ ${p.name} – thôi ${p.office}`,
    en: (p: { name: string; office: string }) => `➖ ${p.name} – no longer ${p.office}`,
  },
  moves: {
    vi: (p: { name: string; office: string; was: string }) =>
      `🔁 ${p.name} – từ ${p.was} sang ${p.office}`,
    en: (p: { name: string; office: string; was: string }) =>
      `🔁 ${p.name} – from ${p.was} to ${p.office}`,
  },
  wouldBe: { vi: 'Thành phần này còn', en: 'This composition still has' },
  openBallots: {
    vi: (p: { count: number }) =>
      `Có ${p.count} cuộc bỏ phiếu đang mở: danh sách bỏ phiếu đã chốt khi mở và giữ nguyên; thành phần mới áp dụng cho cuộc bỏ phiếu mở sau.`,
    en: (p: { count: number }) =>
      `${p.count} ${p.count === 1 ? 'ballot is' : 'ballots are'} open: the roll was frozen at the opening and stays; the new composition holds for later ballots.`,
  },
  replaces: {
    vi: (p: { day: string; number: string }) =>
      `Thành phần đã ghi từ ${p.day} (QĐ ${p.number}) chưa bắt đầu; thành phần mới có hiệu lực từ ngày đó hoặc sớm hơn sẽ thay nó.`,
    en: (p: { day: string; number: string }) =>
      `The composition recorded from ${p.day} (decision ${p.number}) has not begun; one that begins then or before takes its place.`,
  },
  recorded: {
    vi: 'Đã ghi. Người vào, người thôi và người đổi chức danh được báo bằng tin nhắn riêng.',
    en: 'Recorded. Those who join, leave or change office are told by direct message.',
  },
  // substitutes
  newsSubstituteNamed: {
    vi: (p: { member: string; council: string; number: string; day: string }) =>
      `Anh/chị là *người thay thế* của ${p.member} tại ${p.council} từ ngày ${p.day} (Quyết định số ${p.number}). Khi ${p.member} xin vắng hoặc vắng mặt, Thi Đua mời anh/chị dự họp thay.`,
    en: (p: { member: string; council: string; number: string; day: string }) =>
      `You are the *substitute* of ${p.member} on ${p.council} from ${p.day} (decision ${p.number}). When ${p.member} sends regrets or is absent, Thi Đua invites you to come in their place.`,
  },
  newsSubstituteEnded: {
    vi: (p: { member: string; council: string; number: string; day: string }) =>
      `Từ ngày ${p.day} anh/chị không còn là người thay thế của ${p.member} tại ${p.council} (Quyết định số ${p.number}).`,
    en: (p: { member: string; council: string; number: string; day: string }) =>
      `From ${p.day} you are no longer the substitute of ${p.member} on ${p.council} (decision ${p.number}).`,
  },
  substituteTitle: { vi: 'Người thay thế', en: 'Substitute' },
  substituteIntro: {
    vi: 'Người được cử dự thay khi thành viên vắng, theo quyết định.',
    en: 'Who may stand in when a member is absent, by the decision.',
  },
  substituteFor: { vi: 'Thay cho thành viên', en: 'For which member' },
  substitute: { vi: 'Người thay thế', en: 'Substitute' },
  substituteHint: {
    vi: 'Để trống nếu thành viên này không còn người thay thế.',
    en: 'Leave empty when this member has no substitute any more.',
  },
  save: { vi: 'Ghi', en: 'Save' },
  substituteRecorded: { vi: 'Đã ghi người thay thế.', en: 'The substitute is recorded.' },
  // messages
  newsJoins: {
    vi: (p: { office: string; council: string; days: string; decision: string }) =>
      `Anh/chị là *${p.office}* của *${p.council}*, ${p.days}, theo quyết định ${p.decision}.`,
    en: (p: { office: string; council: string; days: string; decision: string }) =>
      `You are *${p.office}* of *${p.council}*, ${p.days}, by decision ${p.decision}.`,
  },
  newsMoves: {
    vi: (p: { office: string; council: string; days: string; decision: string }) =>
      `Chức danh của anh/chị trong *${p.council}* là *${p.office}*, ${p.days}, theo quyết định ${p.decision}.`,
    en: (p: { office: string; council: string; days: string; decision: string }) =>
      `Your office in *${p.council}* is *${p.office}*, ${p.days}, by decision ${p.decision}.`,
  },
  newsLeaves: {
    vi: (p: { office: string; council: string; day: string; decision: string }) =>
      `Từ ngày ${p.day} anh/chị thôi là *${p.office}* của *${p.council}*, theo quyết định ${p.decision}. Cảm ơn anh/chị đã tham gia hội đồng.`,
    en: (p: { office: string; council: string; day: string; decision: string }) =>
      `From ${p.day} you are no longer *${p.office}* of *${p.council}*, by decision ${p.decision}. Thank you for your part in its work.`,
  },
  homeHeading: {
    vi: (p: { councils: number; problems: number }) =>
      `*Hội đồng cần kiện toàn*: ${p.problems} việc ở ${p.councils} hội đồng`,
    en: (p: { councils: number; problems: number }) =>
      `*Councils to mend*: ${p.problems} ${p.problems === 1 ? 'matter' : 'matters'} in ${p.councils} ${p.councils === 1 ? 'council' : 'councils'}`,
  },
  reminderText: {
    vi: (p: { problems: number }) => `Hội đồng cần kiện toàn: ${p.problems} việc.`,
    en: (p: { problems: number }) =>
      `Councils to mend: ${p.problems} ${p.problems === 1 ? 'matter' : 'matters'}.`,
  },
  reminderWhen: {
    vi: 'Nhắc khi có việc mới, và mỗi tháng một lần cho đến khi xong.',
    en: 'You are reminded when something new comes up, and once a month until it is done.',
  },
  // refusals
  mayNotCompose: {
    vi: 'Thành phần hội đồng do thư ký thi đua của đơn vị (hoặc cấp trên) hay người đứng đầu đơn vị ghi.',
    en: 'The composition is recorded by the unit’s secretary of emulation (or of a unit above) or by its head.',
  },
  councilUnknown: {
    vi: 'Hội đồng này không thuộc phạm vi anh/chị phụ trách hoặc tham gia.',
    en: 'This council is not among those that you look after or sit on.',
  },
  councilExists: {
    vi: (p: { name: string }) =>
      `Đơn vị đã có “${p.name}”. Mỗi loại chỉ một hội đồng: anh/chị mở hội đồng đó và bấm Kiện toàn.`,
    en: (p: { name: string }) =>
      `The unit has “${p.name}”. There is one council of a kind: open it and press Recompose.`,
  },
  compositionChanged: {
    vi: 'Trong lúc anh/chị điền, người khác đã ghi thành phần mới cho hội đồng này. Anh/chị đóng biểu mẫu, xem lại rồi bấm Kiện toàn lần nữa.',
    en: 'While you were filling this in, somebody else recorded a new composition. Close the form, look at it and press Recompose again.',
  },
  unitGone: {
    vi: 'Đơn vị này không còn hoạt động.',
    en: 'This unit is no more.',
  },
  chooseUnit: { vi: 'Anh/chị chọn đơn vị.', en: 'Choose the unit.' },
  chooseKind: { vi: 'Anh/chị chọn loại hội đồng.', en: 'Choose the kind of council.' },
  noChair: {
    vi: 'Hội đồng phải có một Chủ tịch.',
    en: 'A council has a chair.',
  },
  notInList: {
    vi: (p: { names: string }) =>
      `Không có trong danh sách cán bộ: ${p.names}. Nhờ quản trị viên thêm trước, hoặc chọn người khác.`,
    en: (p: { names: string }) =>
      `Not in the staff list: ${p.names}. Have an administrator add them first, or choose others.`,
  },
  notWorking: {
    vi: (p: { names: string }) => `Không còn công tác: ${p.names}. Anh/chị chọn người khác.`,
    en: (p: { names: string }) => `No longer works here: ${p.names}. Choose somebody else.`,
  },
  twice: {
    vi: (p: { names: string }) =>
      `Được chọn hai lần: ${p.names}. Mỗi người một chức danh trong hội đồng.`,
    en: (p: { names: string }) => `Chosen twice: ${p.names}. Everybody has one office.`,
  },
  tooMany: {
    vi: (p: { most: number }) => `Một hội đồng ghi được nhiều nhất ${p.most} thành viên.`,
    en: (p: { most: number }) => `A council has ${p.most} members at most.`,
  },
  nameMissing: { vi: 'Anh/chị ghi tên hội đồng.', en: 'Write the name of the council.' },
  numberMissing: { vi: 'Anh/chị ghi số quyết định.', en: 'Write the number of the decision.' },
  dayMissing: { vi: 'Anh/chị chọn ngày.', en: 'Choose the day.' },
  decidedInFuture: {
    vi: (p: { today: string }) =>
      `Ngày quyết định không thể sau hôm nay (${p.today}). Ghi khi quyết định đã ký.`,
    en: (p: { today: string }) =>
      `The decision cannot be dated after today (${p.today}). Record it once it is signed.`,
  },
  fromBeforeDecision: {
    vi: (p: { day: string }) => `Không sớm hơn ngày quyết định (${p.day}).`,
    en: (p: { day: string }) => `Not before the date of the decision (${p.day}).`,
  },
  fromTooFar: {
    vi: (p: { day: string }) => `Không muộn hơn ${p.day}.`,
    en: (p: { day: string }) => `Not after ${p.day}.`,
  },
  fromNotAfter: {
    vi: (p: { day: string; number: string }) =>
      `Phải sau ${p.day}, ngày bắt đầu của thành phần theo quyết định số ${p.number}.`,
    en: (p: { day: string; number: string }) =>
      `It must be after ${p.day}, when the composition by decision ${p.number} began.`,
  },
  endsBeforeItBegins: {
    vi: 'Ngày cuối không thể trước ngày có hiệu lực.',
    en: 'The last day cannot be before the first.',
  },
  substituteIsMember: {
    vi: (p: { names: string }) =>
      `Đã là thành viên hội đồng: ${p.names}. Người thay thế là người ngoài hội đồng.`,
    en: (p: { names: string }) =>
      `Already on the council: ${p.names}. A substitute is somebody who is not.`,
  },
  substituteElsewhere: {
    vi: (p: { name: string; member: string }) =>
      `${p.name} đang thay cho ${p.member}. Mỗi người chỉ thay cho một thành viên.`,
    en: (p: { name: string; member: string }) =>
      `${p.name} stands in for ${p.member}. One person stands in for one member.`,
  },
  memberGone: {
    vi: 'Thành viên này không còn trong thành phần hội đồng.',
    en: 'This member is no longer on the council.',
  },
  outsideTerm: {
    vi: (p: { days: string }) => `Phải trong thời hạn của thành viên: ${p.days}.`,
    en: (p: { days: string }) => `It must be within the member’s term: ${p.days}.`,
  },
  noSubstitute: {
    vi: 'Thành viên này chưa có người thay thế; anh/chị chọn người thay thế.',
    en: 'This member has no substitute; choose one.',
  },
});
