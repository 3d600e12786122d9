import { phrasebook } from '../../kernel/language.ts';
import type { Kinship } from './relative-rules.ts';

export const relativePhrases = phrasebook({
  title: { vi: 'Người thân của tôi', en: 'My relatives' },
  intro: {
    vi: 'Anh/chị khai một lần người thân đang làm việc trong cơ quan. Hội đồng xét nội dung của một trong hai người thì người kia không chấm điểm, không bỏ phiếu nội dung đó.\nChỉ anh/chị đọc được danh sách này; người thân không được báo. Người điều hành hội đồng chỉ biết thành viên có quan hệ thân thích, không biết ai đã khai.',
    en: 'Declare once your relatives who work in the agency. Where a council considers an item of one of you, the other neither scores nor votes on it.\nOnly you read this list; your relatives are not told. Who runs the council reads that a member is a relative, not who declared it.',
  },
  none: { vi: 'Anh/chị chưa khai người thân nào.', en: 'You have declared no relatives.' },
  add: { vi: 'Khai người thân', en: 'Declare a relative' },
  formTitle: { vi: 'Khai người thân', en: 'Declare a relative' },
  who: { vi: 'Người thân trong cơ quan', en: 'Relative in the agency' },
  kinship: { vi: 'Quan hệ với anh/chị', en: 'They are your' },
  kinships: {
    vi: {
      spouse: 'Vợ, chồng',
      parent: 'Cha, mẹ',
      child: 'Con',
      sibling: 'Anh, chị, em ruột',
      in_law: 'Cha, mẹ, con, anh, chị, em bên vợ hoặc chồng',
      other: 'Người thân khác',
    } satisfies Record<Kinship, string>,
    en: {
      spouse: 'Wife or husband',
      parent: 'Parent',
      child: 'Child',
      sibling: 'Brother or sister',
      in_law: 'Parent, child, brother or sister by marriage',
      other: 'Another relative',
    } satisfies Record<Kinship, string>,
  },
  save: { vi: 'Khai', en: 'Declare' },
  close: { vi: 'Đóng', en: 'Close' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  line: {
    vi: (p: { name: string; kinship: string; since: string }) =>
      `*${p.name}* – ${p.kinship}, khai ngày ${p.since}`,
    en: (p: { name: string; kinship: string; since: string }) =>
      `*${p.name}* – ${p.kinship}, declared on ${p.since}`,
  },
  end: { vi: 'Thôi khai', en: 'End' },
  endTitle: { vi: 'Thôi khai người thân?', en: 'End this declaration?' },
  endText: {
    vi: (p: { name: string }) =>
      `${p.name} và anh/chị không còn bị loại vì quan hệ này ở các lần bỏ phiếu, chấm điểm mở sau; danh sách đã chốt không thay đổi.`,
    en: (p: { name: string }) =>
      `${p.name} and you are no longer left out for this in votes and scorings that open later; frozen rolls stay as they are.`,
  },
  declared: {
    vi: 'Đã ghi. Danh sách bỏ phiếu đã chốt không thay đổi.',
    en: 'Recorded. Frozen rolls stay as they are.',
  },
  ended: { vi: 'Đã thôi khai.', en: 'Ended.' },
  chooseRelative: { vi: 'Chọn người thân.', en: 'Choose the relative.' },
  notYourself: {
    vi: 'Chọn người khác, không phải chính anh/chị.',
    en: 'Choose somebody else than yourself.',
  },
  notInList: {
    vi: 'Người này không có trong danh sách cán bộ, nên không cần khai.',
    en: 'This person is not on the staff list, so there is nothing to declare.',
  },
  unknown: {
    vi: 'Không tìm thấy lần khai này trong danh sách của anh/chị.',
    en: 'This declaration is not on your list.',
  },
});
