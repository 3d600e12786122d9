import type { Tx } from '../database/client.ts';
import type { SolutionKind } from '../database/generated/enums.ts';
import { unitAndBelow } from '../people/queries.ts';

// What a council needs of initiatives.

export interface AwaitingInitiative {
  id: string;
  number: string;
  title: string;
  unitName: string;
  filedAt: Date;
}

/** Initiatives accepted and not yet voted on, of the council's unit and those below it; oldest first. */
export async function initiativesAwaitingCouncil(
  tx: Tx,
  { councilUnitId }: { councilUnitId: string },
): Promise<AwaitingInitiative[]> {
  const units = await unitAndBelow(tx, councilUnitId);
  const rows = await tx.initiative.findMany({
    where: { state: 'accepted', unitId: { in: units } },
    orderBy: [{ filedAt: 'asc' }, { number: 'asc' }],
    select: {
      id: true,
      number: true,
      title: true,
      filedAt: true,
      unit: { select: { name: true } },
    },
  });
  return rows.map(({ unit, ...row }) => ({ ...row, unitName: unit.name }));
}

export interface CouncilInitiative {
  id: string;
  number: string;
  title: string;
  kind: SolutionKind;
  essence: string;
  priorState: string;
  benefits: string;
  /** In the order in which the authors stand; `personId` is null for one from outside the agency. */
  authors: { personId: string | null; name: string; share: number }[];
  /** For members of the council and the secretary only. */
  confidential: string | null;
}

export async function initiativeForCouncil(tx: Tx, id: string): Promise<CouncilInitiative | null> {
  const row = await tx.initiative.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      title: true,
      kind: true,
      essence: true,
      priorState: true,
      benefits: true,
      confidential: true,
      authors: {
        orderBy: { ordinal: 'asc' },
        select: {
          personId: true,
          outsideName: true,
          share: true,
          person: { select: { fullName: true } },
        },
      },
    },
  });
  if (!row) return null;
  const authors = row.authors.map(({ personId, outsideName, share, person }) => ({
    personId,
    name: person?.fullName ?? outsideName ?? '',
    share,
  }));
  return { ...row, authors };
}

/** The authors who are in the staff list. */
export async function authorPersonIds(tx: Tx, initiativeId: string): Promise<string[]> {
  const rows = await tx.initiativeAuthor.findMany({
    where: { initiativeId, personId: { not: null } },
    orderBy: { ordinal: 'asc' },
    select: { personId: true },
  });
  return rows.flatMap(({ personId }) => (personId === null ? [] : [personId]));
}
