import { phrasebook } from '../../kernel/language.ts';

/** The words of the form in which a campaign is written, and of the choice for whom to join. */
export const formPhrases = phrasebook({
  title: { vi: 'Phong trào thi đua', en: 'Emulation campaign' },
  next: { vi: 'Tiếp tục', en: 'Next' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  back: { vi: 'Quay lại', en: 'Back' },
  close: { vi: 'Đóng', en: 'Close' },
  toPreview: { vi: 'Xem trước', en: 'Preview' },
  step: {
    vi: (p: { step: number }) => `Bước ${p.step}/3`,
    en: (p: { step: number }) => `Step ${p.step} of 3`,
  },
  previewComes: {
    vi: 'Bản xem trước được gửi riêng cho anh/chị. Chưa đăng ở kênh nào trước khi phong trào được phát động.',
    en: 'A preview is sent to you alone. Nothing is posted before the campaign is launched.',
  },
  unit: { vi: 'Đơn vị phát động', en: 'Launched by' },
  name: { vi: 'Tên phong trào', en: 'Name' },
  namePlaceholder: {
    vi: 'Ngắn gọn, dễ nhớ: Nước rút phát triển người tham gia BHXH tự nguyện',
    en: 'Short and easy to remember: Year-end sprint for voluntary social insurance',
  },
  kind: { vi: 'Loại', en: 'Kind' },
  audience: { vi: 'Đối tượng', en: 'For whom' },
  scope: { vi: 'Phạm vi', en: 'Units addressed' },
  scopeHint: {
    vi: 'Để trống: đơn vị phát động và mọi đơn vị trực thuộc. Chọn đơn vị nào thì gồm cả cấp dưới của đơn vị đó.',
    en: 'Left empty: the launching unit and all below it. A unit includes all below it.',
  },
  startsOn: { vi: 'Từ ngày', en: 'First day' },
  endsOn: { vi: 'Đến hết ngày', en: 'Last day' },
  contact: { vi: 'Người đầu mối', en: 'Contact' },
  contactHint: {
    vi: 'Người trả lời câu hỏi về phong trào; phải có trong danh sách cán bộ.',
    en: 'Answers questions about the campaign; must be in the staff list.',
  },
  channels: { vi: 'Kênh đăng thông báo', en: 'Channels' },
  channelsHint: {
    vi: (p: { most: number }) => `Tối đa ${p.most} kênh. Kênh riêng cần mời Thi Đua vào trước.`,
    en: (p: { most: number }) => `At most ${p.most}. Invite Thi Đua to a private channel first.`,
  },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  basisPlaceholder: {
    vi: 'Kế hoạch số 45/KH-BHXH ngày 05/01/2026',
    en: 'Plan 45/KH-BHXH of 05/01/2026',
  },
  objective: { vi: 'Mục tiêu', en: 'Objective' },
  objectivePlaceholder: {
    vi: 'Đo được: tăng 5% số người tham gia so với quý trước',
    en: 'Measurable: 5% more participants than in the last quarter',
  },
  content: { vi: 'Nội dung', en: 'Content' },
  contentPlaceholder: {
    vi: 'Những việc đơn vị, cá nhân cần làm',
    en: 'What units and persons are to do',
  },
  criteria: { vi: 'Tiêu chí', en: 'Criteria' },
  criteriaPlaceholder: {
    vi: 'Số người tham gia mới: 60 điểm\nHồ sơ đúng hạn: 40 điểm',
    en: 'New participants: 60 points\nFiles on time: 40 points',
  },
  criteriaHint: {
    vi: 'Mỗi dòng một tiêu chí kèm điểm tối đa; tổng nên là 100.',
    en: 'One a line, with its most points; together best 100.',
  },
  measures: { vi: 'Biện pháp', en: 'Measures' },
  measuresPlaceholder: {
    vi: 'Cách tổ chức, ai phụ trách: giao chỉ tiêu theo tháng; tổ công tác về xã',
    en: 'How it is carried out and by whom: monthly targets; a team that visits communes',
  },
  checks: { vi: 'Ngày kiểm tra', en: 'Days of checks' },
  checksHint: {
    vi: 'Ít nhất một ngày, cách nhau bằng dấu phẩy hoặc xuống dòng.',
    en: 'At least one, with commas or on lines of their own.',
  },
  midterm: { vi: 'Ngày sơ kết', en: 'Mid-term review' },
  midtermHint: {
    vi: (p: { years: number }) => `Bắt buộc với phong trào từ ${p.years} năm.`,
    en: (p: { years: number }) => `Needed for a campaign of ${p.years} years or more.`,
  },
  final: { vi: 'Ngày tổng kết', en: 'Final review' },
  rewards: { vi: 'Hình thức khen thưởng', en: 'Rewards' },
  rewardsPlaceholder: {
    vi: '3 tập thể, 10 cá nhân: Giấy khen của Giám đốc',
    en: "3 units, 10 persons: the Director's certificate",
  },
  prizes: { vi: 'Số giải', en: 'Number of prizes' },
  budget: { vi: 'Kinh phí (đồng)', en: 'Budget (đồng)' },
  budgetHint: {
    vi: 'Ghi 0 nếu không dùng kinh phí riêng.',
    en: '0 when there is none of its own.',
  },
  budgetSource: { vi: 'Nguồn kinh phí', en: 'Where the money comes from' },
  budgetSourcePlaceholder: { vi: 'Quỹ khen thưởng của đơn vị', en: "The unit's reward fund" },

  announcingTitle: { vi: 'Cách thông báo', en: 'How to announce' },
  save: { vi: 'Lưu', en: 'Save' },
  picture: { vi: 'Ảnh', en: 'Picture' },
  pictureHint: {
    vi: (p: { megabytes: number }) => `JPG hoặc PNG, dưới ${p.megabytes} MB; hiện trong thông báo.`,
    en: (p: { megabytes: number }) =>
      `JPG or PNG, under ${p.megabytes} MB; shown in the announcement.`,
  },
  pictureNew: { vi: 'Thay bằng ảnh khác', en: 'Another picture' },
  keepPicture: { vi: 'Giữ ảnh hiện có', en: 'Keep the picture' },
  pictureAlt: { vi: 'Mô tả ảnh', en: 'What the picture shows' },
  pictureAltHint: {
    vi: 'Cho người không xem được ảnh.',
    en: 'For those who cannot see it.',
  },
  launchAt: { vi: 'Giờ phát động', en: 'Time of the launch' },
  launchAtHint: {
    vi: 'Để trống: ngay khi được duyệt. Nên chọn trong giờ làm việc, 08:00 – 17:00 từ thứ Hai đến thứ Sáu.',
    en: 'Left empty: as soon as it is approved. Best in office hours, 08:00 – 17:00, Monday to Friday.',
  },
  toPersons: { vi: 'Tin nhắn riêng', en: 'Direct messages' },
  toPersonsChoice: {
    vi: (p: { count: number }) => `Gửi riêng cho ${p.count} người trong phạm vi`,
    en: (p: { count: number }) => `Also to each of the ${p.count} people in its scope`,
  },
  mention: { vi: 'Gọi cả kênh', en: 'Call the channel' },
  mentionChoice: {
    vi: 'Kèm @channel ở lần đăng đầu',
    en: 'With @channel in the first posting',
  },
  mentionHint: {
    vi: 'Mọi thành viên của các kênh đã chọn bị báo ngay, kể cả người ngoài phạm vi. Chỉ dùng khi thật cần.',
    en: 'Every member of the chosen channels is notified at once, those outside the scope too. Use it sparingly.',
  },
});
