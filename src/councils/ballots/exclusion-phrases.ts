import { phrasebook } from '../../kernel/language.ts';
import type { Exclusion } from '../rules.ts';

interface About {
  /** With its number or name, in mrkdwn. */
  item: string;
}

type Texts = Record<Exclusion, (p: About) => string>;

const authorVi = (p: About) =>
  `Hội đồng đang bỏ phiếu về sáng kiến ${p.item}. Anh/chị là tác giả nên không có tên trong danh sách bỏ phiếu và không được tính vào tổng số phiếu của nội dung này. Kết quả sẽ được gửi tới anh/chị sau khi đóng.`;
const authorEn = (p: About) =>
  `The council is voting on initiative ${p.item}. As an author you are not on the roll of this item and do not count in its total. You will be told the outcome after the close.`;
const otherVi = (why: string) => (p: About) =>
  `Hội đồng đang bỏ phiếu về ${p.item}. ${why} nên không có tên trong danh sách bỏ phiếu và không được tính vào tổng số phiếu của nội dung này.`;
const otherEn = (why: string) => (p: About) =>
  `The council is voting on ${p.item}. As ${why}, you are not on the roll of this item and do not count in its total.`;

/** Why a member does not vote on an item, on rolls, cards and papers. */
export const exclusionPhrases = phrasebook({
  /** To the member. */
  texts: {
    vi: {
      author: authorVi,
      head_author: authorVi,
      declared: otherVi('Anh/chị đã khai có xung đột lợi ích'),
      subject: otherVi('Nội dung này xét cho chính anh/chị; anh/chị'),
      relative: otherVi('Anh/chị có quan hệ thân thích với tác giả hoặc người được xét'),
      superior: otherVi(
        'Anh/chị là thủ trưởng trực tiếp của tác giả hoặc của người, tập thể được xét',
      ),
    } satisfies Texts as Texts,
    en: {
      author: authorEn,
      head_author: authorEn,
      declared: otherEn('you declared a conflict of interest'),
      subject: otherEn('the item is about you'),
      relative: otherEn('you are a relative of an author or of who is considered'),
      superior: otherEn('you are the immediate superior of an author or of who is considered'),
    } satisfies Texts as Texts,
  },
  refusals: {
    vi: {
      author: 'Anh/chị là tác giả của sáng kiến này nên không bỏ phiếu.',
      head_author: 'Anh/chị là tác giả của sáng kiến này nên không bỏ phiếu.',
      declared: 'Anh/chị đã khai có xung đột lợi ích với nội dung này nên không bỏ phiếu.',
      subject: 'Nội dung này xét cho chính anh/chị nên anh/chị không bỏ phiếu.',
      relative:
        'Anh/chị có quan hệ thân thích với tác giả hoặc người được xét nên không bỏ phiếu nội dung này.',
      superior:
        'Anh/chị là thủ trưởng trực tiếp của tác giả hoặc người được xét nên theo quy chế không bỏ phiếu nội dung này.',
    } as Record<Exclusion, string>,
    en: {
      author: 'You are an author of this initiative, so you do not vote on it.',
      head_author: 'You are an author of this initiative, so you do not vote on it.',
      declared: 'You declared a conflict of interest about this item, so you do not vote on it.',
      subject: 'This item is about you, so you do not vote on it.',
      relative:
        'You are a relative of an author or of who is considered, so you do not vote on this item.',
      superior:
        'You are the immediate superior of an author or of who is considered, so by the rules you do not vote on this item.',
    } as Record<Exclusion, string>,
  },
  /** To whoever runs the council. */
  names: {
    vi: (p: { why: Exclusion | 'conflict'; names: string }) =>
      `Không tham gia vì ${WHY.vi[p.why]}: ${p.names}`,
    en: (p: { why: Exclusion | 'conflict'; names: string }) =>
      `Not voting, ${WHY.en[p.why]}: ${p.names}`,
  },
  /** On papers that go to many: of a relation no more than that there is a conflict. */
  onPaper: {
    vi: {
      author: 'tác giả',
      head_author: 'tác giả',
      declared: 'có xung đột lợi ích',
      subject: 'người được xét',
      relative: 'có xung đột lợi ích',
      superior: 'thủ trưởng trực tiếp',
    } as Record<Exclusion, string>,
    en: {
      author: 'author',
      head_author: 'author',
      declared: 'conflict of interest',
      subject: 'who is considered',
      relative: 'conflict of interest',
      superior: 'immediate superior',
    } as Record<Exclusion, string>,
  },
  /** In place of all that a reader in conflict does not read while a vote is open. */
  handedOver: {
    vi: 'Anh/chị có xung đột lợi ích với nội dung này nên đã chuyển cho người khác của hội đồng. Số người bỏ phiếu và diễn biến không hiển thị với anh/chị; kết quả có sau khi đóng.',
    en: 'You have a conflict of interest about this item, so others of the council look after it. Turnout and progress are not shown to you; the outcome is, after the close.',
  },
  agendaHidden: {
    vi: 'anh/chị không tham gia vì có xung đột lợi ích',
    en: 'you have no part in it: conflict of interest',
  },
  turnoutHidden: {
    vi: 'Chủ tịch hoặc Thư ký không tham gia nội dung này, nên số người đã bỏ phiếu chỉ hiển thị riêng với người điều hành; kết quả có ở đây sau khi đóng.',
    en: 'The chair or secretary has no part in this item, so turnout is shown only in private to who runs it; the outcome comes here after the close.',
  },
});

const WHY: Record<'vi' | 'en', Record<Exclusion | 'conflict', string>> = {
  vi: {
    author: 'là tác giả',
    head_author: 'là tác giả',
    declared: 'đã khai có xung đột lợi ích',
    subject: 'nội dung xét cho chính mình',
    relative: 'có quan hệ thân thích với tác giả hoặc người được xét',
    superior: 'là thủ trưởng trực tiếp của tác giả hoặc người được xét',
    conflict: 'có xung đột lợi ích',
  },
  en: {
    author: 'as authors',
    head_author: 'as authors',
    declared: 'for a declared conflict of interest',
    subject: 'as the item is about them',
    relative: 'as relatives of an author or of who is considered',
    superior: 'as immediate superiors of an author or of who is considered',
    conflict: 'for a conflict of interest',
  },
};
