import { phrasebook } from '../kernel/language.ts';

export const refusalPhrases = phrasebook({
  noWindow: {
    vi: (p: { year: number; unit: string }) =>
      `Năm ${p.year} chưa có đợt đăng ký danh hiệu cho ${p.unit}. Anh/chị hỏi thư ký thi đua của đơn vị về lịch đăng ký.`,
    en: (p: { year: number; unit: string }) =>
      `No registration of titles is set for ${p.unit} for ${p.year}. Please ask the secretary of emulation of your unit about the calendar.`,
  },
  noWindowAtAll: {
    vi: (p: { unit: string }) =>
      `Chưa có lịch đăng ký danh hiệu cho ${p.unit}. Anh/chị hỏi thư ký thi đua của đơn vị.`,
    en: (p: { unit: string }) =>
      `No registration of titles is set for ${p.unit} yet. Please ask the secretary of emulation of your unit.`,
  },
  notYetOpen: {
    vi: (p: { year: number; opens: string; closes: string }) =>
      `Chưa đến đợt đăng ký danh hiệu năm ${p.year}: nhận từ ngày ${p.opens} đến hết ngày ${p.closes}.`,
    en: (p: { year: number; opens: string; closes: string }) =>
      `Registration of titles for ${p.year} is not open yet: it runs from ${p.opens} to ${p.closes} inclusive.`,
  },
  closed: {
    vi: (p: { year: number; opens: string; closes: string }) =>
      `Đợt đăng ký danh hiệu năm ${p.year} đã đóng: nhận từ ngày ${p.opens} đến hết ngày ${p.closes}. Cần bổ sung hay sửa, anh/chị đề nghị thủ trưởng: thủ trưởng đăng ký thay, kèm lý do, bằng lệnh \`/dangky bổ sung\`.`,
    en: (p: { year: number; opens: string; closes: string }) =>
      `Registration of titles for ${p.year} is closed: it ran from ${p.opens} to ${p.closes} inclusive. To add or amend, please ask your head, who registers for you, with a reason, by \`/dangky late\`.`,
  },
  given: {
    vi: (p: { title: string; year: number; number: string; day: string }) =>
      `${p.title} năm ${p.year} đã được tặng theo Quyết định số ${p.number} ngày ${p.day}, nên đăng ký của năm ${p.year} được giữ nguyên. Có sai sót, anh/chị báo thư ký thi đua của đơn vị.`,
    en: (p: { title: string; year: number; number: string; day: string }) =>
      `${p.title} for ${p.year} was given by decision ${p.number} of ${p.day}, so the registration for ${p.year} stays as it is. If something is wrong, please tell the secretary of emulation of your unit.`,
  },
  voted: {
    vi: (p: { year: number }) =>
      `Đăng ký năm ${p.year} đã được đưa ra hội đồng bỏ phiếu, nên được giữ nguyên. Có sai sót, anh/chị báo thư ký thi đua của đơn vị.`,
    en: (p: { year: number }) =>
      `The registration for ${p.year} was put to the vote of a council, so it stays as it is. If something is wrong, please tell the secretary of emulation of your unit.`,
  },
  notHeadOfUnit: {
    vi: 'Chỉ thủ trưởng đơn vị đăng ký danh hiệu cho tập thể. Anh/chị chưa được giao vai trò thủ trưởng đơn vị nào; đăng ký cho cá nhân bằng lệnh `/dangky`.',
    en: 'Only the head of a unit registers titles for it. You are not recorded as the head of that unit; use `/dangky` to register for yourself.',
  },
  nothingChosen: {
    vi: 'Anh/chị chọn ít nhất một danh hiệu.',
    en: 'Please choose at least one title.',
  },
  commendation: {
    vi: (p: { form: string; citation: string }) =>
      `${p.form} là hình thức khen thưởng nên không đăng ký từ đầu năm; chỉ đăng ký danh hiệu thi đua (${p.citation}).`,
    en: (p: { form: string; citation: string }) =>
      `${p.form} is a form of commendation, which is not registered; only emulation titles are (${p.citation}).`,
  },
  initiative: {
    vi: (p: { citation: string }) =>
      `Sáng kiến không phải đăng ký từ đầu năm (${p.citation}). Khi có sáng kiến, anh/chị nộp bất cứ lúc nào bằng lệnh \`/sangkien\`.`,
    en: (p: { citation: string }) =>
      `Initiatives are not registered at the start of the year (${p.citation}). Hand one in at any time with \`/sangkien\`.`,
  },
  ofCollective: {
    vi: (p: { title: string }) =>
      `${p.title} là danh hiệu của tập thể. Thủ trưởng đơn vị đăng ký bằng lệnh \`/dangky đơn vị\`.`,
    en: (p: { title: string }) =>
      `${p.title} is a title for collectives. The head of the unit registers it with \`/dangky đơn vị\`.`,
  },
  ofPerson: {
    vi: (p: { title: string }) =>
      `${p.title} là danh hiệu của cá nhân. Từng người đăng ký bằng lệnh \`/dangky\`.`,
    en: (p: { title: string }) =>
      `${p.title} is a title for persons. Each person registers it with \`/dangky\`.`,
  },
  lowerTakenOut: {
    vi: (p: { title: string; above: string; citation: string }) =>
      `Đăng ký ${p.above} thì không bỏ ${p.title}, vì danh hiệu được đăng ký theo trình tự từ thấp đến cao (${p.citation}). Anh/chị chọn lại ${p.title}, hoặc bỏ cả ${p.above}.`,
    en: (p: { title: string; above: string; citation: string }) =>
      `${p.title} cannot be left out while ${p.above} is registered, because titles are registered in order from low to high (${p.citation}). Please choose ${p.title} again, or leave out ${p.above} too.`,
  },
  unknownTitle: {
    vi: (p: { word: string }) => `“${p.word}” không phải danh hiệu thi đua đăng ký được.`,
    en: (p: { word: string }) => `“${p.word}” is no emulation title that can be registered.`,
  },
  canBeRegistered: {
    vi: (p: { titles: string }) => `Có thể đăng ký, từ thấp đến cao: ${p.titles}.`,
    en: (p: { titles: string }) => `What can be registered, from low to high: ${p.titles}.`,
  },
  changedMeanwhile: {
    vi: 'Bản đăng ký đã thay đổi sau khi anh/chị mở biểu mẫu này. Chưa có gì được ghi; anh/chị đóng biểu mẫu và gõ lại `/dangky` để xem bản hiện tại.',
    en: 'The registration was changed after this form was opened. Nothing was saved; close the form and type `/dangky` again to see it as it is.',
  },
  notYours: {
    vi: 'Chỉ thủ trưởng có thẩm quyền của đơn vị (hoặc thư ký thi đua khi đơn vị chưa có thủ trưởng) xác nhận hay trả lại bản đăng ký này, và không ai tự xác nhận cho mình. Chưa có gì thay đổi.',
    en: 'Only a head with authority over the unit (or the secretary of emulation while the unit has no head) confirms or returns this registration, and nobody their own. Nothing was changed.',
  },
  noRegistration: {
    vi: 'Không tìm thấy bản đăng ký này. Chưa có gì thay đổi.',
    en: 'This registration was not found. Nothing was changed.',
  },
  reasonNeeded: {
    vi: 'Anh/chị ghi lý do để người đăng ký biết cần sửa gì.',
    en: 'Please give the reason, so that it is clear what to amend.',
  },
  stillOpen: {
    vi: (p: { name: string; closes: string }) =>
      `Đợt đăng ký còn nhận đến hết ngày ${p.closes}: ${p.name} tự đăng ký bằng lệnh \`/dangky\`. Thủ trưởng chỉ đăng ký thay sau khi đợt đã đóng.`,
    en: (p: { name: string; closes: string }) =>
      `Registration is open until ${p.closes} inclusive: ${p.name} registers with \`/dangky\`. A head registers for others only after it has closed.`,
  },
  lateReasonNeeded: {
    vi: 'Anh/chị ghi lý do đăng ký sau hạn; lý do được lưu cùng bản đăng ký.',
    en: 'Please say why it is late; the reason is kept with the registration.',
  },
  notYourStaff: {
    vi: 'Chỉ thủ trưởng có thẩm quyền xác nhận (hoặc thư ký thi đua khi đơn vị chưa có thủ trưởng) đăng ký bổ sung cho người hay tập thể này, và không ai tự bổ sung cho mình. Chưa có gì thay đổi.',
    en: 'Only the head who would confirm it (or the secretary of emulation while the unit has no head) registers late for this person or collective, and nobody for themself. Nothing was changed.',
  },
  chooseOneSubject: {
    vi: 'Anh/chị chọn một người hoặc một tập thể.',
    en: 'Please choose either one person or one collective.',
  },
});
