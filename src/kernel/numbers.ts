/** 2.340.000 */
export function formatWhole(value: number | bigint): string {
  return value.toLocaleString('vi-VN');
}

/** 2.340.000 đ */
export function formatVnd(vnd: number | bigint): string {
  return `${formatWhole(vnd)} đ`;
}
