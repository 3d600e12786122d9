import { initiativesAwaitingCouncil } from '../../../initiatives/queries.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Actor } from '../../../people/actor.ts';
import { everyNominee, type Nominations } from '../nominations.ts';
import type { SittingPicture } from '../sitting-queries.ts';
import { sittingToRun } from '../sitting-to-run.ts';

export interface OfferedChange {
  sitting: SittingPicture;
  initiatives: { id: string; number: string; title: string; unitName: string }[];
  /** Titles of which some await the council and are not on this agenda. */
  nominations: Nominations[];
}

/**
 * A sitting for who would change it, with what could be put on its agenda.
 *
 * @throws AppError sitting_unknown, may_not_convene, sitting_called_off
 */
export async function prepareChange(
  deps: Deps,
  { actor, sittingId }: { actor: Actor; sittingId: string },
): Promise<OfferedChange> {
  const sitting = await sittingToRun(deps, { actor, sittingId });
  const councilUnitId = sitting.councilUnitId;
  const { kind } = await deps.db.council.findUniqueOrThrow({
    where: { id: sitting.councilId },
    select: { kind: true },
  });
  const there = new Set(sitting.agenda.map(({ item }) => item.initiative?.id));
  if (kind === 'initiative') {
    const awaiting = await initiativesAwaitingCouncil(deps.db, { councilUnitId });
    return { sitting, initiatives: awaiting.filter(({ id }) => !there.has(id)), nominations: [] };
  }
  const search = { zone: deps.zone, councilUnitId };
  const onAgenda = await deps.db.agendaItem.findMany({
    where: { sittingId, kind: 'nomination' },
    select: { itemKey: true, year: true, personId: true, unitId: true },
  });
  const nominations = new Map<string, Nominations>();
  for (const { itemKey, year, ...who } of await everyNominee(deps.db, search)) {
    const listed = onAgenda.some(
      (one) =>
        one.itemKey === itemKey &&
        one.year === year &&
        one.personId === who.personId &&
        one.unitId === who.unitId,
    );
    const count = (nominations.get(`${itemKey}:${year}`)?.count ?? 0) + 1;
    if (!listed) nominations.set(`${itemKey}:${year}`, { itemKey, year, count });
  }
  return { sitting, initiatives: [], nominations: [...nominations.values()] };
}
