import type { WorkKind } from '../../database/generated/enums.ts';
import { phrasebook } from '../../kernel/language.ts';

type Percents = { titlePercent: number; essencePercent: number | null };

/** What is said of initiatives that look alike, and of searching. */
export const similarPhrases = phrasebook({
  // ── refusals ──
  forCouncil: {
    vi: 'Chỉ thư ký thi đua và thành viên hội đồng sáng kiến xem được các sáng kiến tương tự.',
    en: 'Only the secretary of emulation and the initiative council see the initiatives that look alike.',
  },
  nothingToSearch: {
    vi: 'Anh/chị ghi thêm từ cần tìm, có dấu hay không dấu, ví dụ: `/sangkien tìm mã QR`',
    en: 'Please add the words to look for, with or without accents, for example: `/sangkien find mã QR`',
  },

  // ── before handing in ──
  mayBeTheSame: {
    vi: (p: { count: number }) =>
      `:mag: *Có thể trùng với ${p.count === 1 ? 'sáng kiến' : `${p.count} sáng kiến`} đã có*\nAnh/chị vẫn nộp được. Nên quay lại nêu rõ điểm mới; thư ký thấy anh/chị đã được báo.`,
    en: (p: { count: number }) =>
      `:mag: *May be the same as ${p.count === 1 ? 'one' : p.count} there already*\nYou can hand it in all the same. Better go back and say what is new; the secretary sees that you were told.`,
  },
  yourPassages: {
    vi: 'Đoạn trùng trong bản của anh/chị:',
    en: 'What your text has in common with it:',
  },

  // ── one that looks alike ──
  alike: {
    vi: ({ titlePercent, essencePercent }: Percents) =>
      `Tên giống *${titlePercent}%*${essencePercent === null ? '' : `, bản chất trùng *${essencePercent}%*`}`,
    en: ({ titlePercent, essencePercent }: Percents) =>
      `Title *${titlePercent}%* alike${essencePercent === null ? '' : `, *${essencePercent}%* of the essence in common`}`,
  },
  sameAuthor: { vi: 'cùng tác giả', en: 'by an author of this one' },
  formerUnit: {
    vi: (p: { unit: string; now: string }) => `${p.unit} (nay là ${p.now})`,
    en: (p: { unit: string; now: string }) => `${p.unit} (now ${p.now})`,
  },
  and: { vi: ' và ', en: ' and ' },
  year: {
    vi: (p: { year: number }) => `năm ${p.year}`,
    en: (p: { year: number }) => `${p.year}`,
  },
  recognisedBefore: {
    vi: (kind: WorkKind) =>
      kind === 'initiative' ? 'Sáng kiến đã công nhận' : 'Đề tài đã nghiệm thu',
    en: (kind: WorkKind) => (kind === 'initiative' ? 'Recognised initiative' : 'Accepted research'),
  },
  mergedInto: {
    vi: (p: { number: string }) => `xét cùng ${p.number}`,
    en: (p: { number: string }) => `considered with ${p.number}`,
  },
  annulled: { vi: 'đã hủy công nhận', en: 'recognition annulled' },
  byDecision: {
    vi: (p: { decision: string }) => `quyết định số ${p.decision}`,
    en: (p: { decision: string }) => `decision ${p.decision}`,
  },

  // ── for the secretary and the council ──
  button: {
    vi: (p: { count: number }) => `Sáng kiến tương tự (${p.count})`,
    en: (p: { count: number }) => `Similar initiatives (${p.count})`,
  },
  modalTitle: { vi: 'Sáng kiến tương tự', en: 'Similar initiatives' },
  close: { vi: 'Đóng', en: 'Close' },
  lookAlike: {
    vi: (p: { number: string; title: string; count: number }) =>
      `*${p.number}* – ${p.title}\n${p.count === 0 ? 'Hiện không có sáng kiến nào tương tự.' : `*${p.count}* sáng kiến tương tự, giống nhất trước. Từ trùng trong tên in đậm.`}`,
    en: (p: { number: string; title: string; count: number }) =>
      `*${p.number}* – ${p.title}\n${p.count === 0 ? 'Nothing looks like it now.' : `*${p.count}* ${p.count === 1 ? 'looks' : 'look'} like it, the most alike first. Words of the title in common are bold.`}`,
  },
  authorWasTold: {
    vi: 'Trước khi nộp, tác giả đã được báo:',
    en: 'Before handing in, the author was told of:',
  },
  authorWasNotTold: {
    vi: 'Trước khi nộp, tác giả không được báo sáng kiến nào.',
    en: 'Before handing in, the author was told of none.',
  },
  toldOf: {
    vi: (p: Percents & { what: string; at: string }) =>
      `• ${p.what}: tên giống ${p.titlePercent}%${p.essencePercent === null ? '' : `, bản chất trùng ${p.essencePercent}%`} (lúc ${p.at})`,
    en: (p: Percents & { what: string; at: string }) =>
      `• ${p.what}: title ${p.titlePercent}% alike${p.essencePercent === null ? '' : `, ${p.essencePercent}% of the essence in common`} (at ${p.at})`,
  },
  inThis: { vi: 'Hồ sơ này', en: 'This one' },
  viewFile: { vi: 'Xem hồ sơ', en: 'View the file' },

  // ── searching ──
  found: {
    vi: (p: { words: string; shown: number; total: number }) =>
      p.total === 0
        ? `Không tìm thấy sáng kiến nào có “${p.words}” mà anh/chị xem được.`
        : `*${p.total}* sáng kiến có “${p.words}”${p.total > p.shown ? `; dưới đây là ${p.shown} sáng kiến mới nhất. Ghi thêm từ để thu hẹp` : ''}.`,
    en: (p: { words: string; shown: number; total: number }) =>
      p.total === 0
        ? `No initiative with “${p.words}” that you may see.`
        : `*${p.total}* ${p.total === 1 ? 'initiative' : 'initiatives'} with “${p.words}”${p.total > p.shown ? `; these are the newest ${p.shown}. Add words to narrow it down` : ''}.`,
  },
});
