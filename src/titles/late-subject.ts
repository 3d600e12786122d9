import type { Tx } from '../database/client.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { holdsRole, nearestHolders } from '../people/queries.ts';

/** For whom a head registers after the window closed. */
export type LateSubject = { personId: string } | { unitId: string };

export interface KnownSubject {
  name: string;
  /** The unit whose windows count. */
  windowUnitId: string;
  unitName: string;
  /** Whose head may: the person's unit, or the unit above the collective. */
  headUnitId: string | null;
  /** Never the person themself. */
  ownId: string | null;
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
    return { name, windowUnitId: id, unitName: name, headUnitId: parentId, ownId: null };
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
    headUnitId: unit.id,
    ownId: subject.personId,
  };
}

/** The one who would confirm it: a head for the unit or above; its secretary where there is no head. */
export async function mayRegisterLate(
  tx: Tx,
  actor: Actor,
  { windowUnitId, headUnitId, ownId }: KnownSubject,
  on: Day,
): Promise<boolean> {
  if (actor.personId === ownId) return false;
  if (headUnitId && (await holdsRole(tx, actor, 'head', headUnitId))) return true;
  if (!(await holdsRole(tx, actor, 'secretary', windowUnitId))) return false;
  const search = { role: 'head' as const, on, ...(ownId ? { except: ownId } : {}) };
  return !headUnitId || (await nearestHolders(tx, { ...search, unitId: headUnitId })).length === 0;
}
