import type { Office, Role } from '../../database/generated/enums.ts';
import { sampleId } from './sample-id.ts';
import type { UnitCode } from './units.ts';

type GrantedRole = Exclude<Role, 'head'>;

type Row<L extends string> = readonly [
  login: L,
  name: string,
  unit: UnitCode,
  position: string,
  office: Office,
  extra?: { role?: GrantedRole; locale?: 'en-US' },
];

/** Everybody here is invented. */
const ROWS = [
  ['hung.le', 'Lê Quang Hùng', 'SH', 'Giám đốc', 'head'],
  ['minh.pham', 'Phạm Tuấn Minh', 'SH', 'Phó Giám đốc', 'deputy'],
  ['hoa.nguyen', 'Nguyễn Thị Mai Hoa', 'SH', 'Phó Giám đốc', 'deputy'],

  ['dung.tran', 'Trần Tiến Dũng', 'SH-VP', 'Chánh Văn phòng', 'head'],
  [
    'thuy.vo',
    'Võ Thị Bích Thủy',
    'SH-VP',
    'Phó Chánh Văn phòng, Chủ tịch Công đoàn cơ sở',
    'deputy',
  ],
  [
    'tam.do',
    'Đỗ Minh Tâm',
    'SH-VP',
    'Chuyên viên công nghệ thông tin',
    'staff',
    { role: 'administrator' },
  ],
  ['nga.bui', 'Bùi Thúy Nga', 'SH-VP', 'Văn thư viên', 'staff'],

  ['son.hoang', 'Hoàng Văn Sơn', 'SH-TCCB', 'Trưởng phòng', 'head'],
  ['quan.dinh', 'Đinh Công Quân', 'SH-TCCB', 'Phó Trưởng phòng', 'deputy'],
  [
    'ha.nguyen',
    'Nguyễn Thu Hà',
    'SH-TCCB',
    'Chuyên viên thi đua, khen thưởng',
    'staff',
    { role: 'secretary' },
  ],
  ['yen.luu', 'Lưu Hải Yến', 'SH-TCCB', 'Chuyên viên kiểm tra', 'staff', { role: 'inspector' }],

  ['khanh.phan', 'Phan Quốc Khánh', 'SH-THU', 'Trưởng phòng', 'head'],
  ['phuong.ngo', 'Ngô Lan Phương', 'SH-THU', 'Phó Trưởng phòng', 'deputy'],
  ['lan.tran', 'Trần Thị Lan', 'SH-THU', 'Chuyên viên quản lý thu', 'staff'],
  ['duc.vu', 'Vũ Anh Đức', 'SH-THU', 'Chuyên viên cấp sổ, thẻ', 'staff'],
  ['linh.cao', 'Cao Diệu Linh', 'SH-THU', 'Chuyên viên quản lý thu', 'staff'],

  ['huong.dang', 'Đặng Thu Hương', 'SH-CD', 'Trưởng phòng', 'head'],
  ['thanh.mai', 'Mai Chí Thành', 'SH-CD', 'Phó Trưởng phòng', 'deputy'],
  ['anh.trinh', 'Trịnh Ngọc Ánh', 'SH-CD', 'Chuyên viên chế độ BHXH', 'staff'],

  ['long.duong', 'Dương Hải Long', 'SH-GD', 'Trưởng phòng', 'head'],
  ['trang.ly', 'Lý Huyền Trang', 'SH-GD', 'Giám định viên', 'staff'],
  ['bao.huynh', 'Huỳnh Gia Bảo', 'SH-GD', 'Giám định viên', 'staff'],

  ['tuyet.ho', 'Hồ Thị Ánh Tuyết', 'SH-KHTC', 'Trưởng phòng', 'head'],
  ['cuong.ta', 'Tạ Mạnh Cường', 'SH-KHTC', 'Kế toán viên', 'staff', { role: 'finance' }],
  ['nhung.chu', 'Chu Hồng Nhung', 'SH-KHTC', 'Kế toán viên', 'staff'],

  ['viet.kieu', 'Kiều Hoàng Việt', 'SH-TT', 'Trưởng phòng', 'head'],
  [
    'mai.thai',
    'Thái Thanh Mai',
    'SH-TT',
    'Chuyên viên truyền thông',
    'staff',
    { role: 'communications' },
  ],
  ['chau.do', 'Đỗ Bảo Châu', 'SH-TT', 'Chuyên viên hợp tác quốc tế', 'staff', { locale: 'en-US' }],

  ['binh.nguyen', 'Nguyễn Thái Bình', 'SH-BL', 'Giám đốc BHXH cơ sở', 'head'],
  ['ngoc.le', 'Lê Bảo Ngọc', 'SH-BL', 'Phó Giám đốc BHXH cơ sở', 'deputy'],
  ['tuan.vu', 'Vũ Minh Tuấn', 'SH-BL', 'Chuyên viên quản lý thu', 'staff'],

  ['loan.pham', 'Phạm Kim Loan', 'SH-DS', 'Giám đốc BHXH cơ sở', 'head'],
  ['hieu.trinh', 'Trịnh Trung Hiếu', 'SH-DS', 'Chuyên viên một cửa', 'staff'],
  ['van.doan', 'Đoàn Khánh Vân', 'SH-DS', 'Chuyên viên quản lý thu', 'staff'],

  ['phuc.dang', 'Đặng Hồng Phúc', 'SH-CG', 'Giám đốc BHXH cơ sở', 'head'],
  ['giang.bui', 'Bùi Hương Giang', 'SH-CG', 'Chuyên viên chế độ BHXH', 'staff'],
  ['dat.lam', 'Lâm Thành Đạt', 'SH-CG', 'Chuyên viên một cửa', 'staff'],

  ['thao.dinh', 'Đinh Phương Thảo', 'SH-CT', 'Giám đốc BHXH cơ sở', 'head'],
  ['nam.hoang', 'Hoàng Nhật Nam', 'SH-CT', 'Chuyên viên quản lý thu', 'staff'],
  ['chi.luong', 'Lương Quỳnh Chi', 'SH-CT', 'Giám định viên', 'staff'],
] as const satisfies readonly Row<string>[];

export type Login = (typeof ROWS)[number][0];

export interface SampleStaff {
  /** What stands before the @ of the e-mail; the sample's other files name people by it. */
  login: Login;
  name: string;
  unit: UnitCode;
  position: string;
  office: Office;
  /** Granted for the whole province; besides it, every head of a unit holds `head` for that unit. */
  role: GrantedRole | null;
  locale: 'vi-VN' | 'en-US';
}

const rows: readonly Row<Login>[] = ROWS;

export const STAFF: readonly SampleStaff[] = rows.map(
  ([login, name, unit, position, office, extra]) => ({
    login,
    name,
    unit,
    position,
    office,
    role: extra?.role ?? null,
    locale: extra?.locale ?? 'vi-VN',
  }),
);

export const SAMPLE_ZONE = 'Asia/Ho_Chi_Minh';

/** Somebody who is in the workspace but in nobody's staff list. */
export const STRANGER = {
  email: 'nam.truong@doitac.example',
  name: 'Trương Hoài Nam',
  title: 'Cộng tác viên, không có trong danh sách cán bộ',
} as const;

export function emailOf(login: Login): string {
  return `${login}@bhxh.example`;
}

export function personId(login: Login): string {
  return sampleId('person', login);
}

export function staffOf(login: Login): SampleStaff {
  const staff = STAFF.find((one) => one.login === login);
  if (!staff) throw new Error(`nobody in the sample agency is called ${login}`);
  return staff;
}
