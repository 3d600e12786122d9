import { fold } from '../../rulebook/fold.ts';

/** An author from outside the agency, as written in the form. */
export interface OutsideAuthor {
  name: string;
  workplace: string;
  /** In whole percent, when it was written. */
  share: number | null;
}

export type OutsideAuthors =
  | { ok: true; authors: OutsideAuthor[] }
  /** `line` counts from 1, empty lines included. */
  | { ok: false; line: number; problem: 'parts' | 'share' | 'twice' };

/**
 * Reads authors written one a line as "Họ tên; nơi công tác; tỷ lệ". The share may be left out and may
 * carry a percent sign. Two lines with the same name and workplace are the same person.
 */
export function readOutsideAuthors(text: string): OutsideAuthors {
  const authors: OutsideAuthor[] = [];
  const seen = new Set<string>();
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue;
    const line = index + 1;
    const [name = '', workplace = '', share = '', ...more] = row
      .split(';')
      .map((part) => part.trim());
    if (!name || !workplace || more.some(Boolean)) return { ok: false, line, problem: 'parts' };
    if (share && !isShare(share)) return { ok: false, line, problem: 'share' };
    const person = `${fold(name)};${fold(workplace)}`;
    if (seen.has(person)) return { ok: false, line, problem: 'twice' };
    seen.add(person);
    authors.push({ name, workplace, share: share ? Number.parseInt(share, 10) : null });
  }
  return { ok: true, authors };
}

/** The authors as they would be written in the form. */
export function writeOutsideAuthors(authors: readonly OutsideAuthor[]): string {
  return authors
    .map(({ name, workplace, share }) =>
      share === null ? `${name}; ${workplace}` : `${name}; ${workplace}; ${share}`,
    )
    .join('\n');
}

function isShare(text: string): boolean {
  return /^(?:[1-9]\d?|100)\s*%?$/.test(text);
}
