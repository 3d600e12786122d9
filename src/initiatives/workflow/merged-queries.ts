import type { Tx } from '../../database/client.ts';
import { fold } from '../../rulebook/fold.ts';

/** An initiative that goes on in another one, directly or through a third. */
export interface MergedInitiative {
  id: string;
  number: string;
  /** Its authors in the staff list, and who handed it in. */
  readerIds: string[];
  authors: { personId: string | null; name: string }[];
}

/** All that goes on in an initiative, by number. */
export async function mergedInto(tx: Tx, initiativeId: string): Promise<MergedInitiative[]> {
  const ids = await tx.$queryRaw<{ id: string }[]>`
    with recursive taken_in as (
      select id from initiative where merged_into_id = ${initiativeId}::uuid
      union
      select initiative.id from initiative join taken_in on initiative.merged_into_id = taken_in.id
    )
    select id::text from taken_in`;
  if (ids.length === 0) return [];
  const rows = await tx.initiative.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, filedById: true, authors: authorFields },
  });
  return rows.map(({ filedById, authors, ...own }) => ({
    ...own,
    readerIds: [...new Set([...authors.flatMap(({ personId }) => personId ?? []), filedById])],
    authors: authors.map(named),
  }));
}

/** Authors of what was merged into an initiative who are no authors of it, with the number of each one that lacks some. */
export async function missingAuthors(
  tx: Tx,
  initiativeId: string,
): Promise<{ merged: string; names: string[] }[]> {
  const merged = await mergedInto(tx, initiativeId);
  if (merged.length === 0) return [];
  const { authors } = await tx.initiative.findUniqueOrThrow({
    where: { id: initiativeId },
    select: { authors: authorFields },
  });
  const own = new Set(authors.map((author) => markOf(named(author))));
  return merged.flatMap(({ number, authors: others }) => {
    const names = others.filter((one) => !own.has(markOf(one))).map(({ name }) => name);
    return names.length > 0 ? [{ merged: number, names }] : [];
  });
}

const authorFields = {
  orderBy: { ordinal: 'asc' },
  select: { personId: true, outsideName: true, person: { select: { fullName: true } } },
} as const;

function named(author: {
  personId: string | null;
  outsideName: string | null;
  person: { fullName: string } | null;
}) {
  const { personId, outsideName, person } = author;
  return { personId, name: person?.fullName ?? outsideName ?? '' };
}

/** One from outside the agency is known by the name. */
function markOf({ personId, name }: { personId: string | null; name: string }): string {
  return personId ?? fold(name);
}
