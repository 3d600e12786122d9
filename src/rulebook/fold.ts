/**
 * Folds text for comparing and searching: lower case, no accents (đ becomes d), composed and
 * decomposed Unicode alike, runs of white space as one space, trimmed. Folding twice changes
 * nothing. Not for display.
 */
export function fold(text: string): string {
  // Compatibility decomposition may bring capitals back (℡ → TEL), so the case is lowered on both
  // sides of it, and what lowering adds (İ → i and a dot) is decomposed and stripped with the rest.
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[đð]/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}
