import { phrasebook } from '../kernel/language.ts';
import { type Day, formatDay } from '../kernel/time.ts';

/** The inspection report. */
export const inspectionPhrases = phrasebook({
  usage: {
    vi: ['• `/thidua kiểm tra` – việc quá hạn, hội đồng cần kiện toàn (thanh tra, thư ký thi đua)'],
    en: ['• `/thidua inspection` – what is overdue, councils to be mended (inspector, secretary)'],
  },
  notYours: {
    vi: 'Báo cáo kiểm tra dành cho người làm công tác kiểm tra và thư ký thi đua của đơn vị hoặc cấp trên.',
    en: 'The inspection report is for inspectors and secretaries of emulation of the unit or of one above it.',
  },
  title: { vi: 'Báo cáo kiểm tra', en: 'Inspection report' },
  close: { vi: 'Đóng', en: 'Close' },
  heading: {
    vi: (p: { units: string; on: Day }) => `*${p.units}* · đến ngày ${formatDay(p.on)}`,
    en: (p: { units: string; on: Day }) => `*${p.units}* · on ${formatDay(p.on)}`,
  },
  overdue: {
    vi: (p: { count: number }) => `*Sáng kiến quá hạn: ${p.count}*`,
    en: (p: { count: number }) => `*Initiatives overdue: ${p.count}*`,
  },
  overdueLine: {
    vi: (p: {
      number: string;
      unit: string;
      task: string;
      by: Day;
      days: number;
      source: string;
    }) =>
      `• *${p.number}* (${p.unit}): ${p.task}, hạn ${formatDay(p.by)}, quá ${p.days} ngày _(${p.source})_`,
    en: (p: {
      number: string;
      unit: string;
      task: string;
      by: Day;
      days: number;
      source: string;
    }) =>
      `• *${p.number}* (${p.unit}): ${p.task}, due ${formatDay(p.by)}, ${p.days} days late _(${p.source})_`,
  },
  councils: {
    vi: (p: { count: number }) => `*Hội đồng cần kiện toàn: ${p.count}*`,
    en: (p: { count: number }) => `*Councils to be mended: ${p.count}*`,
  },
  nothing: { vi: 'Không có.', en: 'None.' },
  more: {
    vi: (p: { count: number }) => `Còn ${p.count} mục nữa.`,
    en: (p: { count: number }) => `${p.count} more.`,
  },
});
