import { phrasebook } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';

/** Slack shows little at a field. */
const fewOf = (names: readonly string[]) =>
  `${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`;

/** The three steps of handing in. */
export const formPhrases = phrasebook({
  title: {
    vi: (p: { step: 1 | 2 | 3 }) => `Nộp sáng kiến (${p.step}/3)`,
    en: (p: { step: 1 | 2 | 3 }) => `Initiative (${p.step} of 3)`,
  },
  next: { vi: 'Tiếp tục', en: 'Next' },
  file: { vi: 'Nộp sáng kiến', en: 'Hand in' },
  back: { vi: 'Quay lại', en: 'Back' },
  close: { vi: 'Đóng', en: 'Close' },
  resumed: {
    vi: (p: { savedAt: string }) =>
      `Anh/chị đang viết tiếp bản nháp lưu lúc ${p.savedAt}. Bấm *Tiếp tục* để lưu phần vừa sửa.`,
    en: (p: { savedAt: string }) =>
      `This is the draft saved at ${p.savedAt}. Press *Next* to save what you change.`,
  },
  saving: {
    vi: 'Nộp được cả năm. Mỗi lần bấm *Tiếp tục*, bước đó được lưu; sau đó có thể đóng biểu mẫu và gõ `/sangkien` để viết tiếp.',
    en: 'At any time of the year. Each *Next* saves its step; after that you may close the form and type `/sangkien` to go on later.',
  },
  fromMessage: {
    vi: 'Tin nhắn đã thành phần *bản chất của giải pháp* ở bước 2:',
    en: 'The message became the *essence of the solution* in step 2:',
  },
  messageCut: {
    vi: (p: { most: number }) =>
      `:scissors: Tin nhắn dài hơn ${p.most} ký tự nên phần cuối đã được cắt.`,
    en: (p: { most: number }) =>
      `:scissors: The message is longer than ${p.most} characters, so its end was cut off.`,
  },

  name: { vi: 'Tên sáng kiến', en: 'Title of the initiative' },
  nameExample: {
    vi: 'Ví dụ: Rà soát dữ liệu thu bằng bảng đối chiếu tự động',
    en: 'For example: Checking contributions with an automatic comparison',
  },
  kind: { vi: 'Loại giải pháp', en: 'Kind of solution' },
  choose: { vi: 'Chọn một', en: 'Choose one' },
  field: { vi: 'Lĩnh vực và vấn đề được giải quyết', en: 'Field and problem solved' },
  firstAppliedOn: {
    vi: 'Ngày áp dụng lần đầu hoặc áp dụng thử',
    en: 'Day of first application or trial',
  },
  firstAppliedHint: {
    vi: 'Ghi ngày nào sớm hơn.',
    en: 'Whichever was earlier.',
  },
  priorState: { vi: 'Tình trạng trước khi có sáng kiến', en: 'State before the initiative' },
  essence: { vi: 'Bản chất của giải pháp', en: 'Essence of the solution' },
  essenceHint: {
    vi: 'Nội dung và các bước thực hiện. Tài liệu dài đính kèm ở bước 3.',
    en: 'What it is and the steps to carry it out. Long documents are attached in step 3.',
  },

  authors: { vi: 'Tác giả, đồng tác giả', en: 'Author and co-authors' },
  authorsHint: {
    vi: 'Theo thứ tự ghi trong đơn. Tỷ lệ đóng góp ghi ở bước sau.',
    en: 'In the order of the request. Their shares come in the next step.',
  },
  outsideAuthors: { vi: 'Tác giả ngoài cơ quan', en: 'Authors from outside the agency' },
  outsideAuthorsHint: {
    vi: 'Mỗi người một dòng: Họ tên; nơi công tác; tỷ lệ. Tỷ lệ có thể ghi ở bước sau.',
    en: 'One a line: Name; workplace; share. The share can wait for the next step.',
  },
  outsideAuthorsExample: {
    vi: 'Trần Văn Bình; Đại học Y Hà Nội; 20',
    en: 'Trần Văn Bình; Hanoi Medical University; 20',
  },
  benefits: { vi: 'Lợi ích thu được, theo ý kiến tác giả', en: 'Benefits, in your opinion' },
  benefitsHint: {
    vi: 'Nêu con số nếu có: thời gian, số tiền, số hồ sơ.',
    en: 'With figures if there are any: time, money, number of files.',
  },
  benefitsByUsers: {
    vi: 'Lợi ích theo ý kiến người đã áp dụng',
    en: 'Benefits, according to those who applied it',
  },
  conditions: { vi: 'Điều kiện cần thiết để áp dụng', en: 'Conditions of application' },
  investor: {
    vi: 'Chủ đầu tư tạo ra sáng kiến',
    en: 'Investor in the initiative',
  },
  investorHint: {
    vi: 'Chỉ ghi khi tác giả không đồng thời là chủ đầu tư.',
    en: 'Only if it is not the author.',
  },
  participants: { vi: 'Người tham gia áp dụng lần đầu', en: 'Who took part in the first use' },
  participantsHint: {
    vi: 'Mỗi người một dòng: họ tên; nơi công tác; chức danh; nội dung hỗ trợ.',
    en: 'One a line: name; workplace; position; what they did.',
  },
  authorDetails: { vi: 'Thông tin thêm về tác giả', en: 'More about the authors' },
  authorDetailsHint: {
    vi: 'Mỗi người một dòng: họ tên; ngày sinh; trình độ chuyên môn, ví dụ Trần Thị Lan; 01/02/1985; Cử nhân. Chức danh, nơi công tác lấy từ danh sách cán bộ.',
    en: 'One a line: name; day of birth; qualification, as in Trần Thị Lan; 01/02/1985; Bachelor. Position and workplace come from the staff list.',
  },
  addressee: { vi: 'Kính gửi', en: 'Addressed to' },
  addresseeHint: {
    vi: 'Bỏ trống nếu gửi cơ quan có hội đồng sáng kiến xét sáng kiến này.',
    en: 'Leave empty for the agency whose initiative council considers it.',
  },
  confidential: { vi: 'Thông tin cần bảo mật', en: 'Confidential information' },
  confidentialHint: {
    vi: 'Chỉ hội đồng sáng kiến và thư ký xem được.',
    en: 'Only the initiative council and the secretary can read it.',
  },
  confidentialKept: {
    vi: 'Hồ sơ đang có phần bảo mật, anh/chị không xem được. Để trống thì giữ nguyên; ghi vào đây thì thay phần cũ.',
    en: 'The file has a confidential part, which you cannot read. Left empty, it stays; what you write replaces it.',
  },

  share: {
    vi: (p: { name: string }) => `Tỷ lệ đóng góp (%) – ${p.name}`,
    en: (p: { name: string }) => `Share (%) – ${p.name}`,
  },
  sharesHint: {
    vi: 'Số nguyên; tổng các tỷ lệ bằng 100.',
    en: 'Whole numbers that add to 100.',
  },
  onlyAuthor: {
    vi: (p: { name: string }) => `Tác giả: *${p.name}* (100%)`,
    en: (p: { name: string }) => `Author: *${p.name}* (100%)`,
  },
  late: {
    vi: (p: { firstAppliedOn: Day; lastDay: Day; citation: string }) =>
      `:warning: Áp dụng lần đầu ngày ${formatDay(p.firstAppliedOn)}; thời hạn nộp là 1 năm, đến hết ngày ${formatDay(p.lastDay)} (${p.citation}). Anh/chị vẫn nộp được; cơ sở sẽ xem xét và thư ký thấy lưu ý này.`,
    en: (p: { firstAppliedOn: Day; lastDay: Day; citation: string }) =>
      `:warning: First applied on ${formatDay(p.firstAppliedOn)}; it was to be handed in within 1 year, by ${formatDay(p.lastDay)} (${p.citation}). You can still hand it in; the unit will consider it, and the secretary sees this note.`,
  },
  backLoses: {
    vi: (p: { submit: string }) =>
      `Bấm *Quay lại* thì phần vừa ghi ở bước này không được lưu; bấm *${p.submit}* để lưu.`,
    en: (p: { submit: string }) =>
      `*Back* does not save what you have written in this step; press *${p.submit}* to save it.`,
  },
  sharesOpen: {
    vi: (p: { known: number; missing: number }) =>
      `:warning: Danh sách tác giả đã thay đổi. Tỷ lệ đã có: ${p.known}%, còn ${p.missing}% cần chia cho các tác giả để trống dưới đây.`,
    en: (p: { known: number; missing: number }) =>
      `:warning: The authors are others now. Shares that stand: ${p.known}%; ${p.missing}% are to be divided among those left empty below.`,
  },
  sharesBelow: {
    vi: (p: { known: number; missing: number }) =>
      `:warning: Danh sách tác giả đã thay đổi. Tổng tỷ lệ hiện là ${p.known}%, ${p.missing > 0 ? `còn thiếu ${p.missing}%` : p.missing < 0 ? `thừa ${-p.missing}%` : 'chưa có phần của tác giả để trống'}; anh/chị sửa để tổng bằng 100%.`,
    en: (p: { known: number; missing: number }) =>
      `:warning: The authors are others now. The shares add to ${p.known}%, ${p.missing > 0 ? `${p.missing}% short` : p.missing < 0 ? `${-p.missing}% too much` : 'with nothing for those left empty'}; please make them add to 100%.`,
  },
  beforeFiling: {
    vi: 'Bấm *Nộp sáng kiến* là cam đoan mọi thông tin trong đơn trung thực, đúng sự thật và chịu trách nhiệm trước pháp luật. Sau khi nộp, anh/chị chỉ sửa được khi thư ký trả lại.',
    en: 'By *Hand in* you declare that all in this request is true, and answer for it before the law. Once it is handed in, it can be changed only when the secretary returns it.',
  },

  // ── refusals ──
  participantUnreadable: {
    vi: (p: { line: number }) =>
      `Dòng ${p.line}: ghi theo mẫu "Họ tên; nơi công tác; chức danh; nội dung hỗ trợ", ví dụ: Vũ Anh Đức; Phòng Thu; Chuyên viên; Nhập dữ liệu thử.`,
    en: (p: { line: number }) =>
      `Line ${p.line}: write "Name; workplace; position; what they did", as in: Vũ Anh Đức; Phòng Thu; Officer; Entered the trial data.`,
  },
  authorDetailUnreadable: {
    vi: (p: {
      line: number;
      problem: 'parts' | 'born' | 'unknown' | 'twice';
      names: readonly string[];
    }) =>
      `Dòng ${p.line}: ${
        {
          parts:
            'ghi theo mẫu "Họ tên; ngày sinh; trình độ", ví dụ: Trần Thị Lan; 01/02/1985; Cử nhân',
          born: 'ngày sinh ghi dd/mm/yyyy hoặc chỉ năm sinh, ví dụ: 01/02/1985',
          unknown: `họ tên này không có trong các tác giả (${fewOf(p.names)}); ghi đúng dấu như tên tác giả`,
          twice: 'tác giả này đã ghi ở dòng trên',
        }[p.problem]
      }.`,
    en: (p: {
      line: number;
      problem: 'parts' | 'born' | 'unknown' | 'twice';
      names: readonly string[];
    }) =>
      `Line ${p.line}: ${
        {
          parts:
            'write "Name; day of birth; qualification", as in: Trần Thị Lan; 01/02/1985; Bachelor',
          born: 'the day of birth is dd/mm/yyyy or the year alone, as in: 01/02/1985',
          unknown: `this is none of the authors (${fewOf(p.names)}); accents as in their names`,
          twice: 'this author is on a line above already',
        }[p.problem]
      }.`,
  },
});
