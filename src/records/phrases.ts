import { counted, phrasebook } from '../kernel/language.ts';

interface Given {
  award: string;
  year: number;
  name: string;
  number: string;
  day: string;
  signatory: string;
}

export const phrases = phrasebook({
  usage: {
    vi: [
      '• `/thidua hồ sơ` – quá trình công tác, xếp loại, danh hiệu, sáng kiến của anh/chị; thêm tên người, số hiệu hoặc tên đơn vị (cả đơn vị cũ) để xem hồ sơ thuộc phạm vi phụ trách.',
    ],
    en: [
      '• `/thidua record` – your postings, ratings, titles and initiatives; add a name, staff number or unit (former ones too) for those you look after.',
    ],
  },

  // ── awards by a signed decision ──
  awardGiven: {
    vi: (p: Given & { toUnit: boolean }) =>
      `:trophy: Chúc mừng ${p.toUnit ? `*${p.name}*` : 'anh/chị'} được tặng *${p.award}* năm ${p.year} theo Quyết định số ${p.number} ngày ${p.day}, ${p.signatory} ký.`,
    en: (p: Given & { toUnit: boolean }) =>
      `:trophy: Congratulations: ${p.toUnit ? `*${p.name}* is` : 'you are'} given *${p.award}* for ${p.year} by decision ${p.number} of ${p.day}, signed by ${p.signatory}.`,
  },
  awardGone: {
    vi: (p: Given) =>
      `Tin về *${p.award}* năm ${p.year} (Quyết định số ${p.number} ngày ${p.day}) không còn hiệu lực: bản quyết định đã được thu hồi.`,
    en: (p: Given) =>
      `The news of *${p.award}* for ${p.year} (decision ${p.number} of ${p.day}) stands no more: the decision was taken back.`,
  },
  awardTakenBack: {
    vi: (p: Given & { reason: string }) =>
      `Quyết định số ${p.number} ngày ${p.day} về *${p.award}* năm ${p.year} của ${p.name} được đính kèm nhầm và đã thu hồi, nên danh hiệu này chưa có trong hồ sơ.\nLý do: ${p.reason}\nThư ký thi đua của đơn vị giải đáp thêm cho anh/chị.`,
    en: (p: Given & { reason: string }) =>
      `Decision ${p.number} of ${p.day} on *${p.award}* for ${p.year} of ${p.name} was attached by mistake and is taken back, so it is not on record.\nReason: ${p.reason}\nThe secretary of emulation of your unit can tell you more.`,
  },
  openRecord: { vi: 'Xem hồ sơ', en: 'Open the record' },

  // ── refusals ──
  notYours: {
    vi: 'Hồ sơ này không có, hoặc không thuộc phạm vi anh/chị phụ trách. Mỗi người xem hồ sơ của mình; thủ trưởng, thư ký thi đua, kiểm tra viên và quản trị viên xem hồ sơ trong đơn vị mình.',
    en: 'There is no such record, or it is not among those you look after. Everybody reads their own; heads, secretaries, inspectors and administrators read those of their units.',
  },
  personUnknown: {
    vi: 'Người này chưa có trong danh sách cán bộ.',
    en: 'This person is not in the staff list.',
  },
  notKeeper: {
    vi: 'Kỷ luật và thời gian nghỉ do thư ký thi đua hoặc quản trị viên ghi; việc chưa kết luận do thư ký hoặc kiểm tra viên ghi. Không ai ghi vào hồ sơ của chính mình. Chưa có gì thay đổi.',
    en: 'Disciplines and leave are written down by the secretary or an administrator, open matters by the secretary or an inspector; nobody writes in their own record. Nothing was changed.',
  },
  entryGone: {
    vi: 'Mục này không còn trong hồ sơ: đã có người gỡ. Anh/chị mở lại hồ sơ để xem.',
    en: 'This entry is not in the record any more: somebody took it off. Please open the record again.',
  },
  entryChanged: {
    vi: 'Mục này vừa có người sửa, nên chưa ghi gì. Anh/chị mở lại hồ sơ để xem bản mới rồi sửa tiếp.',
    en: 'Somebody has just corrected this entry, so nothing was written. Please open the record again and correct what stands now.',
  },
  entryRepeated: {
    vi: 'Hồ sơ đã có mục này. Anh/chị đóng biểu mẫu rồi bấm Sửa ở mục đó.',
    en: 'The record has this entry already. Please close the form and correct that one.',
  },
  chooseOne: { vi: 'Anh/chị chọn một loại.', en: 'Please choose a kind.' },
  textMissing: {
    vi: {
      discipline: 'Anh/chị ghi số quyết định kỷ luật.',
      leave: '',
      matter: 'Anh/chị ghi việc đang được xem xét, ví dụ số văn bản và cơ quan xem xét.',
    },
    en: {
      discipline: 'Please give the number of the decision.',
      leave: '',
      matter: 'Please say what is being looked into, such as the document and the authority.',
    },
  },
  fromInFuture: { vi: 'Ngày này chưa đến.', en: 'This day is still to come.' },
  endInFuture: { vi: 'Ngày kết thúc chưa đến.', en: 'The last day is still to come.' },
  endsBeforeItBegins: {
    vi: 'Ngày kết thúc phải bằng hoặc sau ngày bắt đầu.',
    en: 'The last day must not be before the first.',
  },
  reasonMissing: {
    vi: 'Gỡ một mục phải ghi lý do.',
    en: 'Taking an entry off needs a reason.',
  },

  // ── finding ──
  title: { vi: 'Hồ sơ', en: 'Record' },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  open: { vi: 'Xem', en: 'Open' },
  foundNone: {
    vi: (p: { words: string }) =>
      `Không tìm thấy người hoặc đơn vị nào khớp với “${p.words}” trong phạm vi anh/chị phụ trách. Tên có thể ghi không dấu; cũng có thể ghi số hiệu cán bộ hoặc mã đơn vị.`,
    en: (p: { words: string }) =>
      `No person or unit among those you look after matches “${p.words}”. Accents may be left out; a staff number or unit code will do as well.`,
  },
  found: {
    vi: (p: { count: number; words: string }) => `*${p.count}* kết quả cho “${p.words}”`,
    en: (p: { count: number; words: string }) => `*${p.count}* found for “${p.words}”`,
  },
  foundMore: {
    vi: (p: { count: number }) =>
      `Còn ${p.count} kết quả nữa; anh/chị ghi thêm họ, tên đệm hoặc số hiệu.`,
    en: (p: { count: number }) => `${p.count} more; please add to the name, or give the number.`,
  },
  former: {
    vi: (p: { until: string }) => `đơn vị cũ, đến hết ${p.until}`,
    en: (p: { until: string }) => `former unit, until ${p.until} inclusive`,
  },
  nowCalled: {
    vi: (p: { units: string }) => `nay là ${p.units}`,
    en: (p: { units: string }) => `now ${p.units}`,
  },

  // ── the record ──
  staffNumber: { vi: 'Số hiệu', en: 'Staff number' },
  code: { vi: 'Mã đơn vị', en: 'Unit code' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  unitKind: { vi: 'Loại', en: 'Kind' },
  above: { vi: 'Đơn vị cấp trên', en: 'Above' },
  validity: { vi: 'Hoạt động', en: 'In being' },
  unitKinds: {
    vi: {
      centre: 'Trung ương',
      central_unit: 'Đơn vị trực thuộc',
      region: 'BHXH khu vực',
      province: 'BHXH tỉnh',
      department: 'Phòng, văn phòng',
      grassroots: 'BHXH cơ sở',
      district: 'BHXH huyện',
      team: 'Tổ',
    },
    en: {
      centre: 'Centre',
      central_unit: 'Central unit',
      region: 'Region',
      province: 'Province',
      department: 'Department',
      grassroots: 'Grassroots',
      district: 'District',
      team: 'Team',
    },
  },
  since: {
    vi: (p: { from: string; to: string | null }) =>
      p.to === null ? `từ ${p.from}` : `${p.from} – ${p.to}`,
    en: (p: { from: string; to: string | null }) =>
      p.to === null ? `since ${p.from}` : `${p.from} – ${p.to}`,
  },
  postings: { vi: 'Quá trình công tác', en: 'Postings' },
  predecessors: { vi: 'Tiếp nối từ', en: 'Went on from' },
  successors: { vi: 'Nay là', en: 'Went on as' },
  succession: {
    vi: { renamed: 'đổi tên', merged: 'sáp nhập', split: 'chia tách' },
    en: { renamed: 'renamed', merged: 'merged', split: 'split' },
  },
  ratings: { vi: 'Xếp loại hằng năm', en: 'Yearly ratings' },
  rating: {
    vi: {
      excellent: 'Hoàn thành xuất sắc nhiệm vụ',
      good: 'Hoàn thành tốt nhiệm vụ',
      completed: 'Hoàn thành nhiệm vụ',
      not_completed: 'Không hoàn thành nhiệm vụ',
    },
    en: {
      excellent: 'Excellent',
      good: 'Good',
      completed: 'Completed',
      not_completed: 'Not completed',
    },
  },
  exceeded: {
    vi: (p: { yes: boolean }) => (p.yes ? 'vượt các chỉ tiêu' : 'không vượt các chỉ tiêu'),
    en: (p: { yes: boolean }) => (p.yes ? 'exceeded the targets' : 'did not exceed the targets'),
  },
  clusterRank: {
    vi: (p: { rank: number }) => `thứ ${p.rank} trong cụm, khối`,
    en: (p: { rank: number }) => `place ${p.rank} in its cluster`,
  },
  awards: { vi: 'Danh hiệu, khen thưởng', en: 'Titles and commendations' },
  decision: {
    vi: (p: { number: string; day: string }) => `QĐ ${p.number}, ${p.day}`,
    en: (p: { number: string; day: string }) => `decision ${p.number}, ${p.day}`,
  },
  signedBy: {
    vi: (p: { name: string }) => `${p.name} ký`,
    en: (p: { name: string }) => `signed by ${p.name}`,
  },
  annulled: { vi: 'đã hủy', en: 'annulled' },
  works: { vi: 'Sáng kiến, đề tài được công nhận', en: 'Recognised initiatives and research' },
  workKind: {
    vi: { initiative: 'sáng kiến', research: 'đề tài' },
    en: { initiative: 'initiative', research: 'research' },
  },
  level: {
    vi: { grassroots: 'cấp cơ sở', ministry: 'cấp bộ, ngành, tỉnh', national: 'toàn quốc' },
    en: { grassroots: 'grassroots', ministry: 'ministry', national: 'national' },
  },
  usedFor: {
    vi: (p: { awards: string }) => `đã dùng cho ${p.awards}`,
    en: (p: { awards: string }) => `used for ${p.awards}`,
  },
  none: { vi: '_Chưa có dữ liệu._', en: '_Nothing on record._' },
  more: {
    vi: (p: { count: number }) => `_Còn ${p.count} dòng cũ hơn._`,
    en: (p: { count: number }) => `_${counted(p.count, 'older one')}._`,
  },
  entries: {
    vi: {
      discipline: 'Kỷ luật',
      leave: 'Thời gian nghỉ, đi học có ảnh hưởng đến xét danh hiệu',
      matter: 'Việc chưa kết luận (chỉ thư ký và kiểm tra viên thấy)',
    },
    en: {
      discipline: 'Disciplines',
      leave: 'Leave and training that matter',
      matter: 'Open matters (only the secretary and inspectors see them)',
    },
  },
  noEntries: {
    vi: { discipline: '_Không có._', leave: '_Không có._', matter: '_Không có._' },
    en: { discipline: '_None._', leave: '_None._', matter: '_None._' },
  },
  what: {
    vi: {
      reprimand: 'Khiển trách',
      warning: 'Cảnh cáo',
      pay_cut: 'Hạ bậc lương',
      demotion: 'Giáng chức',
      removal: 'Cách chức',
      dismissal: 'Buộc thôi việc',
      maternity: 'Nghỉ thai sản',
      rescue_treatment: 'Điều trị do cứu người, cứu tài sản',
      training: 'Đi học, bồi dưỡng',
      sick: 'Nghỉ ốm',
      unpaid: 'Nghỉ không hưởng lương',
      discipline_review: 'Đang xem xét kỷ luật',
      investigation: 'Đang điều tra, thanh tra, kiểm tra',
      complaint: 'Đơn thư khiếu nại, tố cáo',
      press: 'Báo chí nêu, đang xác minh',
    },
    en: {
      reprimand: 'Reprimand',
      warning: 'Warning',
      pay_cut: 'Pay cut',
      demotion: 'Demotion',
      removal: 'Removal from office',
      dismissal: 'Dismissal',
      maternity: 'Maternity leave',
      rescue_treatment: 'Treatment after saving people or property',
      training: 'Training',
      sick: 'Sick leave',
      unpaid: 'Unpaid leave',
      discipline_review: 'Discipline being considered',
      investigation: 'Investigation, inspection or audit',
      complaint: 'Complaint or denunciation',
      press: 'Named by the press, being verified',
    },
  },
  goodGradeShown: { vi: 'kết quả khá trở lên', en: 'graded khá or better' },
  matterClosed: {
    vi: (p: { day: string }) => `đã kết luận ${p.day}`,
    en: (p: { day: string }) => `closed ${p.day}`,
  },
  matterOpen: { vi: ':lock: chưa kết luận', en: ':lock: open' },

  // ── writing down ──
  add: {
    vi: {
      discipline: 'Ghi kỷ luật',
      leave: 'Ghi thời gian nghỉ',
      matter: 'Ghi việc chưa kết luận',
    },
    en: { discipline: 'Add a discipline', leave: 'Add leave', matter: 'Add an open matter' },
  },
  correct: { vi: 'Sửa', en: 'Correct' },
  save: { vi: 'Lưu', en: 'Save' },
  formTitle: {
    vi: { discipline: 'Kỷ luật', leave: 'Thời gian nghỉ', matter: 'Việc chưa kết luận' },
    en: { discipline: 'Discipline', leave: 'Leave', matter: 'Open matter' },
  },
  whatLabel: { vi: 'Loại', en: 'Kind' },
  from: {
    vi: {
      discipline: 'Có hiệu lực từ',
      leave: 'Từ ngày',
      matter: 'Bắt đầu xem xét từ',
    },
    en: { discipline: 'In force from', leave: 'From', matter: 'Looked into since' },
  },
  to: {
    vi: {
      discipline: 'Đến hết ngày (hết thời hạn kỷ luật)',
      leave: 'Đến hết ngày',
      matter: 'Ngày kết luận',
    },
    en: {
      discipline: 'Last day on which it counts',
      leave: 'Last day',
      matter: 'Closed on',
    },
  },
  toHint: {
    vi: {
      discipline: 'Để trống nếu chưa hết thời hạn. Thành tích được tính từ sau ngày này.',
      leave: 'Để trống nếu đang nghỉ.',
      matter: 'Để trống khi chưa có kết luận. Khi còn mở thì chưa đề nghị khen thưởng được.',
    },
    en: {
      discipline: 'Leave it empty while it runs. Achievements count from the day after.',
      leave: 'Leave it empty while it lasts.',
      matter: 'Leave it empty while it is open. While it is, nothing can be proposed.',
    },
  },
  text: {
    vi: { discipline: 'Số quyết định', leave: '', matter: 'Nội dung' },
    en: { discipline: 'Number of the decision', leave: '', matter: 'What it is about' },
  },
  matterHint: {
    vi: 'Ghi số văn bản và cơ quan xem xét; không chép nội dung đơn thư.',
    en: 'Give the document and the authority; do not copy out the complaint.',
  },
  goodGrade: { vi: 'Kết quả học tập', en: 'Result' },
  goodGradeOption: {
    vi: 'Đi học từ một năm trở lên, đạt loại khá trở lên',
    en: 'A training of a year or more, graded khá or better',
  },
  remove: { vi: 'Gỡ mục ghi sai', en: 'Take a wrong entry off' },
  removeOption: {
    vi: 'Mục này ghi sai, gỡ khỏi hồ sơ',
    en: 'This entry is wrong; take it off the record',
  },
  reason: { vi: 'Lý do gỡ', en: 'Reason for taking it off' },
});
