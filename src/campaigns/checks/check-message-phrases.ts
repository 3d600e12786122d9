import { phrasebook } from '../../kernel/language.ts';

/** The words of messages about checks. */
export const checkMessagePhrases = phrasebook({
  coming: {
    vi: (p: { day: string; name: string }) =>
      `Ngày ${p.day}, anh/chị kiểm tra phong trào “${p.name}”`,
    en: (p: { day: string; name: string }) => `On ${p.day} you check the campaign “${p.name}”`,
  },
  today: {
    vi: (p: { name: string }) => `Hôm nay anh/chị kiểm tra phong trào “${p.name}”`,
    en: (p: { name: string }) => `Today you check the campaign “${p.name}”`,
  },
  late: {
    vi: (p: { day: string; name: string }) =>
      `Đợt kiểm tra ngày ${p.day} của phong trào “${p.name}” chưa ghi đủ kết quả`,
    en: (p: { day: string; name: string }) =>
      `The findings of the check of ${p.day} of “${p.name}” are not all recorded`,
  },
  ahead: {
    vi: (p: { day: string; name: string }) =>
      `Ngày ${p.day}, đơn vị của anh/chị được kiểm tra việc thực hiện phong trào “${p.name}”`,
    en: (p: { day: string; name: string }) =>
      `On ${p.day} your unit is checked in the campaign “${p.name}”`,
  },
  aheadHint: {
    vi: 'Đề nghị anh/chị chuẩn bị số liệu, hồ sơ liên quan và bố trí người làm việc với đoàn kiểm tra.',
    en: 'Please have figures and papers ready, and somebody there to meet those who check.',
  },
  notYourUnit: {
    vi: (p: { day: string }) => `Đơn vị của anh/chị không còn trong đợt kiểm tra ngày ${p.day}.`,
    en: (p: { day: string }) => `Your unit is no longer in the check of ${p.day}.`,
  },
  notYours: {
    vi: 'Anh/chị không còn được phân công trong đợt kiểm tra này.',
    en: 'You are no longer named for this check.',
  },
  struck: {
    vi: (p: { day: string; reason: string }) => `Đợt kiểm tra ngày ${p.day} đã bỏ: ${p.reason}`,
    en: (p: { day: string; reason: string }) => `The check of ${p.day} was struck: ${p.reason}`,
  },
  done: {
    vi: (p: { day: string; name: string }) =>
      `Đợt kiểm tra ngày ${p.day} của phong trào “${p.name}” đã ghi đủ kết quả.`,
    en: (p: { day: string; name: string }) =>
      `The findings of the check of ${p.day} of “${p.name}” are recorded.`,
  },
  lateHint: {
    vi: 'Đề nghị anh/chị mở đợt kiểm tra và bấm *Ghi kết quả* cho từng đơn vị.',
    en: 'Please open the check and record the findings of each unit.',
  },
  over: {
    vi: {
      withdrawn: (p: { day: string; name: string }) =>
        `Phong trào “${p.name}” đã hủy, đợt kiểm tra ngày ${p.day} không tiến hành nữa.`,
      reviewed: (p: { day: string; name: string }) =>
        `Phong trào “${p.name}” đã tổng kết, đợt kiểm tra ngày ${p.day} không ghi kết quả nữa.`,
    },
    en: {
      withdrawn: (p: { day: string; name: string }) =>
        `“${p.name}” was withdrawn; its check of ${p.day} is off.`,
      reviewed: (p: { day: string; name: string }) =>
        `“${p.name}” has had its final review; its check of ${p.day} takes no more findings.`,
    },
  },
  withdrawn: {
    vi: (p: { day: string; reason: string }) =>
      `Phong trào đã hủy, đợt kiểm tra ngày ${p.day} không tiến hành nữa: ${p.reason}`,
    en: (p: { day: string; reason: string }) =>
      `The campaign was withdrawn, the check of ${p.day} is off: ${p.reason}`,
  },
  moved: {
    vi: (p: { from: string; to: string; reason: string }) =>
      `Đợt kiểm tra ngày ${p.from} dời sang ngày ${p.to}: ${p.reason}`,
    en: (p: { from: string; to: string; reason: string }) =>
      `The check of ${p.from} was moved to ${p.to}: ${p.reason}`,
  },
  found: {
    vi: (p: { unit: string; day: string }) => `Kết quả kiểm tra ${p.unit} ngày ${p.day}`,
    en: (p: { unit: string; day: string }) => `Findings of the check of ${p.unit} on ${p.day}`,
  },
  recordedBy: {
    vi: (p: { name: string }) => `Người ghi: ${p.name}`,
    en: (p: { name: string }) => `Recorded by ${p.name}`,
  },
  toldText: {
    vi: (p: { unit: string; name: string }) => `${p.name} (${p.unit}) báo đã khắc phục`,
    en: (p: { unit: string; name: string }) => `${p.name} (${p.unit}) tells of mending`,
  },
  accepted: {
    vi: (p: { unit: string; name: string }) => `${p.name} đã chấp nhận khắc phục của ${p.unit}.`,
    en: (p: { unit: string; name: string }) => `${p.name} accepted what ${p.unit} mended.`,
  },
  returned: {
    vi: (p: { unit: string; name: string; reason: string; by: string }) =>
      `${p.name} trả lại báo cáo khắc phục của ${p.unit}: ${p.reason}\nHạn mới: ${p.by}`,
    en: (p: { unit: string; name: string; reason: string; by: string }) =>
      `${p.name} returned what ${p.unit} mended: ${p.reason}\nTo be mended by ${p.by}`,
  },
});
