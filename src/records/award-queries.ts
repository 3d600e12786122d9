import type { Tx } from '../database/client.ts';
import { type Day, dayOf } from '../kernel/time.ts';

/** An award as the records have it. */
export interface StoredAward {
  personId: string | null;
  unitId: string | null;
  subjectName: string;
  title: string;
  year: number;
  number: string;
  decidedOn: Day;
  signatory: string;
  annulled: boolean;
}

export async function findAward(tx: Tx, id: string): Promise<StoredAward | null> {
  const row = await tx.award.findUnique({
    where: { id },
    select: {
      personId: true,
      unitId: true,
      title: true,
      year: true,
      decisionNumber: true,
      decidedOn: true,
      signatory: true,
      annulledAt: true,
      person: { select: { fullName: true } },
      unit: { select: { name: true } },
    },
  });
  if (!row) return null;
  const { person, unit, decisionNumber, decidedOn, annulledAt, ...plain } = row;
  return {
    ...plain,
    subjectName: person?.fullName ?? unit?.name ?? '',
    number: decisionNumber,
    decidedOn: dayOf(decidedOn),
    annulled: annulledAt !== null,
  };
}
