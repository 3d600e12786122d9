import { counted, phrasebook } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';

const monthText = (month: Day) => `${month.slice(5, 7)}/${month.slice(0, 4)}`;

/** The digest of a month, and the duty of heads. */
export const calendarPhrases = phrasebook({
  digestHeading: {
    vi: (p: { month: Day }) => `Gương tốt tháng ${monthText(p.month)}`,
    en: (p: { month: Day }) => `Praise of ${monthText(p.month)}`,
  },
  digestLine: {
    vi: (p: {
      headline: string;
      number: string;
      names: string;
      congratulations: number;
      units: number;
    }) =>
      `*${p.headline}* (${p.number})\n${p.names}${p.congratulations > 0 ? ` · ${p.congratulations} người chúc mừng` : ''}${p.units > 0 ? ` · ${p.units} đơn vị học tập` : ''}`,
    en: (p: {
      headline: string;
      number: string;
      names: string;
      congratulations: number;
      units: number;
    }) =>
      `*${p.headline}* (${p.number})\n${p.names}${p.congratulations > 0 ? ` · ${p.congratulations} congratulated` : ''}${p.units > 0 ? ` · copied by ${p.units}` : ''}`,
  },
  digestMore: {
    vi: (p: { count: number }) => `… và ${p.count} bài khác: \`/tuyenduong danh sách\``,
    en: (p: { count: number }) => `… and ${p.count} more: \`/tuyenduong list\``,
  },
  directWorkers: {
    vi: (p: { direct: number; all: number; percent: number }) =>
      `Người lao động trực tiếp: ${p.direct}/${p.all} người được tuyên dương (${p.percent}%)`,
    en: (p: { direct: number; all: number; percent: number }) =>
      `Direct workers: ${p.direct} of ${p.all} who are praised (${p.percent}%)`,
  },
  digestInvite: {
    vi: 'Anh/chị biết một việc tốt? Gõ `/tuyenduong` để kể.',
    en: 'Do you know of a good deed? Type `/tuyenduong` to tell of it.',
  },

  dutyText: {
    vi: (p: { units: string }) => `Quý trước chưa có gương tốt nào được phát hiện ở ${p.units}.`,
    en: (p: { units: string }) => `Nobody was brought forward last quarter in ${p.units}.`,
  },
  dutyHint: {
    vi: 'Phát hiện điển hình là trách nhiệm của người đứng đầu (Công văn 4793/BHXH-TĐKT). Gõ `/tuyenduong` để kể một việc tốt của người lao động trực tiếp.',
    en: 'Discovering models is a duty of heads (Công văn 4793/BHXH-TĐKT). Type `/tuyenduong` to tell of what a direct worker did.',
  },
  homeHeading: {
    vi: '*Phát hiện gương tốt, điển hình*',
    en: '*Discovering good deeds and models*',
  },
  homeLine: {
    vi: (p: { unit: string; lastOn: Day | null; days: number }) =>
      p.lastOn === null
        ? `${p.unit}: chưa có lần nào`
        : `${p.unit}: gần nhất ngày ${formatDay(p.lastOn)} (${p.days === 0 ? 'hôm nay' : `${p.days} ngày trước`})`,
    en: (p: { unit: string; lastOn: Day | null; days: number }) =>
      p.lastOn === null
        ? `${p.unit}: none yet`
        : `${p.unit}: last on ${formatDay(p.lastOn)} (${p.days === 0 ? 'today' : `${counted(p.days, 'day')} ago`})`,
  },
});
