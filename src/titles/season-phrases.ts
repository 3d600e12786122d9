import { phrasebook } from '../kernel/language.ts';

/** Words of the registration season: windows, reminders, the lists of units. */
export const seasonPhrases = phrasebook({
  // ── windows ──
  windowTitle: { vi: 'Đợt đăng ký danh hiệu', en: 'Registration window' },
  windowIntro: {
    vi: 'Đợt áp dụng cho đơn vị được chọn và mọi đơn vị bên dưới, trừ đơn vị có đợt riêng. Đặt lại năm đã có thì đợt cũ được sửa.',
    en: 'A window holds for the unit and all below it, except units with a window of their own. Setting a year again changes its window.',
  },
  windowNow: {
    vi: (p: { year: number; unit: string; opens: string; closes: string }) =>
      `• Năm *${p.year}* · ${p.unit}: ${p.opens} – ${p.closes}`,
    en: (p: { year: number; unit: string; opens: string; closes: string }) =>
      `• *${p.year}* · ${p.unit}: ${p.opens} – ${p.closes}`,
  },
  windowUnit: { vi: 'Đơn vị', en: 'Unit' },
  windowYear: { vi: 'Đăng ký cho năm', en: 'For the year' },
  opens: { vi: 'Mở từ ngày', en: 'Opens on' },
  closes: { vi: 'Đóng sau ngày', en: 'Last day' },
  channels: { vi: 'Thông báo trong kênh', en: 'Announce in channels' },
  channelsHint: {
    vi: (p: { most: number }) =>
      `Tối đa ${p.most} kênh; để trống nếu không thông báo. Kênh riêng cần mời ứng dụng vào trước.`,
    en: (p: { most: number }) =>
      `At most ${p.most}; leave empty to announce nowhere. Invite the app to a private channel first.`,
  },
  save: { vi: 'Lưu', en: 'Save' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  close: { vi: 'Đóng', en: 'Close' },
  windowProblem: {
    vi: {
      before_opening: 'Ngày đóng phải bằng hoặc sau ngày mở.',
      past: 'Ngày đóng đã qua. Anh/chị chọn từ hôm nay trở đi.',
      too_long: 'Đợt đăng ký dài không quá một năm.',
      far_year: 'Anh/chị chọn năm trước, năm nay hoặc một trong hai năm tới.',
    },
    en: {
      before_opening: 'The last day must not be before the first.',
      past: 'The last day is past. Please choose today or later.',
      too_long: 'A window lasts a year at most.',
      far_year: 'Please choose last year, this year or one of the next two.',
    },
  },
  tooManyChannels: {
    vi: (p: { most: number }) => `Chọn tối đa ${p.most} kênh.`,
    en: (p: { most: number }) => `Choose ${p.most} channels at most.`,
  },
  notSecretary: {
    vi: 'Chỉ thư ký thi đua của đơn vị hoặc của cấp trên đặt đợt đăng ký. Chưa có gì thay đổi.',
    en: 'Only the secretary of emulation of the unit, or of one above, sets its window. Nothing was changed.',
  },
  windowSet: {
    vi: (p: { year: number; unit: string; opens: string; closes: string }) =>
      `Đợt đăng ký danh hiệu năm *${p.year}* của *${p.unit}*: từ ngày *${p.opens}* đến hết ngày *${p.closes}*.`,
    en: (p: { year: number; unit: string; opens: string; closes: string }) =>
      `Titles for *${p.year}* are registered in *${p.unit}* from *${p.opens}* to *${p.closes}* inclusive.`,
  },
  windowNext: {
    vi: (p: { announced: string; reminded: string | null }) =>
      `${p.announced}${p.reminded === null ? '' : ` Thủ trưởng được nhắc một lần, lúc 08:00 ngày ${p.reminded}, về những người chưa đăng ký.`}`,
    en: (p: { announced: string; reminded: string | null }) =>
      `${p.announced}${p.reminded === null ? '' : ` Heads are reminded once, at 08:00 on ${p.reminded}, of those who have not registered.`}`,
  },
  willBeAnnounced: {
    vi: (p: { day: string; channels: string }) =>
      `Thông báo được đăng lúc 08:00 ngày ${p.day} trong ${p.channels}.`,
    en: (p: { day: string; channels: string }) =>
      `It is announced at 08:00 on ${p.day} in ${p.channels}.`,
  },
  announcedSoon: {
    vi: (p: { channels: string }) => `Thông báo được đăng trong ít phút nữa trong ${p.channels}.`,
    en: (p: { channels: string }) => `It is announced in a few minutes in ${p.channels}.`,
  },
  announcedAlready: {
    vi: 'Đợt này đã được thông báo; thông báo cũ được sửa theo ngày mới.',
    en: 'It was announced already; the announcement shows the new days.',
  },
  announcedNowhere: { vi: 'Không thông báo trong kênh nào.', en: 'It is announced in no channel.' },

  announcementText: {
    vi: (p: { year: number; closes: string }) =>
      `Đăng ký danh hiệu thi đua năm ${p.year}: nhận đến hết ngày ${p.closes}`,
    en: (p: { year: number; closes: string }) =>
      `Registering emulation titles for ${p.year}: until ${p.closes} inclusive`,
  },
  announcementHeading: {
    vi: (p: { year: number }) => `Đăng ký danh hiệu thi đua năm ${p.year}`,
    en: (p: { year: number }) => `Emulation titles for ${p.year}`,
  },
  announcementBody: {
    vi: (p: { unit: string; opens: string; closes: string; citation: string }) =>
      `*${p.unit}* nhận đăng ký từ ngày *${p.opens}* đến hết ngày *${p.closes}*. Anh/chị gõ \`/dangky\`, chọn danh hiệu cao nhất mình phấn đấu; các danh hiệu thấp hơn được thêm tự động. Thủ trưởng gõ \`/dangky đơn vị\` cho tập thể.\nChỉ đăng ký danh hiệu thi đua; không đăng ký hình thức khen thưởng và sáng kiến (${p.citation}).`,
    en: (p: { unit: string; opens: string; closes: string; citation: string }) =>
      `*${p.unit}* takes registrations from *${p.opens}* to *${p.closes}* inclusive. Type \`/dangky\` and choose the highest title you aim at; those below it are added. Heads type \`/dangky unit\` for the collective.\nOnly titles are registered, neither forms of commendation nor initiatives (${p.citation}).`,
  },
  announcementClosed: {
    vi: (p: { closes: string }) => `Đợt đăng ký đã đóng ngày ${p.closes}.`,
    en: (p: { closes: string }) => `The window closed on ${p.closes}.`,
  },
  register: { vi: 'Đăng ký', en: 'Register' },
  movedText: {
    vi: (p: { year: number; opens: string; closes: string }) =>
      `Đợt đăng ký danh hiệu năm *${p.year}* đổi ngày: nhận từ ngày *${p.opens}* đến hết ngày *${p.closes}*.`,
    en: (p: { year: number; opens: string; closes: string }) =>
      `The days for registering titles for *${p.year}* have changed: from *${p.opens}* to *${p.closes}* inclusive.`,
  },
  reminderText: {
    vi: (p: { count: number; year: number; closes: string }) =>
      `*${p.count}* người thuộc phạm vi của anh/chị chưa đăng ký danh hiệu năm *${p.year}*; đợt đăng ký nhận đến hết ngày *${p.closes}*.`,
    en: (p: { count: number; year: number; closes: string }) =>
      `*${p.count}* ${p.count === 1 ? 'person' : 'people'} in your care ${p.count === 1 ? 'has' : 'have'} not registered titles for *${p.year}*; the window is open until *${p.closes}* inclusive.`,
  },
  reminderMore: {
    vi: (p: { count: number }) => `… và ${p.count} người nữa, xem trong danh sách.`,
    en: (p: { count: number }) => `… and ${p.count} more, see the list.`,
  },
  reminderFree: {
    vi: 'Đăng ký là tự nguyện; anh/chị trao đổi để không ai lỡ hạn vì quên.',
    en: 'Registering is voluntary; a word from you keeps anybody from missing the day by oversight.',
  },
  openList: { vi: 'Xem danh sách', en: 'See the list' },

  // ── the list of a unit ──
  listTitle: { vi: 'Danh sách đăng ký', en: 'List of registrations' },
  listHeading: {
    vi: (p: { unit: string; year: number }) => `*${p.unit}* · năm *${p.year}*`,
    en: (p: { unit: string; year: number }) => `*${p.unit}* · *${p.year}*`,
  },
  listCounts: {
    vi: (p: {
      registered: number;
      people: number;
      confirmed: number;
      submitted: number;
      returned: number;
      collectives: number;
      units: number;
    }) =>
      `*${p.registered}/${p.people}* người đã đăng ký: ${p.confirmed} đã xác nhận, ${p.submitted} chờ xác nhận; ${p.returned} bị trả lại. Tập thể: *${p.collectives}/${p.units}*.`,
    en: (p: {
      registered: number;
      people: number;
      confirmed: number;
      submitted: number;
      returned: number;
      collectives: number;
      units: number;
    }) =>
      `*${p.registered}/${p.people}* people have registered: ${p.confirmed} confirmed, ${p.submitted} waiting; ${p.returned} returned. Collectives: *${p.collectives}/${p.units}*.`,
  },
  titleCount: {
    vi: (p: { title: string; now: number; before: number }) =>
      `• ${p.title}: *${p.now}* (năm trước ${p.before})`,
    en: (p: { title: string; now: number; before: number }) =>
      `• ${p.title}: *${p.now}* (${p.before} the year before)`,
  },
  listNotSent: {
    vi: 'Danh sách chưa gửi cấp trên.',
    en: 'The list has not been sent to the level above.',
  },
  listSent: {
    vi: (p: { name: string; when: string }) =>
      `${p.name} đã gửi danh sách lúc ${p.when}, đang chờ cấp trên.`,
    en: (p: { name: string; when: string }) =>
      `Sent by ${p.name} at ${p.when}; the level above has not answered yet.`,
  },
  listAccepted: {
    vi: (p: { name: string; when: string }) => `${p.name} đã chấp nhận danh sách lúc ${p.when}.`,
    en: (p: { name: string; when: string }) => `Accepted by ${p.name} at ${p.when}.`,
  },
  listReturned: {
    vi: (p: { name: string; when: string; reason: string }) =>
      `${p.name} đã trả lại danh sách lúc ${p.when}: ${p.reason}`,
    en: (p: { name: string; when: string; reason: string }) =>
      `Returned by ${p.name} at ${p.when}: ${p.reason}`,
  },
  changedSince: {
    vi: (p: { count: number }) => `Sau khi gửi có ${p.count} bản đăng ký thay đổi.`,
    en: (p: { count: number }) =>
      `${p.count} ${p.count === 1 ? 'registration has' : 'registrations have'} changed since it was sent.`,
  },
  listsBelow: { vi: 'Đơn vị bên dưới', en: 'Units below' },
  listBelow: {
    vi: (p: { unit: string; state: string }) => `${p.unit}: ${p.state}`,
    en: (p: { unit: string; state: string }) => `${p.unit}: ${p.state}`,
  },
  listStates: {
    vi: {
      submitted: 'chờ anh/chị xem',
      returned: 'đã trả lại',
      accepted: 'đã chấp nhận',
      none: 'chưa gửi',
    },
    en: {
      submitted: 'awaits an answer',
      returned: 'returned',
      accepted: 'accepted',
      none: 'not sent',
    },
  },
  openUnit: { vi: 'Mở', en: 'Open' },
  confirmWhich: {
    vi: (p: { count: number }) => `Chờ anh/chị xác nhận (${p.count})`,
    en: (p: { count: number }) => `Waiting for you to confirm (${p.count})`,
  },
  confirmMore: {
    vi: (p: { count: number }) =>
      `Còn ${p.count} bản nữa, hiện ra sau khi anh/chị xác nhận các bản này.`,
    en: (p: { count: number }) => `${p.count} more follow when these are confirmed.`,
  },
  confirmHint: {
    vi: 'Bỏ chọn bản nào cần trả lại, rồi mở thẻ của bản đó trong tin nhắn để trả lại kèm lý do.',
    en: 'Untick what is to be returned, and return it with a reason from its card in the messages.',
  },
  confirmChosen: { vi: 'Xác nhận đã chọn', en: 'Confirm chosen' },
  confirmedMany: {
    vi: (p: { count: number }) => `Đã xác nhận *${p.count}* bản đăng ký.`,
    en: (p: { count: number }) =>
      `*${p.count}* ${p.count === 1 ? 'registration' : 'registrations'} confirmed.`,
  },
  leftMany: {
    vi: (p: { count: number }) =>
      `*${p.count}* bản giữ nguyên vì đã được sửa, rút hay người khác xác nhận trong lúc anh/chị xem.`,
    en: (p: { count: number }) =>
      `*${p.count}* left as they are: amended, withdrawn or settled by somebody else meanwhile.`,
  },
  noneChosen: {
    vi: 'Anh/chị chưa chọn bản nào; chưa có gì thay đổi.',
    en: 'None was chosen; nothing was changed.',
  },
  chooseListUnit: { vi: 'Anh/chị xem danh sách của đơn vị nào?', en: 'The list of which unit?' },
  sendUp: { vi: 'Gửi cấp trên', en: 'Send up' },
  sendUpTitle: { vi: 'Gửi danh sách?', en: 'Send the list?' },
  sendUpText: {
    vi: (p: { unit: string; year: number }) =>
      `Danh sách đăng ký năm ${p.year} của ${p.unit} và các đơn vị bên dưới được gửi cấp trên trực tiếp.`,
    en: (p: { unit: string; year: number }) =>
      `The registrations for ${p.year} of ${p.unit} and all below it go to the level above.`,
  },
  sentUp: {
    vi: (p: { unit: string; year: number }) =>
      `Đã gửi danh sách năm *${p.year}* của *${p.unit}* lên cấp trên. Anh/chị được báo khi có kết quả.`,
    en: (p: { unit: string; year: number }) =>
      `The list of *${p.unit}* for *${p.year}* was sent to the level above. You are told of the answer.`,
  },
  download: {
    vi: (p: { kind: string }) => `Tải ${p.kind}`,
    en: (p: { kind: string }) => `Download ${p.kind}`,
  },
  downloading: {
    vi: 'Tệp được gửi vào tin nhắn của anh/chị với ứng dụng trong giây lát.',
    en: 'The file comes in your messages with the app in a moment.',
  },
  mayNotRead: {
    vi: 'Danh sách của đơn vị chỉ dành cho thủ trưởng, thư ký thi đua và kiểm tra viên của đơn vị đó hoặc cấp trên.',
    en: 'A unit’s list is for heads, secretaries of emulation and inspectors of the unit or of one above.',
  },
  notListHead: {
    vi: 'Chỉ thủ trưởng đơn vị gửi danh sách của đơn vị. Chưa có gì thay đổi.',
    en: 'Only the head of the unit sends its list. Nothing was changed.',
  },
  nothingAbove: {
    vi: 'Đơn vị này không có cấp trên trong danh sách đơn vị, nên không gửi đi đâu nữa.',
    en: 'No unit is recorded above this one, so its list goes nowhere further.',
  },
  listWaits: {
    vi: (p: { count: number }) =>
      `Còn *${p.count}* bản đăng ký chờ xác nhận. Anh/chị xác nhận hoặc trả lại hết rồi gửi danh sách; chưa có gì thay đổi.`,
    en: (p: { count: number }) =>
      `*${p.count}* ${p.count === 1 ? 'registration waits' : 'registrations wait'} to be confirmed. Confirm or return all, then send the list; nothing was changed.`,
  },
  listEmpty: {
    vi: (p: { year: number }) =>
      `Năm ${p.year} chưa có ai trong đơn vị đăng ký, nên chưa có gì để gửi.`,
    en: (p: { year: number }) =>
      `Nobody in the unit has registered for ${p.year}; there is nothing to send.`,
  },
  listsBelowWait: {
    vi: (p: { units: string }) =>
      `Danh sách của ${p.units} đang chờ anh/chị chấp nhận hoặc trả lại. Anh/chị xem trước rồi gửi; chưa có gì thay đổi.`,
    en: (p: { units: string }) =>
      `The lists of ${p.units} wait to be accepted or returned. Please do that first; nothing was changed.`,
  },
  notListReceiver: {
    vi: 'Chỉ thư ký thi đua hoặc thủ trưởng của cấp trên chấp nhận hay trả lại danh sách này, và không ai tự chấp nhận danh sách mình gửi. Chưa có gì thay đổi.',
    en: 'Only a secretary of emulation or head of the level above accepts or returns this list, and nobody the one they sent. Nothing was changed.',
  },
  cardText: {
    vi: (p: { unit: string; year: number }) =>
      `${p.unit} gửi danh sách đăng ký danh hiệu năm ${p.year}, chờ anh/chị xem`,
    en: (p: { unit: string; year: number }) =>
      `${p.unit} sent its list of registrations for ${p.year} and awaits your answer`,
  },
  cardSettledText: {
    vi: (p: { unit: string; year: number }) => `Danh sách đăng ký năm ${p.year} của ${p.unit}`,
    en: (p: { unit: string; year: number }) => `Registrations for ${p.year} of ${p.unit}`,
  },
  cardReplaced: {
    vi: 'Đã được thay bằng danh sách gửi sau.',
    en: 'Replaced by a list sent later.',
  },
  accept: { vi: 'Chấp nhận', en: 'Accept' },
  giveBack: { vi: 'Trả lại', en: 'Return' },
  returnTitle: { vi: 'Trả lại danh sách', en: 'Return the list' },
  reason: { vi: 'Lý do trả lại', en: 'Reason' },
  reasonHint: { vi: 'Thủ trưởng đơn vị đọc được lý do này.', en: 'The head of the unit reads it.' },
  acceptedNews: {
    vi: (p: { name: string; unit: string; year: number }) =>
      `*${p.name}* đã chấp nhận danh sách đăng ký năm *${p.year}* của *${p.unit}*.`,
    en: (p: { name: string; unit: string; year: number }) =>
      `*${p.name}* accepted the list of *${p.unit}* for *${p.year}*.`,
  },
  returnedNews: {
    vi: (p: { name: string; unit: string; year: number }) =>
      `*${p.name}* đã trả lại danh sách đăng ký năm *${p.year}* của *${p.unit}*, với lý do dưới đây. Anh/chị sửa rồi gửi lại.`,
    en: (p: { name: string; unit: string; year: number }) =>
      `*${p.name}* returned the list of *${p.unit}* for *${p.year}*, for the reason below. Please mend it and send it again.`,
  },
  nothingMore: { vi: 'Lần bấm này không thay đổi gì.', en: 'This press changed nothing.' },
  homeCounts: {
    vi: (p: { unit: string; year: number; registered: number; people: number }) =>
      `*${p.unit}*, năm *${p.year}*: *${p.registered}/${p.people}* người đã đăng ký`,
    en: (p: { unit: string; year: number; registered: number; people: number }) =>
      `*${p.unit}*, *${p.year}*: *${p.registered}/${p.people}* people have registered`,
  },
});
