import type { ReviewKind } from '../../database/generated/enums.ts';
import { refusing } from '../../kernel/errors.ts';
import { counted, phrasebook } from '../../kernel/language.ts';

const kinds = {
  vi: { midterm: 'Sơ kết', final: 'Tổng kết' },
  en: { midterm: 'Mid-term review', final: 'Final review' },
} satisfies Record<string, Record<ReviewKind, string>>;

const low = (kind: ReviewKind) => kinds.vi[kind].toLocaleLowerCase('vi');
const lowEn = (kind: ReviewKind) => kinds.en[kind].toLocaleLowerCase('en');

interface Named {
  kind: ReviewKind;
  code: string;
  name: string;
}

interface Finishing {
  kind: ReviewKind;
  channels: number;
  proposals: number;
  /** Whether an unfinished mid-term review lapses. */
  midterm: boolean;
}

/** Sơ kết, tổng kết of campaigns. */
export const reviewPhrases = phrasebook({
  kind: { vi: (kind: ReviewKind) => kinds.vi[kind], en: (kind: ReviewKind) => kinds.en[kind] },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Quay lại', en: 'Back' },

  // ── refusals ──
  mayNotReview: {
    vi: 'Sơ kết, tổng kết phong trào do thủ trưởng, thư ký thi đua hoặc cán bộ truyền thông của đơn vị phát động thực hiện.',
    en: 'Reviews of a campaign are written by heads, secretaries of emulation and communications officers of the unit that launched it.',
  },
  mayNotFinish: {
    vi: 'Người có quyền phát động phong trào mới hoàn thành sơ kết, tổng kết. Thủ trưởng đã được báo khi nội dung soạn xong.',
    en: 'Only whoever may launch the campaign finishes its review. The head was told when it was written.',
  },
  notOut: {
    vi: 'Phong trào chưa phát động hoặc đã rút, nên không có sơ kết, tổng kết.',
    en: 'The campaign is not launched, or was withdrawn, so there is nothing to review.',
  },
  noMidterm: {
    vi: 'Kế hoạch của phong trào không có sơ kết.',
    en: 'The plan of this campaign has no mid-term review.',
  },
  notEnded: {
    vi: (p: { day: string }) =>
      `Phong trào còn đến hết ngày ${p.day}; tổng kết từ sáng hôm sau, khi phong trào đã kết thúc.`,
    en: (p: { day: string }) =>
      `The campaign runs to the end of ${p.day}; it is reviewed from the morning after.`,
  },
  reviewedBefore: {
    vi: 'Nội dung này đã hoàn thành, hoặc phong trào đã tổng kết, nên không sửa nữa.',
    en: 'This was finished, or the campaign is reviewed, so it is not changed any more.',
  },
  nothingWritten: {
    vi: 'Chưa có nội dung. Anh/chị bấm Soạn nội dung trước.',
    en: 'Nothing is written yet. Please write it first.',
  },
  changedMeanwhile: {
    vi: 'Nội dung vừa có người sửa. Anh/chị mở lại để xem bản mới, rồi làm tiếp; chưa có gì thay đổi.',
    en: 'Somebody has just changed it. Please open it again and go on from there; nothing was changed.',
  },
  heldInFuture: { vi: 'Ngày này chưa đến.', en: 'This day is still to come.' },
  heldBeforeStart: {
    vi: (p: { day: string }) => `Phong trào bắt đầu ngày ${p.day}.`,
    en: (p: { day: string }) => `The campaign began on ${p.day}.`,
  },
  heldBeforeEnd: {
    vi: (p: { day: string }) => `Tổng kết không trước ngày kết thúc phong trào (${p.day}).`,
    en: (p: { day: string }) =>
      `A final review is not before the last day of the campaign (${p.day}).`,
  },
  oneSubject: {
    vi: 'Anh/chị chọn một tập thể hoặc một cá nhân.',
    en: 'Please choose one collective or one person.',
  },
  unitNotAddressed: {
    vi: 'Đơn vị này không thuộc phạm vi của phong trào.',
    en: 'This unit is not among those addressed.',
  },
  personNotAddressed: {
    vi: 'Người này không làm việc trong phạm vi của phong trào.',
    en: 'This person does not work in the units addressed.',
  },
  personUnknown: {
    vi: 'Người này chưa có trong danh sách cán bộ.',
    en: 'This person is not in the staff list.',
  },
  notOneself: {
    vi: 'Không ai đề nghị khen thưởng cho chính mình.',
    en: 'Nobody proposes themselves.',
  },
  proposedBefore: {
    vi: (p: { name: string }) =>
      `${p.name} đã có trong danh sách. Sửa thì bỏ đề nghị cũ rồi ghi lại.`,
    en: (p: { name: string }) =>
      `${p.name} is on the list already. To change it, take the old one off first.`,
  },
  tooMany: {
    vi: (p: { most: number }) => `Danh sách có nhiều nhất ${p.most} đề nghị.`,
    en: (p: { most: number }) => `The list takes ${p.most} at most.`,
  },

  // ── a review ──
  notWritten: { vi: 'Chưa soạn nội dung.', en: 'Nothing is written yet.' },
  planned: {
    vi: (p: { day: string }) => `Theo kế hoạch: ${p.day}`,
    en: (p: { day: string }) => `Planned for ${p.day}`,
  },
  writtenBy: {
    vi: (p: { name: string; at: string }) => `${p.name} soạn lúc ${p.at}; chưa hoàn thành.`,
    en: (p: { name: string; at: string }) => `Written by ${p.name} at ${p.at}; not finished.`,
  },
  finishedBy: {
    vi: (p: { name: string; at: string }) => `${p.name} hoàn thành lúc ${p.at}.`,
    en: (p: { name: string; at: string }) => `Finished by ${p.name} at ${p.at}.`,
  },
  lapsed: {
    vi: 'Không hoàn thành được nữa, vì phong trào đã tổng kết; nội dung được lưu, không đăng.',
    en: 'It can be finished no more, for the campaign is reviewed; the text is kept, not posted.',
  },
  lapsedNews: {
    vi: (p: Named) =>
      `Phong trào *${p.code}* ${p.name} đã tổng kết trước khi ${low(p.kind)} hoàn thành. Nội dung ${low(p.kind)} được lưu trong hồ sơ phong trào và không đăng nữa.`,
    en: (p: Named) =>
      `Campaign *${p.code}* ${p.name} had its final review before its ${lowEn(p.kind)} was finished. The text is kept on record and will not be posted.`,
  },
  heldOn: { vi: 'Ngày tổ chức', en: 'Held on' },
  results: { vi: 'Kết quả nổi bật', en: 'Results' },
  limits: { vi: 'Hạn chế, nguyên nhân', en: 'Limits and their causes' },
  lessons: { vi: 'Bài học kinh nghiệm', en: 'Lessons' },
  write: { vi: 'Soạn nội dung', en: 'Write it' },
  amend: { vi: 'Sửa nội dung', en: 'Change it' },
  save: { vi: 'Lưu', en: 'Save' },
  report: { vi: 'Dự thảo báo cáo (.docx)', en: 'Draft report (.docx)' },
  finish: {
    vi: (kind: ReviewKind) => `Hoàn thành ${low(kind)}`,
    en: (kind: ReviewKind) => `Finish the ${lowEn(kind)}`,
  },
  finishTitle: { vi: 'Hoàn thành?', en: 'Finish it?' },
  finishText: {
    vi: (p: Finishing) =>
      [
        `Kết quả được đăng vào ${p.channels} kênh của phong trào và không sửa được nữa.`,
        ...(p.kind === 'final' && p.proposals > 0
          ? [`${p.proposals} đề nghị khen thưởng được chuyển đến thư ký thi đua.`]
          : []),
        ...(p.kind === 'final' && p.proposals === 0 ? ['Chưa có đề nghị khen thưởng nào.'] : []),
        ...(p.midterm ? ['Sơ kết đã soạn nhưng chưa hoàn thành sẽ không đăng nữa.'] : []),
      ].join(' '),
    en: (p: Finishing) =>
      [
        `The results are posted into ${counted(p.channels, 'channel')} and cannot be changed any more.`,
        ...(p.kind === 'final' && p.proposals > 0
          ? [`For the secretary: ${counted(p.proposals, 'proposed commendation')}.`]
          : []),
        ...(p.kind === 'final' && p.proposals === 0 ? ['No commendation is proposed yet.'] : []),
        ...(p.midterm
          ? ['The mid-term review, written and not finished, will not be posted.']
          : []),
      ].join(' '),
  },
  finished: {
    vi: (p: { kind: ReviewKind; channels: number; proposed: number }) =>
      `:white_check_mark: Đã hoàn thành ${low(p.kind)}, đăng kết quả vào ${p.channels} kênh${p.proposed > 0 ? `, chuyển ${p.proposed} đề nghị khen thưởng đến thư ký thi đua` : ''}.`,
    en: (p: { kind: ReviewKind; channels: number; proposed: number }) =>
      `:white_check_mark: The ${lowEn(p.kind)} is finished and posted into ${counted(p.channels, 'channel')}${p.proposed > 0 ? `; ${counted(p.proposed, 'proposed commendation')} went to the secretary` : ''}.`,
  },
  finishedBefore: {
    vi: 'Nội dung này đã hoàn thành trước đó.',
    en: 'It was finished before.',
  },
  coming: {
    vi: 'Đang soạn báo cáo; tệp .docx sẽ đến trong tin nhắn riêng với Thi Đua.',
    en: 'The report is being drafted; the .docx will come in your direct messages with Thi Đua.',
  },

  // ── commendations ──
  proposals: {
    vi: (p: { count: number; prizes: number | null }) =>
      `*Đề nghị khen thưởng: ${p.count}*${p.prizes === null ? '' : ` (kế hoạch: ${p.prizes})`}`,
    en: (p: { count: number; prizes: number | null }) =>
      `*Proposed commendations: ${p.count}*${p.prizes === null ? '' : ` (planned: ${p.prizes})`}`,
  },
  overPrizes: {
    vi: (p: { count: number; prizes: number }) =>
      `:warning: Đề nghị ${p.count}, nhiều hơn ${p.prizes} giải trong kế hoạch.`,
    en: (p: { count: number; prizes: number }) =>
      `:warning: ${p.count} proposed, more than the ${p.prizes} planned.`,
  },
  propose: { vi: 'Thêm đề nghị khen thưởng', en: 'Propose a commendation' },
  proposeTitle: { vi: 'Đề nghị khen thưởng', en: 'Propose' },
  unit: { vi: 'Tập thể', en: 'Collective' },
  person: { vi: 'Hoặc cá nhân', en: 'Or a person' },
  choose: { vi: 'Chọn một', en: 'Choose one' },
  form: { vi: 'Hình thức', en: 'Form' },
  merit: { vi: 'Thành tích', en: 'Merit' },
  remove: { vi: 'Bỏ', en: 'Take off' },

  // ── messages ──
  due: {
    vi: (p: Named & { stage: 'soon' | 'due' | 'late'; day: string }) =>
      ({
        soon: `:calendar: Sắp đến ngày ${low(p.kind)} phong trào *${p.code}* ${p.name}: ${p.day}.`,
        due: `:calendar: Hôm nay là ngày ${low(p.kind)} phong trào *${p.code}* ${p.name} theo kế hoạch (${p.day}).`,
        late: `:warning: Phong trào *${p.code}* ${p.name} chưa ${low(p.kind)}: theo kế hoạch là ngày ${p.day}.`,
      })[p.stage],
    en: (p: Named & { stage: 'soon' | 'due' | 'late'; day: string }) =>
      ({
        soon: `:calendar: The ${lowEn(p.kind)} of campaign *${p.code}* ${p.name} is coming: ${p.day}.`,
        due: `:calendar: The ${lowEn(p.kind)} of campaign *${p.code}* ${p.name} is planned for today (${p.day}).`,
        late: `:warning: Campaign *${p.code}* ${p.name} has had no ${lowEn(p.kind)}: it was planned for ${p.day}.`,
      })[p.stage],
  },
  dueHint: {
    vi: 'Thi Đua soạn sẵn dự thảo báo cáo từ số liệu; anh/chị ghi kết quả, hạn chế, bài học.',
    en: 'Thi Đua drafts the report from the data; you add the results, limits and lessons.',
  },
  ready: {
    vi: (p: Named) =>
      `:memo: Nội dung ${low(p.kind)} phong trào *${p.code}* ${p.name} đã soạn xong, trình anh/chị xem xét.`,
    en: (p: Named) =>
      `:memo: The ${lowEn(p.kind)} of campaign *${p.code}* ${p.name} is written, for you to read.`,
  },
  readyHint: {
    vi: (p: { kind: ReviewKind }) =>
      `Anh/chị mở ra, sửa nếu cần, rồi bấm *Hoàn thành ${low(p.kind)}* để đăng kết quả.`,
    en: (p: { kind: ReviewKind }) =>
      `Open it, change what you wish, then press *Finish the ${lowEn(p.kind)}* to post the results.`,
  },
  posted: {
    vi: (p: Named) => `${kinds.vi[p.kind]} phong trào *${p.code}* ${p.name}`,
    en: (p: Named) => `${kinds.en[p.kind]} of campaign *${p.code}* ${p.name}`,
  },
  thanks: {
    vi: (p: { unit: string; counts: string }) =>
      `${p.unit} trân trọng cảm ơn ${p.counts} đã hưởng ứng.`,
    en: (p: { unit: string; counts: string }) => `${p.unit} thanks ${p.counts} for joining.`,
  },
  goesOn: {
    vi: (p: { day: string }) => `Phong trào tiếp tục đến hết ngày ${p.day}.`,
    en: (p: { day: string }) => `The campaign goes on to the end of ${p.day}.`,
  },
  ranking: { vi: 'Xếp hạng', en: 'Ranking' },
  rewards: {
    vi: (p: Named & { count: number }) =>
      `:trophy: Tổng kết phong trào *${p.code}* ${p.name} đề nghị khen thưởng ${p.count} tập thể, cá nhân. Anh/chị trình hội đồng hoặc thủ trưởng theo quy định.`,
    en: (p: Named & { count: number }) =>
      `:trophy: The final review of campaign *${p.code}* ${p.name} proposes ${counted(p.count, 'commendation')}. Please put them before the council or the head as the rules say.`,
  },
  rewardLine: {
    vi: (p: { name: string; form: string; by: string }) => `*${p.name}* – ${p.form} (${p.by})`,
    en: (p: { name: string; form: string; by: string }) => `*${p.name}* – ${p.form} (${p.by})`,
  },
  more: {
    vi: (p: { count: number }) => `Và ${p.count} đề nghị nữa, trong dự thảo báo cáo.`,
    en: (p: { count: number }) => `And ${p.count} more, in the draft report.`,
  },
});

/** A refusal in the words of reviews. */
export const reviewRefusal = refusing(reviewPhrases);
