import { phrasebook } from '../../kernel/language.ts';

/** The drafts of a person, and the message that becomes one. */
export const draftPhrases = phrasebook({
  heading: { vi: '*Bản nháp của anh/chị*', en: '*Your drafts*' },
  line: {
    vi: (p: { label: string; savedAt: string }) => `*${p.label}*\nlưu lúc ${p.savedAt}`,
    en: (p: { label: string; savedAt: string }) => `*${p.label}*\nsaved at ${p.savedAt}`,
  },
  untitled: { vi: 'Chưa có tên', en: 'No title yet' },
  resume: { vi: 'Viết tiếp', en: 'Go on' },
  discard: { vi: 'Xóa', en: 'Delete' },
  discardTitle: { vi: 'Xóa bản nháp?', en: 'Delete the draft?' },
  discardText: {
    vi: 'Bản nháp mất hẳn, không lấy lại được.',
    en: 'It is gone for good.',
  },
  discardYes: { vi: 'Xóa bản nháp', en: 'Delete' },
  discardNo: { vi: 'Giữ lại', en: 'Keep it' },
  discarded: { vi: 'Đã xóa bản nháp.', en: 'The draft was deleted.' },
  anew: { vi: 'Viết sáng kiến mới', en: 'Write a new one' },

  fromMessageTitle: { vi: 'Ghi thành sáng kiến', en: 'Make an initiative' },
  fromMessage: {
    vi: 'Tin nhắn đã được giữ thành bản nháp. Anh/chị đang có bản nháp khác; chọn bản viết tiếp bây giờ, các bản còn lại vẫn giữ.',
    en: 'The message is kept as a draft. You have other drafts; choose the one to go on with, the others stay.',
  },
  thisMessage: { vi: ':speech_balloon: Từ tin nhắn này', en: ':speech_balloon: From this message' },
  close: { vi: 'Đóng', en: 'Close' },
});
