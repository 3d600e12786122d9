import { refusing } from '../../kernel/errors.ts';
import { phrasebook } from '../../kernel/language.ts';

/** Campaigns that are over: reviewed, archived, or withdrawn. */
export const archivePhrases = phrasebook({
  open: { vi: 'Đã tổng kết, lưu trữ, đã hủy', en: 'Reviewed, archived, withdrawn' },
  title: {
    vi: {
      reviewed: 'Phong trào đã tổng kết',
      archived: 'Phong trào lưu trữ',
      withdrawn: 'Phong trào đã hủy',
    },
    en: {
      reviewed: 'Reviewed campaigns',
      archived: 'Archived campaigns',
      withdrawn: 'Withdrawn campaigns',
    },
  },
  other: {
    vi: {
      reviewed: (count: number) => `Xem phong trào đã tổng kết (${count})`,
      archived: (count: number) => `Xem phong trào lưu trữ (${count})`,
      withdrawn: (count: number) => `Xem phong trào đã hủy (${count})`,
    },
    en: {
      reviewed: (count: number) => `See the reviewed ones (${count})`,
      archived: (count: number) => `See the archived ones (${count})`,
      withdrawn: (count: number) => `See the withdrawn ones (${count})`,
    },
  },
  none: {
    vi: {
      reviewed: 'Không có phong trào nào đã tổng kết mà chưa lưu trữ.',
      archived: 'Chưa lưu trữ phong trào nào.',
      withdrawn: 'Chưa có phong trào nào bị hủy.',
    },
    en: {
      reviewed: 'No reviewed campaign is left to be archived.',
      archived: 'No campaign is archived yet.',
      withdrawn: 'No campaign has been withdrawn.',
    },
  },
  pageOf: {
    vi: (p: { from: number; to: number; of: number }) =>
      `Phong trào ${p.from}–${p.to} trên ${p.of}`,
    en: (p: { from: number; to: number; of: number }) => `Campaigns ${p.from}–${p.to} of ${p.of}`,
  },
  nextPage: { vi: 'Trang sau', en: 'Next page' },
  firstPage: { vi: 'Về trang đầu', en: 'First page' },
  close: { vi: 'Đóng', en: 'Close' },

  archive: { vi: 'Đưa vào lưu trữ', en: 'Archive' },
  archiveTitle: { vi: 'Lưu trữ phong trào?', en: 'Archive it?' },
  archiveText: {
    vi: 'Phong trào chuyển sang mục Lưu trữ và không thay đổi được nữa. Hồ sơ vẫn xem được; thông báo đã đăng giữ nguyên.',
    en: 'It moves among the archived ones and cannot be changed any more. Its records stay readable, what was posted stays.',
  },
  keep: { vi: 'Chưa', en: 'Not yet' },
  archived: {
    vi: (p: { code: string }) => `:white_check_mark: Đã lưu trữ phong trào *${p.code}*.`,
    en: (p: { code: string }) => `:white_check_mark: Campaign *${p.code}* is archived.`,
  },
  notReviewed: {
    vi: 'Chỉ lưu trữ được phong trào đã tổng kết.',
    en: 'Only a campaign that has had its final review can be archived.',
  },
});

/** A refusal in the words of archiving. */
export const archiveRefusal = refusing(archivePhrases);
