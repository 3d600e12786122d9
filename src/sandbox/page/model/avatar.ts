/** How many colour classes page.css has for avatars (`avatar-0` …). */
const COLOURS = 10;

/** The same name has the same colour everywhere and on every machine. */
export function colourOf(name: string): number {
  let sum = 7;
  for (const char of name.normalize('NFC')) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 99_991;
  return sum % COLOURS;
}

/** First letters of the family name and the given name: "Nguyễn Thị Lan" → "NL". */
export function initialsOf(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word));
  const first = words[0]?.charAt(0) ?? '?';
  const last = words.length > 1 ? (words[words.length - 1]?.charAt(0) ?? '') : '';
  return (first + last).toLocaleUpperCase('vi');
}
