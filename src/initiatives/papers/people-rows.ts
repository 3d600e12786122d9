import { formatDay } from '../../kernel/time.ts';
import type { InitiativeFile } from '../file-queries.ts';
import { type AuthorDetail, nameKey, readAuthorDetails } from '../intake/people-lines.ts';

type People = Pick<InitiativeFile, 'authors' | 'authorDetails'>;

/** What was written of each author, in their order; undefined where nothing was. */
export function detailsOf({ authors, authorDetails }: People): (AuthorDetail | undefined)[] {
  const names = authors.map(({ name }) => name);
  const read = readAuthorDetails(authorDetails ?? '', names);
  const left = read.ok ? [...read.lines] : [];
  return names.map((name) => {
    const place = left.findIndex((line) => nameKey(line.name) === nameKey(name));
    return place < 0 ? undefined : left.splice(place, 1)[0];
  });
}

/** What was written before lines had a form, and fits no column; null when all of it does. */
export function looseDetails({ authors, authorDetails }: People): string | null {
  const names = authors.map(({ name }) => name);
  return readAuthorDetails(authorDetails ?? '', names).ok ? null : authorDetails;
}

/** 01/02/1985, or 1985 alone; empty when it was not written. */
export function bornText(detail: AuthorDetail | undefined): string {
  const born = detail?.born;
  if (!born) return '';
  return 'day' in born ? formatDay(born.day) : born.year;
}

/** Whether a day of birth or a qualification of an author is still to be written in by hand. */
export function leavesByHand(file: People): boolean {
  return detailsOf(file).some((detail) => !detail?.born || !detail.qualification);
}
