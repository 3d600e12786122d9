import type { Tx } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { refreshMessages, sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import type { TitleKey } from '../rulebook/rules.ts';
import { type Confirmers, findConfirmers, matterOf } from './confirmers.ts';
import { refuseConsidered } from './considered.ts';
import { keepHistory } from './keep-history.ts';
import { toConfirm } from './messages.ts';
import { findRegistrant, type Registrant } from './prepare-registration.ts';
import {
  findRegistration,
  type Registration,
  type RegistrationKey,
  type Window,
  windowsFor,
} from './queries.ts';
import { changedMeanwhile, nothingChosen, openWindow, problemsRefusal } from './refusals.ts';
import { checkRegistration, chooseWindow } from './rules.ts';
import { storeTitles } from './store-titles.ts';
import { openWindowIs } from './window-sql.ts';

export interface RegistrationReceipt {
  change: 'registered' | 'amended' | 'unchanged';
  registration: Registration;
  /** Titles that were not chosen but stand below one that was. */
  added: TitleKey[];
  /** Null: the unit has neither head nor secretary. */
  confirmers: Confirmers | null;
  window: Window;
}

interface Filing {
  actor: Actor;
  registrant: Registrant;
  year: number;
  titles: TitleKey[];
  /** The revision that the form showed; 0 when nothing was registered yet. */
  seenRevision: number;
}

/**
 * Registers titles for the actor, or for a unit that they head, or amends what is registered. The
 * titles below each choice are added (từ thấp đến cao, CV 4793/BHXH-TĐKT), except one that the person
 * took out of `shown`, which is refused. The database judges the window in the statement that writes.
 * The same submission twice writes once and answers the same.
 *
 * @throws AppError when something chosen cannot be registered, the window is not open, the actor does
 *   not head the unit, a council voted on what is registered, or the registration was changed after the form was opened
 */
export async function registerTitles(
  deps: Deps,
  input: {
    actor: Actor;
    /** Null: for the actor. */
    unitId: string | null;
    year: number;
    chosen: readonly string[];
    /** What the form showed as chosen. */
    shown: readonly TitleKey[];
    seenRevision: number;
  },
): Promise<RegistrationReceipt> {
  const { rulebook } = deps;
  const { actor, unitId, year, chosen, shown, seenRevision } = input;
  const subject = unitId === null ? 'person' : 'collective';
  const check = checkRegistration({ rulebook, subject, chosen, shown });
  if (!check.ok) throw problemsRefusal(rulebook, check.problems, subject);
  if (check.titles.length === 0) throw nothingChosen();
  const { titles, added } = check;
  return inTransaction(deps.db, async (tx) => {
    const registrant = await findRegistrant(tx, actor, unitId);
    const { unitName } = registrant;
    const windows = await windowsFor(tx, registrant.windowUnitId);
    const choice = chooseWindow(windows, { today: today(deps), year });
    const filing: Filing = { actor, registrant, year, titles, seenRevision };
    const before = await find(deps, tx, filing);
    const answer = async (change: RegistrationReceipt['change'], registration: Registration) => ({
      change,
      registration,
      added,
      confirmers: await findConfirmers(tx, matterOf(registration), today(deps)),
      window: openWindow(choice, { year, unitName }),
    });

    const repeated = before && repetition(before, filing);
    if (before && repeated) return answer(repeated, before);
    const window = openWindow(choice, { year, unitName });
    await refuseConsidered(deps, tx, keyOf(filing));
    const id = before
      ? await amend(deps, tx, filing, { id: before.id, window })
      : await insert(deps, tx, filing, window);
    const now = await find(deps, tx, filing);
    if (!id || !now) {
      // Somebody was quicker, perhaps this very submission at another process.
      const quicker = now && repetition(now, filing);
      if (now && quicker) return answer(quicker, now);
      const untouched = (now?.revision ?? 0) === seenRevision;
      if (untouched) openWindow({ state: 'closed', window }, { year, unitName });
      throw changedMeanwhile();
    }
    await storeTitles(tx, deps.rulebook, id, titles);
    await tell(deps, tx, { actor, before, registration: { ...now, titles } });
    return answer(before ? 'amended' : 'registered', { ...now, titles });
  });
}

/**
 * Whether what is stored already is what this filing asks for: by an earlier delivery of the same
 * submission, or because nothing was changed in the form. What was returned may be sent again as it is.
 */
function repetition(stored: Registration, filing: Filing): RegistrationReceipt['change'] | null {
  const { titles, seenRevision } = filing;
  if (stored.state === 'withdrawn') return null;
  const same =
    stored.titles.length === titles.length &&
    stored.titles.every((title, index) => title === titles[index]);
  if (!same) return null;
  if (seenRevision < stored.revision) return seenRevision === 0 ? 'registered' : 'amended';
  return stored.state === 'returned' ? null : 'unchanged';
}

async function find(deps: Deps, tx: Tx, filing: Filing): Promise<Registration | null> {
  return findRegistration(tx, keyOf(filing), today(deps));
}

function keyOf({ registrant, actor, year }: Filing): RegistrationKey {
  const { unitId } = registrant;
  return unitId === null ? { personId: actor.personId, year } : { unitId, year };
}

/** @returns the new id, or undefined when the window is not open or a registration is there already */
async function insert(
  deps: Deps,
  tx: Tx,
  { actor, registrant, year }: Filing,
  window: Window,
): Promise<string | undefined> {
  const personId = registrant.unitId === null ? actor.personId : null;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    insert into title_registration (year, person_id, unit_id, filed_by_id)
    select ${year}::int, ${personId}::uuid, ${registrant.unitId}::uuid, ${actor.personId}::uuid
    from registration_window
    where ${openWindowIs(window.id, deps.zone)}
    on conflict do nothing
    returning id`;
  return rows[0]?.id;
}

/** @returns the id, or undefined when the window is not open or the revision is another by now */
async function amend(
  deps: Deps,
  tx: Tx,
  { actor, seenRevision }: Filing,
  { id, window }: { id: string; window: Window },
): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update title_registration
    set state = 'submitted', revision = revision + 1, filed_by_id = ${actor.personId}::uuid,
      filed_at = app_now(), return_reason = null, late_reason = null,
      settled_by_id = null, settled_at = null
    where id = ${id}::uuid and revision = ${seenRevision}::int
      and exists (
        select from registration_window where ${openWindowIs(window.id, deps.zone)})
    returning id`;
  return rows[0]?.id;
}

async function tell(
  deps: Deps,
  tx: Tx,
  {
    actor,
    before,
    registration,
  }: { actor: Actor; before: Registration | null; registration: Registration },
): Promise<void> {
  const { id, revision, year, titles } = registration;
  await audit(tx, {
    kind: before ? 'titles.amended' : 'titles.registered',
    subjectId: id,
    actorId: actor.personId,
    ...(before
      ? { before: { revision: before.revision, state: before.state, titles: before.titles } }
      : {}),
    after: { revision, year, titles },
  });
  await keepHistory(tx, registration, { actorId: actor.personId });
  if (before) await refreshMessages(tx, toConfirm, id);
  const confirmers = await findConfirmers(tx, matterOf(registration), today(deps));
  for (const person of confirmers?.persons ?? []) {
    await sendMessage(tx, toConfirm, {
      to: { personId: person.id },
      params: { revision },
      subjectId: id,
      dedupeKey: `${toConfirm.purpose}:${id}:${revision}:${person.id}`,
    });
  }
}
