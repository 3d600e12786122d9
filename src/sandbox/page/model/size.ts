const UNITS = ['kB', 'MB', 'GB'];

/** "34 kB", "1,2 MB" in the locale's own numerals; bytes alone below 1 kB. */
export function shownSize(bytes: number, locale: string): string {
  if (bytes < 1000) return `${bytes} B`;
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = size < 10 ? 1 : 0;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(size);
  return `${number} ${UNITS[unit]}`;
}
