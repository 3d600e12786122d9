import type { Tx } from '../database/client.ts';
import type { Deps } from '../kernel/deps.ts';
import { today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { findTitle, type TitleKey } from '../rulebook/rules.ts';
import { type Confirmers, findConfirmers, matterOf } from './confirmers.ts';
import { refuseConsidered } from './considered.ts';
import {
  findRegistration,
  type Registration,
  unitsById,
  type Window,
  windowsFor,
} from './queries.ts';
import { notHeadOfUnit, openWindow } from './refusals.ts';
import { chooseWindow, missingLower } from './rules.ts';

/** Whom the actor registers for: themself, or a unit that they head. */
export interface Registrant {
  /** Null: the actor. */
  unitId: string | null;
  /** The unit whose windows count. */
  windowUnitId: string;
  unitName: string;
  parentId: string | null;
}

/** What the form shows. */
export interface RegistrationForm {
  year: number;
  registrant: Registrant;
  window: Window;
  /** What stands now, with who is to confirm it. */
  registration: Registration | null;
  confirmers: Confirmers | null;
  /** To be ticked at the start, with what stands below. */
  chosen: TitleKey[];
}

/** @throws AppError when the actor does not head the unit */
export async function findRegistrant(
  tx: Tx,
  actor: Actor,
  unitId: string | null,
): Promise<Registrant> {
  if (unitId === null) {
    return { unitId, windowUnitId: actor.unitId, unitName: actor.unitName, parentId: null };
  }
  if (!headedUnitIds(actor).includes(unitId)) throw notHeadOfUnit();
  const [unit] = await unitsById(tx, [unitId]);
  if (!unit) throw notHeadOfUnit();
  return { unitId, windowUnitId: unitId, unitName: unit.name, parentId: unit.parentId };
}

/** Units that the actor is head of: the unit of the grant itself, not those below it. */
export function headedUnitIds(actor: Actor): string[] {
  const ids = actor.grants.filter((grant) => grant.role === 'head').map((grant) => grant.unitId);
  return [...new Set(ids)];
}

/**
 * What a person sees when they register or amend.
 *
 * @param request.year null: the year whose window is open now
 * @throws AppError when no window is open, a council voted on what is registered, or the actor does not head the unit
 */
export async function prepareRegistration(
  deps: Deps,
  request: {
    actor: Actor;
    unitId: string | null;
    year: number | null;
    chosen: readonly TitleKey[];
  },
): Promise<RegistrationForm> {
  const { actor, unitId, chosen } = request;
  const on = today(deps);
  const registrant = await findRegistrant(deps.db, actor, unitId);
  const windows = await windowsFor(deps.db, registrant.windowUnitId);
  const choice = chooseWindow(windows, { today: on, year: request.year });
  const window = openWindow(choice, { year: request.year, unitName: registrant.unitName });
  const { year } = window;
  const key = unitId === null ? { personId: actor.personId, year } : { unitId, year };
  await refuseConsidered(deps, deps.db, key);
  const registration = await findRegistration(deps.db, key, on);
  const confirmers =
    registration?.state === 'submitted'
      ? await findConfirmers(deps.db, matterOf(registration), on)
      : null;
  const kept = registration?.state === 'withdrawn' ? [] : (registration?.titles ?? []);
  const wished = [...kept, ...chosen].filter((key) => findTitle(deps.rulebook, key));
  const ticked = [...missingLower(deps.rulebook, wished), ...wished];
  return { year, registrant, window, registration, confirmers, chosen: [...new Set(ticked)] };
}

/** The window in which a registration can be amended, and whether it is open today; null when there is none any more. */
export async function windowOfRegistration(
  deps: Deps,
  { year, subject }: Registration,
): Promise<{ window: Window; open: boolean } | null> {
  if (subject.unitId === null) return null;
  const windows = await windowsFor(deps.db, subject.unitId);
  const choice = chooseWindow(windows, { today: today(deps), year });
  return choice.state === 'none' ? null : { window: choice.window, open: choice.state === 'open' };
}
