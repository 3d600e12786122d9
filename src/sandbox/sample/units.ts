import type { UnitKind } from '../../database/generated/enums.ts';
import { sampleId } from './sample-id.ts';

/** The invented agency: a provincial office, its departments and its grassroots offices. */
export const PROVINCE = { code: 'SH', name: 'BHXH tỉnh Sông Hàn' } as const;

const DEPARTMENTS = [
  { code: 'SH-VP', name: 'Văn phòng' },
  { code: 'SH-TCCB', name: 'Phòng Tổ chức cán bộ' },
  { code: 'SH-THU', name: 'Phòng Quản lý thu – Sổ, thẻ' },
  { code: 'SH-CD', name: 'Phòng Chế độ BHXH' },
  { code: 'SH-GD', name: 'Phòng Giám định BHYT' },
  { code: 'SH-KHTC', name: 'Phòng Kế hoạch – Tài chính' },
  { code: 'SH-TT', name: 'Phòng Truyền thông' },
] as const;

const GRASSROOTS = [
  { code: 'SH-BL', name: 'BHXH cơ sở Bến Lội' },
  { code: 'SH-DS', name: 'BHXH cơ sở Đồi Sim' },
  { code: 'SH-CG', name: 'BHXH cơ sở Cồn Gió' },
  { code: 'SH-CT', name: 'BHXH cơ sở Cầu Trắng' },
] as const;

export type UnitCode =
  | typeof PROVINCE.code
  | (typeof DEPARTMENTS)[number]['code']
  | (typeof GRASSROOTS)[number]['code'];

export interface SampleUnit {
  code: UnitCode;
  name: string;
  kind: UnitKind;
}

/** The province first, for the others stand under it. */
export const UNITS: readonly SampleUnit[] = [
  { ...PROVINCE, kind: 'province' },
  ...DEPARTMENTS.map((unit) => ({ ...unit, kind: 'department' as const })),
  ...GRASSROOTS.map((unit) => ({ ...unit, kind: 'grassroots' as const })),
];

export function unitId(code: UnitCode): string {
  return sampleId('unit', code);
}

export function unitName(code: UnitCode): string {
  return UNITS.find((unit) => unit.code === code)?.name ?? code;
}
