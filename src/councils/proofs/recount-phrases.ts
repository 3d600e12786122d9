import { counted, phrasebook } from '../../kernel/language.ts';
import type { RecountLine } from './recount.ts';

/** What a recount says at the terminal. */
export const phrases = phrasebook({
  heading: {
    vi: (p: { about: string; method: 'open' | 'secret'; closed: string }) =>
      `${p.about}: bỏ phiếu ${p.method === 'secret' ? 'kín' : 'công khai'}, đóng ${p.closed}`,
    en: (p: { about: string; method: 'open' | 'secret'; closed: string }) =>
      `${p.about}: ${p.method} ballot, closed ${p.closed}`,
  },
  columns: {
    vi: ['Nội dung', 'Đã lưu', 'Kiểm lại'],
    en: ['', 'Stored', 'Recounted'],
  },
  lines: {
    vi: {
      total: 'Thành viên hội đồng',
      entitled: 'Được bỏ phiếu',
      papers: 'Đã bỏ phiếu, số phiếu',
      agree: 'Đồng ý',
      disagree: 'Không đồng ý',
      other: 'Ý kiến khác',
      invalid: 'Không hợp lệ',
      notVoted: 'Không bỏ phiếu',
      quorum: 'Có mặt/túc số',
      base: 'Mẫu số',
      needed: 'Số phiếu cần',
      result: 'Kết quả',
    } satisfies Record<RecountLine['of'], string>,
    en: {
      total: 'Members',
      entitled: 'Entitled',
      papers: 'Turnout, papers',
      agree: 'In favour',
      disagree: 'Against',
      other: 'Other opinion',
      invalid: 'Invalid',
      notVoted: 'Did not vote',
      quorum: 'Present/quorum',
      base: 'Base',
      needed: 'Needed',
      result: 'Result',
    } satisfies Record<RecountLine['of'], string>,
  },
  results: {
    vi: {
      passed: 'thông qua',
      not_passed: 'không thông qua',
      no_quorum: 'không đủ túc số',
      at_odds: 'mâu thuẫn',
      impossible: 'không thể có',
    },
    en: {
      passed: 'passed',
      not_passed: 'not passed',
      no_quorum: 'no quorum',
      at_odds: 'at odds',
      impossible: 'impossible',
    },
  },
  /** In place of the figures of a secret ballot without a quorum. */
  withheld: { vi: 'kín', en: 'secret' },
  different: { vi: '← KHÁC', en: '← DIFFERENT' },
  summary: {
    vi: (p: { ballots: number; different: number }) =>
      `Đã kiểm lại ${p.ballots} cuộc bỏ phiếu: ${p.ballots - p.different} khớp, ${p.different} khác.`,
    en: (p: { ballots: number; different: number }) =>
      `${counted(p.ballots, 'ballot')} recounted: ${p.ballots - p.different} agree, ${p.different} differ.`,
  },
  noBallot: {
    vi: (p: { id: string }) =>
      `Không có cuộc bỏ phiếu đã đóng nào mang mã "${p.id}". Cuộc đang mở được kiểm lại sau khi đóng.`,
    en: (p: { id: string }) =>
      `There is no closed ballot "${p.id}". An open one is recounted after its close.`,
  },
});
