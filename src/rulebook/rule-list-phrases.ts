import { phrasebook } from '../kernel/language.ts';
import { campaignRuleNames } from './campaign-rule-names.ts';
import { phrases as words } from './phrases.ts';

const grades = (say: (typeof words)['vi']) => ({
  excellent: say.excellent,
  good: say.good,
  completed: say.completed,
  not_completed: say.not_completed,
  reprimand: say.reprimand,
  warning: say.warning,
  pay_cut: say.pay_cut,
  demotion: say.demotion,
  removal: say.removal,
  dismissal: say.dismissal,
});

const items: { vi: Record<string, string>; en: Record<string, string> } = {
  vi: {
    sang_kien: 'Sáng kiến',
    guong: 'Gương người tốt, việc tốt',
    dien_hinh: 'Điển hình tiên tiến',
    khac: 'Nội dung khác',
  },
  en: {
    sang_kien: 'Initiatives',
    guong: 'Good people, good deeds',
    dien_hinh: 'Exemplars',
    khac: 'Other matters',
  },
};

const choices: { vi: Record<string, string>; en: Record<string, string> } = {
  vi: {
    ...grades(words.vi),
    secret: 'bỏ phiếu kín',
    open: 'biểu quyết công khai',
    either: 'kín hoặc công khai',
    total: 'tổng số thành viên trong danh sách',
    present: 'số thành viên tham gia',
    valid: 'số phiếu hợp lệ',
    allow: 'cho phép',
    warn: 'nhắc nhưng không chặn',
    refuse: 'không xét',
    average: 'điểm trung bình của hội đồng',
    any: 'điểm của từng thành viên',
    generic: 'phiếu 4 tiêu chí',
    van_mon: 'phiếu 7 tiêu chí (xã Văn Môn)',
    three_reached: 'phiếu 3 tiêu chí đạt hoặc không đạt',
    head: 'thủ trưởng',
    head_secretary: 'thủ trưởng, hoặc thư ký thi đua thừa lệnh',
    head_secretary_communications: 'thủ trưởng, thư ký thi đua hoặc cán bộ truyền thông',
    none: 'không định kỳ',
    week: 'hằng tuần',
    month: 'hằng tháng',
  },
  en: {
    ...grades(words.en),
    secret: 'secret ballot',
    open: 'open vote',
    either: 'secret or open',
    total: 'all on the roll',
    present: 'those who take part',
    valid: 'valid votes',
    allow: 'allowed',
    warn: 'warned of',
    refuse: 'refused',
    average: 'the average of the council',
    any: 'the points of each member',
    generic: 'sheet of 4 criteria',
    van_mon: 'sheet of 7 criteria (Văn Môn commune)',
    three_reached: 'sheet of 3 criteria, reached or not',
    head: 'the head',
    head_secretary: 'the head, or a secretary of emulation by order',
    head_secretary_communications: 'the head, a secretary or a communications officer',
    none: 'not regularly',
    week: 'every week',
    month: 'every month',
  },
};

const initiativeLimits: { vi: Record<string, string>; en: Record<string, string> } = {
  vi: {
    fileWithinYears: 'Thời hạn nộp sáng kiến từ lần áp dụng đầu (năm)',
    formCheckMonths: 'Thời hạn kiểm tra hình thức (tháng)',
    correctionMonths: 'Thời hạn bổ sung hồ sơ (tháng)',
    decideMonths: 'Thời hạn xét công nhận (tháng)',
    remindDays: 'Nhắc trước hạn xử lý sáng kiến (ngày)',
  },
  en: {
    fileWithinYears: 'Years from the first application to hand an initiative in',
    formCheckMonths: 'Months to check its form',
    correctionMonths: 'Months to complete it',
    decideMonths: 'Months to decide on it',
    remindDays: 'Days before its deadlines to remind those who act',
  },
};

const fundLimits: { vi: Record<string, string>; en: Record<string, string> } = {
  vi: {
    organisingSharePct: 'Quỹ: phần chi cho tổ chức, tối đa (%)',
    sessionFeeChair: 'Quỹ: chủ trì họp hội đồng, tối đa (đồng một buổi)',
    sessionFeeMember: 'Quỹ: thành viên họp hội đồng, tối đa (đồng một buổi)',
    sessionFeeAttendant: 'Quỹ: người phục vụ họp hội đồng, tối đa (đồng một buổi)',
  },
  en: {
    organisingSharePct: 'Fund: share for organising, at most (%)',
    sessionFeeChair: 'Fund: chair of a council’s session, at most (đồng)',
    sessionFeeMember: 'Fund: member at a session, at most (đồng)',
    sessionFeeAttendant: 'Fund: attendant at a session, at most (đồng)',
  },
};

/** Words of the list of rules in force and of overriding them. */
export const ruleListPhrases = phrasebook({
  usage: {
    vi: [
      '• `/thidua quy chế` – mọi quy định đang áp dụng, kèm văn bản; thêm từ để tìm, ví dụ `/thidua quy chế tỷ lệ phiếu`; thêm ngày để xem quy định của ngày đó, ví dụ `/thidua quy chế 01/01/2024`.',
    ],
    en: [
      '• `/thidua rules` – every rule in force, with its document; add words to search, such as `/thidua rules threshold`; add a day to see its rules, such as `/thidua rules 01/01/2024`.',
    ],
  },
  campaigns: campaignRuleNames,
  title: { vi: 'Quy định đang áp dụng', en: 'Rules in force' },
  intro: {
    vi: (p: { count: number; day: string }) =>
      `*${p.count}* quy định áp dụng ngày *${p.day}*. Mỗi quy định ghi văn bản và đã được đối chiếu hay chưa. Chọn một nhóm:`,
    en: (p: { count: number; day: string }) =>
      `*${p.count}* rules in force on *${p.day}*, each with its document and whether it was checked against it. Choose a group:`,
  },
  topics: {
    vi: {
      versions: 'Văn bản luật',
      titles: 'Danh hiệu',
      standards: 'Tiêu chuẩn',
      quotas: 'Tỷ lệ',
      voting: 'Biểu quyết',
      initiatives: 'Sáng kiến',
      scoring: 'Chấm điểm',
      councils: 'Hội đồng',
      campaigns: 'Phong trào',
      registration: 'Đăng ký',
      bonuses: 'Tiền thưởng',
      base_salary: 'Lương cơ sở',
    },
    en: {
      versions: 'Laws',
      titles: 'Titles',
      standards: 'Standards',
      quotas: 'Quotas',
      voting: 'Voting',
      initiatives: 'Initiatives',
      scoring: 'Scoring',
      councils: 'Councils',
      campaigns: 'Campaigns',
      registration: 'Registration',
      bonuses: 'Bonuses',
      base_salary: 'Base salary',
    },
  },
  found: {
    vi: (p: { count: number; words: string; day: string }) =>
      `*${p.count}* quy định khớp với “${p.words}”, áp dụng ngày *${p.day}*.`,
    en: (p: { count: number; words: string; day: string }) =>
      `*${p.count}* ${p.count === 1 ? 'rule matches' : 'rules match'} “${p.words}”, in force on *${p.day}*.`,
  },
  more: {
    vi: (p: { count: number }) => `Còn ${p.count} quy định nữa; anh/chị thêm từ vào lệnh để tìm.`,
    en: (p: { count: number }) => `${p.count} more; add words to the command to search.`,
  },
  verified: { vi: 'đã đối chiếu', en: 'checked' },
  unverified: { vi: 'chưa xác minh', en: 'not checked' },
  fromDay: {
    vi: (p: { day: string }) => `từ ${p.day}`,
    en: (p: { day: string }) => `from ${p.day}`,
  },
  toDay: {
    vi: (p: { day: string }) => `đến ${p.day}`,
    en: (p: { day: string }) => `until ${p.day}`,
  },
  rank: {
    vi: (p: { rank: number; subject: string }) => `bậc ${p.rank} của ${p.subject}`,
    en: (p: { rank: number; subject: string }) => `rank ${p.rank} for ${p.subject}`,
  },
  subjects: {
    vi: { person: 'cá nhân', collective: 'tập thể' },
    en: { person: 'persons', collective: 'collectives' },
  },
  items,
  choices,
  initiativeLimits,
  quota: {
    vi: (p: { award: string; of: string }) => `${p.award}: tối đa (%) trong số ${p.of}`,
    en: (p: { award: string; of: string }) => `${p.award}: at most (%) of those with ${p.of}`,
  },
  quorum: { vi: 'Số thành viên tối thiểu tham gia', en: 'Quorum' },
  conflict: {
    vi: 'Thành viên không được bỏ phiếu được trừ khỏi tổng số',
    en: 'Excluded members leave the base',
  },
  substitutes: {
    vi: 'Người dự thay được bỏ phiếu thay thành viên vắng mặt',
    en: 'A substitute votes in the place of an absent member',
  },
  voting: {
    vi: (p: { what: string; items: string }) => `${p.what}: ${p.items}`,
    en: (p: { what: string; items: string }) => `${p.what}: ${p.items}`,
  },
  votingParts: {
    vi: {
      threshold: 'Tỷ lệ phiếu đồng ý',
      method: 'Hình thức',
      base: 'Tỷ lệ tính trên',
      absent: 'Ý kiến bằng văn bản của người vắng được tính',
      superior: 'Thủ trưởng trực tiếp của người được xét không bỏ phiếu',
    },
    en: {
      threshold: 'Votes in favour (threshold)',
      method: 'Method',
      base: 'Share is of',
      absent: 'Written opinions of absent members count',
      superior: 'The immediate superior of who is considered does not vote',
    },
  },
  titlesOnly: { vi: 'Chỉ đăng ký danh hiệu', en: 'Only titles are registered' },
  lowToHigh: { vi: 'Đăng ký từ thấp đến cao', en: 'Registered from low to high' },
  initiativesRegistered: {
    vi: 'Đăng ký sáng kiến từ đầu năm',
    en: 'Initiatives are registered at the start of the year',
  },
  closing: { vi: 'Ngày đóng đăng ký thường lệ', en: 'Usual closing day' },
  withoutRegistration: {
    vi: 'Xét danh hiệu cho người không đăng ký',
    en: 'Titles for those who did not register',
  },
  coefficient: {
    vi: (p: { award: string; subject: string }) => `Hệ số thưởng: ${p.award} (${p.subject})`,
    en: (p: { award: string; subject: string }) => `Bonus coefficient: ${p.award} (${p.subject})`,
  },
  roundUpTo: {
    vi: 'Tiền thưởng làm tròn lên đến (đồng; 1 là không làm tròn)',
    en: 'Bonuses are rounded up to (đồng; 1 is not at all)',
  },
  fundLimits,
  baseSalary: { vi: 'Lương cơ sở (đồng/tháng)', en: 'Base salary (đồng a month)' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  over: { vi: 'trên', en: 'over' },
  atLeast: { vi: 'từ', en: 'at least' },
  confirmed: { vi: 'đúng như văn bản', en: 'as the document says' },
  and: { vi: '; và ', en: '; and ' },
  or: { vi: ' hoặc ', en: ' or ' },
  leaves: {
    vi: {
      rating: (rating: string) => `${rating} trở lên`,
      meets: (title: string) => `đạt ${title}`,
      has: (title: string) => `đã có ${title}`,
      noDiscipline: (kind: string) => `không bị kỷ luật từ ${kind} trở lên`,
      months: (count: number) => `làm việc từ ${count} tháng trong năm`,
      work: (count: number, level: string, years: number) =>
        `${count} sáng kiến, đề tài ${level} trong ${years} năm`,
      streak: (what: string, years: number) => `${years} năm liên tục ${what}`,
      consecutive: (title: string, times: number, spacing: number) =>
        `${times} lần liên tục ${title}, mỗi lần cách ${spacing} năm`,
      count: (what: string, times: number, years: number) => `${times} trong ${years} năm ${what}`,
      members: (title: string, over: boolean, percent: string) =>
        `${over ? 'trên' : 'từ'} ${percent} cá nhân đạt ${title}`,
      membersAtLeast: (title: string, count: number) => `ít nhất ${count} cá nhân đạt ${title}`,
      everyone: 'mọi cá nhân hoàn thành nhiệm vụ',
      exceeded: 'vượt các chỉ tiêu',
      cluster: (rank: number) => `xếp thứ ${rank} trở lên trong cụm, khối thi đua`,
    },
    en: {
      rating: (rating: string) => `rated ${rating} or better`,
      meets: (title: string) => `meets ${title}`,
      has: (title: string) => `holds ${title}`,
      noDiscipline: (kind: string) => `no discipline from ${kind} up`,
      months: (count: number) => `at least ${count} months worked in the year`,
      work: (count: number, level: string, years: number) =>
        `${count} initiative(s) or research ${level} within ${years} year(s)`,
      streak: (what: string, years: number) => `${years} years in a row: ${what}`,
      consecutive: (title: string, times: number, spacing: number) =>
        `${title} ${times} times in a row, ${spacing} years each`,
      count: (what: string, times: number, years: number) => `${times} of ${years} years: ${what}`,
      members: (title: string, over: boolean, percent: string) =>
        `${over ? 'over' : 'at least'} ${percent} of the members with ${title}`,
      membersAtLeast: (title: string, count: number) => `at least ${count} member(s) with ${title}`,
      everyone: 'every member completed their tasks',
      exceeded: 'targets exceeded',
      cluster: (rank: number) => `place ${rank} or better in its cluster`,
    },
  },

  // ── overriding ──
  override: { vi: 'Thay', en: 'Override' },
  check: { vi: 'Đã đối chiếu', en: 'Mark as checked' },
  withdraw: { vi: 'Bãi bỏ', en: 'Withdraw' },
  withdrawTitle: { vi: 'Bãi bỏ giá trị này?', en: 'Withdraw this value?' },
  withdrawText: {
    vi: (p: { document: string }) =>
      `Giá trị theo văn bản ${p.document} thôi áp dụng từ bây giờ; quy định gốc có hiệu lực trở lại. Kết quả đã có không đổi.`,
    en: (p: { document: string }) =>
      `The value of document ${p.document} ceases to hold now and the original one returns. Outcomes that exist do not change.`,
  },
  keep: { vi: 'Giữ lại', en: 'Keep' },
  formTitle: { vi: 'Quy định của đơn vị', en: 'Own rule' },
  formIntro: {
    vi: (p: { name: string; value: string; source: string }) =>
      `*${p.name}*\nHiện áp dụng: ${p.value} (${p.source}).`,
    en: (p: { name: string; value: string; source: string }) =>
      `*${p.name}*\nNow: ${p.value} (${p.source}).`,
  },
  formConfirm: {
    vi: 'Anh/chị xác nhận quy định này đúng như văn bản dưới đây.',
    en: 'You confirm that this rule is as the document below says.',
  },
  value: { vi: 'Giá trị mới', en: 'New value' },
  valueHints: {
    vi: {
      int: 'Một số nguyên.',
      tenths: 'Một số với nhiều nhất một chữ số sau dấu phẩy, ví dụ 1,5.',
      share: 'Ví dụ 2/3 hoặc 70%.',
      threshold: 'Ví dụ “từ 70%”, “trên 1/2”.',
      flag: 'có hoặc không.',
      choice: '',
      month_day: 'Ngày/tháng, ví dụ 28/02.',
      confirm: '',
    },
    en: {
      int: 'A whole number.',
      tenths: 'A number with one decimal at most, such as 1.5.',
      share: 'Such as 2/3 or 70%.',
      threshold: 'Such as “at least 70%”, “over 1/2”.',
      flag: 'yes or no.',
      choice: '',
      month_day: 'Day/month, such as 28/02.',
      confirm: '',
    },
  },
  documentNumber: { vi: 'Số văn bản', en: 'Document number' },
  documentDate: { vi: 'Ngày văn bản', en: 'Document date' },
  from: { vi: 'Áp dụng từ ngày', en: 'Holds from' },
  to: { vi: 'Đến hết ngày', en: 'Until' },
  toHint: { vi: 'Để trống nếu chưa có ngày hết hiệu lực.', en: 'Leave empty if it has no end.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  save: { vi: 'Ghi', en: 'Save' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  close: { vi: 'Đóng', en: 'Close' },
  saved: {
    vi: (p: { name: string; value: string; document: string; from: string }) =>
      `*${p.name}*: *${p.value}*, theo văn bản ${p.document}, áp dụng từ ${p.from}. Mọi nơi dùng quy định này đều ghi văn bản này.`,
    en: (p: { name: string; value: string; document: string; from: string }) =>
      `*${p.name}*: *${p.value}*, by document ${p.document}, from ${p.from}. Wherever the rule decides, this document is named.`,
  },
  withdrawn: {
    vi: (p: { document: string }) => `Đã bãi bỏ giá trị theo văn bản ${p.document}.`,
    en: (p: { document: string }) => `The value of document ${p.document} is withdrawn.`,
  },
  coming: {
    vi: (p: { name: string; value: string; document: string; days: string }) =>
      `Giá trị riêng – *${p.name}*: ${p.value}, văn bản ${p.document}, ${p.days}`,
    en: (p: { name: string; value: string; document: string; days: string }) =>
      `Own value – *${p.name}*: ${p.value}, document ${p.document}, ${p.days}`,
  },
  notAdministrator: {
    vi: 'Chỉ quản trị viên của toàn cơ quan thay hoặc bãi bỏ quy định. Chưa có gì thay đổi.',
    en: 'Only an administrator of the whole agency overrides a rule. Nothing was changed.',
  },
  unknownRule: {
    vi: 'Quy định này không thay được. Chưa có gì thay đổi.',
    en: 'This rule cannot be overridden. Nothing was changed.',
  },
  wrongValue: {
    vi: 'Giá trị này không dùng được cho quy định này.',
    en: 'This value cannot be meant here.',
  },
  breaksRules: {
    vi: 'Giá trị này làm các quy định mâu thuẫn với nhau. Chưa có gì thay đổi.',
    en: 'This value would put the rules at odds with each other. Nothing was changed.',
  },
  endsBefore: {
    vi: 'Ngày hết hiệu lực phải bằng hoặc sau ngày áp dụng.',
    en: 'It must not end before it begins.',
  },
  overlaps: {
    vi: (p: { document: string }) =>
      `Những ngày này đã có giá trị theo văn bản ${p.document}. Anh/chị bãi bỏ giá trị đó trước, hoặc chọn ngày khác.`,
    en: (p: { document: string }) =>
      `Document ${p.document} holds on some of these days. Withdraw it first, or choose other days.`,
  },
});
