import { phrasebook } from '../kernel/language.ts';

export const phrases = phrasebook({
  otherWorkspace: {
    vi: 'Thi Đua chỉ phục vụ không gian làm việc của cơ quan đã cài đặt.',
    en: 'Thi Đua serves only the workspace of the agency that installed it.',
  },
  expired: {
    vi: 'Biểu mẫu mở quá chậm nên Slack không nhận nữa. Chưa có gì được ghi; anh/chị thao tác lại lần nữa.',
    en: 'The form opened too late for Slack. Nothing was changed; please try again.',
  },
  unexpected: {
    vi: (p: { reference: string }) =>
      `Hệ thống gặp lỗi và chưa ghi gì. Anh/chị thử lại; nếu vẫn lỗi, báo quản trị viên mã ${p.reference}.`,
    en: (p: { reference: string }) =>
      `Something failed and nothing was changed. Please try again; if it fails again, give the administrator the code ${p.reference}.`,
  },
  staleButton: {
    vi: 'Nút này không còn dùng được. Chưa có gì thay đổi; anh/chị mở lại từ lệnh hoặc từ trang chủ của Thi Đua.',
    en: 'This button is out of use. Nothing was changed; please start again from the command or the Home of Thi Đua.',
  },
  somebody: { vi: 'người khác', en: 'somebody' },
  aChannel: { vi: 'kênh', en: 'channel' },
  invalidField: { vi: 'Giá trị này chưa hợp lệ.', en: 'This value is not valid.' },
  notice: { vi: 'Thông báo', en: 'Notice' },
  close: { vi: 'Đóng', en: 'Close' },
  homeGreeting: {
    vi: (p: { name: string }) => `Chào anh/chị ${p.name}`,
    en: (p: { name: string }) => `Hello ${p.name}`,
  },
  homeCommands: {
    vi: 'Gõ lệnh ở bất kỳ kênh nào: `/dangky` đăng ký danh hiệu, `/sangkien` nộp sáng kiến, `/hoidong` việc của hội đồng, `/phongtrao` phong trào thi đua, `/tuyenduong` gương tốt, `/thidua` điều kiện xét danh hiệu. Thêm `trợ giúp` sau lệnh để xem hướng dẫn.',
    en: 'Type a command in any channel: `/dangky` registers titles, `/sangkien` hands in an initiative, `/hoidong` is for councils, `/phongtrao` for campaigns, `/tuyenduong` for good deeds, `/thidua` shows what a title takes. Add `help` for guidance.',
  },
  helpHeading: { vi: '*Thi Đua*', en: '*Thi Đua*' },
  unknownWords: {
    vi: (p: { words: string }) => `Thi Đua chưa hiểu “${p.words}”. Anh/chị có thể gõ:`,
    en: (p: { words: string }) => `Thi Đua does not know “${p.words}”. You can type:`,
  },
});
