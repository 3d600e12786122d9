import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { awaitingConfirmation, type Confirmers, findConfirmers, matterOf } from './confirmers.ts';
import { type GivenTitle, givenFor } from './considered.ts';
import { type SeasonCounts, seasonCounts } from './list-queries.ts';
import {
  findRegistration,
  findRegistrationsByIds,
  latestYearOf,
  type Registration,
  unitsById,
  type Window,
  windowsFor,
} from './queries.ts';
import { chooseWindow } from './rules.ts';

/** Of those that wait, Home shows the oldest few; the rest follow as these are settled. */
const SHOWN_ON_HOME = 5;
const UNITS_ON_HOME = 3;

/** Reads what Home tells a person of registering titles. */
export async function prepareHome(
  deps: Deps,
  actor: Actor,
): Promise<{
  open: Window | null;
  mine: Registration | null;
  confirmers: Confirmers | null;
  given: GivenTitle[];
  awaiting: { count: number; first: Registration[] };
  units: { id: string; name: string; year: number; counts: SeasonCounts }[];
}> {
  const { db } = deps;
  const on = today(deps);
  const { personId } = actor;
  const choice = chooseWindow(await windowsFor(db, actor.unitId), { today: on, year: null });
  const open = choice.state === 'open' ? choice.window : null;
  const year = open?.year ?? (await latestYearOf(db, personId));
  const mine = year === null ? null : await findRegistration(db, { personId, year }, on);
  const confirmers =
    mine?.state === 'submitted' ? await findConfirmers(db, matterOf(mine), on) : null;
  const given = mine === null ? [] : await givenFor(db, { personId, year: mine.year });
  const inCharge = actor.grants.filter(({ role }) => role === 'head' || role === 'secretary');
  if (inCharge.length === 0)
    return { open, mine, confirmers, given, awaiting: { count: 0, first: [] }, units: [] };
  const units = open ? await unitsOf(deps, inCharge, open.year) : [];
  const { count, ids } = await awaitingConfirmation(db, { personId, on, limit: SHOWN_ON_HOME });
  const first = ids.length > 0 ? await findRegistrationsByIds(db, ids, on) : [];
  return { open, mine, confirmers, given, awaiting: { count, first }, units };
}

/** The units in the actor's charge, with how many there have registered. */
async function unitsOf(
  deps: Deps,
  grants: Actor['grants'],
  year: number,
): Promise<{ id: string; name: string; year: number; counts: SeasonCounts }[]> {
  const ids = [...new Set(grants.map(({ unitId }) => unitId))];
  const units = (await unitsById(deps.db, ids)).slice(0, UNITS_ON_HOME);
  return Promise.all(
    units.map(async ({ id, name }) => ({
      id,
      name,
      year,
      counts: await seasonCounts(deps.db, { unitId: id, year, on: today(deps) }),
    })),
  );
}
