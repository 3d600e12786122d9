const NAMES = /^(?:thanh phan|thanhphan|kien toan|kientoan|composition|members)(?: (.+))?$/;

/**
 * Whether a folded command asks for compositions, and by which words of a council or unit.
 *
 * @returns undefined when it asks for something else
 */
export function compositionAsked(words: string): { search: string } | undefined {
  const found = NAMES.exec(words);
  return found ? { search: found[1] ?? '' } : undefined;
}
