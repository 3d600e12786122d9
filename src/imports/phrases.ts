import { counted, phrasebook } from '../kernel/language.ts';
import { problemWords } from './problem-phrases.ts';

export const phrases = phrasebook({
  usage: {
    vi: [
      '• `/thidua nhập` – quản trị viên nhập đơn vị, cán bộ, danh hiệu cũ, mức hoàn thành, sáng kiến từ tệp .xlsx, .csv.',
    ],
    en: [
      '• `/thidua import` – for administrators: units, people, past titles, ratings, initiatives from .xlsx and .csv files.',
    ],
  },
  kinds: {
    vi: {
      units: 'Đơn vị',
      people: 'Cán bộ',
      awards: 'Danh hiệu, khen thưởng đã có',
      ratings: 'Mức hoàn thành nhiệm vụ',
      initiatives: 'Sáng kiến đã công nhận',
    },
    en: {
      units: 'Units',
      people: 'People',
      awards: 'Past titles and commendations',
      ratings: 'Yearly ratings',
      initiatives: 'Recognised initiatives',
    },
  },
  problems: problemWords,
  problemLine: {
    vi: (p: { row: number; column: string; value: string; what: string }) =>
      `Dòng ${p.row}, cột ${p.column}${p.value === '' ? '' : `, “${p.value}”`}: ${p.what}.`,
    en: (p: { row: number; column: string; value: string; what: string }) =>
      `Row ${p.row}, column ${p.column}${p.value === '' ? '' : `, “${p.value}”`}: ${p.what}.`,
  },

  // ── the file ──
  tooLarge: {
    vi: (p: { most: number }) =>
      `Tệp lớn quá ${p.most} MB. Anh/chị chia tệp ra rồi nhập từng phần.`,
    en: (p: { most: number }) => `The file is larger than ${p.most} MB. Please split it.`,
  },
  unreadable: {
    vi: 'Không đọc được tệp: cần tệp .xlsx (không đặt mật khẩu) hoặc .csv. Anh/chị mở tệp, lưu lại theo một trong hai dạng này.',
    en: 'The file cannot be read: it has to be .xlsx (without a password) or .csv. Please open it and save it as one of these.',
  },
  macros: {
    vi: 'Tệp có macro nên không được nhận. Anh/chị lưu lại thành tệp .xlsx không có macro.',
    en: 'The file holds macros and is not taken. Please save it as .xlsx without macros.',
  },
  tooHeavy: {
    vi: (p: { most: number }) =>
      `Tệp giải nén ra quá ${p.most} MB hoặc quá lâu mới đọc xong. Anh/chị chép riêng các cột cần nhập sang tệp mẫu.`,
    en: (p: { most: number }) =>
      `The file unpacks to more than ${p.most} MB, or takes too long to read. Please copy the columns to import into the template.`,
  },
  notFetched: {
    vi: 'Không lấy được tệp từ Slack. Anh/chị gửi lại tệp; chưa có gì thay đổi.',
    en: 'Slack did not give the file. Please send it again; nothing was changed.',
  },
  fileSent: { vi: 'vừa gửi', en: 'The file that you sent' },
  notUtf8: {
    vi: 'Tệp .csv không dùng bảng mã UTF-8. Anh/chị lưu lại dạng “CSV UTF-8” hoặc dùng .xlsx.',
    en: 'The .csv file is not in UTF-8. Please save it as “CSV UTF-8” or use .xlsx.',
  },
  noHeading: {
    vi: (p: { headings: string }) =>
      `Không thấy dòng tiêu đề cột. Dòng tiêu đề cần có: ${p.headings}. Anh/chị dùng tệp mẫu.`,
    en: (p: { headings: string }) =>
      `No row of headings was found. It needs: ${p.headings}. Please use the template.`,
  },
  lackingColumns: {
    vi: (p: { columns: string }) => `Tệp thiếu cột: ${p.columns}.`,
    en: (p: { columns: string }) => `The file lacks these columns: ${p.columns}.`,
  },
  columnTwice: {
    vi: (p: { column: string }) => `Tệp có hai cột “${p.column}”.`,
    en: (p: { column: string }) => `The file has the column “${p.column}” twice.`,
  },
  noRows: {
    vi: 'Dưới dòng tiêu đề chưa có dòng nào để nhập.',
    en: 'There is no row below the headings.',
  },
  tooManyRows: {
    vi: (p: { most: number }) => `Tệp có quá ${p.most} dòng. Anh/chị chia tệp ra.`,
    en: (p: { most: number }) => `The file has more than ${p.most} rows. Please split it.`,
  },

  // ── what came of it ──
  counts: {
    vi: (p: { new: number; changed: number; same: number }) =>
      `*${p.new}* mới, *${p.changed}* thay đổi, *${p.same}* giữ nguyên`,
    en: (p: { new: number; changed: number; same: number }) =>
      `*${p.new}* new, *${p.changed}* changed, *${p.same}* as they are`,
  },
  checkedText: {
    vi: (p: { file: string }) => `Kết quả kiểm tra tệp ${p.file}`,
    en: (p: { file: string }) => `What the check of ${p.file} found`,
  },
  checkedFine: {
    vi: (p: { file: string; kind: string; counts: string }) =>
      `*${p.kind}* – tệp *${p.file}* không có lỗi: ${p.counts}. Chưa có gì được ghi.`,
    en: (p: { file: string; kind: string; counts: string }) =>
      `*${p.kind}* – *${p.file}* has nothing wrong: ${p.counts}. Nothing is written yet.`,
  },
  checkedSame: {
    vi: (p: { file: string; kind: string }) =>
      `*${p.kind}* – mọi dòng của tệp *${p.file}* đã có trong hệ thống; không có gì để ghi.`,
    en: (p: { file: string; kind: string }) =>
      `*${p.kind}* – every row of *${p.file}* is there already; there is nothing to write.`,
  },
  checkedWrong: {
    vi: (p: { file: string; kind: string; count: number }) =>
      `*${p.kind}* – tệp *${p.file}* có *${p.count}* lỗi nên chưa nhập dòng nào. Anh/chị sửa tệp rồi gửi lại:`,
    en: (p: { file: string; kind: string; count: number }) =>
      `*${p.kind}* – *${p.file}* has *${p.count}* ${p.count === 1 ? 'problem' : 'problems'}, so no row was imported. Please mend the file and send it again:`,
  },
  problemsInFile: {
    vi: (p: { count: number; kept: number | null }) =>
      `… và ${p.count} lỗi nữa; ${p.kept === null ? 'toàn bộ' : `${p.kept} lỗi đầu`} nằm trong tệp gửi kèm.`,
    en: (p: { count: number; kept: number | null }) =>
      `… and ${p.count} more; ${p.kept === null ? 'all of them' : `the first ${p.kept}`} come in a file.`,
  },
  apply: { vi: 'Nhập vào hệ thống', en: 'Import' },
  discard: { vi: 'Bỏ', en: 'Discard' },
  applyTitle: { vi: 'Nhập vào hệ thống?', en: 'Import this?' },
  applyText: {
    vi: (p: { new: number; changed: number }) =>
      `${p.new} dòng mới và ${p.changed} dòng thay đổi được ghi cùng một lúc.`,
    en: (p: { new: number; changed: number }) =>
      `${p.new} new and ${p.changed} changed rows are written at once.`,
  },
  keep: { vi: 'Chưa nhập', en: 'Not yet' },
  applied: {
    vi: (p: { file: string; kind: string; counts: string; when: string }) =>
      `*${p.kind}* – đã nhập tệp *${p.file}* lúc ${p.when}: ${p.counts}.`,
    en: (p: { file: string; kind: string; counts: string; when: string }) =>
      `*${p.kind}* – *${p.file}* was imported at ${p.when}: ${p.counts}.`,
  },
  discarded: {
    vi: (p: { file: string; kind: string }) => `*${p.kind}* – đã bỏ tệp *${p.file}*, không ghi gì.`,
    en: (p: { file: string; kind: string }) =>
      `*${p.kind}* – *${p.file}* was discarded; nothing was written.`,
  },
  fileRefused: {
    vi: (p: { file: string; why: string }) => `Tệp ${p.file} chưa nhập được: ${p.why}`,
    en: (p: { file: string; why: string }) => `${p.file} could not be imported: ${p.why}`,
  },
  notAdministrator: {
    vi: 'Chỉ quản trị viên nhập dữ liệu. Chưa có gì thay đổi.',
    en: 'Only administrators import data. Nothing was changed.',
  },
  notYours: {
    vi: 'Chỉ người đã gửi tệp này nhập hoặc bỏ được. Chưa có gì thay đổi.',
    en: 'Only who sent this file imports or discards it. Nothing was changed.',
  },
  settledAlready: {
    vi: 'Tệp này đã được nhập hoặc đã bỏ trước đó. Lần bấm này không thay đổi gì.',
    en: 'This file was imported or discarded before. This press changed nothing.',
  },
  tooOld: {
    vi: 'Kết quả kiểm tra này đã quá 24 giờ. Anh/chị gửi lại tệp để kiểm tra lại; chưa có gì thay đổi.',
    en: 'This check is more than 24 hours old. Please send the file again; nothing was changed.',
  },
  changedMeanwhile: {
    vi: 'Dữ liệu trong hệ thống đã thay đổi sau khi kiểm tra tệp. Anh/chị gửi lại tệp để kiểm tra lại; chưa có gì thay đổi.',
    en: 'What is stored has changed since the file was checked. Please send it again; nothing was changed.',
  },

  // ── the form ──
  formTitle: { vi: 'Nhập dữ liệu', en: 'Import data' },
  formIntro: {
    vi: 'Tệp được kiểm tra trước; anh/chị nhận kết quả từng dòng trong tin nhắn rồi mới quyết định nhập. Tải tệp mẫu:',
    en: 'The file is checked first; you get the result row by row in your messages and then decide. Templates:',
  },
  kind: { vi: 'Loại dữ liệu', en: 'What it holds' },
  file: { vi: 'Tệp .xlsx hoặc .csv', en: '.xlsx or .csv file' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  close: { vi: 'Đóng', en: 'Close' },
  checking: {
    vi: 'Tệp đang được kiểm tra; kết quả đến trong tin nhắn của anh/chị với ứng dụng.',
    en: 'The file is being checked; the result comes in your messages with the app.',
  },
  oneFile: {
    vi: 'Anh/chị chọn một tệp .xlsx hoặc .csv.',
    en: 'Please choose one .xlsx or .csv file.',
  },
  templateSent: {
    vi: 'Tệp mẫu được gửi vào tin nhắn của anh/chị với ứng dụng.',
    en: 'The template comes in your messages with the app.',
  },

  // ── files ──
  templateComment: {
    vi: (p: { kind: string }) =>
      `Tệp mẫu: ${p.kind}. Dòng ví dụ được bỏ qua khi nhập; trang thứ hai giải thích từng cột.`,
    en: (p: { kind: string }) =>
      `Template: ${p.kind}. The example row is passed over; the second sheet explains each column.`,
  },
  guide: { vi: 'Hướng dẫn', en: 'Guide' },
  column: { vi: 'Cột', en: 'Column' },
  required: { vi: 'Bắt buộc', en: 'Required' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  note: { vi: 'Cách ghi', en: 'How to write it' },
  problemsComment: {
    vi: (p: { count: number; kept: number; file: string }) =>
      p.kept < p.count
        ? `${p.kept} lỗi đầu trong ${p.count} lỗi của tệp ${p.file}.`
        : `${p.count} lỗi của tệp ${p.file}.`,
    en: (p: { count: number; kept: number; file: string }) =>
      p.kept < p.count
        ? `The first ${p.kept} of ${counted(p.count, 'problem')} of ${p.file}.`
        : `${counted(p.count, 'problem')} of ${p.file}.`,
  },
  problemsSheet: { vi: 'Lỗi', en: 'Problems' },
  row: { vi: 'Dòng', en: 'Row' },
  value: { vi: 'Giá trị', en: 'Value' },
  what: { vi: 'Lỗi', en: 'Problem' },
});
