import { inTransaction } from '../database/transaction.ts';
import { refreshMessages, sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { refuseConsidered } from './considered.ts';
import { keepHistory } from './keep-history.ts';
import { toConfirm, withdrawn } from './messages.ts';
import { findRegistrant } from './prepare-registration.ts';
import { findRegistrationById, type Registration, windowsFor } from './queries.ts';
import { changedMeanwhile, noRegistration, openWindow } from './refusals.ts';
import { chooseWindow } from './rules.ts';
import { openWindowIs } from './window-sql.ts';

/**
 * Takes a registration back while its window is open: the person their own, the head of a unit the
 * unit's. It stays on record with its history, and may be made anew while the window is open. The same
 * press twice answers the same. Who had confirmed it is told; a card that waits is redrawn.
 *
 * @throws AppError when the window is not open, a council voted on it, it is not the actor's, or it was changed meanwhile
 */
export async function withdrawRegistration(
  deps: Deps,
  input: { actor: Actor; registrationId: string; revision: number },
): Promise<Registration> {
  const { actor, registrationId, revision } = input;
  const on = today(deps);
  return inTransaction(deps.db, async (tx) => {
    const before = await findRegistrationById(tx, registrationId, on);
    if (!before || !isOwn(before, actor)) throw noRegistration();
    const unitId = before.subject.kind === 'collective' ? before.subject.unitId : null;
    const registrant = await findRegistrant(tx, actor, unitId);
    if (before.state === 'withdrawn' && before.revision === revision + 1) return before;
    const choice = chooseWindow(await windowsFor(tx, registrant.windowUnitId), {
      today: on,
      year: before.year,
    });
    const asked = { year: before.year, unitName: registrant.unitName };
    const window = openWindow(choice, asked);
    const { personId } = actor;
    await refuseConsidered(
      deps,
      tx,
      unitId === null ? { personId, year: before.year } : { unitId, year: before.year },
    );
    const written = await tx.$executeRaw`
      update title_registration
      set state = 'withdrawn', revision = revision + 1, filed_by_id = ${actor.personId}::uuid,
        filed_at = app_now(), return_reason = null, late_reason = null,
        settled_by_id = null, settled_at = null
      where id = ${registrationId}::uuid and revision = ${revision}::int and state <> 'withdrawn'
        and exists (
          select from registration_window where ${openWindowIs(window.id, deps.zone)})`;
    const after = await findRegistrationById(tx, registrationId, on);
    if (!after) throw noRegistration();
    if (written === 0) {
      if (after.state === 'withdrawn' && after.revision === revision + 1) return after;
      if (after.revision === revision) openWindow({ state: 'closed', window }, asked);
      throw changedMeanwhile();
    }
    await audit(tx, {
      kind: 'titles.withdrawn',
      subjectId: registrationId,
      actorId: actor.personId,
      before: { revision, state: before.state, titles: before.titles },
      after: { revision: after.revision, state: 'withdrawn' },
    });
    await keepHistory(tx, after, { actorId: actor.personId });
    await refreshMessages(tx, toConfirm, registrationId);
    if (before.state === 'confirmed' && before.settledById) {
      await sendMessage(tx, withdrawn, {
        to: { personId: before.settledById },
        params: { revision: after.revision },
        subjectId: registrationId,
        dedupeKey: `${withdrawn.purpose}:${registrationId}:${after.revision}`,
      });
    }
    return after;
  });
}

/** Whether it is the actor's own, or of a unit; whether they head that unit is asked next. */
function isOwn({ subject }: Registration, actor: Actor): boolean {
  return subject.kind === 'collective' || subject.personId === actor.personId;
}
