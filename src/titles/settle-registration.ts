import type { Tx } from '../database/client.ts';
import type { RegistrationState } from '../database/generated/enums.ts';
import { inTransaction } from '../database/transaction.ts';
import { refreshMessages, sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
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
  return inTransaction(deps.db, (tx) => settleIn(tx, deps, input));
}

/**
 * Confirms many in one transaction, each by its revision. What was settled or replaced meanwhile, or is
 * not for this person to confirm, is left as it is.
 *
 * @returns how many are confirmed by the actor now
 */
export async function confirmMany(
  deps: Deps,
  input: { actor: Actor; chosen: readonly { registrationId: string; revision: number }[] },
): Promise<{ confirmed: number; left: number }> {
  const { actor } = input;
  // In one order, so that two who confirm at once do not wait for each other in a circle.
  const chosen = input.chosen.toSorted((a, b) => (a.registrationId < b.registrationId ? -1 : 1));
  return inTransaction(deps.db, async (tx) => {
    let confirmed = 0;
    for (const one of chosen) {
      const settlement = await settleIn(tx, deps, { actor, ...one, verdict: CONFIRMED }).catch(
        (error: unknown) => {
          if (error instanceof AppError) return null;
          throw error;
        },
      );
      if (settlement?.done) confirmed += 1;
    }
    return { confirmed, left: chosen.length - confirmed };
  });
}

const CONFIRMED: Verdict = { state: 'confirmed' };

async function settleIn(
  tx: Tx,
  deps: Deps,
  input: { actor: Actor; registrationId: string; revision: number; verdict: Verdict },
): Promise<Settlement> {
  const { actor, registrationId, revision, verdict } = input;
  const reason = verdict.state === 'returned' ? verdict.reason.trim() : null;
  if (reason === '') throw reasonNeeded();
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
