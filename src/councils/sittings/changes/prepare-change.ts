import { initiativesAwaitingCouncil } from '../../../initiatives/queries.ts';
import { type Deps, today } from '../../../kernel/deps.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Actor } from '../../../people/actor.ts';
import { mayConvene } from '../../authority.ts';
import { phrases } from '../../ballots/phrases.ts';
import { type Nominations, nominationsAwaiting, nomineesAwaiting } from '../nominations.ts';
import { type SittingPicture, sittingPicture } from '../sitting-queries.ts';
import { changePhrases } from './change-phrases.ts';

export interface OfferedChange {
  sitting: SittingPicture;
  initiatives: { id: string; number: string; title: string; unitName: string }[];
  /** Titles of which some await the council and are not on this agenda. */
  nominations: Nominations[];
}

/**
 * A sitting for who would change it, with what could be put on its agenda.
 *
 * @throws AppError item_gone, may_not_convene, sitting_called_off
 */
export async function prepareChange(
  deps: Deps,
  { actor, sittingId }: { actor: Actor; sittingId: string },
): Promise<OfferedChange> {
  const sitting = await sittingToChange(deps, { actor, sittingId });
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
  const nominations: Nominations[] = [];
  for (const { itemKey, year } of await nominationsAwaiting(deps.db, search)) {
    const listed = onAgenda.filter((one) => one.itemKey === itemKey && one.year === year);
    const names = await nomineesAwaiting(deps.db, { ...search, itemKey, year });
    const count = names.filter(
      (who) => !listed.some((one) => one.personId === who.personId && one.unitId === who.unitId),
    ).length;
    if (count > 0) nominations.push({ itemKey, year, count });
  }
  return { sitting, initiatives: [], nominations };
}

/** @throws AppError item_gone, may_not_convene, sitting_called_off */
export async function sittingToChange(
  deps: Deps,
  { actor, sittingId }: { actor: Actor; sittingId: string },
): Promise<SittingPicture> {
  const sitting = await sittingPicture(deps, sittingId);
  if (!sitting) throw new AppError('item_gone', { say: (l) => phrases[l].itemGone });
  const council = { id: sitting.councilId, unitId: sitting.councilUnitId };
  if (!(await mayConvene(deps.db, actor, council, today(deps))))
    throw new AppError('may_not_convene', { say: (l) => phrases[l].mayNotConvene });
  if (sitting.calledOff)
    throw new AppError('sitting_called_off', { say: (l) => changePhrases[l].calledOffRefusal });
  return sitting;
}
