import type { Tx } from '../database/client.ts';

/** Who may neither score an initiative nor vote on it: its authors, and those who declared a conflict. */
export async function conflictsOf(
  tx: Tx,
  initiativeId: string,
): Promise<Map<string, 'author' | 'declared'>> {
  const declared = await tx.initiativeConflict.findMany({
    where: { initiativeId },
    select: { personId: true },
  });
  const authors = await tx.initiativeAuthor.findMany({
    where: { initiativeId, personId: { not: null } },
    select: { personId: true },
  });
  return new Map([
    ...declared.map(({ personId }) => [personId, 'declared'] as const),
    ...authors.flatMap(({ personId }) =>
      personId === null ? [] : [[personId, 'author'] as const],
    ),
  ]);
}
