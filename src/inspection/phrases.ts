import type { ReviewKind } from '../database/generated/enums.ts';
import { counted, phrasebook } from '../kernel/language.ts';
import { type Day, formatDay } from '../kernel/time.ts';

interface ReviewLine {
  code: string;
  unit: string;
  kind: ReviewKind;
  day: Day;
  days: number;
}

/** The inspection report. */
export const inspectionPhrases = phrasebook({
  usage: {
    vi: [
      '• `/thidua kiểm tra` – việc quá hạn, hội đồng cần kiện toàn, kiểm tra phong trào (thanh tra, thư ký thi đua)',
    ],
    en: [
      '• `/thidua inspection` – what is overdue, councils to be mended, checks of campaigns (inspector, secretary)',
    ],
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
      `• *${p.number}* (${p.unit}): ${p.task}, due ${formatDay(p.by)}, ${counted(p.days, 'day')} late _(${p.source})_`,
  },
  councils: {
    vi: (p: { count: number }) => `*Hội đồng cần kiện toàn: ${p.count}*`,
    en: (p: { count: number }) => `*Councils to be mended: ${p.count}*`,
  },
  checks: {
    vi: (p: { count: number }) => `*Đợt kiểm tra phong trào quá ngày: ${p.count}*`,
    en: (p: { count: number }) => `*Checks of campaigns overdue: ${p.count}*`,
  },
  checkLine: {
    vi: (p: { code: string; unit: string; day: Day; days: number; checkers: string }) =>
      `• *${p.code}* (${p.unit}): ngày ${formatDay(p.day)}, quá ${p.days} ngày · ${p.checkers || 'chưa phân công'}`,
    en: (p: { code: string; unit: string; day: Day; days: number; checkers: string }) =>
      `• *${p.code}* (${p.unit}): ${formatDay(p.day)}, ${counted(p.days, 'day')} late · ${p.checkers || 'nobody named'}`,
  },
  findings: {
    vi: (p: { count: number }) => `*Kết quả kiểm tra chưa khắc phục: ${p.count}*`,
    en: (p: { count: number }) => `*Findings not mended: ${p.count}*`,
  },
  findingLine: {
    vi: (p: { code: string; unit: string; by: Day; days: number; told: boolean }) =>
      `• *${p.code}*, ${p.unit}: hạn ${formatDay(p.by)}${p.days > 0 ? `, quá ${p.days} ngày` : ''}${p.told ? ' · đã báo khắc phục, chờ duyệt' : ''}`,
    en: (p: { code: string; unit: string; by: Day; days: number; told: boolean }) =>
      `• *${p.code}*, ${p.unit}: by ${formatDay(p.by)}${p.days > 0 ? `, ${counted(p.days, 'day')} late` : ''}${p.told ? ' · told of mending, to be judged' : ''}`,
  },
  reviews: {
    vi: (p: { count: number }) => `*Phong trào quá hạn sơ kết, tổng kết: ${p.count}*`,
    en: (p: { count: number }) => `*Campaigns whose review is overdue: ${p.count}*`,
  },
  reviewLine: {
    vi: (p: ReviewLine) =>
      `• *${p.code}* (${p.unit}): ${p.kind === 'midterm' ? 'sơ kết' : 'tổng kết'} ngày ${formatDay(p.day)}, quá ${p.days} ngày`,
    en: (p: ReviewLine) =>
      `• *${p.code}* (${p.unit}): ${p.kind === 'midterm' ? 'mid-term' : 'final'} review of ${formatDay(p.day)}, ${counted(p.days, 'day')} late`,
  },
  nothing: { vi: 'Không có.', en: 'None.' },
  more: {
    vi: (p: { count: number }) => `Còn ${p.count} mục nữa.`,
    en: (p: { count: number }) => `${p.count} more.`,
  },
});
