import { phrasebook } from '../kernel/language.ts';

export const phrases = phrasebook({
  // ── the command ──
  usage: {
    vi: (p: { year: number }) => [
      '• `/thidua xét` – chọn danh hiệu hoặc hình thức khen thưởng để xem điều kiện của anh/chị.',
      `• \`/thidua xét CSTĐCS ${p.year}\` – xem ngay một danh hiệu.`,
      '• `/thidua xét @người CSTĐ bộ`, `/thidua xét đơn vị TTLĐXS` – dành cho thủ trưởng, thư ký thi đua, kiểm tra viên.',
    ],
    en: (p: { year: number }) => [
      '• `/thidua xet` – choose a title or commendation and see what it takes.',
      `• \`/thidua xet CSTĐCS ${p.year}\` – see one at once.`,
      '• `/thidua xet @person CSTĐ bộ`, `/thidua xet unit TTLĐXS` – for heads, secretaries of emulation and inspectors.',
    ],
  },
  unknownWord: {
    vi: (p: { word: string }) => `Thi Đua chưa hiểu “${p.word}”.`,
    en: (p: { word: string }) => `Thi Đua does not know “${p.word}”.`,
  },
  unchosenName: {
    vi: (p: { name: string }) =>
      `Thi Đua chưa biết “${p.name}” là ai. Sau dấu @, anh/chị chọn tên trong danh sách mà Slack gợi ý.`,
    en: (p: { name: string }) =>
      `Thi Đua does not know who “${p.name}” is. After the @, choose the name from the list that Slack offers.`,
  },
  subjectUnknown: {
    vi: 'Người này chưa có trong danh sách cán bộ. Anh/chị nhờ thư ký thi đua kiểm tra.',
    en: 'This person is not in the staff list. Please ask the secretary of emulation.',
  },
  mayNotEvaluate: {
    vi: 'Anh/chị xem được điều kiện của mình; điều kiện của người khác hoặc đơn vị chỉ thủ trưởng, thư ký thi đua và kiểm tra viên xem được.',
    en: 'You can see what concerns you; for others and for units only the head, the secretary of emulation and the inspector can.',
  },
  titleOfCollective: {
    vi: 'Danh hiệu này dành cho tập thể. Anh/chị thêm “đơn vị” vào lệnh.',
    en: 'This title is for collectives. Add “unit” to the command.',
  },
  titleOfPerson: {
    vi: 'Danh hiệu này dành cho cá nhân. Anh/chị bỏ “đơn vị” khỏi lệnh.',
    en: 'This title is for persons. Leave “unit” out of the command.',
  },
  noStandard: {
    vi: 'Chưa có tiêu chuẩn bằng dữ liệu cho hình thức này; anh/chị hỏi thư ký thi đua.',
    en: 'There is no standard as data for this form; please ask the secretary of emulation.',
  },
  formTitle: { vi: 'Chọn nội dung xét', en: 'What to look at' },
  formSubmit: { vi: 'Xem', en: 'See' },
  close: { vi: 'Đóng', en: 'Close' },
  award: { vi: 'Danh hiệu, hình thức khen thưởng', en: 'Title or commendation' },
  year: { vi: 'Năm', en: 'Year' },
  forWhom: { vi: 'Xét cho', en: 'For' },
  myself: { vi: 'Tôi', en: 'Myself' },
  titlesGroup: { vi: 'Danh hiệu của cá nhân', en: 'Titles of persons' },
  collectiveGroup: { vi: 'Danh hiệu của tập thể', en: 'Titles of collectives' },
  commendationGroup: { vi: 'Hình thức khen thưởng', en: 'Commendations' },
  personField: {
    vi: 'Người khác (bỏ trống: theo mục trên)',
    en: 'Somebody else (empty: as above)',
  },
  another: { vi: 'Xét mục khác', en: 'Another one' },

  // ── what a leaf asked for and what was found ──
  rating: {
    vi: (p: { needed: string; found: string; year: number }) =>
      `Xếp loại năm ${p.year} từ ${p.needed} trở lên: ${p.found}`,
    en: (p: { needed: string; found: string; year: number }) =>
      `Rated ${p.needed} or better in ${p.year}: ${p.found}`,
  },
  noRating: { vi: 'chưa có dữ liệu', en: 'not on record' },
  notHeld: { vi: 'chưa có', en: 'none' },
  by: {
    vi: (p: { decision: string }) => ` (${p.decision})`,
    en: (p: { decision: string }) => ` (${p.decision})`,
  },
  meetsHeld: {
    vi: (p: { award: string; year: number; decision: string }) =>
      `Đạt ${p.award} năm ${p.year} (${p.decision})`,
    en: (p: { award: string; year: number; decision: string }) =>
      `Holds ${p.award} of ${p.year} (${p.decision})`,
  },
  meetsByStandard: {
    vi: (p: { award: string; year: number }) =>
      `Tiêu chuẩn ${p.award} năm ${p.year} (chưa có quyết định nên xét theo tiêu chuẩn):`,
    en: (p: { award: string; year: number }) =>
      `The standard of ${p.award} for ${p.year} (not granted yet, so judged by its standard):`,
  },
  has: {
    vi: (p: { award: string; found: string }) => `Đã được tặng ${p.award}: ${p.found}`,
    en: (p: { award: string; found: string }) => `Has been given ${p.award}: ${p.found}`,
  },
  discipline: {
    vi: (p: { from: string; year: number; found: string }) =>
      `Không bị kỷ luật từ ${p.from} trở lên trong năm ${p.year}: ${p.found}`,
    en: (p: { from: string; year: number; found: string }) =>
      `No discipline from ${p.from} up in ${p.year}: ${p.found}`,
  },
  noDiscipline: { vi: 'không có', en: 'none' },
  months: {
    vi: (p: { needed: number; found: string }) =>
      `Làm việc tại cơ quan ít nhất ${p.needed} tháng trong năm: ${p.found}`,
    en: (p: { needed: number; found: string }) =>
      `At least ${p.needed} months worked in the year: ${p.found}`,
  },
  monthsFound: {
    vi: (p: { count: number; toCome: number }) =>
      `${p.count} tháng${p.toCome > 0 ? `, trong đó ${p.toCome} tháng chưa tới, tạm tính theo hồ sơ hiện nay` : ''}`,
    en: (p: { count: number; toCome: number }) =>
      `${p.count}${p.toCome > 0 ? `, of which ${p.toCome} are still to come, counted as the records stand` : ''}`,
  },
  work: {
    vi: (p: { needed: number; level: string; since: number; year: number; found: string }) =>
      `${p.needed} sáng kiến hoặc đề tài ${p.level}, công nhận ${period(p)}: ${p.found}`,
    en: (p: { needed: number; level: string; since: number; year: number; found: string }) =>
      `${p.needed} initiatives or research ${p.level}, recognised ${periodEn(p)}: ${p.found}`,
  },
  workOlder: {
    vi: (p: { works: string }) =>
      `; ngoài giai đoạn: ${p.works} – chưa có quy định về thời hạn, hội đồng xem xét`,
    en: (p: { works: string }) =>
      `; before the period: ${p.works} – no rule says how long they count, the council decides`,
  },
  workUsed: {
    vi: (p: { works: string }) => `; không tính lại: ${p.works} (Công văn 1168/BNV-BTĐKT)`,
    en: (p: { works: string }) => `; not counted again: ${p.works} (Công văn 1168/BNV-BTĐKT)`,
  },
  workReused: {
    vi: (p: { works: string }) =>
      `; đã dùng trước đây: ${p.works} – người xét cân nhắc (Công văn 1168/BNV-BTĐKT)`,
    en: (p: { works: string }) =>
      `; used before: ${p.works} – for whoever decides (Công văn 1168/BNV-BTĐKT)`,
  },
  workPresumed: {
    vi: (p: { awards: string }) =>
      `; ${p.awards} đạt khi chưa có xếp loại hoàn thành xuất sắc nên có thể đã dùng một sáng kiến, đề tài của năm đó mà chưa ghi nhận: cần thêm sáng kiến, đề tài ngoài những cái đã dùng (Công văn 1168/BNV-BTĐKT)`,
    en: (p: { awards: string }) =>
      `; ${p.awards} was given without an excellent rating on record, so a work of that year may have been used for it though nobody recorded it: further ones are needed beside those used (Công văn 1168/BNV-BTĐKT)`,
  },
  usedFor: {
    vi: (p: { work: string; awards: string }) => `${p.work} đã dùng cho ${p.awards}`,
    en: (p: { work: string; awards: string }) => `${p.work} used for ${p.awards}`,
  },
  streak: {
    vi: (p: { of: string; needed: number; since: number; year: number; found: string }) =>
      `${p.needed} năm liên tục ${p.of} (${p.since}–${p.year}): ${p.found}`,
    en: (p: { of: string; needed: number; since: number; year: number; found: string }) =>
      `${p.needed} years running ${p.of} (${p.since}–${p.year}): ${p.found}`,
  },
  count: {
    vi: (p: { of: string; needed: number; since: number; year: number; found: string }) =>
      `Ít nhất ${p.needed} lần ${p.of} trong ${p.since}–${p.year}: ${p.found}`,
    en: (p: { of: string; needed: number; since: number; year: number; found: string }) =>
      `At least ${p.needed} times ${p.of} in ${p.since}–${p.year}: ${p.found}`,
  },
  yearsFound: {
    vi: (p: { years: string }) => `có ${p.years}`,
    en: (p: { years: string }) => `has ${p.years}`,
  },
  noYears: { vi: 'chưa có năm nào', en: 'no year yet' },
  missingYear: {
    vi: (p: { year: number; why: string }) => `${p.year} ${p.why}`,
    en: (p: { year: number; why: string }) => `${p.year} ${p.why}`,
  },
  not_held: { vi: 'không đạt', en: 'not held' },
  unknown: { vi: 'chưa có dữ liệu', en: 'not on record' },
  rated_lower: { vi: 'xếp loại thấp hơn', en: 'rated lower' },
  disciplined: { vi: 'không tính do kỷ luật', en: 'not counted: discipline' },
  discipline_ended: { vi: 'hết hạn kỷ luật giữa năm', en: 'a discipline ended in the year' },
  pending: { vi: 'đang xét', en: 'being considered' },
  reorganised: { vi: 'tập thể sáp nhập hoặc chia tách', en: 'the collective was merged or split' },
  consecutive: {
    vi: (p: { award: string; times: number; spacing: number; found: string }) =>
      `${p.times} lần liên tục ${p.award}, mỗi lần một giai đoạn ${p.spacing} năm: ${p.found}`,
    en: (p: { award: string; times: number; spacing: number; found: string }) =>
      `${p.award} ${p.times} times running, each with ${p.spacing} years of its own: ${p.found}`,
  },
  overlap: { vi: ' – các giai đoạn chồng lên nhau', en: ' – the periods overlap' },
  gap: { vi: ' – giữa các lần có quãng trống', en: ' – there is a gap between them' },
  members: {
    vi: (p: { award: string; op: string; pct: string; found: string }) =>
      `${p.op} ${p.pct} cá nhân đạt ${p.award}: ${p.found}`,
    en: (p: { award: string; op: string; pct: string; found: string }) =>
      `${p.op} ${p.pct} of the members hold ${p.award}: ${p.found}`,
  },
  moreThan: { vi: 'Trên', en: 'More than' },
  from: { vi: 'Từ', en: 'At least' },
  ofMembers: {
    vi: (p: { holders: number; headcount: number }) => `${p.holders}/${p.headcount} người`,
    en: (p: { holders: number; headcount: number }) => `${p.holders} of ${p.headcount}`,
  },
  membersAtLeast: {
    vi: (p: { award: string; needed: number; found: string }) =>
      `Có ít nhất ${p.needed} cá nhân đạt ${p.award}: ${p.found}`,
    en: (p: { award: string; needed: number; found: string }) =>
      `At least ${p.needed} members hold ${p.award}: ${p.found}`,
  },
  everyone: {
    vi: (p: { found: string }) => `100% cá nhân hoàn thành nhiệm vụ: ${p.found}`,
    en: (p: { found: string }) => `All members completed their tasks: ${p.found}`,
  },
  unrated: {
    vi: (p: { count: number }) => `, ${p.count} người chưa xếp loại`,
    en: (p: { count: number }) => `, ${p.count} not rated yet`,
  },
  exceeded: {
    vi: (p: { found: string }) => `Hoàn thành vượt các chỉ tiêu: ${p.found}`,
    en: (p: { found: string }) => `Exceeded the targets: ${p.found}`,
  },
  cluster: {
    vi: (p: { found: string }) => `Dẫn đầu cụm, khối thi đua: ${p.found}`,
    en: (p: { found: string }) => `First of its cluster: ${p.found}`,
  },
  place: {
    vi: (p: { rank: number }) => `xếp thứ ${p.rank}`,
    en: (p: { rank: number }) => `place ${p.rank}`,
  },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  anyOf: { vi: 'Một trong các điều kiện:', en: 'One of:' },
  allOf: { vi: 'Tất cả các điều kiện:', en: 'All of:' },

  // ── ratings, disciplines, levels ──
  excellent: { vi: 'hoàn thành xuất sắc nhiệm vụ', en: 'excellent' },
  good: { vi: 'hoàn thành tốt nhiệm vụ', en: 'good' },
  completed: { vi: 'hoàn thành nhiệm vụ', en: 'completed' },
  not_completed: { vi: 'không hoàn thành nhiệm vụ', en: 'not completed' },
  reprimand: { vi: 'khiển trách', en: 'a reprimand' },
  warning: { vi: 'cảnh cáo', en: 'a warning' },
  pay_cut: { vi: 'hạ bậc lương', en: 'a pay cut' },
  demotion: { vi: 'giáng chức', en: 'a demotion' },
  removal: { vi: 'cách chức', en: 'a removal' },
  dismissal: { vi: 'buộc thôi việc', en: 'a dismissal' },
  grassroots: { vi: 'cấp cơ sở trở lên', en: 'of grassroots level or above' },
  ministry: { vi: 'cấp bộ, ngành, tỉnh trở lên', en: 'of ministry level or above' },
  national: { vi: 'có ảnh hưởng toàn quốc', en: 'of national level' },

  // ── the evaluation ──
  evaluationTitle: { vi: 'Kết quả xét điều kiện', en: 'Eligibility' },
  /** The words of the lists of names (`brief-phrases.ts`). */
  standing: {
    vi: { met: '*Đủ tiêu chuẩn*', look: '*Cần xem*', short: '*Còn thiếu*' },
    en: { met: '*Conditions met*', look: '*To be looked at*', short: '*Not met*' },
  },
  peopleDecide: {
    vi: 'Người có thẩm quyền xem xét, quyết định.',
    en: 'People have to decide.',
  },
  unfinished: {
    vi: {
      to_come: (p: { year: number; on: string }) =>
        `:hourglass_flowing_sand: Năm ${p.year} chưa bắt đầu: đây là kết quả tạm tính theo hồ sơ đến ngày ${p.on}, sẽ thay đổi theo kết quả của năm.`,
      running: (p: { year: number; on: string }) =>
        `:hourglass_flowing_sand: Năm ${p.year} chưa kết thúc: đây là kết quả tạm tính theo hồ sơ đến ngày ${p.on}.`,
    },
    en: {
      to_come: (p: { year: number; on: string }) =>
        `:hourglass_flowing_sand: ${p.year} has not begun: this is provisional, by the records up to ${p.on}, and will follow what the year brings.`,
      running: (p: { year: number; on: string }) =>
        `:hourglass_flowing_sand: ${p.year} has not ended: this is provisional, by the records up to ${p.on}.`,
    },
  },
  leanYes: {
    vi: 'Theo dữ liệu và các quy định đang có thì đủ, nhưng kết luận dựa trên quy định chưa xác minh.',
    en: 'By the records and the rules at hand it is met, but this rests on rules that are not verified.',
  },
  leanNo: {
    vi: 'Theo dữ liệu và các quy định đang có thì chưa đủ, nhưng kết luận dựa trên quy định chưa xác minh.',
    en: 'By the records and the rules at hand it is not met, but this rests on rules that are not verified.',
  },
  leanHuman: {
    vi: 'Dữ liệu chưa đủ để kết luận.',
    en: 'The records are not enough to tell.',
  },
  barred: {
    vi: ':lock: Đang có việc chưa kết luận nên chưa đề nghị khen thưởng được (Nghị định 152/2025/NĐ-CP Điều 4). Chỉ thư ký và người kiểm tra thấy dòng này.',
    en: ':lock: An open matter bars a proposal until it is closed (Nghị định 152/2025/NĐ-CP Điều 4). Only the secretary and the inspector see this line.',
  },
  barredQuietly: {
    vi: 'Thư ký thi đua sẽ xác nhận trước khi đề nghị.',
    en: 'The secretary of emulation will confirm before a proposal.',
  },
  unregistered: {
    vi: {
      warn: (p: { year: number; rule: string }) =>
        `:warning: Năm ${p.year} chưa đăng ký danh hiệu này; hội đồng sẽ cân nhắc. ${p.rule}`,
      refuse: (p: { year: number; rule: string }) =>
        `:x: Năm ${p.year} chưa đăng ký danh hiệu này nên không xét. ${p.rule}`,
    },
    en: {
      warn: (p: { year: number; rule: string }) =>
        `:warning: This title was not registered in ${p.year}; the council will weigh it. ${p.rule}`,
      refuse: (p: { year: number; rule: string }) =>
        `:x: This title was not registered in ${p.year}, so it is not considered. ${p.rule}`,
    },
  },
  underVersion: {
    vi: (p: { law: string; decree: string; mark: string }) =>
      `*${p.mark} Theo ${p.law}; ${p.decree}*`,
    en: (p: { law: string; decree: string; mark: string }) =>
      `*${p.mark} Under ${p.law}; ${p.decree}*`,
  },
  receivedBefore: {
    vi: 'Hồ sơ nhận trước 01/10/2026 nên xét theo quy định trước đó (Luật 06/2026/QH16 Điều 4 khoản 4).',
    en: 'The dossier was received before 01/10/2026, so the earlier rules hold (Luật 06/2026/QH16 Điều 4 khoản 4).',
  },
  moreFavourable: {
    vi: 'Hồ sơ nhận trước 01/10/2026; quy định mới có lợi hơn nên được áp dụng (Luật 06/2026/QH16 Điều 4 khoản 4).',
    en: 'The dossier was received before 01/10/2026; the newer rules are more favourable and are applied (Luật 06/2026/QH16 Điều 4 khoản 4).',
  },
  receiptUnknown: {
    vi: 'Hồ sơ nhận trước 01/10/2026 thì xét theo quy định trước đó, trừ khi quy định mới có lợi hơn; cả hai được nêu dưới đây.',
    en: 'A dossier received before 01/10/2026 is judged by the earlier rules unless the newer are more favourable; both are given below.',
  },
  recognisedWorks: {
    vi: '*Sáng kiến, đề tài được công nhận*',
    en: '*Recognised initiatives and research*',
  },
  recognisedWork: {
    vi: (p: { title: string; level: string; decision: string; year: number; uses: string }) =>
      `• ${p.title} – ${p.level}, ${p.decision}, ${p.year}: ${p.uses ? `:warning: đã dùng cho *${p.uses}*` : 'chưa dùng'}`,
    en: (p: { title: string; level: string; decision: string; year: number; uses: string }) =>
      `• ${p.title} – ${p.level}, ${p.decision}, ${p.year}: ${p.uses ? `:warning: used for *${p.uses}*` : 'not used yet'}`,
  },
  moreWorks: {
    vi: (p: { count: number }) => `… và ${p.count} mục khác`,
    en: (p: { count: number }) => `… and ${p.count} more`,
  },
  workLevels: {
    vi: { grassroots: 'cấp cơ sở', ministry: 'cấp bộ, ngành, tỉnh', national: 'toàn quốc' },
    en: { grassroots: 'grassroots', ministry: 'ministry or province', national: 'national' },
  },
  recordUse: {
    vi: 'Ghi nhận đã dùng cho danh hiệu…',
    en: 'Record its use for an award…',
  },
  stillMissing: { vi: '*Điều kiện chưa đạt hoặc chưa rõ*', en: '*Not met or not known*' },
  unverified: {
    vi: (p: { rules: string }) => `:warning: Chưa xác minh với văn bản: ${p.rules}`,
    en: (p: { rules: string }) => `:warning: Not verified against the text: ${p.rules}`,
  },
  bonus: {
    vi: (p: { sum: string; coefficient: string; salary: string; sources: string }) =>
      `Mức thưởng khi có quyết định: *${p.sum}* (hệ số ${p.coefficient} × lương cơ sở ${p.salary}; ${p.sources}).`,
    en: (p: { sum: string; coefficient: string; salary: string; sources: string }) =>
      `The decision pays *${p.sum}* (coefficient ${p.coefficient} × base salary ${p.salary}; ${p.sources}).`,
  },
  quota: {
    vi: (p: {
      pct: number;
      award: string;
      base: number;
      floor: number;
      rounded: number;
      source: string;
    }) =>
      `Tỷ lệ tối đa ${p.pct}% số người đạt ${p.award}: ${p.base} người → ${p.floor} (làm tròn xuống) hoặc ${p.rounded} (làm tròn thường). ${p.source}`,
    en: (p: {
      pct: number;
      award: string;
      base: number;
      floor: number;
      rounded: number;
      source: string;
    }) =>
      `At most ${p.pct}% of those with ${p.award}: ${p.base} → ${p.floor} (rounded down) or ${p.rounded} (rounded). ${p.source}`,
  },
  groundsOfAll: {
    vi: (p: { source: string }) => `Căn cứ của các điều kiện trên: ${p.source}`,
    en: (p: { source: string }) => `By which all of these hold: ${p.source}`,
  },
  unverifiedMark: { vi: ' (chưa xác minh)', en: ' (not verified)' },
  override: {
    vi: (p: { document: string }) => `theo ${p.document} của cơ quan`,
    en: (p: { document: string }) => `by the agency's own ${p.document}`,
  },
});

function period({ since, year }: { since: number; year: number }): string {
  return since === year ? `trong năm ${year}` : `trong ${since}–${year}`;
}

function periodEn({ since, year }: { since: number; year: number }): string {
  return since === year ? `in ${year}` : `in ${since}–${year}`;
}
