import type { Day } from '../kernel/time.ts';

/** "…, ngày 05 tháng 12 năm 2026": days, and the months 1 and 2, have a leading nought (Nghị định 30/2020/NĐ-CP). */
export function placeAndDate(on: Day, place = '………'): string {
  const { day, month, year } = dayParts(on);
  return `${place}, ngày ${day} tháng ${month} năm ${year}`;
}

export function dayParts(on: Day): { day: string; month: string; year: string } {
  const [year = '', month = '', day = ''] = on.split('-');
  return { day, month: Number(month) > 2 ? String(Number(month)) : month, year };
}
