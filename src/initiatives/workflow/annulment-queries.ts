import type { Tx } from '../../database/client.ts';
import type { AnnulmentState } from '../../database/generated/enums.ts';

export interface Annulment {
  id: string;
  initiativeId: string;
  number: string;
  title: string;
  state: AnnulmentState;
  reason: string;
  proposedById: string;
  proposedByName: string;
  proposedAt: Date;
  settledById: string | null;
  settledByName: string | null;
  settledAt: Date | null;
  declineReason: string | null;
}

const fields = {
  id: true,
  initiativeId: true,
  state: true,
  reason: true,
  proposedById: true,
  proposedAt: true,
  settledById: true,
  settledAt: true,
  declineReason: true,
  proposedBy: { select: { fullName: true } },
  settledBy: { select: { fullName: true } },
  initiative: { select: { number: true, title: true } },
} as const;

export async function findAnnulment(tx: Tx, id: string): Promise<Annulment | null> {
  const row = await tx.initiativeAnnulment.findUnique({ where: { id }, select: fields });
  return row && annulmentOf(row);
}

/** Proposals that wait for this person: in the units given, neither proposed by them nor on their own work. */
export async function annulmentsAwaiting(
  tx: Tx,
  search: { personId: string; unitIds: readonly string[] },
): Promise<Annulment[]> {
  const { personId, unitIds } = search;
  if (unitIds.length === 0) return [];
  const rows = await tx.initiativeAnnulment.findMany({
    where: {
      state: 'proposed',
      proposedById: { not: personId },
      initiative: { unitId: { in: [...unitIds] }, authors: { none: { personId } } },
    },
    orderBy: { proposedAt: 'asc' },
    select: fields,
  });
  return rows.map(annulmentOf);
}

function annulmentOf({
  proposedBy,
  settledBy,
  initiative,
  ...row
}: Omit<Annulment, 'number' | 'title' | 'proposedByName' | 'settledByName'> & {
  proposedBy: { fullName: string };
  settledBy: { fullName: string } | null;
  initiative: { number: string; title: string };
}): Annulment {
  return {
    ...row,
    ...initiative,
    proposedByName: proposedBy.fullName,
    settledByName: settledBy?.fullName ?? null,
  };
}
