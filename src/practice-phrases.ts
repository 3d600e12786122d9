import type { Text } from './kernel/language.ts';

/** What each kind of outgoing message is for, as the trainers' panel names it. */
export const purposes: Readonly<Record<string, Text>> = {
  'titles.to_confirm': {
    vi: 'Đăng ký danh hiệu chờ xác nhận',
    en: 'Registration of titles to confirm',
  },
  'titles.settled': {
    vi: 'Kết quả xác nhận đăng ký danh hiệu',
    en: 'Registration of titles confirmed or returned',
  },
  'initiatives.receipt': {
    vi: 'Biên nhận sáng kiến',
    en: 'Receipt of an initiative',
  },
  'initiatives.filed': {
    vi: 'Sáng kiến mới cần kiểm tra hình thức',
    en: 'New initiative to check',
  },
  'initiatives.decided': {
    vi: 'Quyết định về sáng kiến',
    en: 'Decision on an initiative',
  },
  'councils.vote_card': { vi: 'Phiếu biểu quyết', en: 'Voting card' },
  'councils.exclusion': {
    vi: 'Báo không được bỏ phiếu',
    en: 'Notice of exclusion from a vote',
  },
  'councils.turnout': {
    vi: 'Số người đã bỏ phiếu',
    en: 'Turnout of a vote',
  },
  'councils.sitting': { vi: 'Phiên họp hội đồng', en: 'Sitting of a council' },
  'councils.outcome_to_author': {
    vi: 'Kết quả biểu quyết gửi tác giả',
    en: 'Outcome of a vote, to the authors',
  },
  'campaigns.preview': {
    vi: 'Bản xem trước phong trào',
    en: 'Preview of a campaign',
  },
  'campaigns.announcement': {
    vi: 'Thông báo phát động phong trào',
    en: 'Announcement of a campaign',
  },
  'campaigns.reminder': {
    vi: 'Nhắc phong trào sắp kết thúc',
    en: 'Reminder that a campaign ends soon',
  },
  'campaigns.closing': {
    vi: 'Thông báo kết thúc phong trào',
    en: 'Closing of a campaign',
  },
  'campaigns.undelivered': {
    vi: 'Báo thông báo phong trào chưa đăng được',
    en: 'Notice that a campaign could not be announced',
  },
};
