import { counted, phrasebook } from '../../kernel/language.ts';

const NUMBER_VI = 'viết số như 1.234,5 (dấu chấm ngăn nghìn, dấu phẩy thập phân, tối đa 2 chữ số)';
const NUMBER_EN = 'write the number as 1.234,5 (points between thousands, two decimals at most)';

/** The words of indicators, figures and the ranking. */
export const progressPhrases = phrasebook({
  gone: { vi: 'Phong trào này không còn, hoặc chưa phát động.', en: 'There is no such campaign.' },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  save: { vi: 'Lưu', en: 'Save' },
  next: { vi: 'Tiếp', en: 'Next' },

  indicators: { vi: 'Chỉ tiêu', en: 'Indicators' },
  addIndicator: { vi: 'Thêm chỉ tiêu', en: 'Add an indicator' },
  changeIndicator: { vi: 'Sửa', en: 'Change' },
  noIndicators: {
    vi: 'Phong trào chưa có chỉ tiêu.',
    en: 'The campaign has no indicators yet.',
  },
  indicatorLine: {
    vi: (p: { number: number; name: string; measure: string; target: string; weight: number }) =>
      `*${p.number}. ${p.name}*\n${p.target} ${p.measure} · trọng số ${p.weight}`,
    en: (p: { number: number; name: string; measure: string; target: string; weight: number }) =>
      `*${p.number}. ${p.name}*\n${p.target} ${p.measure} · weight ${p.weight}`,
  },
  indicatorShort: {
    vi: (p: { number: number; name: string; measure: string; target: string; weight: number }) =>
      `${p.number}. ${p.name}: ${p.target} ${p.measure} · trọng số ${p.weight}`,
    en: (p: { number: number; name: string; measure: string; target: string; weight: number }) =>
      `${p.number}. ${p.name}: ${p.target} ${p.measure} · weight ${p.weight}`,
  },
  indicatorsMore: {
    vi: (p: { count: number }) => `Còn ${p.count} chỉ tiêu; xem đủ tại \`/phongtrao nháp\`.`,
    en: (p: { count: number }) =>
      `${counted(p.count, 'more indicator')}: \`/phongtrao drafts\` shows them.`,
  },
  targetMore: {
    vi: (p: { target: string }) => `Ít nhất ${p.target}`,
    en: (p: { target: string }) => `At least ${p.target}`,
  },
  targetLess: {
    vi: (p: { target: string }) => `Không quá ${p.target}`,
    en: (p: { target: string }) => `No more than ${p.target}`,
  },
  ownTargets: {
    vi: (p: { count: number }) => `mức riêng của ${p.count} đơn vị,`,
    en: (p: { count: number }) => `own targets of ${counted(p.count, 'unit')},`,
  },
  weights: {
    vi: (p: { sum: number }) => `Tổng trọng số: ${p.sum}.`,
    en: (p: { sum: number }) => `Weights add to ${p.sum}.`,
  },
  weightsOff: {
    vi: (p: { sum: number; recommended: number }) =>
      `⚠️ Tổng trọng số là ${p.sum}; nên là ${p.recommended}.`,
    en: (p: { sum: number; recommended: number }) =>
      `⚠️ Weights add to ${p.sum}; they should add to ${p.recommended}.`,
  },
  name: { vi: 'Tên chỉ tiêu', en: 'Name' },
  namePlaceholder: { vi: 'Số người tham gia BHXH tự nguyện mới', en: 'New voluntary members' },
  measure: { vi: 'Đơn vị tính', en: 'Measured in' },
  measurePlaceholder: { vi: 'người, %, triệu đồng', en: 'persons, %, million đồng' },
  direction: { vi: 'Hướng', en: 'Direction' },
  more: { vi: 'Càng nhiều càng tốt', en: 'More is better' },
  less: { vi: 'Càng ít càng tốt', en: 'Less is better' },
  target: { vi: 'Mức giao chung', en: 'Target of every unit' },
  targets: { vi: 'Mức giao riêng', en: 'Targets of single units' },
  targetsHint: {
    vi: 'Mỗi dòng một đơn vị: “Cồn Gió: 1.200”. Đơn vị không ghi thì theo mức chung.',
    en: 'A line each: “Cồn Gió: 1.200”. Units that are not named have the common target.',
  },
  weight: { vi: 'Trọng số', en: 'Weight' },
  weightHint: {
    vi: 'Số điểm tối đa của chỉ tiêu; tổng nên là 100.',
    en: 'The most points it brings; all of them should add to 100.',
  },
  reason: { vi: 'Lý do thay đổi', en: 'Why it changes' },
  reasonToAdd: { vi: 'Lý do bổ sung chỉ tiêu', en: 'Why it is added' },
  reasonHint: {
    vi: 'Bắt buộc khi đã có số liệu.',
    en: 'Needed once figures were entered.',
  },
  remove: { vi: 'Bỏ chỉ tiêu', en: 'Take it out' },
  removeThis: { vi: 'Bỏ chỉ tiêu này', en: 'Take this indicator out' },
  indicatorSaved: { vi: 'Đã lưu chỉ tiêu.', en: 'The indicator was saved.' },
  indicatorRemoved: { vi: 'Đã bỏ chỉ tiêu.', en: 'The indicator was taken out.' },
  nothingChanged: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },
  mayNotMeasure: {
    vi: (p: { names: readonly string[] }) =>
      `Người lập kế hoạch phong trào của đơn vị đặt chỉ tiêu${p.names.length > 0 ? `: ${p.names.join(', ')}` : ''}.`,
    en: (p: { names: readonly string[] }) =>
      `Indicators are set by those who write campaigns for the unit${p.names.length > 0 ? `: ${p.names.join(', ')}` : ''}.`,
  },
  over: {
    vi: 'Phong trào đã hủy hoặc đã qua ngày tổng kết, chỉ tiêu không sửa được nữa.',
    en: 'The campaign was withdrawn or has had its final review; its indicators stay.',
  },
  indicatorChanged: {
    vi: 'Chỉ tiêu này vừa được người khác sửa. Anh/chị mở lại để xem bản mới.',
    en: 'Somebody else has just changed this indicator. Please open it again.',
  },
  tooMany: {
    vi: 'Một phong trào có tối đa 15 chỉ tiêu.',
    en: 'A campaign has 15 indicators at most.',
  },
  reasonMissing: {
    vi: 'Đã có số liệu: anh/chị ghi lý do thay đổi.',
    en: 'There are figures already: please say why it changes.',
  },
  weightWrong: {
    vi: (p: { most: number }) => `Trọng số là số nguyên từ 1 đến ${p.most}.`,
    en: (p: { most: number }) => `The weight is a whole number from 1 to ${p.most}.`,
  },
  targetProblem: {
    vi: {
      no_colon: 'thiếu dấu hai chấm giữa tên đơn vị và mức giao. Ví dụ: “Cồn Gió: 1.200”.',
      no_number: `Mức giao: ${NUMBER_VI}.`,
      nothing: 'Mức giao phải lớn hơn 0 khi càng nhiều càng tốt.',
      unit_unknown: 'không có đơn vị này trong phạm vi phong trào.',
      unit_unclear: 'có nhiều đơn vị như vậy; anh/chị ghi rõ tên.',
      unit_twice: 'đơn vị này đã ghi ở trên.',
    },
    en: {
      no_colon:
        'a colon is missing between the unit and its target. For example: “Cồn Gió: 1.200”.',
      no_number: `Target: ${NUMBER_EN}.`,
      nothing: 'Where more is better, the target is above nothing.',
      unit_unknown: 'there is no such unit in the campaign.',
      unit_unclear: 'several units are called so; please write the whole name.',
      unit_twice: 'this unit stands above already.',
    },
  },
  atLine: {
    vi: (p: { line: number; text: string }) => `Dòng ${p.line}: ${p.text}`,
    en: (p: { line: number; text: string }) => `Line ${p.line}: ${p.text}`,
  },
  targetsMissing: {
    vi: (p: { units: readonly string[] }) => `Chưa có mức giao: ${p.units.join(', ')}.`,
    en: (p: { units: readonly string[] }) => `Without a target: ${p.units.join(', ')}.`,
  },

  enter: { vi: 'Nhập số liệu', en: 'Enter figures' },
  enterFromFile: { vi: 'Nhập từ tệp', en: 'Enter from a file' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  asOf: { vi: 'Lũy kế đến hết ngày', en: 'Reached by the end of' },
  lastFigure: {
    vi: (p: { value: string; measure: string; day: string }) =>
      `Gần nhất: ${p.value} ${p.measure} đến ${p.day}.`,
    en: (p: { value: string; measure: string; day: string }) =>
      `Newest: ${p.value} ${p.measure} by ${p.day}.`,
  },
  noLastFigure: { vi: 'Chưa có số liệu.', en: 'None yet.' },
  figuresIntro: {
    vi: 'Số lũy kế từ đầu phong trào. Để trống chỉ tiêu chưa có số; nhập lại cùng ngày là đính chính.',
    en: 'Totals since the beginning. Leave out what you do not have; the same day again corrects it.',
  },
  entered: {
    vi: (p: { count: number; unit: string }) => `Đã ghi ${p.count} số liệu của ${p.unit}.`,
    en: (p: { count: number; unit: string }) => `Kept: ${counted(p.count, 'figure')} of ${p.unit}.`,
  },
  notCompared: {
    vi: 'Đơn vị này không thuộc diện xếp hạng của phong trào.',
    en: 'This unit is not compared in the campaign.',
  },
  mayNotEnter: {
    vi: (p: { unit: string; names: readonly string[] }) =>
      `Thủ trưởng hoặc thư ký thi đua nhập số liệu của ${p.unit}${p.names.length > 0 ? `: ${p.names.join(', ')}` : ''}.`,
    en: (p: { unit: string; names: readonly string[] }) =>
      `The head or the secretary enters the figures of ${p.unit}${p.names.length > 0 ? `: ${p.names.join(', ')}` : ''}.`,
  },
  archived: {
    vi: 'Phong trào đã lưu trữ, không đăng thêm.',
    en: 'The campaign is archived; nothing more is posted.',
  },
  notTaken: {
    vi: 'Số liệu chỉ nhận từ khi phát động đến ngày tổng kết.',
    en: 'Figures are taken from the launch to the day of the final review.',
  },
  figuresChanged: {
    vi: 'Chỉ tiêu hoặc số liệu vừa có thay đổi. Anh/chị mở lại biểu mẫu để xem bản mới.',
    en: 'Indicators or figures have just changed. Please open the form again.',
  },
  wrongDay: {
    vi: (p: { from: string; to: string }) => `Ngày trong khoảng ${p.from} đến ${p.to}.`,
    en: (p: { from: string; to: string }) => `A day from ${p.from} to ${p.to}.`,
  },
  noAmount: { vi: `Anh/chị ${NUMBER_VI}.`, en: `Please ${NUMBER_EN}.` },
  noFigures: { vi: 'Anh/chị nhập ít nhất một số liệu.', en: 'Please enter one figure at least.' },

  points: { vi: 'Điểm cộng, điểm trừ', en: 'Bonus and penalty' },
  noPoints: { vi: 'Chưa có điểm cộng, điểm trừ.', en: 'None yet.' },
  givePoints: { vi: 'Cộng hoặc trừ điểm', en: 'Add or take off points' },
  pointsKind: { vi: 'Loại', en: 'Kind' },
  bonus: { vi: 'Điểm cộng', en: 'Bonus' },
  penalty: { vi: 'Điểm trừ', en: 'Penalty' },
  pointsCount: { vi: 'Số điểm', en: 'Points' },
  why: { vi: 'Lý do', en: 'Reason' },
  whyMissing: { vi: 'Anh/chị ghi lý do.', en: 'Please give the reason.' },
  wrongPoints: {
    vi: (p: { most: number }) => `Số điểm lớn hơn 0, không quá ${p.most}, viết như 2,5.`,
    en: (p: { most: number }) => `More than nothing and no more than ${p.most}, written as 2,5.`,
  },
  pointsGiven: { vi: 'Đã ghi điểm.', en: 'The points were kept.' },
  pointsGone: { vi: 'Điểm này đã được thu hồi.', en: 'These points were taken back.' },
  pointsMore: {
    vi: (p: { count: number }) => `Còn ${p.count} dòng cũ hơn.`,
    en: (p: { count: number }) => `${counted(p.count, 'older one')}.`,
  },
  takeBack: { vi: 'Thu hồi', en: 'Take back' },
  takeBackTitle: { vi: 'Thu hồi điểm', en: 'Take points back' },
  takenBack: { vi: 'Đã thu hồi điểm.', en: 'The points were taken back.' },

  chart: { vi: 'Tổng điểm của các đơn vị', en: 'Total points of the units' },
  chartFrom: {
    vi: (p: { from: number }) => `Tổng điểm, từ đơn vị thứ ${p.from}`,
    en: (p: { from: number }) => `Total points, from unit ${p.from} on`,
  },
  ranking: { vi: 'Bảng xếp hạng', en: 'Ranking' },
  rankingOn: {
    vi: (p: { day: string }) => `Bảng xếp hạng ngày ${p.day}`,
    en: (p: { day: string }) => `Ranking of ${p.day}`,
  },
  rhythmTitle: { vi: 'Lịch đăng', en: 'When it is posted' },
  rhythmLabel: { vi: 'Tự đăng bảng xếp hạng', en: 'Post the ranking by itself' },
  rhythmHint: {
    vi: 'Lúc 08:00, vào các kênh của phong trào, khi có thay đổi so với lần đăng trước.',
    en: 'At 08:00, in the channels of the campaign, when it has changed since the last posting.',
  },
  rhythm: {
    vi: { none: 'Không', week: 'Thứ Hai hằng tuần', month: 'Ngày làm việc đầu tháng' },
    en: { none: 'No', week: 'Each Monday', month: 'On the first working day of the month' },
  },
  rhythmSet: {
    vi: (p: { rhythm: string }) => `Đã lưu. Tự đăng bảng xếp hạng: ${p.rhythm}.`,
    en: (p: { rhythm: string }) => `Saved. The ranking is posted by itself: ${p.rhythm}.`,
  },
  post: { vi: 'Đăng bảng xếp hạng', en: 'Post the ranking' },
  posted: {
    vi: (p: { channels: string }) => `Bảng xếp hạng đang được đăng tại ${p.channels}.`,
    en: (p: { channels: string }) => `The ranking is being posted in ${p.channels}.`,
  },
  postedAgain: {
    vi: (p: { channels: string }) =>
      `Bảng xếp hạng hôm nay đã đăng tại ${p.channels}; nếu có thay đổi thì được sửa tại chỗ.`,
    en: (p: { channels: string }) =>
      `Today’s ranking stands in ${p.channels}; what changed is being changed in place.`,
  },
  postedAt: {
    vi: (p: { at: string }) => `Số liệu lúc ${p.at}`,
    en: (p: { at: string }) => `As of ${p.at}`,
  },
  unitsMore: {
    vi: (p: { count: number }) => `Còn ${p.count} đơn vị; xem đủ tại \`/phongtrao danh sách\`.`,
    en: (p: { count: number }) =>
      `${counted(p.count, 'more unit')}: \`/phongtrao list\` shows them all.`,
  },
  file: { vi: 'Tải .xlsx', en: 'Get .xlsx' },
  fileComing: {
    vi: 'Tệp đang được gửi vào tin nhắn riêng với Thi Đua.',
    en: 'The file is on its way to your direct message with Thi Đua.',
  },
  rank: { vi: 'Hạng', en: 'Rank' },
  targetColumn: { vi: 'Mức giao', en: 'Target' },
  scoreColumn: {
    vi: (p: { most: number }) => `Điểm (tối đa ${p.most})`,
    en: (p: { most: number }) => `Points (of ${p.most})`,
  },
  total: { vi: 'Tổng điểm', en: 'Total' },
  clusters: { vi: 'Cụm, khối', en: 'Clusters' },
  cluster: { vi: 'Cụm, khối', en: 'Cluster' },
  clusterRank: { vi: 'Hạng trong cụm, khối', en: 'Rank in its cluster' },
  byCluster: { vi: 'Theo cụm, khối', en: 'By cluster' },
  inCluster: {
    vi: (p: { name: string; rank: number; tied: boolean }) =>
      `${p.name}: hạng ${p.rank}${p.tied ? ' (đồng hạng)' : ''}`,
    en: (p: { name: string; rank: number; tied: boolean }) =>
      `${p.name}: ${p.tied ? 'tied ' : ''}rank ${p.rank}`,
  },
  notReported: { vi: 'chưa báo cáo', en: 'not reported' },
  reported: {
    vi: (p: { count: number; of: number }) => `${p.count}/${p.of} đơn vị đã báo cáo`,
    en: (p: { count: number; of: number }) => `${p.count} of ${p.of} units have reported`,
  },
  rankLine: {
    vi: (p: { rank: number; tied: boolean; unit: string; total: string; day: string }) =>
      `*${p.rank}.* ${p.unit}: *${p.total} điểm*${p.tied ? ' (đồng hạng)' : ''}${p.day === '' ? '' : ` · đến ${p.day}`}`,
    en: (p: { rank: number; tied: boolean; unit: string; total: string; day: string }) =>
      `*${p.rank}.* ${p.unit}: *${p.total} points*${p.tied ? ' (tied)' : ''}${p.day === '' ? '' : ` · by ${p.day}`}`,
  },
  unreported: {
    vi: (p: { unit: string }) => `– ${p.unit}: chưa báo cáo`,
    en: (p: { unit: string }) => `– ${p.unit}: not reported`,
  },
  bonusOf: {
    vi: (p: { points: string }) => `cộng ${p.points}`,
    en: (p: { points: string }) => `bonus ${p.points}`,
  },
  penaltyOf: {
    vi: (p: { points: string }) => `trừ ${p.points}`,
    en: (p: { points: string }) => `penalty ${p.points}`,
  },
  pageOf: {
    vi: (p: { from: number; to: number; of: number }) => `Đơn vị ${p.from}–${p.to} trên ${p.of}`,
    en: (p: { from: number; to: number; of: number }) => `Units ${p.from}–${p.to} of ${p.of}`,
  },
  nextPage: { vi: 'Trang sau', en: 'Next page' },
  firstPage: { vi: 'Về trang đầu', en: 'First page' },
});
