/** Hundredths; far above what one unit can reach, and points made of it stay exact. */
export const MOST_AMOUNT = 1_000_000_000_000_000n;

const AMOUNT = /^(?<whole>\d{1,13}|[1-9]\d{0,2}(?:\.\d{3}){1,4})(?:,(?<part>\d{1,2}))?$/;

/**
 * Reads a number as Vietnamese people write it, 1.234,5: points between thousands, a comma before one or two
 * decimals. What could mean two things (12.5; 0.123) is not read, nor is anything below nothing.
 *
 * @returns hundredths; null when it is no such number, or above `MOST_AMOUNT`
 */
export function readAmount(text: string): bigint | null {
  const found = AMOUNT.exec(text.normalize('NFKC').replaceAll(/\s/g, ''))?.groups;
  if (!found?.whole) return null;
  const part = (found.part ?? '').padEnd(2, '0');
  const amount = BigInt(`${found.whole.replaceAll('.', '')}${part}`);
  return amount <= MOST_AMOUNT ? amount : null;
}

/** 1.234,5 of 123450 hundredths, with no more decimals than it has. */
export function formatAmount(hundredths: bigint): string {
  const [whole, part] = split(hundredths);
  const decimals = part.replace(/0+$/, '');
  return decimals === '' ? whole : `${whole},${decimals}`;
}

/** 95,50 of 9550 hundredths of a point: always two decimals, so that a column of them is easily compared. */
export function formatPoints(hundredths: bigint): string {
  return split(hundredths).join(',');
}

function split(hundredths: bigint): [whole: string, part: string] {
  const size = hundredths < 0n ? -hundredths : hundredths;
  const whole = (size / 100n).toLocaleString('vi-VN');
  return [hundredths < 0n ? `−${whole}` : whole, String(size % 100n).padStart(2, '0')];
}
