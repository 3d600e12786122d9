import type { Tx } from '../database/client.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { holdsRole } from '../people/queries.ts';

/** Whether the actor runs this council's sittings: its chair or secretary, or the unit's secretary of emulation. */
export async function mayConvene(
  tx: Tx,
  actor: Actor,
  council: { id: string; unitId: string },
  on: Day,
): Promise<boolean> {
  const seat = await tx.councilMember.findFirst({
    where: {
      councilId: council.id,
      personId: actor.personId,
      office: { in: ['chair', 'secretary'] },
      ...inOffice(on),
    },
    select: { id: true },
  });
  return seat !== null || holdsRole(tx, actor, 'secretary', council.unitId);
}

/** Whether the actor is a member of a council on a day. */
export async function sitsIn(tx: Tx, actor: Actor, councilId: string, on: Day): Promise<boolean> {
  const seat = await tx.councilMember.findFirst({
    where: { councilId, personId: actor.personId, ...inOffice(on) },
    select: { id: true },
  });
  return seat !== null;
}

/** Rows of council members who sit on a day. */
export function inOffice(on: Day) {
  const date = dateColumn(on);
  return { fromDate: { lte: date }, OR: [{ toDate: null }, { toDate: { gte: date } }] };
}
