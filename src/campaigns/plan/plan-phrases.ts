import { phrasebook } from '../../kernel/language.ts';

/** The words of the preview of a plan and of an author's list of plans. */
export const planPhrases = phrasebook({
  previewText: {
    vi: (p: { name: string }) => `Bản xem trước phong trào “${p.name}”`,
    en: (p: { name: string }) => `Preview of the campaign “${p.name}”`,
  },
  previewIntro: {
    vi: 'Bản xem trước, chỉ anh/chị thấy. Chưa đăng ở kênh nào.',
    en: 'A preview that only you see. Nothing has been posted. Announcements in channels are in Vietnamese.',
  },
  previewPlan: {
    vi: (p: { channels: string; reminder: string | null; closing: string; time: string }) =>
      `Đăng tại ${p.channels}.\n${p.reminder ? `Tự nhắc lúc ${p.time} ngày ${p.reminder}; ` : ''}tự kết thúc lúc ${p.time} ngày ${p.closing}.`,
    en: (p: { channels: string; reminder: string | null; closing: string; time: string }) =>
      `Posted in ${p.channels}.\n${p.reminder ? `Reminder at ${p.time} on ${p.reminder}; ` : ''}closes by itself at ${p.time} on ${p.closing}.`,
  },
  organisation: { vi: 'Kế hoạch tổ chức', en: 'Organisation' },
  labelChecks: { vi: 'Kiểm tra', en: 'Checks' },
  labelMidterm: { vi: 'Sơ kết', en: 'Mid-term review' },
  labelFinal: { vi: 'Tổng kết', en: 'Final review' },
  labelBudget: { vi: 'Kinh phí', en: 'Budget' },
  noBudget: { vi: 'Không dùng kinh phí riêng', en: 'None of its own' },
  labelLaunch: { vi: 'Phát động', en: 'Launch' },
  launchSoon: { vi: 'Ngay khi được duyệt', en: 'As soon as it is approved' },
  launchPast: {
    vi: (p: { at: string }) => `Giờ hẹn ${p.at} đã qua: phát động ngay khi được duyệt`,
    en: (p: { at: string }) => `${p.at} is past: as soon as it is approved`,
  },
  outOfHours: { vi: 'ngoài giờ làm việc', en: 'outside office hours' },
  labelDirect: { vi: 'Tin nhắn riêng', en: 'Direct messages' },
  directTo: {
    vi: (p: { count: number }) => `Gửi tới ${p.count} người trong phạm vi`,
    en: (p: { count: number }) => `To the ${p.count} people in its scope`,
  },
  directNone: { vi: 'Không gửi', en: 'None' },
  mentions: {
    vi: 'Lần đăng đầu có @channel: mọi thành viên của kênh đều nhận thông báo.',
    en: 'The first posting calls @channel: every member of the channel is notified.',
  },
  totalAdvice: {
    vi: (p: { total: number; recommended: number }) =>
      `:warning: Tổng điểm tối đa của các tiêu chí là ${p.total}; nên là ${p.recommended}.`,
    en: (p: { total: number; recommended: number }) =>
      `:warning: The most points of all criteria add to ${p.total}; ${p.recommended} is recommended.`,
  },
  problemsIntro: {
    vi: ':warning: Cần sửa trước khi phát động:',
    en: ':warning: To be mended before the launch:',
  },
  previewWaits: {
    vi: {
      submitted: 'Kế hoạch đang chờ thủ trưởng duyệt.',
      approved: 'Kế hoạch đã duyệt.',
    },
    en: {
      submitted: 'The plan is with the head, to be approved.',
      approved: 'The plan is approved.',
    },
  },
  launchesAt: {
    vi: (p: { at: string }) => `Tự phát động lúc *${p.at}*.`,
    en: (p: { at: string }) => `It is launched by itself at *${p.at}*.`,
  },
  publishAt: {
    vi: (p: { channels: string; at: string }) =>
      `Thông báo được đăng lúc ${p.at} tại ${p.channels}.`,
    en: (p: { channels: string; at: string }) =>
      `The announcement is posted at ${p.at} in ${p.channels}.`,
  },
  announcing: { vi: 'Cách thông báo', en: 'How to announce' },
  previewWithdrawn: {
    vi: (p: { name: string; code: string; at: string }) =>
      `*${p.code}* “${p.name}” đã hủy lúc ${p.at}.`,
    en: (p: { name: string; code: string; at: string }) =>
      `*${p.code}* “${p.name}” was withdrawn at ${p.at}.`,
  },
  scheduled: {
    vi: (p: { at: string }) => `Phong trào sẽ được phát động lúc ${p.at}.`,
    en: (p: { at: string }) => `The campaign will be launched at ${p.at}.`,
  },

  // The author's own plans
  plansTitle: { vi: 'Kế hoạch phong trào của tôi', en: 'My plans of campaigns' },
  plansNone: {
    vi: 'Anh/chị không có kế hoạch nào chưa phát động. Gõ `/phongtrao` để lập kế hoạch mới.',
    en: 'You have no plan that is not launched. Type `/phongtrao` to write one.',
  },
  planLine: {
    vi: (p: { name: string; unit: string; dates: string; stage: string; at: string }) =>
      `*${p.name}*\n${p.unit} · ${p.dates} · ${p.stage}\nSửa lần cuối ${p.at}`,
    en: (p: { name: string; unit: string; dates: string; stage: string; at: string }) =>
      `*${p.name}*\n${p.unit} · ${p.dates} · ${p.stage}\nLast changed ${p.at}`,
  },
  plansMore: {
    vi: (p: { count: number }) => `Còn ${p.count} kế hoạch khác: gõ \`/phongtrao nháp\`.`,
    en: (p: { count: number }) => `${p.count} more: type \`/phongtrao drafts\`.`,
  },
  unfinished: { vi: 'chưa xong bước 3', en: 'step 3 is left' },
  goOn: { vi: 'Viết tiếp', en: 'Go on' },
  publish: { vi: 'Phát động', en: 'Launch' },
  amend: { vi: 'Sửa lại', en: 'Change' },
  discard: { vi: 'Bỏ bản nháp', en: 'Discard' },
  publishTitle: { vi: 'Phát động phong trào', en: 'Launch the campaign' },
  publishConfirm: {
    vi: (p: { channels: string }) => `Thông báo được đăng ngay tại ${p.channels}.`,
    en: (p: { channels: string }) => `The announcement is posted at once in ${p.channels}.`,
  },
  notYet: { vi: 'Chưa', en: 'Not yet' },
  discardTitle: { vi: 'Bỏ bản nháp', en: 'Discard the draft' },
  discardConfirm: {
    vi: 'Nội dung đã viết không lấy lại được.',
    en: 'What was written cannot be brought back.',
  },
  keep: { vi: 'Giữ lại', en: 'Keep it' },
  previewPublished: {
    vi: (p: { name: string; code: string; at: string; channels: string }) =>
      `*${p.code}* “${p.name}” đã phát động lúc ${p.at} tại ${p.channels}.`,
    en: (p: { name: string; code: string; at: string; channels: string }) =>
      `*${p.code}* “${p.name}” was launched at ${p.at} in ${p.channels}.`,
  },
  previewDiscarded: { vi: 'Bản nháp này đã được bỏ.', en: 'This draft was discarded.' },
});
