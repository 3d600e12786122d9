import { phrasebook } from '../../kernel/language.ts';

/** The words of the list of pledges, on pages and as a workbook. */
export const pledgeListPhrases = phrasebook({
  open: { vi: 'Danh sách đăng ký', en: 'Pledges' },
  title: { vi: 'Danh sách đăng ký', en: 'Pledges' },
  page: {
    vi: (p: { page: number; pages: number }) => `Trang ${p.page}/${p.pages}`,
    en: (p: { page: number; pages: number }) => `Page ${p.page} of ${p.pages}`,
  },
  next: { vi: 'Trang sau', en: 'Next page' },
  first: { vi: 'Về trang đầu', en: 'First page' },
  close: { vi: 'Đóng', en: 'Close' },
  download: { vi: 'Tải tệp .xlsx', en: 'Get the .xlsx file' },
  coming: {
    vi: 'Tệp đang được gửi vào tin nhắn riêng của anh/chị với Thi Đua.',
    en: 'The file is on its way to your direct message with Thi Đua.',
  },
  none: { vi: 'Chưa có ai đăng ký.', en: 'Nobody has pledged yet.' },
  collective: { vi: 'Tập thể', en: 'The unit' },
  notPledged: { vi: 'Chưa đăng ký', en: 'Not pledged' },
  heading: {
    vi: 'DANH SÁCH ĐĂNG KÝ GIAO ƯỚC THI ĐUA',
    en: 'PLEDGES IN THE CAMPAIGN',
  },
  sheet: { vi: 'Đăng ký', en: 'Pledges' },
  ordinal: { vi: 'STT', en: 'No.' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  who: { vi: 'Cá nhân, tập thể', en: 'Who' },
  targets: { vi: 'Chỉ tiêu giao ước', en: 'Targets' },
  madeAt: { vi: 'Đăng ký lúc', en: 'Pledged at' },
  state: { vi: 'Trạng thái', en: 'State' },
  settledBy: { vi: 'Người xác nhận hoặc trả lại', en: 'Confirmed or returned by' },
  settledAt: { vi: 'Lúc', en: 'At' },
  reason: { vi: 'Lý do', en: 'Reason' },
  fileName: {
    vi: (p: { code: string }) => `Danh sach dang ky ${p.code}.xlsx`,
    en: (p: { code: string }) => `Pledges ${p.code}.xlsx`,
  },
  fileComment: {
    vi: (p: { code: string; name: string }) => `Danh sách đăng ký phong trào ${p.code} “${p.name}”`,
    en: (p: { code: string; name: string }) => `Pledges in the campaign ${p.code} “${p.name}”`,
  },
});
