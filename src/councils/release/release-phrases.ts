import { refusing } from '../../kernel/errors.ts';
import { counted, phrasebook } from '../../kernel/language.ts';

/** Results that are held until the decision, and their release. */
export const releasePhrases = phrasebook({
  // on cards
  counted: {
    vi: ':lock: Đã kiểm phiếu. Kết quả được công bố cùng quyết định.',
    en: ':lock: The votes are counted. The outcome will be announced with the decision.',
  },
  countedHeadline: {
    vi: (p: { number: string }) => `:lock: *Đã kiểm phiếu, chờ công bố* – ${p.number}`,
    en: (p: { number: string }) => `:lock: *Counted, to be announced* – ${p.number}`,
  },
  onlyYou: {
    vi: ':lock: Kết quả đang được giữ: chỉ người điều hành phiên họp biết. Thành viên (và tác giả, nếu là sáng kiến) được báo khi anh/chị đính kèm quyết định đã ký hoặc công bố, ở mục *Văn bản*.',
    en: ':lock: The outcome is held: only those who run the sitting know it. Members and authors are told when the signed decision is attached or the results are announced, under *Papers*.',
  },

  // holding
  hold: { vi: 'Giữ kết quả', en: 'Hold results' },
  holdNot: { vi: 'Không giữ kết quả', en: 'Do not hold results' },
  holdTooLate: {
    vi: 'Phiên họp đã có kết quả kiểm phiếu nên không đổi được nữa. Kết quả đang giữ thì anh/chị bấm Công bố kết quả.',
    en: 'A ballot of the sitting is counted already, so this cannot be changed. What is held can be announced.',
  },
  held: {
    vi: 'Đã ghi: kết quả của phiên họp được giữ đến khi có quyết định.',
    en: 'Noted: the results of the sitting are held until the decision.',
  },
  notHeld: {
    vi: 'Đã ghi: kết quả của phiên họp được báo ngay khi kiểm phiếu.',
    en: 'Noted: the results of the sitting are told as soon as they are counted.',
  },

  // releasing
  heldCount: {
    vi: (p: { count: number; what: string }) =>
      `:lock: *${p.count}* kết quả đang được giữ: ${p.what}. Đính kèm quyết định đã ký thì kết quả của danh hiệu đó, hoặc của các sáng kiến, được công bố; nội dung không có quyết định thì anh/chị công bố ở đây.`,
    en: (p: { count: number; what: string }) =>
      `:lock: *${p.count}* results are held: ${p.what}. Attaching a signed decision announces those of its title, or of the initiatives; what has no decision is announced here.`,
  },
  release: { vi: 'Công bố kết quả', en: 'Announce the results' },
  releaseTitle: { vi: 'Công bố kết quả?', en: 'Announce the results?' },
  releaseCount: {
    vi: (p: { count: number }) => `Công bố ${p.count} kết quả đang giữ`,
    en: (p: { count: number }) => `Announce ${counted(p.count, 'held result')}`,
  },
  releaseText: {
    vi: (p: { count: number; what: string }) =>
      `${p.count} kết quả (${p.what}) được báo cho thành viên hội đồng, kênh theo dõi và tác giả sáng kiến (nếu có). Không thu lại được.`,
    en: (p: { count: number; what: string }) =>
      `The members, the channel and the authors of initiatives are told of ${counted(p.count, 'result')} (${p.what}). This cannot be taken back.`,
  },
  goBack: { vi: 'Quay lại', en: 'Go back' },
  released: {
    vi: (p: { count: number }) =>
      p.count > 0
        ? `:white_check_mark: Đã công bố ${p.count} kết quả.`
        : 'Không còn kết quả nào đang giữ. Không có gì thay đổi.',
    en: (p: { count: number }) =>
      p.count > 0
        ? `:white_check_mark: ${counted(p.count, 'result')} announced.`
        : 'Nothing is held any more. Nothing was changed.',
  },

  // refusals
  concernedByHeld: {
    vi: 'Kết quả đang được giữ và có nội dung liên quan đến chính anh/chị (tác giả, người được xét hoặc đã khai xung đột lợi ích), nên văn bản này chưa gửi cho anh/chị. Anh/chị nhờ người khác điều hành phiên họp, hoặc chờ công bố.',
    en: 'Results are held, and some of them concern you (as an author, the person considered, or by a declared conflict of interest), so this paper is not sent to you yet. Please ask somebody else who runs the sitting, or wait until they are announced.',
  },

  // too few took part
  quorumMissed: {
    vi: (p: { item: string }) =>
      `Lần bỏ phiếu về ${p.item} *chưa đủ số thành viên tham gia* nên chưa có kết luận. Nội dung này vẫn chờ hội đồng; anh/chị mở bỏ phiếu lại được ngay trong phiên họp này.`,
    en: (p: { item: string }) =>
      `The vote on ${p.item} had *no quorum*, so nothing is decided. It still waits for the council; another vote may be opened at the same sitting.`,
  },
  quorumMissedText: {
    vi: (p: { number: string }) => `Chưa đủ số thành viên bỏ phiếu: ${p.number}`,
    en: (p: { number: string }) => `No quorum: ${p.number}`,
  },
  quorumMissedNames: {
    vi: (p: { number: string; count: number }) => `*${p.count} đề nghị* của *${p.number}*`,
    en: (p: { number: string; count: number }) =>
      `*${p.count} ${p.count === 1 ? 'name' : 'names'}* of *${p.number}*`,
  },
});

/** A foreseen refusal, said from the phrases above. */
export const releaseRefusal = refusing(releasePhrases);
