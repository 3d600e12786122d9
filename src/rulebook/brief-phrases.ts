import { phrasebook } from '../kernel/language.ts';

/** How somebody stands with an award, in a line: for lists of many names. */
export const briefPhrases = phrasebook({
  met: { vi: 'Đủ tiêu chuẩn', en: 'Conditions met' },
  metUnverified: {
    vi: 'Đủ theo dữ liệu; quy định chưa xác minh',
    en: 'Met by the records; the rules are not verified',
  },
  look: {
    vi: (p: { why: string }) => `Cần xem: ${p.why}`,
    en: (p: { why: string }) => `To be looked at: ${p.why}`,
  },
  short: {
    vi: (p: { why: string }) => `Còn thiếu: ${p.why}`,
    en: (p: { why: string }) => `Not met: ${p.why}`,
  },
  versionsDiffer: {
    vi: 'quy định trước và sau 01/10/2026 cho kết quả khác nhau',
    en: 'the rules before and from 01/10/2026 differ',
  },
  notRegistered: {
    vi: { warn: 'chưa đăng ký trong năm', refuse: 'chưa đăng ký trong năm nên không xét' },
    en: {
      warn: 'not registered in the year',
      refuse: 'not registered in the year, so not considered',
    },
  },
  barred: {
    vi: ':lock: có việc chưa kết luận (chỉ thư ký, người kiểm tra thấy)',
    en: ':lock: an open matter (only the secretary and the inspector see this)',
  },
  counts: {
    vi: (p: { met: number; look: number; short: number }) =>
      [
        ...(p.met > 0 ? [`${p.met} đủ tiêu chuẩn`] : []),
        ...(p.look > 0 ? [`${p.look} cần xem`] : []),
        ...(p.short > 0 ? [`${p.short} còn thiếu`] : []),
      ].join(' · '),
    en: (p: { met: number; look: number; short: number }) =>
      [
        ...(p.met > 0 ? [`${p.met} met`] : []),
        ...(p.look > 0 ? [`${p.look} to be looked at`] : []),
        ...(p.short > 0 ? [`${p.short} not met`] : []),
      ].join(' · '),
  },
  either: { vi: ' hoặc ', en: ' or ' },

  // What is missing of one condition.
  ratings: {
    vi: {
      excellent: 'xuất sắc',
      good: 'tốt',
      completed: 'hoàn thành',
      not_completed: 'không hoàn thành',
    },
    en: {
      excellent: 'excellent',
      good: 'good',
      completed: 'completed',
      not_completed: 'not completed',
    },
  },
  rating: {
    vi: (p: { needed: string; found: string; year: number }) =>
      `xếp loại ${p.needed} năm ${p.year} (đã xếp ${p.found})`,
    en: (p: { needed: string; found: string; year: number }) =>
      `rating ${p.needed} of ${p.year} (was ${p.found})`,
  },
  noRating: {
    vi: (p: { needed: string; year: number }) =>
      `xếp loại ${p.needed} năm ${p.year} (chưa có dữ liệu)`,
    en: (p: { needed: string; year: number }) => `rating ${p.needed} of ${p.year} (not on record)`,
  },
  title: {
    vi: (p: { award: string; year: number }) => `${p.award} ${p.year}`,
    en: (p: { award: string; year: number }) => `${p.award} ${p.year}`,
  },
  discipline: {
    vi: (p: { kind: string; year: number }) => `không bị kỷ luật năm ${p.year} (đã bị ${p.kind})`,
    en: (p: { kind: string; year: number }) => `no discipline in ${p.year} (had ${p.kind})`,
  },
  months: {
    vi: (p: { needed: number; found: number }) => `${p.needed} tháng làm việc (có ${p.found})`,
    en: (p: { needed: number; found: number }) => `${p.needed} months worked (has ${p.found})`,
  },
  monthsUnknown: {
    vi: (p: { needed: number }) => `${p.needed} tháng làm việc (chưa có dữ liệu)`,
    en: (p: { needed: number }) => `${p.needed} months worked (not on record)`,
  },
  work: {
    vi: (p: { needed: number; level: string; found: number }) =>
      `${p.needed} sáng kiến, đề tài ${p.level} (có ${p.found})`,
    en: (p: { needed: number; level: string; found: number }) =>
      `${p.needed} initiatives or research ${p.level} (has ${p.found})`,
  },
  streak: {
    vi: (p: { of: string; needed: number; found: number }) =>
      `${p.needed} năm liên tục ${p.of} (có ${p.found})`,
    en: (p: { of: string; needed: number; found: number }) =>
      `${p.needed} years running ${p.of} (has ${p.found})`,
  },
  count: {
    vi: (p: { of: string; needed: number; found: number }) =>
      `${p.needed} lần ${p.of} (có ${p.found})`,
    en: (p: { of: string; needed: number; found: number }) =>
      `${p.of} ${p.needed} times (has ${p.found})`,
  },
  consecutive: {
    vi: (p: { award: string; times: number; found: number }) =>
      `${p.times} lần liên tục ${p.award} (có ${p.found})`,
    en: (p: { award: string; times: number; found: number }) =>
      `${p.award} ${p.times} times running (has ${p.found})`,
  },
  members: {
    vi: (p: { award: string; pct: string; found: string }) =>
      `tỷ lệ ${p.award} ${p.pct} (${p.found})`,
    en: (p: { award: string; pct: string; found: string }) =>
      `${p.pct} of the members with ${p.award} (${p.found})`,
  },
  membersAtLeast: {
    vi: (p: { award: string; needed: number }) => `${p.needed} cá nhân đạt ${p.award}`,
    en: (p: { award: string; needed: number }) => `${p.needed} members with ${p.award}`,
  },
  everyone: {
    vi: (p: { count: number }) => `100% cá nhân hoàn thành nhiệm vụ (còn ${p.count} người)`,
    en: (p: { count: number }) => `all members completed their tasks (${p.count} did not)`,
  },
  unrated: {
    vi: (p: { count: number }) => `xếp loại của ${p.count} cá nhân`,
    en: (p: { count: number }) => `ratings of ${p.count} members`,
  },
  exceeded: { vi: 'vượt các chỉ tiêu', en: 'targets exceeded' },
  cluster: { vi: 'dẫn đầu cụm, khối thi đua', en: 'first of its cluster' },
  notKnown: { vi: 'chưa có dữ liệu', en: 'not on record' },
});
