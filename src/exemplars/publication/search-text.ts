import { fold } from '../../rulebook/fold.ts';
import type { ExemplarFile, Subject } from '../queries.ts';

/** What a published exemplar is found by: its number, headline, and those who are named in it with their units. */
export function searchTextOf(
  file: Pick<ExemplarFile, 'number'> & {
    headline: string;
    subjects: readonly Pick<Subject, 'name' | 'unitName' | 'mayBeNamed'>[];
  },
): string {
  const named = file.subjects.filter((one) => one.mayBeNamed);
  return fold(
    [file.number, file.headline, ...named.flatMap(({ name, unitName }) => [name, unitName])].join(
      ' ',
    ),
  );
}
