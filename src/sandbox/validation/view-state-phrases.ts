/** What a chat client says under a field that it will not send. */
const vietnamese = {
  required: 'Anh/chị cần điền mục bắt buộc này.',
  tooShort: (least: number) => `Anh/chị cần nhập ít nhất ${least} ký tự.`,
  tooLong: (most: number) => `Anh/chị chỉ được nhập tối đa ${most} ký tự.`,
  notNumber: 'Anh/chị cần nhập một số.',
  notWhole: 'Anh/chị cần nhập một số nguyên.',
  tooSmall: (least: string) => `Số cần nhập không nhỏ hơn ${least}.`,
  tooBig: (most: string) => `Số cần nhập không lớn hơn ${most}.`,
  notEmail: 'Anh/chị cần nhập một địa chỉ thư điện tử hợp lệ.',
  notUrl: 'Anh/chị cần nhập một liên kết hợp lệ.',
  notDate: 'Anh/chị cần chọn một ngày hợp lệ.',
  notTime: 'Anh/chị cần chọn một giờ hợp lệ.',
  notOffered: 'Lựa chọn này không có trong danh sách. Anh/chị vui lòng chọn lại.',
  tooMany: (most: number) => `Anh/chị chỉ được chọn tối đa ${most} mục.`,
  tooManyFiles: (most: number) => `Anh/chị chỉ được tải lên tối đa ${most} tệp.`,
  unreadable: 'Giá trị này không hợp lệ. Anh/chị vui lòng nhập lại.',
};

const english: typeof vietnamese = {
  required: 'Please complete this required field.',
  tooShort: (least) =>
    `Please enter at least ${least} ${least === 1 ? 'character' : 'characters'}.`,
  tooLong: (most) =>
    `Please enter no more than ${most} ${most === 1 ? 'character' : 'characters'}.`,
  notNumber: 'Please enter a number.',
  notWhole: 'Please enter a whole number.',
  tooSmall: (least) => `Please enter a number no less than ${least}.`,
  tooBig: (most) => `Please enter a number no more than ${most}.`,
  notEmail: 'Please enter a valid email address.',
  notUrl: 'Please enter a valid URL.',
  notDate: 'Please choose a valid date.',
  notTime: 'Please choose a valid time.',
  notOffered: 'This choice is not in the list. Please choose again.',
  tooMany: (most) => `Please choose no more than ${most} ${most === 1 ? 'item' : 'items'}.`,
  tooManyFiles: (most) => `Please upload no more than ${most} ${most === 1 ? 'file' : 'files'}.`,
  unreadable: 'This value is not valid. Please enter it again.',
};

export type FieldPhrases = typeof vietnamese;

export function fieldPhrasesFor(locale: string): FieldPhrases {
  return locale.toLowerCase().startsWith('vi') ? vietnamese : english;
}
