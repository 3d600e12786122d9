import { CHOICES, type Choice } from '../rules.ts';

// The marks of a ballot sheet while it is filled in: a sign for each name, in the order of the agenda.

const SIGN: Record<Choice, string> = { agree: 'a', disagree: 'd', other: 'o' };
const NONE = '-';

export function noMarks(names: number): string {
  return NONE.repeat(names);
}

/** The choice at a place; null while there is none. */
export function markAt(marks: string, place: number): Choice | null {
  return CHOICES.find((choice) => SIGN[choice] === marks[place]) ?? null;
}

/** What a page says: one choice for all of it, and the places that are otherwise. */
export interface PageMarks {
  rest: Choice;
  except: Readonly<Record<Choice, readonly number[]>>;
}

/**
 * Writes a page, the places from `from` up to `to`, into the marks.
 *
 * @returns null when a place stands under two choices
 */
export function markPage(
  marks: string,
  { from, to }: { from: number; to: number },
  { rest, except }: PageMarks,
): string | null {
  const signs = [...marks];
  for (let place = from; place < to; place += 1) {
    const named = CHOICES.filter((choice) => except[choice].includes(place));
    if (named.length > 1) return null;
    signs[place] = SIGN[named[0] ?? rest];
  }
  return signs.join('');
}

/** How a page stands that was filled in before; null while any place of it is open. */
export function pageMarks(
  marks: string,
  { from, to }: { from: number; to: number },
): PageMarks | null {
  const places = Array.from({ length: to - from }, (_, index) => from + index);
  const chosen = places.map((place) => markAt(marks, place));
  if (chosen.includes(null)) return null;
  const of = (choice: Choice) => places.filter((place) => markAt(marks, place) === choice);
  const [rest = 'agree'] = CHOICES.toSorted((a, b) => of(b).length - of(a).length);
  const except = Object.fromEntries(
    CHOICES.map((choice) => [choice, choice === rest ? [] : of(choice)]),
  ) as Record<Choice, number[]>;
  return { rest, except };
}

/** Where the first open place is; the number of names when all are marked. */
export function firstOpen(marks: string): number {
  const place = marks.indexOf(NONE);
  return place === -1 ? marks.length : place;
}
