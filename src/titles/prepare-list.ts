import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Actor } from '../people/actor.ts';
import { unitAndBelow } from '../people/queries.ts';
import { CARING_ROLES } from '../people/units-under.ts';
import type { TitleKey } from '../rulebook/rules.ts';
import { awaitingConfirmation } from './confirmers.ts';
import { mayReadList, maySubmitList } from './list-authority.ts';
import {
  changedSince,
  findList,
  listsBelow,
  type SeasonCounts,
  seasonCounts,
  titleCounts,
  type UnitList,
  unitsBelow,
} from './list-queries.ts';
import { findRegistrationsByIds, type Registration, unitsById, windowsFor } from './queries.ts';
import { chooseWindow } from './rules.ts';
import { seasonPhrases } from './season-phrases.ts';

/** Eight groups of ten checkboxes. */
const MOST_TO_CONFIRM = 80;
/** Of all that wait for a person, those looked through for one unit and year. */
const MOST_LOOKED_THROUGH = 500;

/** What the list of a unit shows. */
export interface UnitListView {
  unit: { id: string; name: string; parentId: string | null };
  year: number;
  counts: SeasonCounts;
  titles: Map<TitleKey, { now: number; before: number }>;
  list: UnitList | null;
  /** Registrations that changed after it was sent. */
  changed: number;
  maySubmit: boolean;
  below: { id: string; name: string; list: UnitList | null }[];
  waiting: { count: number; first: Registration[] };
}

/** Units of which the actor would see the list: where the roles are granted, not all below. */
export async function listUnits(deps: Deps, actor: Actor): Promise<{ id: string; name: string }[]> {
  const ids = actor.grants
    .filter(({ role }) => CARING_ROLES.includes(role))
    .map(({ unitId }) => unitId);
  if (ids.length === 0) throw mayNotRead();
  return unitsById(deps.db, [...new Set(ids)]);
}

/**
 * @param request.year null: the year whose registration is open, else the latest
 * @throws AppError when the actor may not read the unit's list
 */
export async function prepareList(
  deps: Deps,
  request: { actor: Actor; unitId: string; year: number | null },
): Promise<UnitListView> {
  const { db } = deps;
  const { actor, unitId } = request;
  const on = today(deps);
  const [unit] = await unitsById(db, [unitId]);
  if (!unit || !(await mayReadList(db, actor, unitId))) throw mayNotRead();
  const choice = chooseWindow(await windowsFor(db, unitId), { today: on, year: request.year });
  const year =
    request.year ?? (choice.state === 'none' ? Number(on.slice(0, 4)) : choice.window.year);
  const search = { unitId, year, on };
  const list = await findList(db, { unitId_year: { unitId, year } });
  const lists = await listsBelow(db, search);
  const below = (await unitsBelow(db, search)).map(({ id, name }) => ({
    id,
    name,
    list: lists.find((one) => one.unitId === id) ?? null,
  }));
  return {
    unit,
    year,
    counts: await seasonCounts(db, search),
    titles: await titleCounts(db, search),
    list,
    changed: list ? await changedSince(db, { ...search, since: list.submittedAt }) : 0,
    maySubmit: unit.parentId !== null && maySubmitList(actor, unitId),
    below,
    waiting: await waitingFor(deps, actor, search),
  };
}

/** What waits in this unit and below for this person to confirm, oldest first. */
async function waitingFor(
  deps: Deps,
  { personId }: Actor,
  { unitId, year, on }: { unitId: string; year: number; on: string },
): Promise<UnitListView['waiting']> {
  const limit = MOST_LOOKED_THROUGH;
  const { ids } = await awaitingConfirmation(deps.db, { personId, on, limit });
  if (ids.length === 0) return { count: 0, first: [] };
  const units = new Set(await unitAndBelow(deps.db, unitId));
  const all = (await findRegistrationsByIds(deps.db, ids, on)).filter(
    (one) => one.year === year && units.has(one.subject.unitId ?? ''),
  );
  return { count: all.length, first: all.slice(0, MOST_TO_CONFIRM) };
}

export function mayNotRead(): AppError {
  return new AppError('may_not_read', { say: (language) => seasonPhrases[language].mayNotRead });
}
