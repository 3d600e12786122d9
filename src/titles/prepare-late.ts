import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { findTitle, type TitleKey } from '../rulebook/rules.ts';
import { mayConfirm } from './confirmers.ts';
import { refuseConsidered } from './considered.ts';
import { type KnownSubject, type LateSubject, lateSubject } from './late-subject.ts';
import { findRegistration, type Registration, type Window, windowsFor } from './queries.ts';
import { closedWindow, notYourStaff } from './refusals.ts';
import { chooseWindow, missingLower } from './rules.ts';

/** What the form of a late registration shows. */
export interface LateForm {
  subject: LateSubject;
  known: KnownSubject;
  year: number;
  window: Window;
  registration: Registration | null;
  chosen: TitleKey[];
}

/**
 * What a head sees who registers for somebody after the window closed.
 *
 * @param request.year null: the year whose window closed last
 * @throws AppError when the actor is not the head who would confirm it, or the window is not over
 */
export async function prepareLate(
  deps: Deps,
  request: {
    actor: Actor;
    subject: LateSubject;
    year: number | null;
    chosen: readonly TitleKey[];
  },
): Promise<LateForm> {
  const { actor, subject, chosen } = request;
  const on = today(deps);
  const known = await lateSubject(deps.db, subject, on);
  if (!known || !(await mayConfirm(deps.db, actor, known.matter, on))) throw notYourStaff();
  const windows = await windowsFor(deps.db, known.windowUnitId);
  const year = request.year ?? lastClosed(windows, on) ?? Number(on.slice(0, 4));
  const window = closedWindow(chooseWindow(windows, { today: on, year }), { year, ...known });
  await refuseConsidered(deps, deps.db, { ...subject, year });
  const registration = await findRegistration(deps.db, { ...subject, year }, on);
  const kept = registration?.state === 'withdrawn' ? [] : (registration?.titles ?? []);
  const wished = [...kept, ...chosen].filter((key) => findTitle(deps.rulebook, key));
  const ticked = [...new Set([...missingLower(deps.rulebook, wished), ...wished])];
  return { subject, known, year, window, registration, chosen: ticked };
}

function lastClosed(windows: readonly Window[], on: string): number | undefined {
  return windows
    .filter(({ closesOn }) => closesOn < on)
    .toSorted((a, b) => (a.closesOn < b.closesOn ? 1 : -1))[0]?.year;
}
