/** Lower case without Vietnamese marks, so that "nguyen" finds "Nguyễn" and "dang" finds "Đặng". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .toLowerCase();
}

/** Whether every word of the query occurs somewhere in the text, marks and case aside. */
export function matchesQuery(text: string, query: string): boolean {
  const haystack = fold(text);
  return fold(query)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** How well a text that matches does so: 0 when it is the query itself, 1 when it begins with it. */
export function matchRank(text: string, query: string): number {
  const haystack = fold(text);
  const needle = fold(query).trim();
  if (haystack === needle) return 0;
  return haystack.startsWith(needle) ? 1 : 2;
}
