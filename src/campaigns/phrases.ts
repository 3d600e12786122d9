import { counted, phrasebook } from '../kernel/language.ts';

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
  confirmed: {
    vi: (p: { count: number }) => ` · *${p.count}* cá nhân đã được xác nhận`,
    en: (p: { count: number }) => ` · *${p.count}* confirmed`,
  },

  stage: {
    vi: {
      draft: 'Bản nháp',
      submitted: 'Chờ duyệt',
      approved: 'Đã duyệt, chờ phát động',
      launched: 'Đã phát động',
      running: 'Đang thực hiện',
      midterm: 'Đang thực hiện, đến kỳ sơ kết',
      awaiting_review: 'Chờ tổng kết',
      reviewed: 'Đã tổng kết',
      archived: 'Lưu trữ',
      withdrawn: 'Đã hủy',
    },
    en: {
      draft: 'Draft',
      submitted: 'To be approved',
      approved: 'Approved, to be launched',
      launched: 'Launched',
      running: 'Running',
      midterm: 'Running, mid-term review due',
      awaiting_review: 'To be reviewed',
      reviewed: 'Reviewed',
      archived: 'Archived',
      withdrawn: 'Withdrawn',
    },
  },

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
  labelScope: { vi: 'Phạm vi', en: 'Scope' },
  scopeWhole: {
    vi: (p: { unit: string }) => `${p.unit} và các đơn vị trực thuộc`,
    en: (p: { unit: string }) => `${p.unit} and the units below it`,
  },
  scopeMore: {
    vi: (p: { count: number }) => `và ${p.count} đơn vị khác`,
    en: (p: { count: number }) => `and ${p.count} more`,
  },
  labelMeasures: { vi: 'Biện pháp', en: 'Measures' },
  prizes: {
    vi: (p: { count: number }) => `Số giải dự kiến: ${p.count}`,
    en: (p: { count: number }) => `Prizes planned: ${p.count}`,
  },
  changed: {
    vi: (p: { at: string }) => `Sửa đổi lúc ${p.at}: `,
    en: (p: { at: string }) => `Changed at ${p.at}: `,
  },
  changedBefore: {
    vi: (p: { count: number }) => `Và ${p.count} lần sửa đổi trước.`,
    en: (p: { count: number }) => `And ${counted(p.count, 'change')} before.`,
  },
  withdrawnCard: {
    vi: (p: { at: string }) => `Phong trào đã được hủy lúc ${p.at}. Lý do:`,
    en: (p: { at: string }) => `The campaign was withdrawn at ${p.at}. Reason:`,
  },
  labelContact: { vi: 'Đầu mối', en: 'Contact' },
  labelObjective: { vi: 'Mục tiêu', en: 'Objective' },
  labelContent: { vi: 'Nội dung', en: 'Content' },
  labelCriteria: { vi: 'Tiêu chí', en: 'Criteria' },
  labelRewards: { vi: 'Khen thưởng dự kiến', en: 'Rewards planned' },
  labelBasis: { vi: 'Căn cứ', en: 'Basis' },
  joinedSoFar: {
    vi: (p: { counts: string; confirmed: string }) => `${p.counts} đã hưởng ứng${p.confirmed}`,
    en: (p: { counts: string; confirmed: string }) => `${p.counts} joined${p.confirmed}`,
  },
  endedCard: {
    vi: (p: { day: string; counts: string; confirmed: string }) =>
      `Đã kết thúc ngày *${p.day}* · ${p.counts} hưởng ứng${p.confirmed}`,
    en: (p: { day: string; counts: string; confirmed: string }) =>
      `Ended on *${p.day}* · ${p.counts} joined${p.confirmed}`,
  },
  join: { vi: 'Hưởng ứng', en: 'Join' },
  myPledges: { vi: 'Đăng ký của tôi', en: 'My pledges' },

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
  notEditable: {
    vi: {
      submitted:
        'Kế hoạch đang chờ duyệt. Anh/chị bấm *Thu hồi* rồi sửa, hoặc chờ thủ trưởng duyệt.',
      approved: 'Kế hoạch đã duyệt, chờ đến giờ phát động. Anh/chị bấm *Thu hồi* rồi sửa.',
    },
    en: {
      submitted: 'The plan is with those who approve it. Press *Take back* to change it, or wait.',
      approved: 'The plan is approved and waits for its time. Press *Take back* to change it.',
    },
  },
  tooManyDrafts: {
    vi: (p: { most: number }) =>
      `Anh/chị đang có ${p.most} bản nháp. Gõ \`/phongtrao nháp\` để viết tiếp hoặc bỏ bớt.`,
    en: (p: { most: number }) =>
      `You have ${p.most} drafts. Type \`/phongtrao drafts\` to go on with them or discard some.`,
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
  undeliveredRanking: {
    vi: (p: { code: string; day: string; channel: string }) =>
      `Bảng xếp hạng ngày ${p.day} của phong trào ${p.code} chưa đăng được tại ${p.channel}.`,
    en: (p: { code: string; day: string; channel: string }) =>
      `The ranking of ${p.day} of campaign ${p.code} could not be posted in ${p.channel}.`,
  },
  rankingResent: {
    vi: (p: { channel: string }) => `Đang gửi lại bảng xếp hạng tới ${p.channel}.`,
    en: (p: { channel: string }) => `The ranking is being sent to ${p.channel} again.`,
  },
  undeliveredWhy: {
    vi: {
      uninvited:
        'Ứng dụng chưa ở trong kênh này. Anh/chị gõ `/invite` trong kênh để mời Thi Đua, rồi bấm *Gửi lại*.',
      archived: 'Kênh đã được lưu trữ. Anh/chị mở lại kênh, rồi bấm *Gửi lại*.',
      picture:
        'Slack không nhận nội dung, thường vì ảnh đã bị xoá. Người phát động bấm *Sửa thông báo* để bỏ hoặc thay ảnh, rồi bấm *Gửi lại*.',
      other: 'Anh/chị thử gửi lại; nếu vẫn không được, báo quản trị viên.',
    },
    en: {
      uninvited:
        'The app is not in that channel. Type `/invite` there to add Thi Đua, then press *Send again*.',
      archived: 'The channel is archived. Unarchive it, then press *Send again*.',
      picture:
        'Slack refused it, most likely because the picture was deleted. Whoever may launch presses *Change* and takes it out or gives another one; then *Send again*.',
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
  campaignWithdrawn: {
    vi: (p: { code: string }) => `Phong trào ${p.code} đã được hủy nên không nhận hưởng ứng.`,
    en: (p: { code: string }) => `The campaign ${p.code} was withdrawn, so nobody can join it.`,
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
  listTitleEnded: {
    vi: 'Phong trào đang chạy và chờ tổng kết',
    en: 'Campaigns running, and to be reviewed',
  },
  listEmpty: {
    vi: 'Hiện chưa có phong trào nào đang chạy.',
    en: 'No campaign is running at present.',
  },
  withdrawnBy: {
    vi: (p: { at: string; name: string }) => `Đã hủy lúc ${p.at}, người hủy: ${p.name}. Lý do:`,
    en: (p: { at: string; name: string }) => `Withdrawn at ${p.at} by ${p.name}, because:`,
  },
  listItem: {
    vi: (p: {
      name: string;
      code: string;
      unit: string;
      dates: string;
      stage: string;
      counts: string;
      confirmed: string;
    }) =>
      `*${p.name}*\n${p.code} · ${p.unit} · ${p.dates} · ${p.stage}\n${p.counts} đã hưởng ứng${p.confirmed}`,
    en: (p: {
      name: string;
      code: string;
      unit: string;
      dates: string;
      stage: string;
      counts: string;
      confirmed: string;
    }) =>
      `*${p.name}*\n${p.code} · ${p.unit} · ${p.dates} · ${p.stage}\n${p.counts} joined${p.confirmed}`,
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
  whoMayWrite: {
    vi: (p: { unit: string; names: string[] }) =>
      `Thủ trưởng, thư ký thi đua hoặc cán bộ truyền thông được lập kế hoạch phong trào cho đơn vị mình.${
        p.names.length > 0 ? ` Với ${p.unit}: ${p.names.join(', ')}.` : ''
      }`,
    en: (p: { unit: string; names: string[] }) =>
      `A head, a secretary of emulation or a communications officer may write the plan of a campaign for their unit.${
        p.names.length > 0 ? ` For ${p.unit}: ${p.names.join(', ')}.` : ''
      }`,
  },
  help: {
    vi: [
      '*Phong trào thi đua*',
      '• `/phongtrao` – lập kế hoạch phong trào, trình thủ trưởng duyệt và phát động (thủ trưởng, thư ký thi đua, cán bộ truyền thông); người khác xem các phong trào đang chạy và hưởng ứng',
      '• `/phongtrao danh sách` – xem các phong trào đang chạy',
      '• `/phongtrao cụm` – xem cụm, khối thi đua của năm; thủ trưởng, thư ký thi đua lập và sửa',
      '• `/phongtrao lưu trữ` – xem phong trào đã tổng kết, đã lưu trữ',
      '• `/phongtrao nháp` – viết tiếp, thu hồi hoặc bỏ kế hoạch chưa phát động',
      '• `/phongtrao trợ giúp` – xem lại hướng dẫn này',
    ].join('\n'),
    en: [
      '*Emulation campaigns*',
      '• `/phongtrao` – write the plan of a campaign, have the head approve it, launch it (heads, secretaries of emulation, communications officers); others see the running ones and join',
      '• `/phongtrao list` – the running campaigns',
      '• `/phongtrao clusters` – the clusters of the year; heads and secretaries set them',
      '• `/phongtrao archive` – campaigns that were reviewed or archived',
      '• `/phongtrao drafts` – go on with plans that are not launched, take them back or discard them',
      '• `/phongtrao help` – this guidance',
    ].join('\n'),
  },
  notUnderstood: {
    vi: (p: { words: string }) => `Thi Đua chưa hiểu “${p.words}”. Anh/chị có thể gõ:`,
    en: (p: { words: string }) => `Thi Đua does not know “${p.words}”. You can type:`,
  },
});
