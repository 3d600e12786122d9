import type { z } from 'zod';
import type { ProblemCode } from './problems.ts';

type ProblemWords = Record<z.infer<typeof ProblemCode>, (detail: string) => string>;

/** What is wrong with a cell, to stand after its row and column. */
export const problemWords: { vi: ProblemWords; en: ProblemWords } = {
  vi: {
    missing: () => 'chưa có giá trị',
    not_a_day: () => 'không phải ngày dạng dd/mm/yyyy có thật',
    not_a_year: () => 'không phải năm bốn chữ số',
    not_an_email: () => 'không phải địa chỉ thư điện tử',
    not_of_the_list: () => 'không thuộc các giá trị được dùng, xem trang hướng dẫn của tệp mẫu',
    too_long: (most) => `dài quá ${most} ký tự`,
    unknown_unit: () => 'mã đơn vị chưa có trong danh sách đơn vị',
    unknown_person: (numbers) =>
      `số hiệu ${numbers} chưa có trong danh sách cán bộ`.replace('  ', ' '),
    unknown_title: () => 'không phải danh hiệu hay hình thức khen thưởng nào được biết',
    wrong_subject: () => 'danh hiệu của tập thể ghi cho cá nhân, hoặc ngược lại',
    one_subject: () => 'ghi số hiệu của một cá nhân hoặc mã của một tập thể, không ghi cả hai',
    repeated: (row) => `trùng với dòng ${row}`,
    email_taken: (number) => `thư điện tử đang thuộc người có số hiệu ${number}`,
    before_current_posting: (day) => `phải sau ngày ${day} của vị trí công tác đang ghi`,
    own_parent: () => 'đơn vị thành cấp dưới của chính mình',
    ends_before_it_begins: () => 'trước ngày bắt đầu',
    shares: () => 'mỗi tác giả một số nguyên dương, cộng lại không quá 100',
    needs_document: () => 'có mã đơn vị trước thì cần văn bản sắp xếp',
    author_left_out: (numbers) =>
      `tác giả có số hiệu ${numbers} đang ghi trong hệ thống; nhập tệp không bỏ tác giả`,
    recorded_here: (number) =>
      `quyết định ${number} đã ghi trong Thi Đua với nội dung khác; nhập tệp không thay quyết định đã ghi`,
    formula_error: () => 'công thức trong tệp báo lỗi',
    not_your_unit: () => 'ngoài các đơn vị anh/chị quản trị',
    of_collectives: () => 'chỉ ghi cho tập thể',
    not_a_rank: () => 'không phải thứ hạng: 1, 2, 3 …',
  },
  en: {
    missing: () => 'has no value',
    not_a_day: () => 'is no real day as dd/mm/yyyy',
    not_a_year: () => 'is no year of four digits',
    not_an_email: () => 'is no e-mail address',
    not_of_the_list: () => 'is none of the values in use, see the second sheet of the template',
    too_long: (most) => `is longer than ${most} characters`,
    unknown_unit: () => 'is no code of a unit',
    unknown_person: (numbers) =>
      `staff number ${numbers} is not in the staff list`.replace('  ', ' '),
    unknown_title: () => 'is no title or form of commendation that is known',
    wrong_subject: () => 'is a title for collectives given to a person, or the other way round',
    one_subject: () => 'needs one person’s staff number or one collective’s code, not both',
    repeated: (row) => `repeats row ${row}`,
    email_taken: (number) => `is the e-mail of the person with staff number ${number}`,
    before_current_posting: (day) => `must be after ${day}, of the posting on record`,
    own_parent: () => 'would put the unit below itself',
    ends_before_it_begins: () => 'is before the first day',
    shares: () => 'needs one positive whole number for each author, at most 100 together',
    needs_document: () => 'needs the document, for there is a former code',
    author_left_out: (numbers) =>
      `leaves out the author on record with staff number ${numbers}; an import removes nobody`,
    recorded_here: (number) =>
      `decision ${number} is recorded here with other facts; an import does not replace it`,
    formula_error: () => 'is the error of a formula',
    not_your_unit: () => 'is outside the units that you administer',
    of_collectives: () => 'is for collectives only',
    not_a_rank: () => 'is no place: 1, 2, 3 …',
  },
};
