import { phrasebook } from '../kernel/language.ts';

// What the campaigns' messages say; the form's words are in form-phrases.ts.

const vi = {
  persons: (count: number) => `*${count}* cá nhân`,
  units: (count: number) => `*${count}* tập thể`,
};
const en = {
  persons: (count: number) => (count === 1 ? '*1* person' : `*${count}* persons`),
  units: (count: number) => (count === 1 ? '*1* unit' : `*${count}* units`),
};

export const phrases = phrasebook({
  kind: {
    vi: {
      regular: 'Thi đua thường xuyên',
      thematic: 'Thi đua theo chuyên đề',
      ad_hoc: 'Thi đua đột xuất',
    },
    en: { regular: 'Regular', thematic: 'Thematic', ad_hoc: 'Ad hoc' },
  },
  audience: {
    vi: { collectives: 'Tập thể', persons: 'Cá nhân', both: 'Tập thể và cá nhân' },
    en: { collectives: 'Collectives', persons: 'Persons', both: 'Collectives and persons' },
  },
  counts: {
    vi: { collectives: vi.units, persons: vi.persons },
    en: { collectives: en.units, persons: en.persons },
  },
  and: { vi: ' và ', en: ' and ' },

  // The announcement
  launched: {
    vi: (p: { name: string }) => `Phát động phong trào thi đua: ${p.name}`,
    en: (p: { name: string }) => `Emulation campaign launched: ${p.name}`,
  },
  codeLine: {
    vi: (p: { code: string; kind: string; unit: string }) =>
      `*${p.code}* · ${p.kind} · ${p.unit} phát động`,
    en: (p: { code: string; kind: string; unit: string }) =>
      `*${p.code}* · ${p.kind} · launched by ${p.unit}`,
  },
  codeLater: { vi: 'PT-… (cấp mã khi phát động)', en: 'PT-… (numbered at the launch)' },
  labelDates: { vi: 'Thời gian', en: 'Dates' },
  labelAudience: { vi: 'Đối tượng', en: 'For' },
  labelContact: { vi: 'Đầu mối', en: 'Contact' },
  labelObjective: { vi: 'Mục tiêu', en: 'Objective' },
  labelContent: { vi: 'Nội dung', en: 'Content' },
  labelCriteria: { vi: 'Tiêu chí', en: 'Criteria' },
  labelRewards: { vi: 'Khen thưởng dự kiến', en: 'Rewards planned' },
  labelBasis: { vi: 'Căn cứ', en: 'Basis' },
  joinedSoFar: {
    vi: (p: { counts: string }) => `${p.counts} đã hưởng ứng`,
    en: (p: { counts: string }) => `${p.counts} joined`,
  },
  endedCard: {
    vi: (p: { day: string; counts: string }) =>
      `Đã kết thúc ngày *${p.day}* · ${p.counts} hưởng ứng`,
    en: (p: { day: string; counts: string }) => `Ended on *${p.day}* · ${p.counts} joined`,
  },
  join: { vi: 'Hưởng ứng', en: 'Join' },

  // Reminder and closing
  reminderText: {
    vi: (p: { name: string; daysLeft: number; day: string }) =>
      p.daysLeft === 0
        ? `Phong trào “${p.name}” kết thúc hôm nay, ${p.day}`
        : `Còn ${p.daysLeft} ngày: phong trào “${p.name}” kết thúc ngày ${p.day}`,
    en: (p: { name: string; daysLeft: number; day: string }) =>
      p.daysLeft === 0
        ? `The campaign “${p.name}” ends today, ${p.day}`
        : `${p.daysLeft} ${p.daysLeft === 1 ? 'day' : 'days'} left: the campaign “${p.name}” ends on ${p.day}`,
  },
  reminderInvite: {
    vi: (p: { code: string }) =>
      `${p.code} · Anh/chị và đơn vị chưa hưởng ứng có thể bấm nút dưới đây.`,
    en: (p: { code: string }) => `${p.code} · Those who have not joined yet can press the button.`,
  },
  closingText: {
    vi: (p: { name: string; code: string; day: string }) =>
      `Phong trào “${p.name}” (${p.code}) đã kết thúc ngày ${p.day}`,
    en: (p: { name: string; code: string; day: string }) =>
      `The campaign “${p.name}” (${p.code}) ended on ${p.day}`,
  },
  closingThanks: {
    vi: (p: { counts: string }) => `Cảm ơn ${p.counts} đã hưởng ứng.`,
    en: (p: { counts: string }) => `Thank you: ${p.counts} joined.`,
  },
  closingNext: {
    vi: (p: { unit: string; contact: string }) =>
      `${p.unit} sẽ tổng kết và khen thưởng theo kế hoạch. Đầu mối: ${p.contact}.`,
    en: (p: { unit: string; contact: string }) =>
      `${p.unit} will review the campaign and reward as planned. Contact: ${p.contact}.`,
  },

  // The preview
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
      `Sẽ đăng tại ${p.channels}.\n${p.reminder ? `Tự nhắc lúc ${p.time} ngày ${p.reminder}; ` : ''}tự kết thúc lúc ${p.time} ngày ${p.closing}.`,
    en: (p: { channels: string; reminder: string | null; closing: string; time: string }) =>
      `To be posted in ${p.channels}.\n${p.reminder ? `Reminder at ${p.time} on ${p.reminder}; ` : ''}closes by itself at ${p.time} on ${p.closing}.`,
  },
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

  // Answers to the author
  published: {
    vi: (p: { code: string; channels: string }) =>
      `Đã phát động phong trào ${p.code}. Thông báo đang được đăng tại ${p.channels}.`,
    en: (p: { code: string; channels: string }) =>
      `The campaign ${p.code} is launched. The announcement is going out in ${p.channels}.`,
  },
  alreadyPublished: {
    vi: (p: { code: string }) => `Phong trào này đã được phát động với mã ${p.code}.`,
    en: (p: { code: string }) => `This campaign is out already, with the code ${p.code}.`,
  },
  draftGone: {
    vi: 'Bản nháp này không còn nữa. Anh/chị gõ `/phongtrao` để viết phong trào mới.',
    en: 'This draft is gone. Type `/phongtrao` to write a new campaign.',
  },
  draftChanged: {
    vi: 'Bản nháp đã được sửa sau khi anh/chị mở bản này. Chưa có gì thay đổi; anh/chị xem lại bản xem trước mới nhất.',
    en: 'The draft was changed after you opened this. Nothing was done; please look at the newest preview.',
  },
  discarded: { vi: 'Đã bỏ bản nháp.', en: 'The draft was discarded.' },
  undeliveredText: {
    vi: (p: { code: string; channel: string }) =>
      `Thông báo phong trào ${p.code} chưa đăng được tại ${p.channel}.`,
    en: (p: { code: string; channel: string }) =>
      `The announcement of campaign ${p.code} could not be posted in ${p.channel}.`,
  },
  undeliveredWhy: {
    vi: {
      uninvited:
        'Ứng dụng chưa ở trong kênh này. Anh/chị gõ `/invite` trong kênh để mời Thi Đua, rồi bấm *Gửi lại*.',
      archived: 'Kênh đã được lưu trữ. Anh/chị mở lại kênh, rồi bấm *Gửi lại*.',
      other: 'Anh/chị thử gửi lại; nếu vẫn không được, báo quản trị viên.',
    },
    en: {
      uninvited:
        'The app is not in that channel. Type `/invite` there to add Thi Đua, then press *Send again*.',
      archived: 'The channel is archived. Unarchive it, then press *Send again*.',
      other: 'Please send it again; if that fails too, tell the administrator.',
    },
  },
  slackReason: {
    vi: (p: { reason: string }) => `Slack báo: ${p.reason}`,
    en: (p: { reason: string }) => `Slack says: ${p.reason}`,
  },
  resend: { vi: 'Gửi lại', en: 'Send again' },
  resent: {
    vi: (p: { channel: string }) => `Đang gửi lại thông báo tới ${p.channel}.`,
    en: (p: { channel: string }) => `The announcement is being sent to ${p.channel} again.`,
  },
  nothingToResend: {
    vi: 'Thông báo này không cần gửi lại.',
    en: 'There is nothing to send again.',
  },

  // Joining
  joinedSelf: {
    vi: (p: { code: string; name: string }) =>
      `Đã ghi nhận anh/chị hưởng ứng phong trào ${p.code} “${p.name}”.`,
    en: (p: { code: string; name: string }) =>
      `You have joined the campaign ${p.code} “${p.name}”.`,
  },
  joinedUnit: {
    vi: (p: { code: string; name: string; unit: string }) =>
      `Đã ghi nhận ${p.unit} hưởng ứng phong trào ${p.code} “${p.name}”.`,
    en: (p: { code: string; name: string; unit: string }) =>
      `${p.unit} has joined the campaign ${p.code} “${p.name}”.`,
  },
  alreadySelf: {
    vi: (p: { code: string; since: string }) =>
      `Anh/chị đã hưởng ứng phong trào ${p.code} từ ${p.since}.`,
    en: (p: { code: string; since: string }) =>
      `You joined the campaign ${p.code} already, at ${p.since}.`,
  },
  alreadyUnit: {
    vi: (p: { code: string; unit: string; since: string }) =>
      `${p.unit} đã hưởng ứng phong trào ${p.code} từ ${p.since}.`,
    en: (p: { code: string; unit: string; since: string }) =>
      `${p.unit} joined the campaign ${p.code} already, at ${p.since}.`,
  },
  startsLater: {
    vi: (p: { day: string }) => `Phong trào bắt đầu ngày ${p.day}.`,
    en: (p: { day: string }) => `The campaign starts on ${p.day}.`,
  },
  notPublished: {
    vi: 'Phong trào này chưa được phát động nên chưa nhận hưởng ứng.',
    en: 'This campaign is not launched yet, so nobody can join it.',
  },
  campaignOver: {
    vi: (p: { day: string }) =>
      `Phong trào đã kết thúc ngày ${p.day} nên không nhận thêm. Chưa có gì thay đổi. Anh/chị gõ \`/phongtrao danh sách\` để xem các phong trào đang chạy.`,
    en: (p: { day: string }) =>
      `The campaign ended on ${p.day} and takes nothing more. Nothing was changed. Type \`/phongtrao list\` for those that are running.`,
  },
  collectivesOnly: {
    vi: (p: { unit: string; heads: string[] }) =>
      `Phong trào này dành cho tập thể; thủ trưởng đăng ký cho đơn vị mình phụ trách.${
        p.heads.length > 0 ? ` Với ${p.unit}, anh/chị đề nghị: ${p.heads.join(', ')}.` : ''
      }`,
    en: (p: { unit: string; heads: string[] }) =>
      `This campaign is for collectives; a head registers the unit that they head.${
        p.heads.length > 0 ? ` For ${p.unit}, please ask: ${p.heads.join(', ')}.` : ''
      }`,
  },

  // List, Home, help
  listTitle: { vi: 'Phong trào đang chạy', en: 'Running campaigns' },
  listEmpty: {
    vi: 'Hiện chưa có phong trào nào đang chạy.',
    en: 'No campaign is running at present.',
  },
  listItem: {
    vi: (p: { name: string; code: string; unit: string; dates: string; counts: string }) =>
      `*${p.name}*\n${p.code} · ${p.unit} · ${p.dates}\n${p.counts} đã hưởng ứng`,
    en: (p: { name: string; code: string; unit: string; dates: string; counts: string }) =>
      `*${p.name}*\n${p.code} · ${p.unit} · ${p.dates}\n${p.counts} joined`,
  },
  mineSelf: {
    vi: (p: { since: string }) => `:white_check_mark: Anh/chị đã hưởng ứng từ ${p.since}`,
    en: (p: { since: string }) => `:white_check_mark: You joined at ${p.since}`,
  },
  mineUnit: {
    vi: (p: { unit: string; since: string }) =>
      `:white_check_mark: ${p.unit} đã hưởng ứng từ ${p.since}`,
    en: (p: { unit: string; since: string }) => `:white_check_mark: ${p.unit} joined at ${p.since}`,
  },
  listMore: {
    vi: (p: { count: number }) => `Còn ${p.count} phong trào khác kết thúc muộn hơn.`,
    en: (p: { count: number }) => `${p.count} more end later.`,
  },
  homeMore: {
    vi: (p: { count: number }) => `Còn ${p.count} phong trào khác: gõ \`/phongtrao danh sách\`.`,
    en: (p: { count: number }) => `${p.count} more: type \`/phongtrao list\`.`,
  },
  whoMayLaunch: {
    vi: (p: { unit: string; names: string[] }) =>
      `Thủ trưởng, thư ký thi đua hoặc cán bộ truyền thông được phát động phong trào cho đơn vị mình.${
        p.names.length > 0 ? ` Với ${p.unit}: ${p.names.join(', ')}.` : ''
      }`,
    en: (p: { unit: string; names: string[] }) =>
      `A head, a secretary of emulation or a communications officer may launch a campaign for their unit.${
        p.names.length > 0 ? ` For ${p.unit}: ${p.names.join(', ')}.` : ''
      }`,
  },
  help: {
    vi: [
      '*Phong trào thi đua*',
      '• `/phongtrao` – viết và phát động phong trào (thủ trưởng, thư ký thi đua, cán bộ truyền thông); người khác xem các phong trào đang chạy và hưởng ứng',
      '• `/phongtrao danh sách` – xem các phong trào đang chạy',
      '• `/phongtrao trợ giúp` – xem lại hướng dẫn này',
    ].join('\n'),
    en: [
      '*Emulation campaigns*',
      '• `/phongtrao` – write and launch a campaign (heads, secretaries of emulation, communications officers); others see the running ones and join',
      '• `/phongtrao list` – the running campaigns',
      '• `/phongtrao help` – this guidance',
    ].join('\n'),
  },
  notUnderstood: {
    vi: (p: { words: string }) => `Thi Đua chưa hiểu “${p.words}”. Anh/chị có thể gõ:`,
    en: (p: { words: string }) => `Thi Đua does not know “${p.words}”. You can type:`,
  },

  // What is wrong with a plan
  schedule: {
    vi: {
      ends_before_start: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
      already_over: 'Ngày kết thúc đã qua. Anh/chị chọn từ hôm nay trở đi.',
    },
    en: {
      ends_before_start: 'The last day must not be before the first.',
      already_over: 'The last day is past. Please choose today or later.',
    },
  },
  contactUnknown: {
    vi: 'Người này chưa có trong danh sách cán bộ đã ghép với Slack. Anh/chị chọn người khác.',
    en: 'This person is not in the staff list matched to Slack. Please choose another.',
  },
  mayNotLaunchForUnit: {
    vi: 'Anh/chị không có quyền phát động phong trào cho đơn vị này.',
    en: 'You may not launch a campaign for this unit.',
  },
  channelCount: {
    vi: (p: { most: number }) => `Anh/chị chọn từ 1 đến ${p.most} kênh.`,
    en: (p: { most: number }) => `Please choose 1 to ${p.most} channels.`,
  },
});
