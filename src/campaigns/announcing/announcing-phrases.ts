import { phrasebook } from '../../kernel/language.ts';

/** The words of changing and withdrawing a launched campaign. */
export const announcingPhrases = phrasebook({
  notOut: {
    vi: 'Phong trào này không còn sửa hoặc hủy được: chưa phát động, đã kết thúc hoặc đã hủy.',
    en: 'This campaign can be changed or withdrawn no more: it is not launched, over, or withdrawn.',
  },
  edit: { vi: 'Sửa thông báo', en: 'Change' },
  editTitle: { vi: 'Sửa thông báo', en: 'Change the campaign' },
  save: { vi: 'Cập nhật', en: 'Update' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  editIntro: {
    vi: 'Mọi thông báo đã đăng và tin nhắn riêng được sửa tại chỗ, kèm ghi chú dưới đây.',
    en: 'Announcements and direct messages that are out are changed in place, with the note below.',
  },
  note: { vi: 'Nội dung sửa đổi', en: 'What changed' },
  notePlaceholder: {
    vi: 'Gia hạn đến 31/12; bổ sung tiêu chí hồ sơ qua mạng',
    en: 'Extended to 31/12; a criterion for online files was added',
  },
  noteMissing: { vi: 'Anh/chị ghi nội dung sửa đổi.', en: 'Please say what changed.' },
  picture: { vi: 'Ảnh', en: 'Picture' },
  keepPicture: { vi: 'Giữ ảnh hiện có', en: 'Keep the picture' },
  edited: {
    vi: 'Đã cập nhật. Các thông báo đang được sửa tại chỗ.',
    en: 'Updated. The announcements are being changed in place.',
  },
  nothingChanged: { vi: 'Không có gì thay đổi.', en: 'Nothing was changed.' },

  withdraw: { vi: 'Hủy phong trào', en: 'Withdraw' },
  withdrawTitle: { vi: 'Hủy phong trào', en: 'Withdraw the campaign' },
  withdrawIntro: {
    vi: 'Thông báo được sửa thành đã hủy, không nhận hưởng ứng nữa; người đã hưởng ứng được báo một lần. Không phục hồi được.',
    en: 'The announcements will say so, nobody joins any more, and those who joined are told once. It cannot be undone.',
  },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonMissing: { vi: 'Anh/chị ghi lý do hủy.', en: 'Please give the reason.' },
  withdrawn: {
    vi: (p: { code: string }) => `Đã hủy phong trào ${p.code}.`,
    en: (p: { code: string }) => `The campaign ${p.code} was withdrawn.`,
  },
  withdrawnNews: {
    vi: (p: { code: string; name: string; unit: string }) =>
      `${p.unit} đã hủy phong trào ${p.code} “${p.name}” mà anh/chị đã đăng ký hưởng ứng.`,
    en: (p: { code: string; name: string; unit: string }) =>
      `${p.unit} has withdrawn the campaign ${p.code} “${p.name}”, which you had joined.`,
  },
});
