import { phrasebook } from '../../kernel/language.ts';

/** The words of checks of campaigns: what is refused, the forms, the overview. */
export const checkPhrases = phrasebook({
  checks: { vi: 'Kiểm tra', en: 'Checks' },
  check: { vi: 'Đợt kiểm tra', en: 'Check' },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  save: { vi: 'Lưu', en: 'Save' },
  saved: { vi: 'Đã lưu.', en: 'Saved.' },
  back: { vi: 'Quay lại', en: 'Back' },

  // Refusals
  gone: { vi: 'Đợt kiểm tra này không còn.', en: 'This check is no more.' },
  notYours: {
    vi: 'Kết quả kiểm tra chỉ dành cho đơn vị được kiểm tra, cấp trên của đơn vị, người tổ chức và người kiểm tra.',
    en: 'Findings are for the unit that was checked, those above it, the organisers and those who check.',
  },
  campaignOver: {
    vi: 'Phong trào này không còn kiểm tra: đã hủy, đã tổng kết hoặc chưa phát động.',
    en: 'This campaign is not checked: it is withdrawn, reviewed, or not launched.',
  },
  struckAlready: { vi: 'Đợt kiểm tra này đã bỏ.', en: 'This check was struck.' },
  begun: {
    vi: 'Đợt kiểm tra đã ghi kết quả, không dời hoặc bỏ được nữa.',
    en: 'Findings of this check are recorded: it cannot be moved or struck any more.',
  },
  notChecker: {
    vi: (p: { names: readonly string[] }) =>
      p.names.length > 0
        ? `Chỉ người kiểm tra (${p.names.join(', ')}) ghi kết quả và duyệt khắc phục.`
        : 'Đợt kiểm tra chưa phân công người kiểm tra.',
    en: (p: { names: readonly string[] }) =>
      p.names.length > 0
        ? `Only those who check (${p.names.join(', ')}) record findings and judge mending.`
        : 'Nobody is named to check yet.',
  },
  notHead: {
    vi: (p: { unit: string }) => `Chỉ thủ trưởng ${p.unit} báo cáo khắc phục.`,
    en: (p: { unit: string }) => `Only the head of ${p.unit} tells of mending.`,
  },
  tooEarly: {
    vi: (p: { day: string }) => `Kết quả được ghi từ ngày kiểm tra, ${p.day}.`,
    en: (p: { day: string }) => `Findings are recorded from the day of the check on, ${p.day}.`,
  },
  answeredAlready: {
    vi: 'Đơn vị đã báo cáo khắc phục theo kết quả này; kết quả không sửa được nữa.',
    en: 'The unit has answered these findings; they stand.',
  },
  changedMeanwhile: {
    vi: 'Nội dung này vừa được người khác thay đổi. Anh/chị mở lại để xem bản mới.',
    en: 'Somebody else has just changed this. Please open it again.',
  },
  reasonMissing: { vi: 'Anh/chị ghi lý do.', en: 'Please give the reason.' },
  wrongDay: {
    vi: (p: { from: string; to: string | null }) =>
      p.to ? `Chọn ngày từ ${p.from} đến ${p.to}.` : `Chọn ngày từ ${p.from}.`,
    en: (p: { from: string; to: string | null }) =>
      p.to ? `Please choose a day from ${p.from} to ${p.to}.` : `Please choose ${p.from} or later.`,
  },
  sameDay: {
    vi: 'Đợt kiểm tra đã ở ngày này. Anh/chị chọn ngày khác.',
    en: 'The check is on this day already. Please choose another.',
  },
  tooMany: {
    vi: (p: { most: number }) => `Tối đa ${p.most} đợt kiểm tra.`,
    en: (p: { most: number }) => `At most ${p.most} checks.`,
  },
  checkersMissing: { vi: 'Anh/chị chọn người kiểm tra.', en: 'Please choose who checks.' },
  checkersMost: {
    vi: (p: { most: number }) => `Tối đa ${p.most} người kiểm tra.`,
    en: (p: { most: number }) => `At most ${p.most} people.`,
  },
  checkerUnknown: {
    vi: 'Có người chưa có trong danh sách cán bộ đã ghép với Slack. Anh/chị chọn người khác.',
    en: 'Somebody here is not in the staff list matched to Slack. Please choose others.',
  },
  checksOwnUnit: {
    vi: (p: { name: string; unit: string }) =>
      `${p.name} là thủ trưởng phụ trách ${p.unit}, không tự kiểm tra đơn vị mình.`,
    en: (p: { name: string; unit: string }) =>
      `${p.name} heads ${p.unit} and does not check their own unit.`,
  },
  unitsMissing: { vi: 'Anh/chị chọn đơn vị được kiểm tra.', en: 'Please choose the units.' },
  unitsMost: {
    vi: (p: { most: number }) => `Tối đa ${p.most} đơn vị một đợt.`,
    en: (p: { most: number }) => `At most ${p.most} units a check.`,
  },
  unitOutside: {
    vi: 'Có đơn vị không thuộc phong trào này.',
    en: 'There is a unit that is not in this campaign.',
  },
  unitRecorded: {
    vi: (p: { names: readonly string[] }) =>
      `Đã ghi kết quả của ${p.names.join(', ')}: không bỏ khỏi đợt kiểm tra được.`,
    en: (p: { names: readonly string[] }) =>
      `Findings of ${p.names.join(', ')} are recorded: they stay in the check.`,
  },
  findingsProblem: {
    vi: (p: { problem: 'nothing' | 'missing' | 'past' | 'too_long'; most: number }) =>
      ({
        nothing: 'Anh/chị ghi ít nhất điểm tốt hoặc tồn tại.',
        missing: 'Việc cần khắc phục và thời hạn phải có cả hai.',
        past: 'Thời hạn phải từ hôm nay trở đi.',
        too_long: `Tối đa ${p.most} ký tự.`,
      })[p.problem],
    en: (p: { problem: 'nothing' | 'missing' | 'past' | 'too_long'; most: number }) =>
      ({
        nothing: 'Please say at least what is good or what is wrong.',
        missing: 'What is to be mended and by when belong together.',
        past: 'Please choose today or later.',
        too_long: `At most ${p.most} characters.`,
      })[p.problem],
  },
  doneMissing: { vi: 'Anh/chị ghi việc đã làm.', en: 'Please say what was done.' },
  nothingToMend: {
    vi: 'Kết quả kiểm tra không có việc phải khắc phục.',
    en: 'The check found nothing that is to be mended.',
  },
  mendingWaits: {
    vi: 'Đơn vị đã báo cáo khắc phục; đang chờ người kiểm tra.',
    en: 'The unit has told of mending; those who check have it.',
  },
  mendedAlready: {
    vi: 'Người kiểm tra đã chấp nhận khắc phục.',
    en: 'The mending was accepted already.',
  },
  ownMending: {
    vi: 'Báo cáo khắc phục này do anh/chị lập; người kiểm tra khác duyệt.',
    en: 'You told of this mending yourself; another of those who check judges it.',
  },
  settledAlready: {
    vi: 'Báo cáo khắc phục này đã được chấp nhận hoặc trả lại.',
    en: 'This was accepted or returned already.',
  },
  mendByMissing: { vi: 'Anh/chị chọn thời hạn khắc phục.', en: 'Please choose the day.' },
  mendByPast: {
    vi: 'Thời hạn phải từ hôm nay trở đi.',
    en: 'Please choose today or later.',
  },

  // Overview
  none: {
    vi: 'Không có đợt kiểm tra nào liên quan đến anh/chị.',
    en: 'There is no check that concerns you.',
  },
  counts: {
    vi: (p: { planned: number; done: number; overdue: number; toMend: number; mended: number }) =>
      `Kiểm tra: xong ${p.done}/${p.planned}, quá ngày ${p.overdue} · Khắc phục: xong ${p.mended}/${p.toMend}`,
    en: (p: { planned: number; done: number; overdue: number; toMend: number; mended: number }) =>
      `Checks: ${p.done} of ${p.planned} done, ${p.overdue} overdue · Mended: ${p.mended} of ${p.toMend}`,
  },
  more: {
    vi: (p: { count: number }) => `Còn ${p.count} mục nữa.`,
    en: (p: { count: number }) => `${p.count} more.`,
  },
  checkStates: {
    vi: {
      ahead: 'sắp tới',
      today: 'hôm nay',
      overdue: ':warning: quá ngày, chưa xong',
      done: 'đã kiểm tra',
      struck: 'đã bỏ',
    },
    en: {
      ahead: 'ahead',
      today: 'today',
      overdue: ':warning: overdue',
      done: 'done',
      struck: 'struck',
    },
  },
  findingStates: {
    vi: {
      planned: 'chưa ghi kết quả',
      in_order: 'không phải khắc phục',
      to_mend: 'phải khắc phục',
      told: 'đã báo khắc phục, chờ duyệt',
      returned: 'khắc phục bị trả lại',
      mended: 'đã khắc phục',
    },
    en: {
      planned: 'not recorded',
      in_order: 'nothing to mend',
      to_mend: 'to be mended',
      told: 'told of mending, to be judged',
      returned: 'mending returned',
      mended: 'mended',
    },
  },
  by: {
    vi: (p: { day: string }) => `hạn ${p.day}`,
    en: (p: { day: string }) => `by ${p.day}`,
  },
  late: { vi: 'quá hạn', en: 'overdue' },
  labelCheckers: { vi: 'Người kiểm tra', en: 'Checked by' },
  labelUnits: { vi: 'Đơn vị', en: 'Units' },
  notNamed: { vi: 'chưa phân công', en: 'nobody named' },
  movedFrom: {
    vi: (p: { from: string; reason: string }) => `Dời từ ${p.from}: ${p.reason}`,
    en: (p: { from: string; reason: string }) => `Moved from ${p.from}: ${p.reason}`,
  },
  struckFor: {
    vi: (p: { reason: string }) => `Đã bỏ: ${p.reason}`,
    en: (p: { reason: string }) => `Struck: ${p.reason}`,
  },
  view: { vi: 'Xem', en: 'View' },
  all: { vi: 'Các đợt kiểm tra', en: 'All checks' },
  add: { vi: 'Thêm đợt kiểm tra', en: 'Add a check' },
  arrange: { vi: 'Phân công', en: 'Arrange' },
  move: { vi: 'Dời ngày', en: 'Move' },
  strike: { vi: 'Bỏ đợt này', en: 'Strike' },
  record: { vi: 'Ghi kết quả', en: 'Record findings' },
  correct: { vi: 'Sửa kết quả', en: 'Correct findings' },
  mend: { vi: 'Báo khắc phục', en: 'Tell of mending' },
  accept: { vi: 'Chấp nhận', en: 'Accept' },
  giveBack: { vi: 'Trả lại', en: 'Return' },

  // Forms
  day: { vi: 'Ngày kiểm tra', en: 'Day' },
  newDay: { vi: 'Ngày mới', en: 'New day' },
  reason: { vi: 'Lý do', en: 'Reason' },
  good: { vi: 'Điểm tốt', en: 'What is good' },
  wrong: { vi: 'Tồn tại, hạn chế', en: 'What is wrong' },
  toMend: { vi: 'Việc cần khắc phục', en: 'What is to be mended' },
  mendBy: { vi: 'Khắc phục xong đến hết ngày', en: 'By the end of' },
  findingsIntro: {
    vi: 'Thủ trưởng đơn vị nhận kết quả ngay khi anh/chị lưu.',
    en: 'The head of the unit is told as soon as this is saved.',
  },
  done: { vi: 'Việc đã làm', en: 'What was done' },
  words: { vi: 'Ý kiến của đơn vị', en: 'The unit’s own words' },
  recorded: {
    vi: (p: { unit: string }) => `Đã ghi kết quả kiểm tra ${p.unit} và gửi thủ trưởng đơn vị.`,
    en: (p: { unit: string }) => `Findings of ${p.unit} are recorded and sent to its head.`,
  },
  told: {
    vi: 'Đã gửi báo cáo khắc phục cho người kiểm tra.',
    en: 'Those who check were told.',
  },
  accepted: { vi: 'Đã chấp nhận khắc phục.', en: 'The mending is accepted.' },
  returned: { vi: 'Đã trả lại báo cáo khắc phục.', en: 'The mending is returned.' },
  moved: { vi: 'Đã dời ngày kiểm tra.', en: 'The check was moved.' },
  struck: { vi: 'Đã bỏ đợt kiểm tra.', en: 'The check was struck.' },
});
