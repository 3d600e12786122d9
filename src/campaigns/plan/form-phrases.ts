import { phrasebook } from '../../kernel/language.ts';

/** The words of the form in which a campaign is written, and of the choice for whom to join. */
export const formPhrases = phrasebook({
  title: { vi: 'Phong trào thi đua', en: 'Emulation campaign' },
  next: { vi: 'Tiếp tục', en: 'Next' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  back: { vi: 'Quay lại', en: 'Back' },
  toPreview: { vi: 'Xem trước', en: 'Preview' },
  step: {
    vi: (p: { step: number }) => `Bước ${p.step}/2`,
    en: (p: { step: number }) => `Step ${p.step} of 2`,
  },
  previewComes: {
    vi: 'Bản xem trước được gửi riêng cho anh/chị. Chưa đăng ở kênh nào trước khi anh/chị bấm Phát động.',
    en: 'A preview is sent to you alone. Nothing is posted before you press Launch.',
  },
  unit: { vi: 'Đơn vị phát động', en: 'Launched by' },
  name: { vi: 'Tên phong trào', en: 'Name' },
  namePlaceholder: {
    vi: 'Ngắn gọn, dễ nhớ: Nước rút phát triển người tham gia BHXH tự nguyện',
    en: 'Short and easy to remember: Year-end sprint for voluntary social insurance',
  },
  kind: { vi: 'Loại', en: 'Kind' },
  audience: { vi: 'Đối tượng', en: 'For whom' },
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
  rewards: { vi: 'Khen thưởng dự kiến', en: 'Rewards planned' },
  rewardsPlaceholder: {
    vi: '3 tập thể, 10 cá nhân: Giấy khen của Giám đốc',
    en: "3 units, 10 persons: the Director's certificate",
  },

  joinTitle: { vi: 'Hưởng ứng phong trào', en: 'Join the campaign' },
  joinFor: { vi: 'Hưởng ứng cho', en: 'Join for' },
  joinForHint: {
    vi: 'Chọn một hoặc nhiều. Đã đăng ký thì không hủy được.',
    en: 'Choose one or more. A registration stays.',
  },
  joinSelf: { vi: 'Cá nhân tôi', en: 'Myself' },
  join: { vi: 'Hưởng ứng', en: 'Join' },
  done: { vi: 'Xong', en: 'Done' },
});
