import type { RegistrationState } from '../database/generated/enums.ts';
import { inTransaction } from '../database/transaction.ts';
import { refreshMessages, sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { matterOf, mayConfirm } from './confirmers.ts';
import { keepHistory } from './keep-history.ts';
import { settled, toConfirm } from './messages.ts';
import { findRegistrationById, type Registration } from './queries.ts';
import { noRegistration, notYours, reasonNeeded } from './refusals.ts';

export type Verdict = { state: 'confirmed' } | { state: 'returned'; reason: string };

export interface Settlement {
  /** False: it stood otherwise before, and nothing was changed. */
  done: boolean;
  registration: Registration;
}

/**
 * Confirms or returns one revision of a registration. Pressing twice answers the same; a press for a
 * revision that is settled or replaced changes nothing and gives back how it stands.
 *
 * @throws AppError when the actor has no authority over it, or a return has no reason
 */
export async function settleRegistration(
  deps: Deps,
  input: { actor: Actor; registrationId: string; revision: number; verdict: Verdict },
): Promise<Settlement> {
  const { actor, registrationId, revision, verdict } = input;
  const reason = verdict.state === 'returned' ? verdict.reason.trim() : null;
  if (reason === '') throw reasonNeeded();
  return inTransaction(deps.db, async (tx) => {
    const before = await findRegistrationById(tx, registrationId, today(deps));
    if (!before) throw noRegistration();
    if (!(await mayConfirm(tx, actor, matterOf(before), today(deps)))) throw notYours();
    const written = await tx.$executeRaw`
      update title_registration
      set state = ${verdict.state}::registration_state, return_reason = ${reason}::text,
        settled_by_id = ${actor.personId}::uuid, settled_at = app_now()
      where id = ${registrationId}::uuid and revision = ${revision}::int and state = 'submitted'`;
    const registration = await findRegistrationById(tx, registrationId, today(deps));
    if (!registration) throw noRegistration();
    // Also after a late press, so that the card it was pressed on shows how things stand.
    await refreshMessages(tx, toConfirm, registrationId);
    if (written === 0) {
      return { done: isDoneBy(actor, registration, revision, verdict.state), registration };
    }
    await audit(tx, {
      kind: verdict.state === 'confirmed' ? 'titles.confirmed' : 'titles.returned',
      subjectId: registrationId,
      actorId: actor.personId,
      before: { revision, state: 'submitted' },
      after: { revision, state: verdict.state, titles: registration.titles },
      ...(reason === null ? {} : { reason }),
    });
    await keepHistory(tx, registration, { actorId: actor.personId, reason });
    await sendMessage(tx, settled, {
      to: { personId: registration.filedById },
      params: { revision },
      subjectId: registrationId,
      dedupeKey: `${settled.purpose}:${registrationId}:${revision}`,
    });
    return { done: true, registration };
  });
}

/**
 * The registration that a card's button is about, for one who may settle it.
 *
 * @throws AppError when the actor has no authority over it
 */
export async function openSettlement(
  deps: Deps,
  input: { actor: Actor; registrationId: string },
): Promise<Registration> {
  const { actor, registrationId } = input;
  const registration = await findRegistrationById(deps.db, registrationId, today(deps));
  if (!registration) throw noRegistration();
  if (!(await mayConfirm(deps.db, actor, matterOf(registration), today(deps)))) throw notYours();
  return registration;
}

function isDoneBy(
  actor: Actor,
  registration: Registration,
  revision: number,
  state: RegistrationState,
): boolean {
  return (
    registration.revision === revision &&
    registration.state === state &&
    registration.settledById === actor.personId
  );
}
