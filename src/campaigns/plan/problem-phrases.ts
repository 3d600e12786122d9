import { phrasebook } from '../../kernel/language.ts';

/** What is wrong with a plan, each told at its field. */
export const problemPhrases = phrasebook({
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
  mayNotWriteForUnit: {
    vi: 'Anh/chị không có quyền lập kế hoạch phong trào cho đơn vị này.',
    en: 'You may not write the plan of a campaign for this unit.',
  },
  scopeOutside: {
    vi: 'Chỉ chọn đơn vị phát động hoặc các đơn vị trực thuộc.',
    en: 'Please choose the launching unit, or units below it.',
  },
  scopeTooMany: {
    vi: (p: { most: number }) =>
      `Chọn tối đa ${p.most} đơn vị; chọn đơn vị cấp trên để gồm cả cấp dưới.`,
    en: (p: { most: number }) => `At most ${p.most} units; a unit includes all below it.`,
  },
  criterionWithoutPoints: {
    vi: (p: { line: number }) =>
      `Dòng ${p.line} chưa có điểm tối đa. Mỗi dòng một tiêu chí, ví dụ: “Hồ sơ đúng hạn: 40 điểm”.`,
    en: (p: { line: number }) =>
      `Line ${p.line} has no points. One criterion a line, such as “Files on time: 40 points”.`,
  },
  missing: { vi: 'Anh/chị điền mục này.', en: 'Please fill this in.' },
  notADay: {
    vi: (p: { wrong: string }) => `“${p.wrong}” không phải là ngày. Viết như 15/12/2026.`,
    en: (p: { wrong: string }) => `“${p.wrong}” is no day. Write it as 15/12/2026.`,
  },
  checksMissing: {
    vi: 'Kế hoạch cần ít nhất một ngày kiểm tra (Điều 17 Luật Thi đua, khen thưởng 2022).',
    en: 'A plan names at least one day on which the work is checked (Law of 2022, Article 17).',
  },
  checksTooMany: {
    vi: (p: { most: number }) => `Tối đa ${p.most} ngày kiểm tra.`,
    en: (p: { most: number }) => `At most ${p.most} days.`,
  },
  checkOutside: {
    vi: (p: { day: string; from: string; to: string }) =>
      `Ngày ${p.day} nằm ngoài thời gian phong trào (${p.from} – ${p.to}).`,
    en: (p: { day: string; from: string; to: string }) =>
      `${p.day} is outside the campaign (${p.from} – ${p.to}).`,
  },
  midtermMissing: {
    vi: (p: { years: number; source: string }) =>
      `Phong trào từ ${p.years} năm trở lên phải có ngày sơ kết. Căn cứ: ${p.source}.`,
    en: (p: { years: number; source: string }) =>
      `A campaign of ${p.years} years or more has a mid-term review. Basis: ${p.source}.`,
  },
  midtermOutside: {
    vi: (p: { from: string; to: string }) => `Ngày sơ kết phải sau ${p.from} và trước ${p.to}.`,
    en: (p: { from: string; to: string }) => `Must be after ${p.from} and before ${p.to}.`,
  },
  finalBeforeEnd: {
    vi: 'Ngày tổng kết phải từ ngày kết thúc trở đi.',
    en: 'The final review must not be before the last day.',
  },
  notANumber: {
    vi: 'Anh/chị viết một số nguyên, ví dụ 13.',
    en: 'Please write a whole number, such as 13.',
  },
  notASum: {
    vi: 'Anh/chị viết số tiền, ví dụ 20.000.000; ghi 0 nếu không dùng kinh phí riêng.',
    en: 'Please write a sum, such as 20.000.000; 0 when there is no budget of its own.',
  },
  budgetSourceMissing: {
    vi: 'Có kinh phí thì ghi rõ nguồn, ví dụ: Quỹ khen thưởng của đơn vị.',
    en: 'Please say where the money comes from.',
  },
  channelCount: {
    vi: (p: { most: number }) => `Anh/chị chọn từ 1 đến ${p.most} kênh.`,
    en: (p: { most: number }) => `Please choose 1 to ${p.most} channels.`,
  },
  pledgeByOutside: {
    vi: (p: { from: string; to: string }) =>
      `Hạn đăng ký phải trong thời gian phong trào (${p.from} – ${p.to}).`,
    en: (p: { from: string; to: string }) => `Must be within the campaign (${p.from} – ${p.to}).`,
  },
  escalateCount: {
    vi: (p: { most: number }) => `Anh/chị viết số ngày làm việc, từ 1 đến ${p.most}.`,
    en: (p: { most: number }) => `Please write a number of working days, 1 to ${p.most}.`,
  },
  launchAfterEnd: {
    vi: 'Giờ phát động phải trước khi phong trào kết thúc.',
    en: 'The launch must come before the campaign ends.',
  },
  launchPast: {
    vi: 'Giờ này đã qua. Để trống nếu phát động ngay khi được duyệt.',
    en: 'This time is past. Leave it empty to launch as soon as it is approved.',
  },
  pictureType: {
    vi: 'Chỉ nhận ảnh JPG hoặc PNG.',
    en: 'Only JPG and PNG pictures are taken.',
  },
  pictureContent: {
    vi: 'Tệp này không phải ảnh JPG hoặc PNG, dù tên có đuôi như vậy.',
    en: 'This file is no JPG or PNG picture, whatever its name says.',
  },
  pictureSize: {
    vi: (p: { megabytes: number }) => `Ảnh phải nhỏ hơn ${p.megabytes} MB và không rỗng.`,
    en: (p: { megabytes: number }) => `The picture must be under ${p.megabytes} MB, and not empty.`,
  },
  pictureUnread: {
    vi: 'Chưa đọc được ảnh từ Slack. Anh/chị thử gửi lại.',
    en: 'The picture could not be read from Slack. Please try again.',
  },
  pictureAltMissing: {
    vi: 'Có ảnh thì ghi mô tả, để người không xem được ảnh vẫn hiểu.',
    en: 'Please describe the picture for those who cannot see it.',
  },
});
