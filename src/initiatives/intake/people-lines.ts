import { type Day, readDay } from '../../kernel/time.ts';

/** What the form asks of an author besides the staff list; either may be left out, not both. */
export interface AuthorDetail {
  /** As written. */
  name: string;
  /** Whole, or the year alone. */
  born: { day: Day } | { year: string } | null;
  qualification: string | null;
}

/** Somebody who took part in the first application. */
export interface Participant {
  name: string;
  workplace: string;
  position: string;
  support: string;
}

export type ReadLines<L, P extends string> =
  | { ok: true; lines: L[] }
  /** `line` counts from 1, empty lines included. */
  | { ok: false; line: number; problem: P };

/**
 * Reads details of authors written one a line as "Họ tên; ngày sinh; trình độ".
 *
 * @param names of the authors; a line names one of them, accents included, each once
 */
export function readAuthorDetails(
  text: string,
  names: readonly string[],
): ReadLines<AuthorDetail, 'parts' | 'born' | 'unknown' | 'twice'> {
  const known = new Set(names.map(nameKey));
  const lines: AuthorDetail[] = [];
  const seen = new Set<string>();
  for (const { line, parts } of rowsOf(text)) {
    const [name = '', birth = '', qualification = '', ...more] = parts;
    if (!name || (!birth && !qualification) || more.some(Boolean))
      return { ok: false, line, problem: 'parts' };
    const born = birth ? readBirth(birth) : null;
    if (birth && !born) return { ok: false, line, problem: 'born' };
    const key = nameKey(name);
    if (!known.has(key)) return { ok: false, line, problem: 'unknown' };
    // Two authors of one name have a line each.
    if (seen.has(key) && names.filter((one) => nameKey(one) === key).length === 1)
      return { ok: false, line, problem: 'twice' };
    seen.add(key);
    lines.push({ name, born, qualification: qualification || null });
  }
  return { ok: true, lines };
}

/** Reads participants written one a line as "Họ tên; nơi công tác; chức danh; nội dung hỗ trợ". */
export function readParticipants(text: string): ReadLines<Participant, 'parts'> {
  const lines: Participant[] = [];
  for (const { line, parts } of rowsOf(text)) {
    const [name = '', workplace = '', position = '', support = '', ...more] = parts;
    if (!name || !workplace || !support || more.some(Boolean))
      return { ok: false, line, problem: 'parts' };
    lines.push({ name, workplace, position, support });
  }
  return { ok: true, lines };
}

/** By which a name is known again: accents count, capitals and white space do not. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();
}

function rowsOf(text: string): { line: number; parts: string[] }[] {
  return text
    .split(/\r?\n/)
    .map((row, index) => ({ line: index + 1, parts: row.split(';').map((part) => part.trim()) }))
    .filter(({ parts }) => parts.some(Boolean));
}

function readBirth(text: string): AuthorDetail['born'] {
  if (/^(?:19|20)\d{2}$/.test(text)) return { year: text };
  const day = readDay(text);
  return day === null ? null : { day };
}
