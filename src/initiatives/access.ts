import { sittingsStoodIn } from '../councils/sittings/stand-ins.ts';
import type { Tx } from '../database/client.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { dateColumn } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { holdsRole, unitAndAbove } from '../people/queries.ts';
import { conflictsOf } from './conflicts-of.ts';

/** How much of an initiative a person may read: `all` has the confidential part too. */
export type Access = 'all' | 'without_confidential' | 'none';

/** Whether somebody stands in for a member at a sitting that has the initiative on its agenda. */
async function standsInFor(
  deps: Deps,
  tx: Tx,
  { personId }: Actor,
  initiativeId: string,
): Promise<boolean> {
  const sittings = await sittingsStoodIn(deps, tx, personId);
  if (sittings.length === 0) return false;
  const sittingIds = sittings.map(({ sittingId }) => sittingId);
  const where = { initiativeId, sittingId: { in: sittingIds } };
  return (await tx.agendaItem.count({ where })) > 0;
}

/**
 * The confidential part is for the secretary and the members of the initiative council of the unit or of one
 * above it, and whoever stands in for one at a sitting about it, who have no conflict of interest; the rest also for the other members, its authors and whoever handed
 * it in; nothing for others.
 */
export async function accessTo(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  initiative: {
    id: string;
    unitId: string;
    filedById: string;
    authors: readonly { personId: string | null }[];
  },
): Promise<Access> {
  if (await holdsRole(tx, actor, 'secretary', initiative.unitId)) return 'all';
  const on = dateColumn(today(deps));
  const current = { fromDate: { lte: on }, OR: [{ toDate: null }, { toDate: { gte: on } }] };
  const seat = await tx.councilMember.findFirst({
    where: {
      personId: actor.personId,
      ...current,
      council: {
        kind: 'initiative',
        unitId: { in: await unitAndAbove(tx, initiative.unitId) },
        ...current,
      },
    },
    select: { id: true },
  });
  const sits = seat !== null || (await standsInFor(deps, tx, actor, initiative.id));
  // Whoever has a conflict of interest is not of the council for this one.
  if (sits && !(await conflictsOf(deps, tx, initiative.id)).has(actor.personId)) return 'all';
  const involved =
    sits ||
    initiative.filedById === actor.personId ||
    initiative.authors.some(({ personId }) => personId === actor.personId);
  return involved ? 'without_confidential' : 'none';
}
