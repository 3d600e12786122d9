import { phrasebook } from '../../kernel/language.ts';

/** The words of the choice for whom to join. */
export const joinPhrases = phrasebook({
  joinTitle: { vi: 'Hưởng ứng phong trào', en: 'Join the campaign' },
  joinFor: { vi: 'Hưởng ứng cho', en: 'Join for' },
  joinForHint: {
    vi: 'Chọn một hoặc nhiều. Đã đăng ký thì không hủy được.',
    en: 'Choose one or more. A registration stays.',
  },
  joinSelf: { vi: 'Cá nhân tôi', en: 'Myself' },
  join: { vi: 'Hưởng ứng', en: 'Join' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  done: { vi: 'Xong', en: 'Done' },
});
