import type { FileType } from '../database/generated/enums.ts';
import { phrasebook } from '../kernel/language.ts';
import type { FileProblem } from './sent-file-rules.ts';

type Taken = readonly FileType[];

const problems = {
  vi: (taken: Taken): Record<FileProblem, string> => ({
    type: `chỉ nhận tệp ${taken.join(', ')}`,
    empty: 'tệp trống',
    too_large: 'tệp lớn hơn 10 MB; anh/chị nén ảnh hoặc tách tài liệu',
    content: 'nội dung tệp không đúng với loại ghi ở tên tệp',
    macros: 'tài liệu có macro; anh/chị lưu lại thành bản không có macro',
    not_fetched: 'không lấy được tệp từ Slack; anh/chị gửi lại',
  }),
  en: (taken: Taken): Record<FileProblem, string> => ({
    type: `only ${taken.join(', ')} files are taken`,
    empty: 'the file is empty',
    too_large: 'the file is larger than 10 MB; make the pictures smaller or split the document',
    content: 'what is in the file is not what its name says',
    macros: 'the document has macros; please save it without them',
    not_fetched: 'the file could not be had from Slack; please send it again',
  }),
};

interface Refused {
  refused: readonly { name: string; problem: FileProblem }[];
  taken: Taken;
}

/** Files that people give. */
export const sentFilePhrases = phrasebook({
  /** Why a file is not taken; after its name. */
  problem: {
    vi: (p: { problem: FileProblem; taken: Taken }) => problems.vi(p.taken)[p.problem],
    en: (p: { problem: FileProblem; taken: Taken }) => problems.en(p.taken)[p.problem],
  },
  refused: {
    vi: ({ refused, taken }: Refused) =>
      `${refused.map((one) => `${one.name}: ${problems.vi(taken)[one.problem]}`).join('. ')}.`,
    en: ({ refused, taken }: Refused) =>
      `${refused.map((one) => `${one.name}: ${problems.en(taken)[one.problem]}`).join('. ')}.`,
  },
  tooMany: {
    vi: (p: { most: number }) => `Mỗi lần gửi nhiều nhất ${p.most} tệp; các tệp khác gửi lần sau.`,
    en: (p: { most: number }) => `At most ${p.most} files at once; others can be sent afterwards.`,
  },
  missing: { vi: 'Anh/chị chọn ít nhất một tệp.', en: 'Please choose a file.' },
  send: { vi: 'Gửi', en: 'Send' },
  checking: {
    vi: 'Các tệp đang được kiểm tra. Thi Đua báo kết quả qua tin nhắn, thường trong vài giây.',
    en: 'The files are being checked. The result comes by message, usually within seconds.',
  },
  get: { vi: 'Nhận tệp', en: 'Get the file' },
  coming: {
    vi: 'Tệp đang được gửi vào tin nhắn riêng của anh/chị.',
    en: 'The file is on its way to your direct messages.',
  },

  // what became of a file, after its name
  kept: { vi: ':white_check_mark: đã nhận', en: ':white_check_mark: taken' },
  keptOnce: {
    vi: ':white_check_mark: đã có từ trước, giữ một bản',
    en: ':white_check_mark: there already, kept once',
  },
  notTaken: {
    vi: (p: { reason: string }) => `:x: không nhận: ${p.reason}`,
    en: (p: { reason: string }) => `:x: not taken: ${p.reason}`,
  },
});

/** 1,5 MB or 340 kB: with one decimal at most, rounded up so that nothing is 0. */
export function shownSize(bytes: number): string {
  const kB = Math.ceil(bytes / 1024);
  return kB < 1000 ? `${kB} kB` : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}
