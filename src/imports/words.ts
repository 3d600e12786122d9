// What people write for a value of a list, folded, with the value.
type Words<T extends string> = Readonly<Record<string, T>>;

export const UNIT_KINDS = {
  'trung uong': 'centre',
  centre: 'centre',
  'don vi truc thuoc': 'central_unit',
  'central unit': 'central_unit',
  'khu vuc': 'region',
  region: 'region',
  tinh: 'province',
  province: 'province',
  phong: 'department',
  'van phong': 'department',
  department: 'department',
  'co so': 'grassroots',
  grassroots: 'grassroots',
  huyen: 'district',
  district: 'district',
  to: 'team',
  team: 'team',
} as const satisfies Words<string>;

export const SUCCESSIONS = {
  'doi ten': 'renamed',
  renamed: 'renamed',
  'sap nhap': 'merged',
  merged: 'merged',
  'chia tach': 'split',
  split: 'split',
} as const satisfies Words<string>;

export const OFFICES = {
  'thu truong': 'head',
  truong: 'head',
  head: 'head',
  'cap pho': 'deputy',
  pho: 'deputy',
  deputy: 'deputy',
  'nhan vien': 'staff',
  staff: 'staff',
} as const satisfies Words<string>;

export const RATINGS = {
  htxsnv: 'excellent',
  'hoan thanh xuat sac nhiem vu': 'excellent',
  httnv: 'good',
  'hoan thanh tot nhiem vu': 'good',
  htnv: 'completed',
  'hoan thanh nhiem vu': 'completed',
  khtnv: 'not_completed',
  'khong hoan thanh nhiem vu': 'not_completed',
} as const satisfies Words<string>;

export const WORK_KINDS = {
  'sang kien': 'initiative',
  initiative: 'initiative',
  'de tai': 'research',
  'de an khoa hoc': 'research',
  research: 'research',
} as const satisfies Words<string>;

export const WORK_LEVELS = {
  'co so': 'grassroots',
  grassroots: 'grassroots',
  bo: 'ministry',
  'bo tinh': 'ministry',
  tinh: 'ministry',
  ministry: 'ministry',
  'toan quoc': 'national',
  national: 'national',
} as const satisfies Words<string>;

export const YES_NO = {
  co: 'yes',
  yes: 'yes',
  x: 'yes',
  khong: 'no',
  no: 'no',
} as const satisfies Words<string>;
