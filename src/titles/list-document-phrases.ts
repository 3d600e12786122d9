import { phrasebook } from '../kernel/language.ts';

/** Words of the printed list of registrations. */
export const listDocumentPhrases = phrasebook({
  title: { vi: 'DANH SÁCH', en: 'LIST' },
  abstract: {
    vi: (p: { year: number }) => `Đăng ký danh hiệu thi đua năm ${p.year}`,
    en: (p: { year: number }) => `Emulation titles registered for ${p.year}`,
  },
  persons: { vi: 'Cá nhân', en: 'Persons' },
  collectives: { vi: 'Tập thể', en: 'Collectives' },
  counts: { vi: 'Số lượng theo danh hiệu', en: 'Counts by title' },
  number: { vi: 'STT', en: 'No.' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  position: { vi: 'Chức vụ', en: 'Position' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  collective: { vi: 'Tên tập thể', en: 'Collective' },
  titles: { vi: 'Danh hiệu đăng ký', en: 'Titles registered' },
  state: { vi: 'Tình trạng', en: 'State' },
  note: { vi: 'Ghi chú', en: 'Note' },
  titleHeader: { vi: 'Danh hiệu', en: 'Title' },
  inYear: {
    vi: (p: { year: number }) => `Năm ${p.year}`,
    en: (p: { year: number }) => String(p.year),
  },
  difference: { vi: 'Tăng, giảm', en: 'Change' },
  none: { vi: 'Không có.', en: 'None.' },
  states: {
    vi: {
      submitted: 'Chờ xác nhận',
      confirmed: 'Đã xác nhận',
      returned: 'Bị trả lại',
      withdrawn: 'Đã rút',
    },
    en: {
      submitted: 'Waiting',
      confirmed: 'Confirmed',
      returned: 'Returned',
      withdrawn: 'Withdrawn',
    },
  },
  late: {
    vi: (p: { reason: string }) => `Bổ sung sau hạn: ${p.reason}`,
    en: (p: { reason: string }) => `Late: ${p.reason}`,
  },
  summary: {
    vi: (p: {
      unit: string;
      year: number;
      registered: number;
      people: number;
      collectives: number;
      units: number;
    }) =>
      `${p.unit} có ${p.registered}/${p.people} người và ${p.collectives}/${p.units} tập thể đăng ký danh hiệu thi đua năm ${p.year}, cụ thể như sau:`,
    en: (p: {
      unit: string;
      year: number;
      registered: number;
      people: number;
      collectives: number;
      units: number;
    }) =>
      `In ${p.unit} ${p.registered} of ${p.people} people and ${p.collectives} of ${p.units} collectives have registered emulation titles for ${p.year}, as follows:`,
  },
  placeAndDate: {
    vi: (p: { day: string; month: string; year: string }) =>
      `................, ngày ${p.day} tháng ${p.month} năm ${p.year}`,
    en: (p: { day: string; month: string; year: string }) =>
      `................, ${p.day}/${p.month}/${p.year}`,
  },
  preparedBy: { vi: 'Người lập danh sách', en: 'Prepared by' },
  headOffice: { vi: 'Thủ trưởng đơn vị', en: 'Head of the unit' },
  comment: {
    vi: (p: { unit: string; year: number; rows: number }) =>
      `Danh sách đăng ký danh hiệu năm ${p.year} của ${p.unit}: ${p.rows} dòng.`,
    en: (p: { unit: string; year: number; rows: number }) =>
      `Titles registered for ${p.year} in ${p.unit}: ${p.rows} ${p.rows === 1 ? 'line' : 'lines'}.`,
  },
});
