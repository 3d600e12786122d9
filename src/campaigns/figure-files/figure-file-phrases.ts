import { counted, phrasebook } from '../../kernel/language.ts';
import type { FigureProblem, FixedColumn } from './figure-file-rules.ts';

type ColumnWords = Record<FixedColumn, string>;
type ProblemWords = Record<FigureProblem['code'], (detail: string) => string>;

interface Correction {
  unit: string;
  indicator: string;
  day: string;
  before: string;
  after: string;
}

const columns: { vi: ColumnWords; en: ColumnWords } = {
  vi: { unitCode: 'Mã đơn vị', unitName: 'Đơn vị', asOf: 'Lũy kế đến hết ngày' },
  en: { unitCode: 'Unit code', unitName: 'Unit', asOf: 'Reached by the end of' },
};

const problems: { vi: ProblemWords; en: ProblemWords } = {
  vi: {
    code_missing: () => 'chưa có mã đơn vị',
    unit_unknown: () => 'không có đơn vị này trong bảng xếp hạng của phong trào',
    unit_not_yours: () =>
      'thủ trưởng hoặc thư ký thi đua của đơn vị này, hoặc cấp trên, mới nhập được',
    name_of_another: (name) => `mã đơn vị ở dòng này là của ${name}`,
    day_missing: () => 'chưa có ngày',
    not_a_day: () => 'không phải ngày dạng dd/mm/yyyy có thật',
    day_outside: (days) => `ngày phải trong khoảng ${days}`,
    not_an_amount: () =>
      'viết số như 1.234,5 (dấu chấm ngăn nghìn, dấu phẩy thập phân, tối đa 2 chữ số), không âm',
    formula_error: () => 'công thức trong tệp báo lỗi',
    repeated: (row) => `đơn vị và ngày này đã có ở dòng ${row}`,
  },
  en: {
    code_missing: () => 'has no unit code',
    unit_unknown: () => 'is no unit of the campaign’s ranking',
    unit_not_yours: () => 'is entered by the head or secretary of that unit, or of one above',
    name_of_another: (name) => `the code of this row is that of ${name}`,
    day_missing: () => 'has no day',
    not_a_day: () => 'is no real day as dd/mm/yyyy',
    day_outside: (days) => `needs a day of ${days}`,
    not_an_amount: () =>
      'write the number as 1.234,5 (points between thousands, two decimals at most), not below nothing',
    formula_error: () => 'is the error of a formula',
    repeated: (row) => `this unit and day stand in row ${row} already`,
  },
};

/** The words of figures that come in a file. */
export const figureFilePhrases = phrasebook({
  columns,
  problems,
  open: { vi: 'Nhập từ tệp', en: 'Enter from a file' },
  intro: {
    vi: 'Tải tệp mẫu, điền số lũy kế của từng đơn vị rồi gửi lại ở đây. Tệp được kiểm tra trước; kết quả đến trong tin nhắn của anh/chị với Thi Đua, anh/chị xem rồi mới quyết định ghi.',
    en: 'Get the template, fill in what each unit has reached, and send it back here. The file is checked first; the result comes in your messages with Thi Đua, and you decide then.',
  },
  template: { vi: 'Tải tệp mẫu', en: 'Get the template' },
  templateComing: {
    vi: 'Tệp mẫu đang được gửi vào tin nhắn riêng với Thi Đua.',
    en: 'The template is on its way to your direct message with Thi Đua.',
  },
  file: { vi: 'Tệp .xlsx hoặc .csv', en: '.xlsx or .csv file' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  close: { vi: 'Đóng', en: 'Close' },
  checking: {
    vi: 'Tệp đang được kiểm tra; kết quả đến trong tin nhắn của anh/chị với Thi Đua.',
    en: 'The file is being checked; the result comes in your messages with Thi Đua.',
  },
  oneFile: {
    vi: 'Anh/chị chọn một tệp .xlsx hoặc .csv.',
    en: 'Please choose one .xlsx or .csv file.',
  },
  mayEnterNone: {
    vi: 'Thủ trưởng hoặc thư ký thi đua của các đơn vị trong bảng xếp hạng, hoặc cấp trên, nhập số liệu từ tệp.',
    en: 'Figures come from the heads or secretaries of the units in the ranking, or of those above.',
  },

  sheet: { vi: 'Số liệu', en: 'Figures' },
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
  guideColumn: { vi: 'Cột', en: 'Column' },
  guideNote: { vi: 'Cách ghi', en: 'How to write it' },
  notes: {
    vi: {
      unitCode: 'Giữ nguyên.',
      unitName: 'Giữ nguyên, hoặc bỏ trống.',
      asOf: 'Ngày dạng dd/mm/yyyy. Nhiều ngày thì chép dòng của đơn vị, mỗi ngày một dòng.',
      indicator:
        'Số lũy kế từ đầu phong trào, như 1.234,5. Để trống khi chưa có số; cùng ngày với số đã nhập là đính chính.',
    },
    en: {
      unitCode: 'Leave it as it is.',
      unitName: 'Leave it as it is, or empty.',
      asOf: 'A day as dd/mm/yyyy. For several days copy the row of the unit, a row a day.',
      indicator:
        'The total since the beginning, as 1.234,5. Empty where you do not have it; on a day that has a figure it corrects that.',
    },
  },
  templateComment: {
    vi: (p: { campaign: string }) =>
      `Tệp mẫu số liệu của ${p.campaign}. Điền xong, anh/chị gửi lại bằng nút *Nhập từ tệp* dưới bảng xếp hạng.`,
    en: (p: { campaign: string }) =>
      `Template for the figures of ${p.campaign}. When it is filled in, send it back with *Enter from a file* below the ranking.`,
  },

  columnUnknown: {
    vi: (p: { column: string }) =>
      `Cột “${p.column}” không phải chỉ tiêu nào của phong trào. Anh/chị bỏ cột này, hoặc tải tệp mẫu mới nếu chỉ tiêu vừa được sửa.`,
    en: (p: { column: string }) =>
      `The column “${p.column}” is no indicator of the campaign. Please take it out, or get a new template if indicators were changed.`,
  },
  noFigures: {
    vi: 'Tệp chưa có số liệu nào dưới dòng tiêu đề.',
    en: 'There are no figures below the headings.',
  },
  problemLine: {
    vi: (p: { row: number; column: string; value: string; what: string }) =>
      `Dòng ${p.row}, cột ${p.column}${p.value === '' ? '' : `, “${p.value}”`}: ${p.what}.`,
    en: (p: { row: number; column: string; value: string; what: string }) =>
      `Row ${p.row}, column ${p.column}${p.value === '' ? '' : `, “${p.value}”`}: ${p.what}.`,
  },
  problemsSheet: { vi: 'Lỗi', en: 'Problems' },
  row: { vi: 'Dòng', en: 'Row' },
  value: { vi: 'Giá trị', en: 'Value' },
  problemsComment: {
    vi: (p: { count: number; file: string }) => `${p.count} lỗi của tệp ${p.file}.`,
    en: (p: { count: number; file: string }) => `${counted(p.count, 'problem')} of ${p.file}.`,
  },

  checkedText: {
    vi: (p: { file: string }) => `Kết quả kiểm tra tệp số liệu ${p.file}`,
    en: (p: { file: string }) => `What the check of the figures in ${p.file} found`,
  },
  counts: {
    vi: (p: { new: number; changed: number; same: number; units: number }) =>
      `*${p.new}* số mới, *${p.changed}* đính chính, *${p.same}* giữ nguyên, của *${p.units}* đơn vị`,
    en: (p: { new: number; changed: number; same: number; units: number }) =>
      `*${p.new}* new, *${p.changed}* corrected, *${p.same}* as they are, of *${p.units}* ${p.units === 1 ? 'unit' : 'units'}`,
  },
  fine: {
    vi: (p: { file: string; counts: string }) =>
      `Tệp *${p.file}* không có lỗi: ${p.counts}. Chưa có gì được ghi.`,
    en: (p: { file: string; counts: string }) =>
      `*${p.file}* has nothing wrong: ${p.counts}. Nothing is written yet.`,
  },
  same: {
    vi: (p: { file: string }) => `Mọi số liệu của tệp *${p.file}* đã có; không có gì để ghi.`,
    en: (p: { file: string }) =>
      `Every figure of *${p.file}* is there already; there is nothing to write.`,
  },
  wrong: {
    vi: (p: { file: string; count: number }) =>
      `Tệp *${p.file}* có *${p.count}* lỗi nên chưa ghi số nào. Anh/chị sửa tệp rồi gửi lại:`,
    en: (p: { file: string; count: number }) =>
      `*${p.file}* has *${p.count}* ${p.count === 1 ? 'problem' : 'problems'}, so no figure was written. Please mend the file and send it again:`,
  },
  problemsInFile: {
    vi: (p: { count: number }) => `… và ${p.count} lỗi nữa; toàn bộ nằm trong tệp gửi kèm.`,
    en: (p: { count: number }) => `… and ${p.count} more; all of them come in a file.`,
  },
  corrections: { vi: 'Số bị thay:', en: 'What is replaced:' },
  correction: {
    vi: (p: Correction) =>
      `• ${p.unit} · ${p.indicator} · đến ${p.day}: ${p.before} → *${p.after}*`,
    en: (p: Correction) => `• ${p.unit} · ${p.indicator} · by ${p.day}: ${p.before} → *${p.after}*`,
  },
  correctionsMore: {
    vi: (p: { count: number }) => `… và ${p.count} số nữa bị thay.`,
    en: (p: { count: number }) => `… and ${p.count} more are replaced.`,
  },
  apply: { vi: 'Ghi số liệu', en: 'Enter them' },
  applyTitle: { vi: 'Ghi số liệu?', en: 'Enter these figures?' },
  applyText: {
    vi: (p: { new: number; changed: number }) =>
      `${p.new} số mới và ${p.changed} đính chính được ghi cùng một lúc. Số cũ vẫn được lưu.`,
    en: (p: { new: number; changed: number }) =>
      `${p.new} new figures and ${p.changed} corrections are written at once. What they replace is kept.`,
  },
  keep: { vi: 'Chưa ghi', en: 'Not yet' },
  discard: { vi: 'Bỏ', en: 'Discard' },
  applied: {
    vi: (p: { file: string; counts: string; when: string }) =>
      `Đã ghi số liệu từ tệp *${p.file}* lúc ${p.when}: ${p.counts}.`,
    en: (p: { file: string; counts: string; when: string }) =>
      `The figures of *${p.file}* were entered at ${p.when}: ${p.counts}.`,
  },
  discarded: {
    vi: (p: { file: string }) => `Đã bỏ tệp số liệu *${p.file}*, không ghi gì.`,
    en: (p: { file: string }) => `*${p.file}* was discarded; no figure was written.`,
  },
  notYours: {
    vi: 'Chỉ người đã gửi tệp này ghi hoặc bỏ được. Chưa có gì thay đổi.',
    en: 'Only who sent this file enters or discards it. Nothing was changed.',
  },
  settledAlready: {
    vi: 'Tệp này đã được ghi hoặc đã bỏ trước đó. Lần bấm này không thay đổi gì.',
    en: 'This file was entered or discarded before. This press changed nothing.',
  },
  tooOld: {
    vi: 'Kết quả kiểm tra này đã quá 24 giờ. Anh/chị gửi lại tệp để kiểm tra lại; chưa có gì thay đổi.',
    en: 'This check is more than 24 hours old. Please send the file again; nothing was changed.',
  },
  changedMeanwhile: {
    vi: 'Chỉ tiêu, số liệu hoặc đơn vị đã thay đổi sau khi kiểm tra tệp. Anh/chị gửi lại tệp để xem lại; chưa có gì thay đổi.',
    en: 'Indicators, figures or units have changed since the file was checked. Please send it again; nothing was changed.',
  },
});
