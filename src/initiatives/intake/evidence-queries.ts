import type { Tx } from '../../database/client.ts';
import type { FileType } from '../../database/generated/enums.ts';

export interface EvidenceLine {
  id: string;
  name: string;
  type: FileType;
  /** In bytes. */
  size: number;
  sha256: string;
  /** Its name too is for those who may read the confidential part. */
  councilOnly: boolean;
  addedById: string;
  addedByName: string;
  addedAt: Date;
}

/** What was given to show what an initiative tells, in the order in which it came. */
export async function evidenceOf(tx: Tx, initiativeId: string): Promise<EvidenceLine[]> {
  const rows = await tx.initiativeEvidence.findMany({
    where: { initiativeId },
    orderBy: [{ addedAt: 'asc' }, { name: 'asc' }],
    select: {
      id: true,
      name: true,
      type: true,
      size: true,
      sha256: true,
      councilOnly: true,
      addedAt: true,
      addedById: true,
      addedBy: { select: { fullName: true } },
    },
  });
  return rows.map(({ addedBy, ...line }) => ({ ...line, addedByName: addedBy.fullName }));
}
