import type { Tx } from '../database/client.ts';

/**
 * Who is a relative of each of these persons: declared by either of the two, and not ended. Who declared it is told to
 * nobody here.
 */
export async function relativesOf(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const wanted = new Set(personIds);
  if (wanted.size === 0) return new Map();
  const rows = await tx.relativeDeclaration.findMany({
    where: {
      endedAt: null,
      OR: [{ personId: { in: [...wanted] } }, { relativeId: { in: [...wanted] } }],
    },
    select: { personId: true, relativeId: true },
  });
  const found = new Map<string, Set<string>>();
  for (const { personId, relativeId } of rows)
    for (const [of, who] of [
      [personId, relativeId],
      [relativeId, personId],
    ] as const)
      if (wanted.has(of)) found.set(of, (found.get(of) ?? new Set()).add(who));
  return found;
}
