import { fold } from '../../rulebook/fold.ts';
import type { ExemplarFile } from '../queries.ts';

/** What a published exemplar is found by: its number, headline, and those who are named in it with their units. */
export function searchTextOf(
  file: Pick<ExemplarFile, 'number' | 'subjects'> & { headline: string },
): string {
  const named = file.subjects.filter((one) => one.mayBeNamed);
  return fold(
    [file.number, file.headline, ...named.flatMap(({ name, unitName }) => [name, unitName])].join(
      ' ',
    ),
  );
}
