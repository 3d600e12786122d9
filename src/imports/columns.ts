import type { Text } from '../kernel/language.ts';
import { fold } from '../rulebook/fold.ts';

export const IMPORT_KINDS = ['units', 'people', 'awards', 'ratings', 'initiatives'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** A column of a file that is imported. */
export interface Column {
  key: string;
  header: Text;
  required: boolean;
  example: string;
  /** What may stand in it, for the template's second sheet. */
  note: Text;
}

const col = (
  key: string,
  header: [vi: string, en: string],
  example: string,
  note: [vi: string, en: string],
  required = true,
): Column => ({
  key,
  header: { vi: header[0], en: header[1] },
  required,
  example,
  note: { vi: note[0], en: note[1] },
});
const optional = (...given: [string, [string, string], string, [string, string]]): Column =>
  col(...given, false);

const DAY: [string, string] = ['Ngày dạng dd/mm/yyyy', 'A day as dd/mm/yyyy'];
const decision = [
  col('number', ['Số quyết định', 'Decision number'], '125/QĐ-BHXH', [
    'Như ghi trên quyết định',
    'As on the decision',
  ]),
  col('decidedOn', ['Ngày quyết định', 'Decided on'], '15/01/2026', DAY),
];
const signatory = col('signatory', ['Người ký', 'Signatory'], 'Lê Quang Hùng', [
  'Họ và tên người ký',
  'Full name of who signed',
]);
const subject = [
  optional('staffNumber', ['Số hiệu', 'Staff number'], '00123', [
    'Cho cá nhân; để trống nếu là tập thể',
    'For a person; empty for a collective',
  ]),
  optional('unitCode', ['Mã đơn vị', 'Unit code'], '', [
    'Cho tập thể; để trống nếu là cá nhân',
    'For a collective; empty for a person',
  ]),
];
const year = col('year', ['Năm', 'Year'], '2025', ['Bốn chữ số', 'Four digits']);

/** The columns of each kind of file, in the order of the template. */
export const COLUMNS: Readonly<Record<ImportKind, readonly Column[]>> = {
  units: [
    col('code', ['Mã đơn vị', 'Unit code'], 'SH-THU', ['Không đổi về sau', 'Never changes']),
    col('name', ['Tên đơn vị', 'Name'], 'Phòng Quản lý thu', ['Tên đầy đủ', 'Full name']),
    col('kind', ['Loại đơn vị', 'Kind'], 'phòng', [
      'trung ương, đơn vị trực thuộc, khu vực, tỉnh, phòng, cơ sở, huyện, tổ',
      'centre, central unit, region, province, department, grassroots, district, team',
    ]),
    optional('parentCode', ['Mã đơn vị cấp trên', 'Parent code'], 'SH', [
      'Để trống cho đơn vị cao nhất',
      'Empty for the topmost unit',
    ]),
    col('validFrom', ['Từ ngày', 'From'], '01/07/2025', DAY),
    optional('validTo', ['Đến ngày', 'To'], '', DAY),
    optional('formerCode', ['Mã đơn vị trước', 'Former code'], '', [
      'Đơn vị mà đơn vị này tiếp nối; nhiều mã cách nhau bằng dấu ;',
      'Of the unit it goes on from; several are parted by ;',
    ]),
    optional('succession', ['Hình thức', 'How'], '', [
      'đổi tên, sáp nhập, chia tách',
      'renamed, merged, split',
    ]),
    optional('document', ['Văn bản', 'Document'], '', [
      'Văn bản sắp xếp, khi có mã đơn vị trước',
      'What ordered it, where there is a former code',
    ]),
  ],
  people: [
    col('staffNumber', ['Số hiệu', 'Staff number'], '00123', [
      'Giữ nguyên số 0 ở đầu',
      'Leading noughts are kept',
    ]),
    col('fullName', ['Họ và tên', 'Full name'], 'Trần Thị Lan', ['Có dấu', 'With accents']),
    col('email', ['Thư điện tử', 'E-mail'], 'lan.tran@bhxh.example', [
      'Trùng với tài khoản Slack',
      'As in Slack',
    ]),
    col('unitCode', ['Mã đơn vị', 'Unit code'], 'SH-THU', [
      'Phải có trong danh sách đơn vị',
      'One of the units',
    ]),
    col('position', ['Chức vụ', 'Position'], 'Chuyên viên quản lý thu', ['Tên chức vụ', 'Title']),
    optional('office', ['Cương vị', 'Office'], 'nhân viên', [
      'thủ trưởng, cấp phó, nhân viên; để trống là nhân viên. Thủ trưởng được giao vai trò thủ trưởng của đơn vị',
      'head, deputy, staff; empty is staff. A head is given the role of head of the unit',
    ]),
    col('from', ['Từ ngày', 'From'], '01/07/2025', DAY),
  ],
  awards: [
    ...subject,
    col('title', ['Danh hiệu', 'Title'], 'CSTĐCS', [
      'Danh hiệu hoặc hình thức khen thưởng: tên đầy đủ hoặc viết tắt',
      'A title or form of commendation: full name or abbreviation',
    ]),
    year,
    ...decision,
    signatory,
  ],
  ratings: [
    ...subject,
    year,
    col('rating', ['Mức hoàn thành', 'Rating'], 'HTTNV', [
      'HTXSNV, HTTNV, HTNV, KHTNV hoặc tên đầy đủ',
      'HTXSNV, HTTNV, HTNV, KHTNV or the full name',
    ]),
    ...decision,
    optional('exceeded', ['Vượt chỉ tiêu', 'Exceeded targets'], '', [
      'Chỉ cho tập thể: có hoặc không; để trống nếu chưa rõ',
      'Collectives only: yes or no; empty if unknown',
    ]),
    optional('rank', ['Thứ hạng trong cụm, khối', 'Place in its cluster'], '', [
      'Chỉ cho tập thể: 1, 2, 3 …; để trống nếu chưa rõ',
      'Collectives only: 1, 2, 3 …; empty if unknown',
    ]),
  ],
  initiatives: [
    col('title', ['Tên sáng kiến', 'Title'], 'Nhắc đóng BHXH theo ba mức', ['Tên đầy đủ', 'Full']),
    optional('kind', ['Loại', 'Kind'], 'sáng kiến', [
      'sáng kiến hoặc đề tài; để trống là sáng kiến',
      'initiative or research; empty is initiative',
    ]),
    col('level', ['Cấp công nhận', 'Level'], 'cơ sở', [
      'cơ sở, bộ, toàn quốc',
      'grassroots, ministry, national',
    ]),
    year,
    col('authors', ['Số hiệu tác giả', 'Authors'], '00123; 00456', [
      'Nhiều tác giả cách nhau bằng dấu ;',
      'Several are parted by ;',
    ]),
    optional('shares', ['Tỷ lệ đóng góp (%)', 'Shares (%)'], '60; 40', [
      'Theo thứ tự tác giả, cộng lại không quá 100; để trống nếu không rõ',
      'In the order of the authors, at most 100 together; empty if unknown',
    ]),
    ...decision,
    signatory,
  ],
};

/** Finds the column that a heading means, in either language, whatever its accents, case and star. */
export function columnOf(kind: ImportKind, heading: string): Column | undefined {
  const wanted = headingKey(heading);
  return COLUMNS[kind].find(({ header }) =>
    [header.vi, header.en].some((name) => headingKey(name) === wanted),
  );
}

function headingKey(heading: string): string {
  return fold(heading.replaceAll('*', ''))
    .replaceAll(/[^a-z0-9%]+/g, ' ')
    .trim();
}
