import type { FileType } from '../database/generated/enums.ts';
import { phrasebook } from '../kernel/language.ts';
import type { FileProblem } from './sent-file-rules.ts';

/** Files that people give. */
export const sentFilePhrases = phrasebook({
  /** Why a file is not taken; after its name. */
  problem: {
    vi: (p: { problem: FileProblem; taken: readonly FileType[] }) =>
      ({
        type: `chỉ nhận tệp ${p.taken.join(', ')}`,
        empty: 'tệp trống',
        too_large: 'tệp lớn hơn 10 MB; anh/chị nén ảnh hoặc tách tài liệu',
        content: 'nội dung tệp không đúng với loại ghi ở tên tệp',
        macros: 'tài liệu có macro; anh/chị lưu lại thành bản không có macro',
        not_fetched: 'không lấy được tệp từ Slack; anh/chị gửi lại',
      })[p.problem],
    en: (p: { problem: FileProblem; taken: readonly FileType[] }) =>
      ({
        type: `only ${p.taken.join(', ')} files are taken`,
        empty: 'the file is empty',
        too_large: 'the file is larger than 10 MB; make the pictures smaller or split the document',
        content: 'what is in the file is not what its name says',
        macros: 'the document has macros; please save it without them',
        not_fetched: 'the file could not be had from Slack; please send it again',
      })[p.problem],
  },
});

/** 1,5 MB or 340 kB: with one decimal at most, rounded up so that nothing is 0. */
export function shownSize(bytes: number): string {
  const kB = Math.ceil(bytes / 1024);
  return kB < 1000 ? `${kB} kB` : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}
