import { phrasebook } from '../../kernel/language.ts';

/** What is said of papers; the papers themselves are in Vietnamese, as their official forms are. */
export const documentPhrases = phrasebook({
  label: { vi: 'Văn bản để in, ký', en: 'Papers to print and sign (in Vietnamese)' },
  names: {
    vi: {
      request: 'Đơn yêu cầu',
      receipt: 'Giấy biên nhận',
      certificate: 'Giấy chứng nhận',
      answer: 'Văn bản không công nhận',
      form_refusal: 'Thông báo không tiếp nhận',
    },
    en: {
      request: 'Request form',
      receipt: 'Receipt',
      certificate: 'Certificate',
      answer: 'Refusal in writing',
      form_refusal: 'Notice of non-acceptance',
    },
  },
  coming: {
    vi: 'Đang soạn văn bản; tệp .docx sẽ đến trong tin nhắn với Thi Đua.',
    en: 'The paper is being made; the .docx file will come as a message from Thi Đua.',
  },
  title: { vi: 'Văn bản', en: 'Paper' },
  close: { vi: 'Đóng', en: 'Close' },
  notYet: {
    vi: 'Sáng kiến này chưa có văn bản đó.',
    en: 'This initiative does not have that paper yet.',
  },
  comment: {
    vi: (p: { paper: string; number: string; title: string; byHand: boolean }) =>
      `${p.paper} – sáng kiến ${p.number}: ${p.title}. Anh/chị kiểm tra lại trước khi ký${p.byHand ? '; ngày sinh, trình độ chuyên môn còn trống thì ghi tay' : ''}.`,
    en: (p: { paper: string; number: string; title: string; byHand: boolean }) =>
      `${p.paper} – initiative ${p.number}: ${p.title}. Please check it before it is signed${p.byHand ? '; days of birth and qualifications that are left empty are written in by hand' : ''}.`,
  },
});
