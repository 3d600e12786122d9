import type { PaperKind } from '../../database/generated/enums.ts';
import { refusing } from '../../kernel/errors.ts';
import { type Language, phrasebook } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import { escapeText } from '../../slack/blocks.ts';
import type { PaperProblem } from './paper-rules.ts';
import type { SignedMinutes } from './signed-minutes.ts';

type Problem = Pick<PaperProblem, 'code' | 'day' | 'number' | 'kind'>;
interface Kept {
  released: number;
  recorded: number;
  left: readonly string[];
  awarded: number;
  standing: readonly { name: string; number: string }[];
}

const on = (day: Day | undefined) => (day ? ` (${formatDay(day)})` : '');
const standing = ({ number, day }: Problem) =>
  number && day ? ` (số ${number} ngày ${formatDay(day)})` : '';
const standingEn = ({ number, day }: Problem) =>
  number && day ? ` (${number} of ${formatDay(day)})` : '';

/** Signed papers of a sitting, and what they make final. */
export const paperPhrases = phrasebook({
  papers: { vi: 'Văn bản', en: 'Papers' },
  papersTitle: { vi: 'Văn bản phiên họp', en: 'Papers of the sitting' },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Hủy', en: 'Cancel' },

  // what is final
  final: {
    vi: (p: SignedMinutes) =>
      `Kết quả chính thức theo Biên bản số ${p.number} ngày ${formatDay(p.signedOn)}`,
    en: (p: SignedMinutes) => `Final by minutes ${p.number} of ${formatDay(p.signedOn)}`,
  },
  provisional: {
    vi: 'Kết quả dự kiến, chờ ký biên bản họp',
    en: 'Provisional until the minutes of the sitting are signed',
  },
  nothingYet: {
    vi: 'Chưa có nội dung nào được kiểm phiếu nên chưa có văn bản để đính kèm.',
    en: 'No ballot has been counted yet, so there is nothing to attach.',
  },
  noPapers: { vi: 'Chưa có bản đã ký nào.', en: 'There is no signed copy yet.' },

  // papers
  paper: {
    vi: (kind: PaperKind) =>
      ({ sitting: 'Biên bản họp', count: 'Biên bản kiểm phiếu', decision: 'Quyết định' })[kind],
    en: (kind: PaperKind) =>
      ({ sitting: 'Minutes', count: 'Minutes of the count', decision: 'Decision' })[kind],
  },
  recognition: {
    vi: 'Quyết định công nhận sáng kiến',
    en: 'Decision that recognises the initiatives',
  },
  decisionOn: {
    vi: (p: { award: string }) => `Quyết định ${p.award}`,
    en: (p: { award: string }) => `Decision on ${p.award}`,
  },
  line: {
    vi: (p: { paper: string; number: string; day: Day; signatory: string }) =>
      `*${p.paper}* số ${p.number} ngày ${formatDay(p.day)}, ${p.signatory} ký`,
    en: (p: { paper: string; number: string; day: Day; signatory: string }) =>
      `*${p.paper}* ${p.number} of ${formatDay(p.day)}, signed by ${p.signatory}`,
  },
  file: {
    vi: (p: { name: string; size: string; by: string; at: string }) =>
      `:paperclip: ${p.name} · ${p.size} · ${p.by} đính kèm ${p.at}`,
    en: (p: { name: string; size: string; by: string; at: string }) =>
      `:paperclip: ${p.name} · ${p.size} · attached by ${p.by}, ${p.at}`,
  },
  takenBack: {
    vi: (p: { by: string; at: string; replaced: boolean }) =>
      p.replaced ? `Đã thay bằng bản khác: ${p.by}, ${p.at}` : `Đã thu hồi: ${p.by}, ${p.at}`,
    en: (p: { by: string; at: string; replaced: boolean }) =>
      p.replaced ? `Replaced by ${p.by}, ${p.at}` : `Taken back by ${p.by}, ${p.at}`,
  },
  comment: {
    vi: (p: { paper: string; number: string; day: string; sha256: string }) =>
      `${p.paper} số ${p.number} ngày ${p.day}, bản đã ký. Mã kiểm tra SHA-256: ${p.sha256}`,
    en: (p: { paper: string; number: string; day: string; sha256: string }) =>
      `${p.paper} ${p.number} of ${p.day}, signed copy. SHA-256: ${p.sha256}`,
  },

  // the form
  attach: { vi: 'Đính kèm bản đã ký', en: 'Attach a signed copy' },
  replace: { vi: 'Thay bản khác', en: 'Replace' },
  takeBack: { vi: 'Thu hồi', en: 'Take back' },
  send: { vi: 'Đính kèm', en: 'Attach' },
  which: { vi: 'Văn bản', en: 'Paper' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  numberExample: {
    vi: 'Biên bản: 12/BB-HĐSK; quyết định: 905/QĐ-BHXH',
    en: 'Minutes: 12/BB-HĐSK; decision: 905/QĐ-BHXH',
  },
  signedOn: { vi: 'Ngày ký', en: 'Day of signing' },
  signatory: { vi: 'Người ký', en: 'Signed by' },
  fileLabel: { vi: 'Bản đã ký', en: 'Signed copy' },
  fileHint: {
    vi: 'Một tệp pdf, docx, jpg, png hoặc heic, không quá 10 MB.',
    en: 'One pdf, docx, jpg, png or heic file, up to 10 MB.',
  },
  undecided: {
    vi: (p: { count: number; names: string }) =>
      `:warning: Còn *${p.count} nội dung* chưa có kết luận của hội đồng: ${p.names}. Đính kèm biên bản đã ký thì phiên họp không mở bỏ phiếu về các nội dung này nữa; anh/chị mở bỏ phiếu trước, hoặc để hội đồng xét ở phiên họp sau.`,
    en: (p: { count: number; names: string }) =>
      `:warning: Still undecided (*${p.count}*): ${p.names}. Once signed minutes are attached, no ballot opens on this at the same sitting; open one first, or leave it to the next sitting.`,
  },
  undecidedNames: {
    vi: (p: { number: string; count: number }) => `${p.number} (${p.count} đề nghị)`,
    en: (p: { number: string; count: number }) =>
      `${p.number} (${p.count} ${p.count === 1 ? 'name' : 'names'})`,
  },
  attachNote: {
    vi: 'Biên bản họp đã ký làm kết quả thành chính thức: phiên họp không mở thêm bỏ phiếu. Quyết định đã ký công bố kết quả đang giữ của danh hiệu đó, được ghi vào hồ sơ của từng người được tặng và báo cho họ; với sáng kiến, việc công nhận được ghi luôn theo số và ngày này.',
    en: 'Signed minutes make the results final: no more ballots open at the sitting. A signed decision announces the results of its title that are held, is written into the records of those it names, and they are told; of initiatives, the recognition is recorded by this number and day.',
  },
  replaceReason: { vi: 'Lý do thay', en: 'Why it is replaced' },
  takeBackReason: { vi: 'Lý do thu hồi', en: 'Why it is taken back' },
  takeBackNote: {
    vi: 'Bản này được giữ trong lịch sử. Thu hồi biên bản họp thì kết quả lại là dự kiến; thu hồi quyết định thì danh hiệu đã ghi theo quyết định không còn trong hồ sơ, người được tặng được báo kèm lý do. Kết quả đã công bố không thu lại được.',
    en: 'The copy stays in the history. Without the minutes the results are provisional again; without the decision what it gave is recorded no more, and those who were given it are told with the reason. What was announced stays announced.',
  },
  takenBackNow: {
    vi: (p: { happened: boolean }) =>
      p.happened
        ? 'Đã thu hồi bản đã ký.'
        : 'Bản này đã được thu hồi trước đó. Không có gì thay đổi.',
    en: (p: { happened: boolean }) =>
      p.happened
        ? 'The signed copy is taken back.'
        : 'It was taken back before. Nothing was changed.',
  },
  checking: {
    vi: 'Tệp đang được kiểm tra. Thi Đua báo kết quả qua tin nhắn, thường trong vài giây.',
    en: 'The file is being checked. The result comes by message, usually within seconds.',
  },

  // what became of it
  kept: {
    vi: (p: { paper: string; number: string; day: Day }) =>
      `:white_check_mark: Đã đính kèm ${p.paper} số ${p.number} ngày ${formatDay(p.day)}.`,
    en: (p: { paper: string; number: string; day: Day }) =>
      `:white_check_mark: Attached: ${p.paper} ${p.number} of ${formatDay(p.day)}.`,
  },
  followed: {
    vi: ({ released, recorded, left, awarded, standing }: Kept) =>
      [
        ...(released > 0 ? [`Đã công bố ${released} kết quả đang giữ.`] : []),
        ...(awarded > 0
          ? [`Đã ghi vào hồ sơ của ${awarded} cá nhân, tập thể và báo cho từng người.`]
          : []),
        ...(standing.length > 0
          ? [
              `Hồ sơ đã có danh hiệu này theo quyết định khác, nên giữ nguyên: ${standing.map(({ name, number }) => `${name} (số ${number})`).join(', ')}.`,
            ]
          : []),
        ...(recorded > 0 ? [`Đã ghi công nhận ${recorded} sáng kiến theo quyết định này.`] : []),
        ...(left.length > 0
          ? [`Chờ thư ký thi đua ghi công nhận theo số và ngày này: ${left.join(', ')}.`]
          : []),
      ].join('\n'),
    en: ({ released, recorded, left, awarded, standing }: Kept) =>
      [
        ...(released > 0 ? [`${released} results that were held are announced.`] : []),
        ...(awarded > 0
          ? [`Written into the records of ${awarded} persons and collectives, and each is told.`]
          : []),
        ...(standing.length > 0
          ? [
              `Left as it stands, by another decision: ${standing.map(({ name, number }) => `${name} (${number})`).join(', ')}.`,
            ]
          : []),
        ...(recorded > 0 ? [`${recorded} initiatives are recognised by this decision.`] : []),
        ...(left.length > 0
          ? [`To be recorded by the secretary, by this number and day: ${left.join(', ')}.`]
          : []),
      ].join('\n'),
  },
  refused: {
    vi: (p: { paper: string; number: string; reason: string }) =>
      `:x: Chưa đính kèm ${p.paper} số ${p.number}: ${p.reason}`,
    en: (p: { paper: string; number: string; reason: string }) =>
      `:x: Not attached: ${p.paper} ${p.number}: ${p.reason}`,
  },
  again: { vi: 'Gửi lại', en: 'Send it again' },

  // refusals
  unknown: { vi: 'Không tìm thấy văn bản này.', en: 'This paper was not found.' },
  fileMissing: { vi: 'Anh/chị chọn tệp bản đã ký.', en: 'Please choose the file.' },
  oneFile: {
    vi: 'Mỗi văn bản một tệp; nhiều ảnh thì anh/chị ghép thành một tệp pdf.',
    en: 'One file for each paper; please join several pictures into one pdf.',
  },
  fileRefused: {
    vi: (p: { name: string; reason: string }) => `${p.name}: ${p.reason}.`,
    en: (p: { name: string; reason: string }) => `${p.name}: ${p.reason}.`,
  },
  reasonNeeded: { vi: 'Anh/chị ghi lý do.', en: 'Please give the reason.' },
  decisionRecorded: {
    vi: (p: { number: string; signedOn: Day }) =>
      `Sáng kiến đã được ghi công nhận theo quyết định số ${p.number} ngày ${formatDay(p.signedOn)} nên không thu hồi bản đã ký. Tệp nhầm thì anh/chị bấm Thay bản khác.`,
    en: (p: { number: string; signedOn: Day }) =>
      `Initiatives are recognised by decision ${p.number} of ${formatDay(p.signedOn)}, so its copy is not taken back. If the file is wrong, replace it.`,
  },
  problem: {
    vi: (p: Problem) =>
      ({
        ballot_open: 'Còn nội dung đang bỏ phiếu. Anh/chị đính kèm sau khi đóng bỏ phiếu.',
        nothing_counted: 'Chưa có nội dung nào được kiểm phiếu.',
        nothing_passed: 'Chưa có nội dung nào được thông qua để ra quyết định này.',
        already_attached: `Văn bản này đã có bản ký đính kèm${standing(p)}. Nhầm thì anh/chị bấm Thay bản khác ở bản đó.`,
        annulment_waits:
          'Có đề nghị hủy kết quả đang chờ xác nhận. Anh/chị đính kèm sau khi đề nghị được giải quyết.',
        taken_back_before: 'Bản cần thay đã được thay hoặc thu hồi trước đó.',
        concerned_by_held:
          'Kết quả liên quan đến chính anh/chị đang được giữ. Anh/chị nhờ người khác điều hành phiên họp đính kèm, hoặc công bố kết quả trước.',
        number_missing: 'Anh/chị ghi số, ký hiệu.',
        number_shape:
          p.kind === 'decision'
            ? 'Số, ký hiệu của quyết định có dạng 905/QĐ-BHXH (QĐ là quyết định). Anh/chị kiểm tra lại số, hoặc chọn đúng văn bản.'
            : 'Số, ký hiệu của biên bản có dạng 12/BB-HĐSK (BB là biên bản). Anh/chị kiểm tra lại số, hoặc chọn đúng văn bản.',
        number_used: 'Số này đã dùng cho văn bản khác cùng loại, cùng năm của hội đồng.',
        signed_in_future: 'Ngày ký chưa đến.',
        signed_before: `Ngày ký không thể trước ngày họp và ngày kiểm phiếu${on(p.day)}.`,
        signatory_missing: 'Anh/chị ghi người ký.',
        reason_missing: 'Anh/chị ghi lý do thay.',
        decision_differs: `Sáng kiến đã được ghi công nhận theo quyết định khác${standing(p)}. Bản đã ký phải cùng số và ngày.`,
        may_not: 'Anh/chị không còn điều hành phiên họp này.',
      })[p.code],
    en: (p: Problem) =>
      ({
        ballot_open: 'A ballot is still open. Please attach it after the close.',
        nothing_counted: 'No ballot has been counted yet.',
        nothing_passed: 'Nothing has passed that this decision could follow.',
        already_attached: `A signed copy is attached already${standingEn(p)}. If it is wrong, press Replace there.`,
        annulment_waits:
          'A proposal to annul a result waits. Please attach it once that is settled.',
        taken_back_before: 'The copy to be replaced was replaced or taken back before.',
        concerned_by_held:
          'Results that concern you are held. Please ask somebody else who runs the sitting to attach it, or announce the results first.',
        number_missing: 'Please give the number.',
        number_shape:
          p.kind === 'decision'
            ? 'The number of a decision looks like 905/QĐ-BHXH (QĐ: decision). Please check it, or choose the right paper.'
            : 'The number of minutes looks like 12/BB-HĐSK (BB: minutes). Please check it, or choose the right paper.',
        number_used: 'Another paper of the council of this kind and year has the number.',
        signed_in_future: 'The day of signing is still to come.',
        signed_before: `It cannot be signed before the sitting and the count${on(p.day)}.`,
        signatory_missing: 'Please say who signed it.',
        reason_missing: 'Please say why it is replaced.',
        decision_differs: `Initiatives are recognised by another decision${standingEn(p)}. The signed copy must have the same number and day.`,
        may_not: 'You run this sitting no more.',
      })[p.code],
  },
  /** What a signed paper keeps from being done. */
  signedBallot: {
    vi: (p: { papers: string }) =>
      `Đã có bản ký (${p.papers}) nên phiên họp này không mở thêm bỏ phiếu về nội dung này. Anh/chị đưa nội dung vào phiên họp mới.`,
    en: (p: { papers: string }) =>
      `There is a signed paper (${p.papers}), so no more ballots on this item open at this sitting. Please put it on a new sitting.`,
  },
  signedRoll: {
    vi: (p: { papers: string }) =>
      `Đã có bản ký (${p.papers}) nên không điểm danh lại. Nhầm thì anh/chị thu hồi bản đính kèm trước.`,
    en: (p: { papers: string }) =>
      `There is a signed paper (${p.papers}), so the roll is not called again. If that is wrong, take the copy back first.`,
  },
  signedAgenda: {
    vi: (p: { papers: string }) =>
      `Đã có bản ký (${p.papers}) nên chương trình không thay đổi nữa. Anh/chị đưa nội dung vào phiên họp mới.`,
    en: (p: { papers: string }) =>
      `There is a signed paper (${p.papers}), so the agenda stays as it is. Please put the item on a new sitting.`,
  },
  signedFiles: {
    vi: (p: { papers: string }) =>
      `Đã có bản ký (${p.papers}) nên tài liệu họp không thay đổi nữa.`,
    en: (p: { papers: string }) =>
      `There is a signed paper (${p.papers}), so the papers for the sitting stay as they are.`,
  },
  signedAnnulment: {
    vi: (p: { papers: string }) =>
      `Văn bản đã ký ghi kết quả này: ${p.papers}. Muốn hủy kết quả, người điều hành phiên họp thu hồi bản đính kèm (có lý do) ở mục Văn bản trước.`,
    en: (p: { papers: string }) =>
      `Signed papers tell of this outcome: ${p.papers}. To annul it, whoever runs the sitting first takes the copies back, with the reason, under Papers.`,
  },
  named: {
    vi: (p: { kind: PaperKind; number: string; day: Day }) =>
      `${{ sitting: 'Biên bản họp', count: 'Biên bản kiểm phiếu', decision: 'Quyết định' }[p.kind]} số ${p.number} ngày ${formatDay(p.day)}`,
    en: (p: { kind: PaperKind; number: string; day: Day }) =>
      `${{ sitting: 'minutes', count: 'minutes of the count', decision: 'decision' }[p.kind]} ${p.number} of ${formatDay(p.day)}`,
  },
});

/** A foreseen refusal, said from the phrases above. */
export const paperRefusal = refusing(paperPhrases);

/** By which minutes results are final, or that they are not yet. */
export function standingText(minutes: SignedMinutes | null, language: Language): string {
  const words = paperPhrases[language];
  if (!minutes) return words.provisional;
  return words.final({ ...minutes, number: escapeText(minutes.number) });
}
