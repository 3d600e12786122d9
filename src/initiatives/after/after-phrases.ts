import type { WorkLevel } from '../../database/generated/enums.ts';
import { phrasebook } from '../../kernel/language.ts';
import { formatVnd, formatWhole } from '../../kernel/numbers.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import type { NumberProblem } from './effects.ts';

interface Applied {
  unit: string;
  since: Day;
  begun: boolean;
  endedOn: Day | null;
  unitEnded: boolean;
}

interface Saved {
  hours: bigint;
  dong: bigint;
  units: number;
}

/** What follows a recognition: the summary that everybody reads, and every refusal. */
export const afterPhrases = phrasebook({
  // ── the summary ──
  summaryTitle: {
    vi: (p: { annulled: boolean }) =>
      p.annulled ? 'Đã hủy công nhận' : 'Sáng kiến được công nhận',
    en: (p: { annulled: boolean }) =>
      p.annulled ? 'Recognition annulled' : 'Recognised initiative',
  },
  openSummary: { vi: 'Áp dụng, ảnh hưởng', en: 'Application, influence' },
  viewSummary: { vi: 'Xem tóm tắt', en: 'Summary' },
  annulledMark: {
    vi: ':no_entry: *Quyết định công nhận đã bị hủy.* Sáng kiến này không áp dụng thêm, không dùng để xét danh hiệu và không đề nghị phạm vi ảnh hưởng được nữa; những gì ghi dưới đây là đã có từ trước.',
    en: ':no_entry: *The recognition was annulled.* It can be taken up, counted for titles or raised no more; what stands below is from before.',
  },
  annulledWork: { vi: 'đã hủy', en: 'annulled' },
  from: { vi: 'Đơn vị', en: 'Unit' },
  kindLabel: { vi: 'Loại giải pháp', en: 'Kind of solution' },
  authors: { vi: 'Tác giả', en: 'Authors' },
  recognitions: { vi: 'Công nhận', en: 'Recognitions' },
  recognition: {
    vi: (p: { level: WorkLevel; number: string; decidedOn: Day; signatory: string }) =>
      `${LEVEL.vi[p.level]}: quyết định số *${p.number}* ngày ${formatDay(p.decidedOn)}, người ký: ${p.signatory}`,
    en: (p: { level: WorkLevel; number: string; decidedOn: Day; signatory: string }) =>
      `${LEVEL.en[p.level]}: decision *${p.number}* of ${formatDay(p.decidedOn)}, signed by ${p.signatory}`,
  },
  level: { vi: (level: WorkLevel) => LEVEL.vi[level], en: (level: WorkLevel) => LEVEL.en[level] },
  fieldLabel: { vi: 'Lĩnh vực, vấn đề được giải quyết', en: 'Field and problem solved' },
  essenceLabel: { vi: 'Nội dung giải pháp', en: 'The solution' },
  appliedHeading: {
    vi: (p: { count: number }) => (p.count > 0 ? `Đang áp dụng tại ${p.count} đơn vị` : 'Áp dụng'),
    en: (p: { count: number }) =>
      p.count > 0 ? `Applied at ${p.count} ${p.count === 1 ? 'unit' : 'units'}` : 'Application',
  },
  appliedNowhere: {
    vi: 'Chưa có đơn vị nào khác ghi nhận áp dụng.',
    en: 'No other unit has recorded that it applies it.',
  },
  appliedSince: {
    vi: (p: Applied) =>
      `• ${p.unit}: ${p.begun || p.endedOn ? 'từ' : 'sẽ áp dụng từ'} ${formatDay(p.since)}${p.endedOn ? ` đến ${formatDay(p.endedOn)}, đã thôi áp dụng` : ''}${p.unitEnded ? ' (đơn vị không còn)' : ''}`,
    en: (p: Applied) =>
      `• ${p.unit}: ${p.begun || p.endedOn ? 'since' : 'to be applied from'} ${formatDay(p.since)}${p.endedOn ? `, stopped on ${formatDay(p.endedOn)}` : ''}${p.unitEnded ? ' (the unit is no more)' : ''}`,
  },
  moreUnits: {
    vi: (p: { count: number }) => `… và ${p.count} đơn vị khác`,
    en: (p: { count: number }) => `… and ${p.count} more`,
  },
  savedHeading: { vi: 'Hiệu quả', en: 'Effect' },
  savedNothing: {
    vi: 'Chưa có đơn vị nào báo cáo hiệu quả.',
    en: 'No unit has reported an effect yet.',
  },
  savedTotal: {
    vi: (p: Saved) =>
      `Tiết kiệm *${formatWhole(p.hours)} giờ* và *${formatVnd(p.dong)}*, theo báo cáo của ${p.units} đơn vị`,
    en: (p: Saved) =>
      `Saved *${formatWhole(p.hours)} hours* and *${formatVnd(p.dong)}*, by the reports of ${p.units} ${p.units === 1 ? 'unit' : 'units'}`,
  },
  savedInYear: {
    vi: (p: Saved & { year: number }) =>
      `• Năm ${p.year}: ${formatWhole(p.hours)} giờ, ${formatVnd(p.dong)} (${p.units} đơn vị)`,
    en: (p: Saved & { year: number }) =>
      `• ${p.year}: ${formatWhole(p.hours)} hours, ${formatVnd(p.dong)} (${p.units} ${p.units === 1 ? 'unit' : 'units'})`,
  },
  savedHow: {
    vi: 'Số liệu do các đơn vị tự báo cáo; mỗi đơn vị, mỗi năm tính báo cáo mới nhất.',
    en: 'The figures are the units’ own; of each unit and year the newest report counts.',
  },
  overlap: {
    vi: (p: { pairs: readonly { unitName: string; aboveName: string }[] }) =>
      `:warning: Có thể trùng số liệu: ${p.pairs.map((one) => `${one.unitName} thuộc ${one.aboveName}`).join('; ')}.`,
    en: (p: { pairs: readonly { unitName: string; aboveName: string }[] }) =>
      `:warning: Figures may overlap: ${p.pairs.map((one) => `${one.unitName} is part of ${one.aboveName}`).join('; ')}.`,
  },
  close: { vi: 'Đóng', en: 'Close' },

  // ── refusals ──
  recognitionAnnulled: {
    vi: 'Quyết định công nhận sáng kiến này đã bị hủy nên không thực hiện được việc này.',
    en: 'The recognition of this initiative was annulled, so this cannot be done.',
  },
  changedMeanwhile: {
    vi: 'Nội dung này vừa được người khác thay đổi. Anh/chị mở lại để xem.',
    en: 'Somebody has just changed this. Please open it again.',
  },
  notAdoptingUnit: {
    vi: 'Chỉ thủ trưởng hoặc thư ký thi đua của đơn vị, hoặc cấp trên, ghi việc áp dụng của đơn vị này.',
    en: 'Only the head or the secretary of emulation of the unit, or of one above it, records what it applies.',
  },
  noUnitToAdopt: {
    vi: 'Anh/chị chưa phụ trách đơn vị nào có thể áp dụng thêm sáng kiến này. Việc áp dụng do thủ trưởng hoặc thư ký thi đua của đơn vị ghi, và mỗi đơn vị ghi một lần.',
    en: 'You look after no unit that could take this initiative up. The head or the secretary of emulation of a unit records it, once.',
  },
  ownUnit: {
    vi: 'Sáng kiến này của chính đơn vị đó. Chọn đơn vị khác.',
    en: 'The initiative comes from this very unit. Choose another one.',
  },
  unitGone: {
    vi: 'Đơn vị này không còn hoạt động. Chọn đơn vị khác.',
    en: 'This unit is no more. Choose another one.',
  },
  sinceTooFar: {
    vi: 'Ngày áp dụng không quá một năm tính từ hôm nay.',
    en: 'The day is at most a year from today.',
  },
  sinceBeforeFirst: {
    vi: (p: { firstAppliedOn: Day }) =>
      `Ngày áp dụng không thể trước ngày sáng kiến được áp dụng lần đầu (${formatDay(p.firstAppliedOn)}).`,
    en: (p: { firstAppliedOn: Day }) =>
      `The day cannot be before the initiative was first applied (${formatDay(p.firstAppliedOn)}).`,
  },
  responsibleUnknown: {
    vi: 'Người này chưa có trong danh sách cán bộ. Chọn người khác.',
    en: 'This person is not in the staff list. Choose somebody else.',
  },
  adoptionUnknown: {
    vi: 'Không có việc áp dụng này.',
    en: 'There is no such application.',
  },
  notBegun: {
    vi: (p: { since: Day }) =>
      `Đơn vị sẽ áp dụng từ ngày ${formatDay(p.since)}; báo cáo hiệu quả được từ ngày đó.`,
    en: (p: { since: Day }) =>
      `The unit will apply it from ${formatDay(p.since)}; its effect can be reported from that day.`,
  },
  notReporter: {
    vi: 'Chỉ thủ trưởng, thư ký thi đua của đơn vị hoặc người phụ trách áp dụng báo cáo hiệu quả.',
    en: 'Only the head or the secretary of emulation of the unit, or whoever is responsible, reports the effect.',
  },
  numberUnreadable: {
    vi: (p: { field: 'hours' | 'dong'; problem: NumberProblem; most: bigint }) =>
      p.problem === 'too_much'
        ? `Số quá lớn: nhiều nhất ${formatWhole(p.most)}.`
        : p.problem === 'negative'
          ? 'Số không thể âm. Không tiết kiệm được thì ghi 0 và nêu ở ô cách tính.'
          : `Ghi số nguyên, có thể dùng dấu chấm ngăn cách hàng nghìn, ví dụ: ${p.field === 'dong' ? '34.500.000' : '1.200'}. Không dùng dấu phẩy, chữ “triệu”, “tỷ”.`,
    en: (p: { field: 'hours' | 'dong'; problem: NumberProblem; most: bigint }) =>
      p.problem === 'too_much'
        ? `Too much: at most ${formatWhole(p.most)}.`
        : p.problem === 'negative'
          ? 'It cannot be negative. Write 0 if nothing was saved, and say so in the field below.'
          : `Write a whole number, with dots between thousands if you like, as in ${p.field === 'dong' ? '34.500.000' : '1.200'}. No commas, no words such as “million”.`,
  },
  yearOutside: {
    vi: (p: { first: number; last: number }) =>
      p.first > p.last
        ? 'Đơn vị chưa bắt đầu áp dụng.'
        : `Chọn năm từ ${p.first} đến ${p.last}, khi đơn vị áp dụng.`,
    en: (p: { first: number; last: number }) =>
      p.first > p.last
        ? 'The unit has not begun to apply it.'
        : `Choose a year from ${p.first} to ${p.last}, in which the unit applied it.`,
  },
  yearReported: {
    vi: (p: { year: number }) =>
      `Năm ${p.year} đã có báo cáo. Để sửa: gõ \`/sangkien áp dụng\`, bấm Xem, báo cáo, rồi Sửa báo cáo năm ${p.year}.`,
    en: (p: { year: number }) =>
      `${p.year} has a report already. To correct it, type \`/sangkien applied\`, press View, report, then Correct ${p.year}.`,
  },
  reportChanged: {
    vi: 'Báo cáo của năm này vừa được người khác sửa. Anh/chị mở lại để xem số mới trước khi sửa.',
    en: 'Somebody has just corrected the report of this year. Please open it again to see the new figures.',
  },
  endInFuture: { vi: 'Ngày này chưa đến.', en: 'This day is still to come.' },
  endBeforeSince: {
    vi: (p: { since: Day }) => `Không thể trước ngày bắt đầu áp dụng (${formatDay(p.since)}).`,
    en: (p: { since: Day }) => `It cannot be before it was begun (${formatDay(p.since)}).`,
  },
  mayNotPropose: {
    vi: 'Chỉ tác giả hoặc thư ký thi đua của đơn vị (hoặc cấp trên) đề nghị công nhận phạm vi ảnh hưởng.',
    en: 'Only an author, or the secretary of emulation of the unit or of one above it, asks for a level of influence.',
  },
  levelOpen: {
    vi: 'Phạm vi này đang có một đề nghị chưa có kết quả. Chờ kết quả rồi đề nghị lại.',
    en: 'A request for this level is open. Please wait for its result.',
  },
  levelRecognised: {
    vi: 'Sáng kiến đã được công nhận ở phạm vi này.',
    en: 'The initiative is recognised at this level already.',
  },
  requestUnknown: { vi: 'Không có đề nghị này.', en: 'There is no such request.' },
  influenceOnlySecretary: {
    vi: 'Chỉ thư ký thi đua của đơn vị hoặc cấp trên ghi việc này.',
    en: 'Only the secretary of emulation of the unit or of one above it records this.',
  },
  dayInFuture: { vi: 'Ngày này chưa đến.', en: 'This day is still to come.' },
  answerBeforeDispatch: {
    vi: (p: { dispatchedOn: Day }) =>
      `Không thể trước ngày của tờ trình (${formatDay(p.dispatchedOn)}).`,
    en: (p: { dispatchedOn: Day }) =>
      `It cannot be before the day of the request (${formatDay(p.dispatchedOn)}).`,
  },
  decisionTaken: {
    vi: 'Số quyết định này đã ghi cho một sáng kiến khác cùng tên. Anh/chị kiểm tra lại.',
    en: 'This decision is on record for another initiative of the same title. Please check it.',
  },
  workUnknown: {
    vi: 'Không có sáng kiến, đề tài này của người được chọn.',
    en: 'This person has no such work.',
  },
  useOnlySecretary: {
    vi: 'Chỉ thư ký thi đua của đơn vị người đó, hoặc cấp trên, ghi việc dùng sáng kiến.',
    en: 'Only the secretary of emulation of the person’s unit, or of one above it, records what a work was used for.',
  },
  awardUnknown: {
    vi: 'Không có danh hiệu, hình thức khen thưởng này cho cá nhân.',
    en: 'There is no such title or commendation of persons.',
  },
  useYearInFuture: { vi: 'Năm này chưa đến.', en: 'This year is still to come.' },
  useYearBeforeWork: {
    vi: (p: { year: number }) =>
      `Sáng kiến, đề tài được công nhận năm ${p.year} nên không thể dùng cho năm này.`,
    en: (p: { year: number }) =>
      `The work was recognised in ${p.year}, so it cannot have been used for that year.`,
  },
});

const LEVEL = {
  vi: { grassroots: 'Cấp cơ sở', ministry: 'Cấp bộ, ngành, tỉnh', national: 'Toàn quốc' },
  en: { grassroots: 'Grassroots', ministry: 'Ministry or province', national: 'National' },
} as const satisfies Record<'vi' | 'en', Record<WorkLevel, string>>;
