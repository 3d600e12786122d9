import { phrasebook } from '../../kernel/language.ts';

/** Reporting somebody's deed, in three steps. */
export const reportPhrases = phrasebook({
  title: {
    vi: (p: { step: 1 | 2 | 3 }) => `Tuyên dương (${p.step}/3)`,
    en: (p: { step: 1 | 2 | 3 }) => `Praise (${p.step} of 3)`,
  },
  next: { vi: 'Tiếp tục', en: 'Next' },
  send: { vi: 'Gửi tuyên dương', en: 'Send' },
  saving: {
    vi: 'Ai cũng có thể kể về việc tốt của đồng nghiệp, đơn vị. Mỗi lần bấm *Tiếp tục*, bước đó được lưu; đóng lại thì gõ `/tuyenduong` để viết tiếp.',
    en: 'Anybody may tell of what colleagues or units do well. Each *Next* saves its step; type `/tuyenduong` to go on later.',
  },
  fromMessage: {
    vi: 'Tin nhắn đã thành phần *việc làm cụ thể* ở bước 2:',
    en: 'The message became *what was done* in step 2:',
  },
  messageCut: {
    vi: ':scissors: Tin nhắn quá dài nên phần cuối đã được cắt.',
    en: ':scissors: The message was too long; its end was cut off.',
  },
  kind: { vi: 'Loại', en: 'Kind' },
  kindHint: {
    vi: 'Điển hình tiên tiến: làm tốt trong cả một thời gian, có cách làm để nơi khác học theo.',
    en: 'An advanced model does well over a period, with a method for others to copy.',
  },
  persons: { vi: 'Người được tuyên dương', en: 'Who is praised' },
  personsHint: {
    vi: 'Tối đa 5 người; đông hơn thì chọn tập thể. Không tự tuyên dương mình.',
    en: 'Up to five; choose a collective for more. Not yourself.',
  },
  unit: { vi: 'Tập thể được tuyên dương', en: 'Collective' },
  chooseUnit: { vi: 'Gõ tên đơn vị', en: 'Type the unit’s name' },
  choose: { vi: 'Chọn một', en: 'Choose one' },
  happenedOn: { vi: 'Ngày diễn ra, hoặc bắt đầu', en: 'Day, or first day' },
  endedOn: { vi: 'Đến ngày', en: 'Last day' },
  endedOnHint: {
    vi: 'Chỉ ghi với điển hình tiên tiến; bỏ trống nếu đang tiếp tục.',
    en: 'For an advanced model only; leave empty if it goes on.',
  },
  deed: { vi: 'Việc làm cụ thể', en: 'What was done' },
  place: { vi: 'Ở đâu', en: 'Where' },
  placeExample: { vi: 'Ví dụ: bộ phận một cửa, BHXH cơ sở', en: 'For example: the one-stop desk' },
  result: { vi: 'Kết quả, tác động', en: 'Result' },
  beneficiaries: { vi: 'Ai được hưởng lợi', en: 'Who benefits' },
  method: { vi: 'Cách làm để nơi khác học theo', en: 'The method to copy' },
  source: { vi: 'Biết được từ đâu', en: 'Where it is known from' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  citizens: { vi: 'Người dân được nêu tên ở trên', en: 'Citizens named above' },
  citizensHint: {
    vi: 'Mỗi người một dòng; bỏ trống nếu không nêu tên ai. Tên người dân không được đăng khi chưa có sự đồng ý.',
    en: 'One a line; leave empty if there are none. Their names are not published without their consent.',
  },
  files: { vi: 'Ảnh, tài liệu', en: 'Pictures and documents' },
  forPress: { vi: 'Dùng ảnh', en: 'Use of the pictures' },
  forPressYes: {
    vi: 'Ảnh dùng được để đăng báo; người trong ảnh đã đồng ý',
    en: 'The press may have them; those in the pictures agreed',
  },

  // ── the receipt ──
  receiptTitle: { vi: 'Đã gửi tuyên dương', en: 'Sent' },
  receipt: {
    vi: (p: { number: string; names: string }) =>
      `:white_check_mark: Đã ghi *${p.number}*: ${p.names}. Cảm ơn anh/chị.`,
    en: (p: { number: string; names: string }) =>
      `:white_check_mark: Recorded as *${p.number}*: ${p.names}. Thank you.`,
  },
  receiptNext: {
    vi: 'Người được tuyên dương được hỏi có đồng ý công bố không, thủ trưởng xác nhận, rồi bộ phận truyền thông biên tập và đăng. Anh/chị được báo kết quả.',
    en: 'Those praised are asked for consent, the head endorses, then communications edit and publish. You will hear of it.',
  },
  receiptJoined: {
    vi: (p: { number: string; names: string }) =>
      `:white_check_mark: Việc ngày này của ${p.names} đã có người kể (*${p.number}*). Lời kể của anh/chị được ghép vào đó để không đăng hai lần; anh/chị được báo kết quả.`,
    en: (p: { number: string; names: string }) =>
      `:white_check_mark: What ${p.names} did that day was reported already (*${p.number}*). Your words were added, so that it is not posted twice; you will hear of it.`,
  },
  filesComing: {
    vi: 'Tệp kèm theo đang được kiểm tra; kết quả báo qua tin nhắn.',
    en: 'The files are being checked; the result comes by message.',
  },

  // ── drafts ──
  draftsHeading: { vi: '*Tuyên dương anh/chị đang viết*', en: '*Praise that you are writing*' },
  draftLine: {
    vi: (p: { label: string; savedAt: string }) => `${p.label}\nLưu lúc ${p.savedAt}`,
    en: (p: { label: string; savedAt: string }) => `${p.label}\nSaved at ${p.savedAt}`,
  },
  untitled: { vi: 'Chưa ghi việc làm', en: 'Nothing written yet' },
  resume: { vi: 'Viết tiếp', en: 'Go on' },
  discard: { vi: 'Bỏ', en: 'Discard' },
  anew: { vi: 'Viết mới', en: 'Write a new one' },
  discarded: { vi: 'Đã bỏ bản nháp.', en: 'The draft is discarded.' },

  // ── refusals ──
  selfPraise: {
    vi: 'Việc tốt của mình để đồng nghiệp kể sẽ hay hơn. Anh/chị bỏ tên mình ra; muốn ghi nhận cách làm của mình, anh/chị nộp sáng kiến bằng /sangkien.',
    en: 'Your own deeds are better told by a colleague. Please leave yourself out; for a method of your own there is /sangkien.',
  },
  nobodyNamed: {
    vi: 'Anh/chị chọn ít nhất một người, hoặc một tập thể.',
    en: 'Please choose a person or a collective.',
  },
  personUnknown: {
    vi: 'Có người chưa có trong danh sách cán bộ đang công tác. Anh/chị bỏ tên người đó ra, hoặc chọn tập thể.',
    en: 'Somebody is not in the staff list. Please leave them out or choose their unit.',
  },
  unitUnknown: { vi: 'Đơn vị này không còn hoạt động.', en: 'This unit is no more.' },
  dayAhead: { vi: 'Ngày này chưa tới.', en: 'This day is still to come.' },
  periodOfDeed: {
    vi: 'Chỉ điển hình tiên tiến mới có ngày kết thúc. Anh/chị bỏ ngày này hoặc đổi loại.',
    en: 'Only an advanced model has a last day. Please clear it or change the kind.',
  },
  periodReversed: {
    vi: 'Ngày kết thúc phải sau ngày bắt đầu.',
    en: 'The last day must not be before the first.',
  },
  methodMissing: {
    vi: 'Điển hình tiên tiến cần có cách làm để nơi khác học theo.',
    en: 'An advanced model needs the method that others can copy.',
  },
  messageEmpty: {
    vi: 'Tin nhắn này không có chữ để ghi lại. Anh/chị gõ /tuyenduong để tự viết.',
    en: 'There are no words in this message. Type /tuyenduong to write it yourself.',
  },
  tooManyDrafts: {
    vi: (p: { most: number }) =>
      `Anh/chị đang có ${p.most} bản nháp. Gõ /tuyenduong để gửi hoặc bỏ bớt rồi viết tiếp.`,
    en: (p: { most: number }) =>
      `You have ${p.most} drafts. Type /tuyenduong to send or discard some first.`,
  },
  draftGone: {
    vi: 'Bản nháp này không còn nữa, hoặc còn thiếu bước trước. Anh/chị gõ /tuyenduong để viết lại.',
    en: 'This draft is gone, or a step is missing. Please type /tuyenduong to write it again.',
  },
  tooManyReports: {
    vi: (p: { most: number }) =>
      `Hôm nay anh/chị đã gửi ${p.most} lời tuyên dương, nhiều nhất trong một ngày. Bản này được giữ lại; mai anh/chị gõ /tuyenduong để gửi tiếp.`,
    en: (p: { most: number }) =>
      `You have sent ${p.most} today, as many as a day takes. This one is kept; type /tuyenduong tomorrow to send it.`,
  },
});
