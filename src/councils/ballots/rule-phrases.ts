import { phrasebook } from '../../kernel/language.ts';

/** Which of the rules of a vote nobody has checked against the text, said once. */
export const rulePhrases = phrasebook({
  unverifiedParts: {
    vi: (p: { parts: string }) => `:warning: Chưa xác minh với văn bản: ${p.parts}.`,
    en: (p: { parts: string }) => `:warning: Not verified against the text: ${p.parts}.`,
  },
  ruleParts: {
    vi: {
      rule: 'ngưỡng và hình thức bỏ phiếu',
      quorum: 'tỷ lệ tham gia tối thiểu',
      conflict: 'cách tính người có xung đột lợi ích',
      superior: 'thủ trưởng trực tiếp',
      substitutes: 'người dự thay',
    },
    en: {
      rule: 'threshold and method',
      quorum: 'quorum',
      conflict: 'how members in conflict count',
      superior: 'immediate superiors',
      substitutes: 'substitutes',
    },
  },
});
