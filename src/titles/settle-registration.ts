import { inTransaction } from '../database/transaction.ts';
import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { matterOf, mayConfirm } from './confirmers.ts';
import { findRegistrationById, type Registration } from './queries.ts';
import { noRegistration, notYours, reasonNeeded } from './refusals.ts';
import { type Settlement, settleEach, type Verdict } from './settle-each.ts';

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
  const { actor, verdict, ...card } = input;
  if (verdict.state === 'returned' && verdict.reason.trim() === '') throw reasonNeeded();
  return inTransaction(deps.db, async (tx) => {
    const [settlement] = await settleEach(tx, deps, { actor, cards: [card], verdict });
    if (settlement === undefined || settlement === 'unknown') throw noRegistration();
    if (settlement === 'not_theirs') throw notYours();
    return settlement;
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
