import type { ExemplarConsent } from '../../database/generated/enums.ts';
import { phrasebook } from '../../kernel/language.ts';
import { MOST_REPORTS_A_DAY } from '../rules.ts';

const consents = {
  vi: {
    internal: ':white_check_mark: đồng ý, trong cơ quan',
    public: ':white_check_mark: đồng ý, cả báo chí',
    refused: ':no_entry: không đồng ý công bố',
  },
  en: {
    internal: ':white_check_mark: agreed, in the agency',
    public: ':white_check_mark: agreed, the press too',
    refused: ':no_entry: did not agree',
  },
} satisfies Record<string, Record<ExemplarConsent, string>>;

/** Lists, search, one exemplar, help. */
export const readingPhrases = phrasebook({
  help: {
    vi: [
      '*Tuyên dương người tốt, việc tốt và điển hình tiên tiến*',
      '`/tuyenduong` – kể về việc tốt của đồng nghiệp hoặc đơn vị; hoặc chọn *Tuyên dương* ở menu của một tin nhắn',
      '`/tuyenduong danh sách` – những bài đã đăng',
      '`/tuyenduong tìm Lan` – tìm theo tên người, đơn vị, tiêu đề; không cần dấu',
      '`/tuyenduong của tôi` – bài anh/chị đã gửi và bài tuyên dương anh/chị',
      '`/tuyenduong áp dụng` – điển hình đơn vị anh/chị đang học tập, báo cáo kết quả',
      '`/tuyenduong TD-2026-0001` – xem một bài',
      `Tên chỉ được đăng khi người được tuyên dương đồng ý và thủ trưởng xác nhận. Mỗi người gửi nhiều nhất ${MOST_REPORTS_A_DAY} bài một ngày.`,
    ].join('\n'),
    en: [
      '*Praising good deeds and advanced models*',
      '`/tuyenduong` – tell of what a colleague or unit did well; or choose *Tuyên dương* in a message’s menu',
      '`/tuyenduong list` – what is published',
      '`/tuyenduong find Lan` – search by names of people and units, and headline; accents do not matter',
      '`/tuyenduong mine` – what you reported and what praises you',
      '`/tuyenduong copied` – models that your units copy, with reports',
      '`/tuyenduong TD-2026-0001` – look at one',
      `A name is published only with consent and the head’s endorsement. At most ${MOST_REPORTS_A_DAY} reports a day.`,
    ].join('\n'),
  },
  notUnderstood: {
    vi: (p: { words: string }) => `Thi Đua chưa hiểu “${p.words}”. Anh/chị có thể gõ:`,
    en: (p: { words: string }) => `Thi Đua does not know “${p.words}”. You can type:`,
  },
  listHeading: { vi: 'Gương tốt đã đăng', en: 'Published praise' },
  caredHeading: {
    vi: 'Gương tốt của các đơn vị anh/chị phụ trách',
    en: 'Praise in the units in your care',
  },
  mineHeading: { vi: 'Tuyên dương của anh/chị', en: 'Your praise' },
  searchHeading: {
    vi: (p: { words: string }) => `Gương tốt có “${p.words}”`,
    en: (p: { words: string }) => `Praise with “${p.words}”`,
  },
  searchWhat: {
    vi: 'Anh/chị ghi thêm từ cần tìm, ví dụ: `/tuyenduong tìm Lan`',
    en: 'Please add what to look for, as in `/tuyenduong find Lan`',
  },
  none: {
    vi: 'Chưa có bài nào. Anh/chị biết một việc tốt? Gõ `/tuyenduong` để kể.',
    en: 'There is none yet. Do you know of a good deed? Type `/tuyenduong`.',
  },
  nothingFound: {
    vi: (p: { words: string }) =>
      `Không có bài đã đăng nào có “${p.words}”. Anh/chị thử ít từ hơn, hoặc gõ \`/tuyenduong danh sách\`.`,
    en: (p: { words: string }) =>
      `Nothing that is published has “${p.words}”. Try fewer words, or \`/tuyenduong list\`.`,
  },
  line: {
    vi: (p: { number: string; headline: string; names: string; state: string | null }) =>
      `*${p.number}*${p.state ? ` · ${p.state}` : ''}${p.headline ? ` – ${p.headline}` : ''}\n${p.names}`,
    en: (p: { number: string; headline: string; names: string; state: string | null }) =>
      `*${p.number}*${p.state ? ` · ${p.state}` : ''}${p.headline ? ` – ${p.headline}` : ''}\n${p.names}`,
  },
  more: {
    vi: (p: { count: number }) => `… và ${p.count} bài khác. Tìm bằng \`/tuyenduong tìm <từ>\``,
    en: (p: { count: number }) => `… and ${p.count} more. Search with \`/tuyenduong find <words>\``,
  },

  // ── one exemplar ──
  title: { vi: 'Gương tốt', en: 'Praise' },
  about: {
    vi: (p: { number: string; kind: string; state: string }) =>
      `*${p.number}* · ${p.kind} · ${p.state}`,
    en: (p: { number: string; kind: string; state: string }) =>
      `*${p.number}* · ${p.kind} · ${p.state}`,
  },
  reportHeading: {
    vi: '*Nội dung được kể* (chỉ người liên quan xem được)',
    en: '*What was reported* (only those concerned read this)',
  },
  labels: {
    vi: {
      when: 'Thời gian',
      where: 'Ở đâu',
      source: 'Nguồn',
      field: 'Lĩnh vực',
      by: 'Người kể',
      for: 'Ai được hưởng lợi',
    },
    en: {
      when: 'When',
      where: 'Where',
      source: 'Source',
      field: 'Field',
      by: 'Reported by',
      for: 'Who benefits',
    },
  },
  deed: { vi: 'Việc làm cụ thể', en: 'What was done' },
  result: { vi: 'Kết quả, tác động', en: 'Result' },
  method: { vi: 'Cách làm để học theo', en: 'The method to copy' },
  also: {
    vi: (p: { name: string }) => `${p.name} kể thêm`,
    en: (p: { name: string }) => `${p.name} adds`,
  },
  answers: { vi: '*Đồng ý và xác nhận*', en: '*Consent and endorsement*' },
  consentLine: {
    vi: (p: { name: string; consent: ExemplarConsent | null }) =>
      `• ${p.name}: ${p.consent === null ? ':hourglass_flowing_sand: chưa trả lời' : consents.vi[p.consent]}`,
    en: (p: { name: string; consent: ExemplarConsent | null }) =>
      `• ${p.name}: ${p.consent === null ? ':hourglass_flowing_sand: no answer yet' : consents.en[p.consent]}`,
  },
  endorsementLine: {
    vi: (p: { unit: string; by: string; endorsed: boolean | null }) =>
      `• Thủ trưởng (${p.unit}): ${p.endorsed === null ? ':hourglass_flowing_sand: chưa trả lời' : p.endorsed ? `:white_check_mark: ${p.by} đã xác nhận` : `:no_entry: ${p.by} không xác nhận`}`,
    en: (p: { unit: string; by: string; endorsed: boolean | null }) =>
      `• Head (${p.unit}): ${p.endorsed === null ? ':hourglass_flowing_sand: no answer yet' : p.endorsed ? `:white_check_mark: endorsed by ${p.by}` : `:no_entry: not endorsed by ${p.by}`}`,
  },
  closed: { vi: 'Lý do:', en: 'Reason:' },
  file: {
    vi: (p: { name: string; forPress: boolean }) =>
      `:paperclip: *${p.name}*${p.forPress ? ' · dùng được cho báo chí' : ''}`,
    en: (p: { name: string; forPress: boolean }) =>
      `:paperclip: *${p.name}*${p.forPress ? ' · for the press' : ''}`,
  },
  get: { vi: 'Nhận tệp', en: 'Get the file' },
  fileComment: {
    vi: (p: { number: string }) => `Tệp của bài tuyên dương ${p.number}. Chỉ người liên quan xem.`,
    en: (p: { number: string }) => `A file of the praise ${p.number}, for those concerned only.`,
  },
  filesText: {
    vi: (p: { number: string }) => `Tệp kèm bài tuyên dương ${p.number}`,
    en: (p: { number: string }) => `Files of the praise ${p.number}`,
  },
  filesKept: {
    vi: (p: { names: string }) => `:white_check_mark: Đã nhận: ${p.names}`,
    en: (p: { names: string }) => `:white_check_mark: Taken: ${p.names}`,
  },
  filesRefused: {
    vi: (p: { names: string }) =>
      `:x: Không nhận: ${p.names}. Chỉ nhận pdf, docx, xlsx, pptx, jpg, png, heic, nội dung đúng với tên, không quá 10 MB, không có macro.`,
    en: (p: { names: string }) =>
      `:x: Not taken: ${p.names}. Only pdf, docx, xlsx, pptx, jpg, png, heic that are what their name says, up to 10 MB, without macros.`,
  },
  fileUnnamed: { vi: 'tệp không lấy được', en: 'a file that could not be had' },
});
