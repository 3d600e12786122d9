import type { Tx } from '../database/client.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import type { ConfirmationMatter } from './confirmers.ts';

/** For whom a head registers after the window closed. */
export type LateSubject = { personId: string } | { unitId: string };

export interface KnownSubject {
  name: string;
  /** The unit whose windows count. */
  windowUnitId: string;
  unitName: string;
  /** Who registers it late is who would confirm it. */
  matter: ConfirmationMatter;
}

/** The person with the unit in which they work now, or the unit; null when there is none. */
export async function lateSubject(
  tx: Tx,
  subject: LateSubject,
  on: Day,
): Promise<KnownSubject | null> {
  if ('unitId' in subject) {
    const unit = await tx.unit.findUnique({
      where: { id: subject.unitId },
      select: { id: true, name: true, parentId: true },
    });
    if (!unit) return null;
    const { id, name, parentId } = unit;
    const matter = { headUnitId: parentId, secretaryUnitId: id, ownId: null };
    return { name, windowUnitId: id, unitName: name, matter };
  }
  const day = dateColumn(on);
  const person = await tx.person.findUnique({
    where: { id: subject.personId },
    select: {
      fullName: true,
      postings: {
        where: { fromDate: { lte: day }, OR: [{ toDate: null }, { toDate: { gte: day } }] },
        take: 1,
        select: { unit: { select: { id: true, name: true } } },
      },
    },
  });
  const unit = person?.postings[0]?.unit;
  if (!person || !unit) return null;
  return {
    name: person.fullName,
    windowUnitId: unit.id,
    unitName: unit.name,
    matter: { headUnitId: unit.id, secretaryUnitId: unit.id, ownId: subject.personId },
  };
}
