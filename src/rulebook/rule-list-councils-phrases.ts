import { phrasebook } from '../kernel/language.ts';

/** What the rules on councils are called in the list of rules. */
export const councilRulePhrases = phrasebook({
  expected: { vi: 'Đơn vị phải có hội đồng', en: 'Units that must have councils' },
  expectedAt: {
    vi: 'BHXH tỉnh, đơn vị đứng đầu cây tổ chức, và đơn vị đã từng có hội đồng',
    en: 'the province, the unit at the top of the tree, and units that had one',
  },
  minimum: {
    vi: {
      emulation: 'Số thành viên tối thiểu: Hội đồng Thi đua – Khen thưởng',
      initiative: 'Số thành viên tối thiểu: Hội đồng sáng kiến',
    },
    en: {
      emulation: 'Fewest members: emulation council',
      initiative: 'Fewest members: initiative council',
    },
  },
  offices: {
    vi: {
      emulation: 'Chức danh phải có: Hội đồng Thi đua – Khen thưởng',
      initiative: 'Chức danh phải có: Hội đồng sáng kiến',
    },
    en: {
      emulation: 'Offices that must be held: emulation council',
      initiative: 'Offices that must be held: initiative council',
    },
  },
  office: {
    vi: {
      chair: 'Chủ tịch',
      vice_chair: 'Phó Chủ tịch',
      standing_member: 'Ủy viên thường trực',
      secretary: 'Thư ký',
      member: 'Ủy viên',
    },
    en: {
      chair: 'chair',
      vice_chair: 'vice chair',
      standing_member: 'standing member',
      secretary: 'secretary',
      member: 'member',
    },
  },
  odd: { vi: 'Số thành viên nên là số lẻ', en: 'The number of members should be odd' },
  leavers: {
    vi: 'Kiện toàn khi có thành viên chuyển đi hoặc nghỉ',
    en: 'Recompose when a member has left',
  },
  expiringDays: {
    vi: 'Báo trước khi hội đồng hết nhiệm kỳ (ngày)',
    en: 'Days before the end of a term on which it is told of',
  },
});
