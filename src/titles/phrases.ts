import { phrasebook } from '../kernel/language.ts';

export const phrases = phrasebook({
  // ── the form ──
  formTitle: { vi: 'Đăng ký danh hiệu', en: 'Register titles' },
  formFor: {
    vi: (p: { year: number; subject: string }) => `Năm *${p.year}* · ${p.subject}`,
    en: (p: { year: number; subject: string }) => `Year *${p.year}* · ${p.subject}`,
  },
  acceptedUntil: {
    vi: (p: { closes: string }) => `Nhận đăng ký đến hết ngày ${p.closes}.`,
    en: (p: { closes: string }) => `Registration is open until ${p.closes} inclusive.`,
  },
  titlesLabel: { vi: 'Danh hiệu, từ thấp đến cao', en: 'Titles, from low to high' },
  titlesHint: {
    vi: 'Chọn danh hiệu cao nhất anh/chị phấn đấu đạt; các danh hiệu thấp hơn được thêm tự động.',
    en: 'Choose the highest title aimed at; those below it are added by themselves.',
  },
  titlesOnly: {
    vi: (p: { citation: string }) =>
      `Chỉ đăng ký danh hiệu thi đua; không đăng ký hình thức khen thưởng và sáng kiến (${p.citation}).`,
    en: (p: { citation: string }) =>
      `Only emulation titles are registered, neither forms of commendation nor initiatives (${p.citation}).`,
  },
  submit: { vi: 'Gửi đăng ký', en: 'Submit' },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  confirmAgain: {
    vi: 'Nếu anh/chị sửa, bản đăng ký phải được xác nhận lại.',
    en: 'If you amend it, it has to be confirmed again.',
  },
  chooseUnit: {
    vi: 'Anh/chị đăng ký cho đơn vị nào?',
    en: 'For which unit do you register?',
  },
  open: { vi: 'Mở biểu mẫu', en: 'Open the form' },

  // ── how a registration stands ──
  waiting: {
    vi: (p: { confirmers: string }) => `Đang chờ ${p.confirmers} xác nhận`,
    en: (p: { confirmers: string }) => `Waiting to be confirmed by ${p.confirmers}`,
  },
  waitingForNobody: {
    vi: 'Đã ghi nhận; đơn vị chưa có thủ trưởng hay thư ký thi đua để xác nhận, anh/chị báo quản trị viên',
    en: 'Saved; the unit has neither a head nor a secretary of emulation to confirm it, please tell the administrator',
  },
  head: {
    vi: (p: { name: string }) => `thủ trưởng ${p.name}`,
    en: (p: { name: string }) => p.name,
  },
  secretary: {
    vi: (p: { name: string }) => `thư ký thi đua ${p.name}`,
    en: (p: { name: string }) => `${p.name}, secretary of emulation,`,
  },
  or: { vi: ' hoặc ', en: ' or ' },
  confirmedBy: {
    vi: (p: { name: string; when: string }) => `Đã được ${p.name} xác nhận lúc ${p.when}`,
    en: (p: { name: string; when: string }) => `Confirmed by ${p.name} at ${p.when}`,
  },
  returnedBy: {
    vi: (p: { name: string; when: string }) => `Đã được ${p.name} trả lại lúc ${p.when}`,
    en: (p: { name: string; when: string }) => `Returned by ${p.name} at ${p.when}`,
  },
  withdrawnBy: {
    vi: (p: { name: string; when: string }) => `Đã được ${p.name} rút lúc ${p.when}`,
    en: (p: { name: string; when: string }) => `Withdrawn by ${p.name} at ${p.when}`,
  },
  registeredLateBy: {
    vi: (p: { name: string; when: string; reason: string }) =>
      `Được ${p.name} đăng ký bổ sung sau hạn lúc ${p.when}, lý do: ${p.reason}`,
    en: (p: { name: string; when: string; reason: string }) =>
      `Registered late by ${p.name} at ${p.when}, for this reason: ${p.reason}`,
  },
  outdated: {
    vi: (p: { when: string }) => `Đã được thay bằng bản đăng ký mới gửi lúc ${p.when}`,
    en: (p: { when: string }) => `Replaced by a newer registration sent at ${p.when}`,
  },
  nothingMore: { vi: 'Lần bấm này không thay đổi gì.', en: 'This press changed nothing.' },

  // ── withdrawal and history ──
  withdraw: { vi: 'Rút đăng ký', en: 'Withdraw' },
  keep: { vi: 'Giữ lại', en: 'Keep' },
  withdrawTitle: { vi: 'Rút đăng ký danh hiệu?', en: 'Withdraw the registration?' },
  withdrawText: {
    vi: (p: { year: number; name: string }) =>
      `Bản đăng ký năm ${p.year} của ${p.name} sẽ được rút. Bản này vẫn được lưu trong lịch sử; anh/chị đăng ký lại được khi đợt còn mở.`,
    en: (p: { year: number; name: string }) =>
      `The registration for ${p.year} of ${p.name} will be withdrawn. It stays in the history; you can register again while the window is open.`,
  },
  withdrawnTitle: { vi: 'Đã rút đăng ký', en: 'Withdrawn' },
  withdrawnNow: {
    vi: (p: { subject: string; year: number; command: string }) =>
      `Đã rút bản đăng ký năm *${p.year}* cho ${p.subject}. Muốn đăng ký lại, anh/chị gõ \`${p.command}\`.`,
    en: (p: { subject: string; year: number; command: string }) =>
      `The registration for *${p.year}* for ${p.subject} is withdrawn. To register again, type \`${p.command}\`.`,
  },
  newsWithdrawn: {
    vi: (p: { name: string; subject: string; year: number; when: string }) =>
      `*${p.name}* đã rút bản đăng ký năm *${p.year}* cho ${p.subject}, mà anh/chị đã xác nhận, lúc ${p.when}.`,
    en: (p: { name: string; subject: string; year: number; when: string }) =>
      `*${p.name}* withdrew the registration for *${p.year}* for ${p.subject}, which you had confirmed, at ${p.when}.`,
  },
  history: { vi: 'Lịch sử', en: 'History' },
  historyTitle: { vi: 'Lịch sử đăng ký', en: 'History' },
  historyOf: {
    vi: (p: { subject: string; year: number }) =>
      `Bản đăng ký năm *${p.year}* cho ${p.subject}, mới nhất trước:`,
    en: (p: { subject: string; year: number }) =>
      `The registration for *${p.year}* for ${p.subject}, newest first:`,
  },
  noHistory: { vi: 'Chưa có thay đổi nào được ghi.', en: 'No change is written down.' },
  became: {
    vi: {
      submitted: 'Gửi đăng ký',
      confirmed: 'Xác nhận',
      returned: 'Trả lại',
      withdrawn: 'Rút',
    },
    en: {
      submitted: 'Sent',
      confirmed: 'Confirmed',
      returned: 'Returned',
      withdrawn: 'Withdrawn',
    },
  },

  // ── after the window ──
  lateTitle: { vi: 'Đăng ký bổ sung', en: 'Register late' },
  lateIntro: {
    vi: 'Sau khi đợt đăng ký đóng, thủ trưởng có thẩm quyền xác nhận đăng ký hay sửa thay cho người hoặc tập thể, kèm lý do.',
    en: 'After the window has closed, the head who would confirm it registers or amends for a person or collective, with a reason.',
  },
  latePerson: { vi: 'Người được đăng ký', en: 'Person' },
  lateUnit: { vi: 'Hoặc tập thể', en: 'Or collective' },
  lateYear: { vi: 'Năm', en: 'Year' },
  next: { vi: 'Tiếp tục', en: 'Next' },
  lateReason: { vi: 'Lý do đăng ký sau hạn', en: 'Why it is late' },
  lateReasonHint: {
    vi: 'Lý do được lưu cùng bản đăng ký và in trong danh sách.',
    en: 'The reason is kept with the registration and printed in the list.',
  },
  lateWindow: {
    vi: (p: { closes: string }) => `Đợt đăng ký đã đóng ngày ${p.closes}.`,
    en: (p: { closes: string }) => `The window closed on ${p.closes}.`,
  },
  lateSubmit: { vi: 'Đăng ký bổ sung', en: 'Register' },
  lateDone: {
    vi: (p: { count: number; year: number; subject: string }) =>
      `Đã đăng ký bổ sung *${p.count} danh hiệu* năm *${p.year}* cho ${p.subject}, ghi nhận là đã được anh/chị xác nhận:`,
    en: (p: { count: number; year: number; subject: string }) =>
      `*${p.count} ${p.count === 1 ? 'title' : 'titles'}* for *${p.year}* registered late for ${p.subject}, confirmed by you:`,
  },
  newsFiledLate: {
    vi: (p: { name: string; year: number; subject: string }) =>
      `*${p.name}* đã đăng ký bổ sung danh hiệu năm *${p.year}* cho ${p.subject} sau hạn, với lý do dưới đây:`,
    en: (p: { name: string; year: number; subject: string }) =>
      `*${p.name}* registered titles for *${p.year}* for ${p.subject} after the window, for the reason below:`,
  },

  // ── the receipt ──
  receiptTitle: { vi: 'Đã gửi đăng ký', en: 'Registration sent' },
  receiptRegistered: {
    vi: (p: { count: number; year: number; subject: string }) =>
      `Đã ghi *${p.count} danh hiệu* năm *${p.year}* cho ${p.subject}:`,
    en: (p: { count: number; year: number; subject: string }) =>
      `*${p.count} ${p.count === 1 ? 'title' : 'titles'}* for *${p.year}* saved for ${p.subject}:`,
  },
  receiptUnchanged: {
    vi: (p: { year: number; subject: string }) =>
      `Bản đăng ký năm *${p.year}* cho ${p.subject} giữ nguyên, không có gì thay đổi:`,
    en: (p: { year: number; subject: string }) =>
      `The registration for *${p.year}* for ${p.subject} stays as it was; nothing was changed:`,
  },
  added: {
    vi: (p: { titles: string; citation: string }) =>
      `Đã thêm: *${p.titles}*, vì danh hiệu được đăng ký theo trình tự từ thấp đến cao (${p.citation}).`,
    en: (p: { titles: string; citation: string }) =>
      `Added: *${p.titles}*, because titles are registered in order from low to high (${p.citation}).`,
  },
  toSecretary: {
    vi: 'Đơn vị chưa có thủ trưởng trong danh sách nên bản đăng ký được gửi đến thư ký thi đua.',
    en: 'No head is recorded for the unit, so the registration went to the secretary of emulation.',
  },
  amendUntil: {
    vi: (p: { closes: string; command: string }) =>
      `Anh/chị sửa được đến hết ngày ${p.closes} bằng lệnh \`${p.command}\`.`,
    en: (p: { closes: string; command: string }) =>
      `You can amend it until ${p.closes} inclusive with \`${p.command}\`.`,
  },

  // ── the card of the one who confirms ──
  cardText: {
    vi: (p: { name: string; year: number }) =>
      `${p.name} đăng ký danh hiệu thi đua năm ${p.year}, chờ anh/chị xác nhận`,
    en: (p: { name: string; year: number }) =>
      `${p.name} registers emulation titles for ${p.year} and awaits your confirmation`,
  },
  cardSettledText: {
    vi: (p: { name: string; year: number }) => `Đăng ký danh hiệu năm ${p.year} của ${p.name}`,
    en: (p: { name: string; year: number }) => `Registration of titles for ${p.year}: ${p.name}`,
  },
  cardHeading: {
    vi: (p: { count: number; year: number }) => `${p.count} danh hiệu đăng ký năm ${p.year}`,
    en: (p: { count: number; year: number }) =>
      `${p.count} ${p.count === 1 ? 'title' : 'titles'} registered for ${p.year}`,
  },
  sentAt: {
    vi: (p: { when: string }) => `Gửi lúc ${p.when}`,
    en: (p: { when: string }) => `Sent at ${p.when}`,
  },
  amendment: {
    vi: (p: { number: number }) => `Bản sửa lần ${p.number}, thay bản trước`,
    en: (p: { number: number }) => `Amendment ${p.number}, in place of the one before`,
  },
  filedFor: {
    vi: (p: { name: string }) => `${p.name} đăng ký cho tập thể`,
    en: (p: { name: string }) => `Filed for the collective by ${p.name}`,
  },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  giveBack: { vi: 'Trả lại', en: 'Return' },
  returnTitle: { vi: 'Trả lại đăng ký', en: 'Return registration' },
  returnOf: {
    vi: (p: { name: string; year: number }) =>
      `Bản đăng ký năm *${p.year}* của *${p.name}* sẽ được trả lại cùng lý do để sửa.`,
    en: (p: { name: string; year: number }) =>
      `The registration for *${p.year}* of *${p.name}* goes back, with the reason, to be amended.`,
  },
  reasonLabel: { vi: 'Lý do trả lại', en: 'Reason' },
  reasonPlaceholder: {
    vi: 'Ví dụ: chưa đủ 3 năm liên tục đạt CSTĐCS',
    en: 'For example: not yet three consecutive years as CSTĐCS',
  },
  reasonHint: {
    vi: 'Người đăng ký đọc được lý do này.',
    en: 'The person who registered reads this reason.',
  },
  windowClosedOnReturn: {
    vi: (p: { closes: string }) =>
      `Hạn sửa đã hết ngày ${p.closes}: trả lại lúc này thì chỉ thủ trưởng sửa được, kèm lý do, bằng lệnh \`/dangky bổ sung\`.`,
    en: (p: { closes: string }) =>
      `The time to amend ended on ${p.closes}: if you return it now, only the head can amend it, with a reason, by \`/dangky late\`.`,
  },
  reviewTitle: { vi: 'Xác nhận đăng ký', en: 'Confirm registration' },

  // ── news to the person ──
  newsConfirmed: {
    vi: (p: { name: string; year: number; subject: string }) =>
      `*${p.name}* đã xác nhận đăng ký danh hiệu năm *${p.year}* cho ${p.subject}:`,
    en: (p: { name: string; year: number; subject: string }) =>
      `*${p.name}* confirmed the registration of titles for *${p.year}* for ${p.subject}:`,
  },
  newsReturned: {
    vi: (p: { name: string; year: number; subject: string }) =>
      `*${p.name}* đã trả lại đăng ký danh hiệu năm *${p.year}* cho ${p.subject}, với lý do:`,
    en: (p: { name: string; year: number; subject: string }) =>
      `*${p.name}* returned the registration of titles for *${p.year}* for ${p.subject}, with this reason:`,
  },
  amendNow: {
    vi: (p: { closes: string }) => `Anh/chị sửa và gửi lại trước khi hết ngày ${p.closes}.`,
    en: (p: { closes: string }) => `Please amend it and send it again by ${p.closes} inclusive.`,
  },
  amendTooLate: {
    vi: (p: { closes: string }) =>
      `Hạn sửa đã hết ngày ${p.closes}; nếu cần, thủ trưởng đăng ký thay anh/chị, kèm lý do, bằng lệnh \`/dangky bổ sung\`.`,
    en: (p: { closes: string }) =>
      `The time to amend ended on ${p.closes}; if need be your head registers for you, with a reason, by \`/dangky late\`.`,
  },
  amend: { vi: 'Sửa đăng ký', en: 'Amend' },

  // ── Home ──
  homeHeading: { vi: 'Đăng ký danh hiệu', en: 'Registering titles' },
  homeNone: {
    vi: (p: { year: number; closes: string }) =>
      `Năm *${p.year}*: anh/chị chưa đăng ký. Nhận đến hết ngày ${p.closes}.`,
    en: (p: { year: number; closes: string }) =>
      `*${p.year}*: you have not registered yet. Open until ${p.closes} inclusive.`,
  },
  homeMine: {
    vi: (p: { year: number; titles: string; standing: string }) =>
      `Năm *${p.year}*: ${p.titles}\n${p.standing}.`,
    en: (p: { year: number; titles: string; standing: string }) =>
      `*${p.year}*: ${p.titles}\n${p.standing}.`,
  },
  given: {
    vi: (p: { title: string; number: string; day: string }) =>
      `Đã được tặng *${p.title}* theo Quyết định số ${p.number} ngày ${p.day}.`,
    en: (p: { title: string; number: string; day: string }) =>
      `Given: *${p.title}*, by decision ${p.number} of ${p.day}.`,
  },
  homeRegister: { vi: 'Đăng ký', en: 'Register' },
  homeAmend: { vi: 'Xem, sửa', en: 'See, amend' },
  homeAwaiting: {
    vi: (p: { count: number }) => `*${p.count}* bản đăng ký chờ anh/chị xác nhận`,
    en: (p: { count: number }) =>
      `*${p.count}* ${p.count === 1 ? 'registration awaits' : 'registrations await'} your confirmation`,
  },
  homeReview: { vi: 'Xem', en: 'Review' },

  // ── help ──
  notUnderstood: {
    vi: (p: { words: string }) => `Thi Đua chưa hiểu “${p.words}”. Anh/chị có thể gõ:`,
    en: (p: { words: string }) => `Thi Đua does not know “${p.words}”. You can type:`,
  },
  help: {
    vi: (p: { year: number; citation: string }) =>
      [
        '*Đăng ký danh hiệu thi đua*',
        '• `/dangky` – mở biểu mẫu của anh/chị cho năm đang nhận đăng ký; gõ lại để xem, sửa.',
        `• \`/dangky ${p.year}\` – mở biểu mẫu của năm ${p.year}.`,
        '• `/dangky cstđcs` – chọn sẵn danh hiệu; gõ tên đầy đủ, viết tắt hay không dấu đều được.',
        '• `/dangky đơn vị` – thủ trưởng đăng ký cho tập thể, ví dụ `/dangky đơn vị ttlđxs`.',
        '• `/dangky danh sách` – thủ trưởng, thư ký thi đua xem, xác nhận, gửi và tải danh sách của đơn vị.',
        '• `/dangky bổ sung @người` – sau hạn, thủ trưởng đăng ký thay, kèm lý do.',
        '• `/dangky đợt` – thư ký thi đua đặt ngày mở, ngày đóng.',
        '• `/dangky trợ giúp` – xem lại hướng dẫn này.',
        `Danh hiệu được đăng ký từ thấp đến cao; không đăng ký hình thức khen thưởng và sáng kiến (${p.citation}).`,
      ].join('\n'),
    en: (p: { year: number; citation: string }) =>
      [
        '*Registering emulation titles*',
        '• `/dangky` – opens your form for the year that is open; type it again to see or amend.',
        `• \`/dangky ${p.year}\` – opens the form for ${p.year}.`,
        '• `/dangky cstđcs` – chooses a title beforehand; full names, abbreviations and words without accents all do.',
        '• `/dangky đơn vị` (or `unit`) – for a head to register the unit, such as `/dangky unit ttlđxs`.',
        '• `/dangky list` – for heads and secretaries of emulation: see, confirm, send and download a unit’s list.',
        '• `/dangky late @person` – for a head, after the window: register for somebody, with a reason.',
        '• `/dangky window` – for the secretary of emulation: sets the days.',
        '• `/dangky help` – shows this guidance.',
        `Titles are registered from low to high; forms of commendation and initiatives are not registered (${p.citation}).`,
      ].join('\n'),
  },
});
