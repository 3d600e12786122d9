import { phrasebook } from '../kernel/language.ts';

/** What the rules on score sheets are called in the list of rules. */
export const scoringRulePhrases = phrasebook({
  scoreDefault: { vi: 'Phiếu chấm điểm sáng kiến dùng trước', en: 'Score sheet offered first' },
  scoreEnough: {
    vi: 'Số phiếu chấm tối thiểu so với số thành viên được chấm',
    en: 'Score sheets needed, of those who may score',
  },
  scoreSheet: {
    vi: (p: { sheet: string }) => `Phiếu chấm: ${p.sheet}`,
    en: (p: { sheet: string }) => `Score sheet: ${p.sheet}`,
  },
  scoreCriterion: {
    vi: (p: { name: string; max: number; min: number }) =>
      `${p.name} ${p.max} (tối thiểu ${p.min})`,
    en: (p: { name: string; max: number; min: number }) => `${p.name} ${p.max} (minimum ${p.min})`,
  },
  scorePass: {
    vi: (p: { sheet: string }) => `${p.sheet}: tổng điểm trung bình để đạt`,
    en: (p: { sheet: string }) => `${p.sheet}: average total to pass`,
  },
  scoreMinimumBy: {
    vi: (p: { sheet: string }) => `${p.sheet}: mức tối thiểu so với`,
    en: (p: { sheet: string }) => `${p.sheet}: the minimum is compared with`,
  },
  scoreMinimum: {
    vi: (p: { sheet: string; criterion: string }) =>
      `${p.sheet}: điểm tối thiểu của ${p.criterion}`,
    en: (p: { sheet: string; criterion: string }) => `${p.sheet}: minimum of ${p.criterion}`,
  },
  scoreShare: {
    vi: (p: { sheet: string }) => `${p.sheet}: số thành viên đánh giá đạt`,
    en: (p: { sheet: string }) => `${p.sheet}: members who find all reached`,
  },
});
