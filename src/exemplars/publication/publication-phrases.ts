import { phrasebook } from '../../kernel/language.ts';

/** Editing, publishing, congratulating, the press pack. */
export const publicationPhrases = phrasebook({
  // ── the post ──
  postText: {
    vi: (p: { headline: string }) => `Tuyên dương: ${p.headline}`,
    en: (p: { headline: string }) => `Praise: ${p.headline}`,
  },
  postContext: {
    vi: (p: { kind: string; number: string }) => `:star2: ${p.kind} · ${p.number}`,
    en: (p: { kind: string; number: string }) => `:star2: ${p.kind} · ${p.number}`,
  },
  praised: {
    vi: (p: { names: string }) => `Tuyên dương: *${p.names}*`,
    en: (p: { names: string }) => `Praised: *${p.names}*`,
  },
  congratulate: { vi: 'Chúc mừng', en: 'Congratulate' },
  congratulations: {
    vi: (p: { count: number }) =>
      p.count === 0 ? 'Hãy là người đầu tiên chúc mừng.' : `:tada: ${p.count} người chúc mừng`,
    en: (p: { count: number }) =>
      p.count === 0
        ? 'Be the first to congratulate.'
        : `:tada: ${p.count} ${p.count === 1 ? 'person congratulates' : 'people congratulate'}`,
  },
  appliedBy: {
    vi: (p: { count: number; units: string }) => `:seedling: ${p.count} đơn vị học tập: ${p.units}`,
    en: (p: { count: number; units: string }) =>
      `:seedling: ${p.count} ${p.count === 1 ? 'unit copies' : 'units copy'} it: ${p.units}`,
  },
  takenDown: {
    vi: (p: { number: string }) => `Bài tuyên dương ${p.number} đã được gỡ.`,
    en: (p: { number: string }) => `The praise ${p.number} was taken down.`,
  },
  congratulated: {
    vi: ':tada: Anh/chị đã chúc mừng. Cảm ơn anh/chị!',
    en: ':tada: You have congratulated. Thank you!',
  },
  congratulatedBefore: {
    vi: 'Anh/chị đã chúc mừng rồi; mỗi người được tính một lần.',
    en: 'You have congratulated already; everybody counts once.',
  },
  ownPraise: {
    vi: 'Đây là bài tuyên dương anh/chị; lời chúc mừng để đồng nghiệp gửi nhé.',
    en: 'This praises you; leave the congratulations to your colleagues.',
  },
  notPublished: {
    vi: 'Bài này không còn được đăng nên không nhận lời chúc mừng.',
    en: 'This is not published any more.',
  },

  // ── the card of communications ──
  readyText: {
    vi: (p: { number: string; names: string }) => `${p.number} chờ biên tập: ${p.names}`,
    en: (p: { number: string; names: string }) => `${p.number} is ready to be edited: ${p.names}`,
  },
  readyHeading: { vi: 'Gương tốt chờ biên tập', en: 'Praise to edit' },
  readyLine: {
    vi: (p: { number: string; kind: string; names: string; state: string }) =>
      `*${p.number}* · ${p.kind} · ${p.state}\n${p.names}`,
    en: (p: { number: string; kind: string; names: string; state: string }) =>
      `*${p.number}* · ${p.kind} · ${p.state}\n${p.names}`,
  },
  edit: { vi: 'Biên tập, đăng', en: 'Edit and publish' },
  editOut: { vi: 'Sửa bài', en: 'Edit' },
  putAside: { vi: 'Không đăng', en: 'Do not publish' },
  takeDown: { vi: 'Gỡ bài', en: 'Take down' },
  pressPack: { vi: 'Tài liệu cho báo chí', en: 'Press pack' },

  // ── the form ──
  editTitle: { vi: 'Biên tập bài', en: 'Edit the post' },
  preview: { vi: 'Xem trước', en: 'Preview' },
  previewTitle: { vi: 'Xem trước', en: 'Preview' },
  publish: { vi: 'Đăng', en: 'Publish' },
  mayNotName: {
    vi: (p: { names: string }) =>
      `:no_entry: Chưa được nêu tên: *${p.names}* (chưa đồng ý, hoặc thủ trưởng chưa xác nhận).`,
    en: (p: { names: string }) =>
      `:no_entry: Not to be named: *${p.names}* (no consent, or not endorsed).`,
  },
  headline: { vi: 'Tiêu đề', en: 'Headline' },
  text: { vi: 'Nội dung bài', en: 'Text' },
  textHint: {
    vi: 'Không nêu tên người dân khi chưa có sự đồng ý của họ; viết "một người dân".',
    en: 'Do not name citizens without their consent; write "a citizen".',
  },
  citizens: { vi: 'Người dân trong bài', en: 'Citizens in the text' },
  citizensNone: { vi: 'Không nêu tên người dân nào', en: 'None is named' },
  citizensNamed: { vi: 'Có nêu tên, đã có sự đồng ý', en: 'Named, with their consent' },
  record: { vi: 'Sự đồng ý được ghi ở đâu', en: 'Record of the consent' },
  recordHint: {
    vi: 'Chỉ khi nêu tên: ai đồng ý, ngày nào, bằng cách nào (giấy, tin nhắn, ghi âm).',
    en: 'When named: who agreed, when and how (paper, message, recording).',
  },
  channels: { vi: 'Đăng ở kênh', en: 'Post in' },
  draftText: {
    vi: (p: {
      names: string;
      period: string;
      place: string;
      deed: string;
      result: string;
      method: string | null;
    }) =>
      [
        `${p.period}, tại ${p.place}, ${p.names}: ${p.deed}`,
        `Kết quả: ${p.result}`,
        ...(p.method ? [`Cách làm: ${p.method}`] : []),
      ].join('\n\n'),
    en: (p: {
      names: string;
      period: string;
      place: string;
      deed: string;
      result: string;
      method: string | null;
    }) =>
      [
        `${p.period}, at ${p.place}, ${p.names}: ${p.deed}`,
        `Result: ${p.result}`,
        ...(p.method ? [`Method: ${p.method}`] : []),
      ].join('\n\n'),
  },
  published: {
    vi: (p: { number: string; channels: string }) =>
      `:white_check_mark: Đang đăng *${p.number}* ở ${p.channels}.`,
    en: (p: { number: string; channels: string }) =>
      `:white_check_mark: *${p.number}* is going out in ${p.channels}.`,
  },
  publishedBefore: {
    vi: (p: { number: string }) =>
      `*${p.number}* đã đăng ở các kênh này; nội dung mới được cập nhật ngay trên bài.`,
    en: (p: { number: string }) =>
      `*${p.number}* is in these channels already; the post shows the newest words.`,
  },
  closeReason: { vi: 'Lý do', en: 'Reason' },
  closeHint: {
    vi: 'Người đề nghị và người được tuyên dương đọc được lý do này.',
    en: 'Those who reported it and those who are praised read this.',
  },
  send: { vi: 'Gửi', en: 'Send' },
  closedNow: {
    vi: (p: { number: string; state: 'declined' | 'withdrawn' }) =>
      p.state === 'declined'
        ? `:white_check_mark: ${p.number}: không đăng; người đề nghị được báo.`
        : `:white_check_mark: ${p.number} đang được gỡ khỏi các kênh.`,
    en: (p: { number: string; state: 'declined' | 'withdrawn' }) =>
      p.state === 'declined'
        ? `:white_check_mark: ${p.number} is not published; those who reported it are told.`
        : `:white_check_mark: ${p.number} is being taken down.`,
  },

  undelivered: {
    vi: (p: { number: string; channel: string }) =>
      `Bài tuyên dương ${p.number} chưa đăng được ở ${p.channel}`,
    en: (p: { number: string; channel: string }) =>
      `The praise ${p.number} could not be posted in ${p.channel}`,
  },
  undeliveredNext: {
    vi: (p: { reason: string }) =>
      `Slack báo: ${p.reason}. Anh/chị mời Thi Đua vào kênh (/invite @Thi Đua), rồi bấm Sửa bài và đăng lại ở kênh này.`,
    en: (p: { reason: string }) =>
      `Slack says: ${p.reason}. Invite Thi Đua to the channel (/invite @Thi Đua), then press Edit and publish there again.`,
  },

  // ── news ──
  newsText: {
    vi: (p: {
      news: 'published' | 'declined' | 'withdrawn' | 'back_to_edit';
      number: string;
      names: string;
    }) =>
      ({
        published: `Đã đăng bài tuyên dương ${p.names} (${p.number})`,
        declined: `Bài tuyên dương ${p.names} (${p.number}) không đăng`,
        withdrawn: `Bài tuyên dương ${p.names} (${p.number}) đã được gỡ`,
        back_to_edit: `Bài tuyên dương ${p.number} tạm gỡ để sửa lại`,
      })[p.news],
    en: (p: {
      news: 'published' | 'declined' | 'withdrawn' | 'back_to_edit';
      number: string;
      names: string;
    }) =>
      ({
        published: `The praise of ${p.names} (${p.number}) is published`,
        declined: `The praise of ${p.names} (${p.number}) is not published`,
        withdrawn: `The praise of ${p.names} (${p.number}) was taken down`,
        back_to_edit: `The praise ${p.number} was taken down to be rewritten`,
      })[p.news],
  },
  newsReason: { vi: 'Lý do:', en: 'Reason:' },
  noConsent: {
    vi: 'Người được tuyên dương chưa đồng ý công bố tên.',
    en: 'Those who are praised did not agree to be named.',
  },
  backToEdit: {
    vi: 'Một người trong bài không đồng ý công bố tên nữa. Bộ phận truyền thông viết lại rồi đăng; bản đã gửi báo chí cần được thu hồi.',
    en: 'Somebody in it no longer agrees to be named. Communications rewrite and publish it; what the press has must be called back.',
  },
  pressHas: {
    vi: 'Bản đã gửi báo chí, nếu có, cần được thu hồi.',
    en: 'What the press has, if anything, must be called back.',
  },

  // ── the press pack ──
  packComing: {
    vi: 'Tài liệu đang được gửi vào tin nhắn riêng của anh/chị.',
    en: 'The file is on its way to your direct messages.',
  },
  packComment: {
    vi: (p: { number: string }) =>
      `Tài liệu cho báo chí về ${p.number}. Gửi đi xong mà có người rút đồng ý thì phải báo thu hồi.`,
    en: (p: { number: string }) =>
      `Press pack of ${p.number}. If somebody withdraws consent later, it must be called back.`,
  },
  packNotYet: {
    vi: 'Tài liệu cho báo chí chỉ có khi bài đang được đăng.',
    en: 'There is a press pack only while the post is out.',
  },
  packNoConsent: {
    vi: (p: { names: string }) =>
      `Chưa đồng ý lên báo chí: ${p.names}. Người đó bấm “Đồng ý, cả báo chí” trong tin nhắn của Thi Đua thì mới lập được tài liệu.`,
    en: (p: { names: string }) =>
      `No consent for the press: ${p.names}. They can give it in their message from Thi Đua.`,
  },

  // ── refusals ──
  notCommunications: {
    vi: 'Việc này dành cho người làm truyền thông của đơn vị.',
    en: 'This is for those who do communications for the unit.',
  },
  closed: {
    vi: 'Bài tuyên dương này đã khép lại nên không sửa, đăng được nữa.',
    en: 'This praise is closed and cannot be edited or published.',
  },
  nobodyAgreed: {
    vi: 'Chưa có ai vừa đồng ý công bố vừa được thủ trưởng xác nhận nên chưa đăng được.',
    en: 'Nobody has both agreed and been endorsed yet, so it cannot be published.',
  },
  nameWithoutConsent: {
    vi: (p: { names: readonly string[] }) =>
      `Bỏ tên ${p.names.join(', ')}: chưa đồng ý công bố hoặc thủ trưởng chưa xác nhận.`,
    en: (p: { names: readonly string[] }) =>
      `Please leave out ${p.names.join(', ')}: no consent, or not endorsed.`,
  },
  citizenWithoutConsent: {
    vi: (p: { names: readonly string[] }) =>
      `Bài nêu tên người dân: ${p.names.join(', ')}. Bỏ tên ra, hoặc chọn “Có nêu tên” và ghi sự đồng ý.`,
    en: (p: { names: readonly string[] }) =>
      `Citizens are named: ${p.names.join(', ')}. Leave them out, or record their consent below.`,
  },
  recordMissing: {
    vi: 'Nêu tên người dân thì ghi rõ ai đồng ý, ngày nào, bằng cách nào.',
    en: 'Please write who agreed, when and how.',
  },
  channelsMissing: { vi: 'Anh/chị chọn ít nhất một kênh.', en: 'Please choose a channel.' },
  tooManyChannels: {
    vi: (p: { most: number }) => `Chọn nhiều nhất ${p.most} kênh.`,
    en: (p: { most: number }) => `At most ${p.most} channels.`,
  },

  // ── home ──
  homeHeading: { vi: '*Gương tốt chờ biên tập*', en: '*Praise to edit*' },
  homeMore: {
    vi: (p: { count: number }) => `… và ${p.count} bài khác. Xem tất cả: \`/tuyenduong danh sách\``,
    en: (p: { count: number }) => `… and ${p.count} more. All of them: \`/tuyenduong list\``,
  },
});
