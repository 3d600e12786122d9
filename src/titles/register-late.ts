import type { Tx } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { refreshMessages, sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { nearestHolders } from '../people/queries.ts';
import type { TitleKey } from '../rulebook/rules.ts';
import { mayConfirm } from './confirmers.ts';
import { refuseConsidered } from './considered.ts';
import { keepHistory } from './keep-history.ts';
import { type LateSubject, lateSubject } from './late-subject.ts';
import { filedLate, toConfirm } from './messages.ts';
import { findRegistration, type Registration, type Window, windowsFor } from './queries.ts';
import {
  changedMeanwhile,
  closedWindow,
  lateReasonNeeded,
  nothingChosen,
  notYourStaff,
  problemsRefusal,
} from './refusals.ts';
import { checkRegistration, chooseWindow } from './rules.ts';
import { storeTitles } from './store-titles.ts';
import { closedWindowIs } from './window-sql.ts';

export interface LateFiling {
  actor: Actor;
  subject: LateSubject;
  year: number;
  chosen: readonly string[];
  shown: readonly TitleKey[];
  /** 0 when nothing was registered yet. */
  seenRevision: number;
  reason: string;
}

/**
 * Registers titles for a person or unit after the window closed, or changes what is registered: only by
 * the head who would confirm it, with a reason, and so confirmed at once. The database judges in the
 * statement that writes that the window is over. The same submission twice writes once.
 *
 * @throws AppError when something chosen cannot be registered, there is no reason, the window is not
 *   over, the actor is not the head who would confirm it, a council voted on what is registered, or it was changed meanwhile
 */
export async function registerLate(deps: Deps, filing: LateFiling): Promise<Registration> {
  const { rulebook } = deps;
  const { actor, subject, year, chosen, shown, seenRevision } = filing;
  const kind = 'personId' in subject ? 'person' : 'collective';
  const check = checkRegistration({ rulebook, subject: kind, chosen, shown });
  if (!check.ok) throw problemsRefusal(rulebook, check.problems, kind);
  if (check.titles.length === 0) throw nothingChosen();
  const reason = filing.reason.trim();
  if (reason === '') throw lateReasonNeeded();
  const on = today(deps);
  return inTransaction(deps.db, async (tx) => {
    const known = await lateSubject(tx, subject, on);
    if (!known || !(await mayConfirm(tx, actor, known.matter, on))) throw notYourStaff();
    const windows = await windowsFor(tx, known.windowUnitId);
    const window = closedWindow(chooseWindow(windows, { today: on, year }), { year, ...known });
    const before = await findRegistration(tx, { ...subject, year }, on);
    const same = (one: Registration) =>
      one.lateReason === reason &&
      one.revision > seenRevision &&
      one.titles.join() === check.titles.join();
    if (before && same(before)) return before;
    await refuseConsidered(deps, tx, { ...subject, year });
    const id = await write(deps, tx, { ...filing, reason }, { before, window });
    const now = await findRegistration(tx, { ...subject, year }, on);
    if (!id || !now) {
      if (now && same(now)) return now;
      throw changedMeanwhile();
    }
    await storeTitles(tx, rulebook, id, check.titles);
    const after = { ...now, titles: check.titles };
    await audit(tx, {
      kind: 'titles.registered_late',
      subjectId: id,
      actorId: actor.personId,
      ...('personId' in subject ? { onBehalfOfId: subject.personId } : {}),
      ...(before
        ? { before: { revision: before.revision, state: before.state, titles: before.titles } }
        : {}),
      after: { revision: after.revision, year, titles: after.titles },
      reason,
    });
    await keepHistory(tx, after, { actorId: actor.personId, reason });
    if (before) await refreshMessages(tx, toConfirm, id);
    for (const personId of await toTell(tx, deps, subject, actor)) {
      await sendMessage(tx, filedLate, {
        to: { personId },
        params: { revision: after.revision },
        subjectId: id,
        dedupeKey: `${filedLate.purpose}:${id}:${after.revision}:${personId}`,
      });
    }
    return after;
  });
}

/** @returns the id, or undefined when the window is not over or somebody else wrote meanwhile */
async function write(
  { zone }: Deps,
  tx: Tx,
  { actor, subject, year, seenRevision, reason }: LateFiling,
  { before, window }: { before: Registration | null; window: Window },
): Promise<string | undefined> {
  const personId = 'personId' in subject ? subject.personId : null;
  const unitId = 'unitId' in subject ? subject.unitId : null;
  const rows = before
    ? await tx.$queryRaw<{ id: string }[]>`
        update title_registration
        set state = 'confirmed', revision = revision + 1, filed_by_id = ${actor.personId}::uuid,
          filed_at = app_now(), return_reason = null, late_reason = ${reason}::text,
          settled_by_id = ${actor.personId}::uuid, settled_at = app_now()
        where id = ${before.id}::uuid and revision = ${seenRevision}::int
          and exists (
            select from registration_window where ${closedWindowIs(window.id, zone)})
        returning id`
    : await tx.$queryRaw<{ id: string }[]>`
        insert into title_registration
          (year, person_id, unit_id, filed_by_id, state, late_reason, settled_by_id, settled_at)
        select ${year}::int, ${personId}::uuid, ${unitId}::uuid, ${actor.personId}::uuid, 'confirmed',
          ${reason}::text, ${actor.personId}::uuid, app_now()
        from registration_window
        where ${closedWindowIs(window.id, zone)}
        on conflict do nothing
        returning id`;
  return rows[0]?.id;
}

/** The person, or the unit's own heads; not the one who did it. */
async function toTell(tx: Tx, deps: Deps, subject: LateSubject, actor: Actor): Promise<string[]> {
  const all =
    'personId' in subject
      ? [subject.personId]
      : await nearestHolders(tx, { role: 'head', unitId: subject.unitId, on: today(deps) });
  return all.filter((personId) => personId !== actor.personId);
}
