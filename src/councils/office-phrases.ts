import type { Language } from '../kernel/language.ts';
import type { CouncilOffice } from './rules.ts';

/** What the offices of a council are called, on cards and on paper. */
export const officeNames: Record<Language, Record<CouncilOffice, string>> = {
  vi: {
    chair: 'Chủ tịch',
    vice_chair: 'Phó Chủ tịch',
    standing_member: 'Ủy viên thường trực',
    secretary: 'Ủy viên thư ký',
    member: 'Ủy viên',
  },
  en: {
    chair: 'Chair',
    vice_chair: 'Vice chair',
    standing_member: 'Standing member',
    secretary: 'Secretary',
    member: 'Member',
  },
};
