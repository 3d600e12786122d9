import type { Tx } from '../../database/client.ts';
import type { Kinship } from './relative-rules.ts';

export interface DeclaredRelative {
  id: string;
  name: string;
  kinship: Kinship;
  declaredAt: Date;
}

/** What a person declared and did not end, oldest first; for that person only. */
export async function ownRelatives(tx: Tx, personId: string): Promise<DeclaredRelative[]> {
  const rows = await tx.relativeDeclaration.findMany({
    where: { personId, endedAt: null },
    orderBy: { declaredAt: 'asc' },
    select: {
      id: true,
      kinship: true,
      declaredAt: true,
      relative: { select: { fullName: true } },
    },
  });
  return rows.map(({ relative, ...row }) => ({ ...row, name: relative.fullName }));
}
