import { sentFilePhrases } from '../../../documents/sent-file-phrases.ts';
import { refusing } from '../../../kernel/errors.ts';
import { type Language, phrasebook } from '../../../kernel/language.ts';
import { SITTING_FILE_TYPES, type SittingFileOutcome } from './file-rules.ts';

const TAKEN = SITTING_FILE_TYPES.join(', ');

const own = {
  vi: {
    too_many: 'phiên họp đã có 20 tệp, nhiều nhất có thể nhận',
    may_not: 'anh/chị không còn điều hành phiên họp này',
    called_off: 'phiên họp đã hủy',
    signed: 'biên bản phiên họp đã ký nên tài liệu không thay đổi nữa',
  },
  en: {
    too_many: 'the sitting has 20 files, as many as are taken',
    may_not: 'you do not run this sitting any more',
    called_off: 'the sitting was called off',
    signed: 'the minutes are signed, so the files stay as they are',
  },
};

function outcomeText(outcome: SittingFileOutcome, language: Language): string {
  const words = sentFilePhrases[language];
  switch (outcome) {
    case 'kept':
      return words.kept;
    case 'again':
      return words.keptOnce;
    case 'too_many':
    case 'may_not':
    case 'called_off':
    case 'signed':
      return words.notTaken({ reason: own[language][outcome] });
    default:
      return words.notTaken({
        reason: words.problem({ problem: outcome, taken: SITTING_FILE_TYPES }),
      });
  }
}

/** What members read before a sitting, as files. */
export const filePhrases = phrasebook({
  files: { vi: 'Tài liệu họp', en: 'Meeting files' },
  add: { vi: 'Thêm tài liệu', en: 'Add files' },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  goBack: { vi: 'Quay lại', en: 'Back' },
  label: { vi: 'Tệp tài liệu họp', en: 'Files for the sitting' },
  hint: {
    vi: `${TAKEN}; mỗi tệp không quá 10 MB, mỗi lần không quá 10 tệp, mỗi phiên họp không quá 20 tệp. Mọi người được mời họp đều xem được, kể cả người có xung đột lợi ích ở một nội dung; tài liệu chỉ dành cho hội đồng về một sáng kiến thì gửi ở minh chứng của sáng kiến đó.`,
    en: `${TAKEN}; up to 10 MB each, ten at once, twenty a sitting. Everybody invited can read them, also who is in conflict about an item; what only the council may read about one initiative belongs to the evidence of that initiative.`,
  },
  count: {
    vi: (p: { count: number }) => `:paperclip: ${p.count} tài liệu đính kèm`,
    en: (p: { count: number }) =>
      `:paperclip: ${p.count} ${p.count === 1 ? 'file' : 'files'} attached`,
  },
  none: {
    vi: 'Phiên họp chưa có tài liệu đính kèm.',
    en: 'The sitting has no files yet.',
  },
  about: {
    vi: (p: { council: string; when: string }) => `*${p.council}* · ${p.when}`,
    en: (p: { council: string; when: string }) => `*${p.council}* · ${p.when}`,
  },
  line: {
    vi: (p: { name: string; size: string; by: string; at: string }) =>
      `*${p.name}* · ${p.size}\n${p.by}, ${p.at}`,
    en: (p: { name: string; size: string; by: string; at: string }) =>
      `*${p.name}* · ${p.size}\n${p.by}, ${p.at}`,
  },
  takeOff: { vi: 'Gỡ', en: 'Take off' },
  takeOffTitle: { vi: 'Gỡ tài liệu họp', en: 'Take the file off' },
  takeOffText: {
    vi: (p: { name: string }) =>
      `${p.name}\n\nNgười được mời họp không nhận được tệp này nữa. Bản đã gửi vào tin nhắn riêng của từng người vẫn còn ở đó.`,
    en: (p: { name: string }) =>
      `${p.name}\n\nThose who are invited cannot get it any more. Copies in their direct messages stay there.`,
  },
  noRoom: {
    vi: (p: { most: number; there: number }) =>
      `Mỗi phiên họp có nhiều nhất ${p.most} tệp; phiên họp này đã có ${p.there}, nhận thêm được ${p.most - p.there}. Anh/chị gỡ bớt tệp không cần nữa, hoặc chọn ít tệp hơn.`,
    en: (p: { most: number; there: number }) =>
      `A sitting has ${p.most} files at most; this one has ${p.there} and takes ${p.most - p.there} more. Take off what is not needed, or choose fewer.`,
  },
  unknown: {
    vi: 'Tài liệu này đã được gỡ, hoặc thuộc phiên họp mà anh/chị không được mời.',
    en: 'This file was taken off, or belongs to a sitting to which you are not invited.',
  },
  comment: {
    vi: (p: { council: string; at: string; sha256: string }) =>
      `Tài liệu họp ${p.council}, ${p.at}. Mã kiểm tra SHA-256: ${p.sha256}`,
    en: (p: { council: string; at: string; sha256: string }) =>
      `For the sitting of ${p.council}, ${p.at}. SHA-256: ${p.sha256}`,
  },

  checkedTitle: {
    vi: (p: { council: string }) => `Tài liệu họp ${p.council}`,
    en: (p: { council: string }) => `Files for the sitting of ${p.council}`,
  },
  outcome: {
    vi: (outcome: SittingFileOutcome) => outcomeText(outcome, 'vi'),
    en: (outcome: SittingFileOutcome) => outcomeText(outcome, 'en'),
  },
  nameless: { vi: 'Tệp không rõ tên', en: 'A file whose name is not known' },
  again: { vi: 'Gửi lại tệp', en: 'Send again' },
  came: {
    vi: (p: { council: string; when: string; count: number }) =>
      `:paperclip: Phiên họp của *${p.council}* lúc ${p.when} có thêm ${p.count} tài liệu:`,
    en: (p: { council: string; when: string; count: number }) =>
      `:paperclip: ${p.count} more ${p.count === 1 ? 'file' : 'files'} for the sitting of *${p.council}* at ${p.when}:`,
  },
  cameText: {
    vi: (p: { council: string }) => `Phiên họp của ${p.council} có thêm tài liệu`,
    en: (p: { council: string }) => `More files for the sitting of ${p.council}`,
  },
  goneAgain: {
    vi: (p: { council: string; when: string }) =>
      `Tài liệu thêm cho phiên họp của *${p.council}* lúc ${p.when} đã được gỡ.`,
    en: (p: { council: string; when: string }) =>
      `What was added for the sitting of *${p.council}* at ${p.when} was taken off.`,
  },
});

/** A foreseen refusal, said from the phrases above. */
export const fileRefusal = refusing(filePhrases);
