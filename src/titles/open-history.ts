import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { matterOf, mayConfirm } from './confirmers.ts';
import { headedUnitIds } from './prepare-registration.ts';
import {
  findRegistrationById,
  historyOf,
  type PastRevision,
  type Registration,
} from './queries.ts';
import { noRegistration } from './refusals.ts';

/** With the block that says whose it is and two for each entry, below the hundred blocks of a modal. */
const ENTRIES = 40;

/**
 * What a registration has been, for its person, the head of its unit and those who confirm it.
 *
 * @throws AppError for everybody else
 */
export async function openHistory(
  deps: Deps,
  { actor, registrationId }: { actor: Actor; registrationId: string },
): Promise<{ registration: Registration; revisions: PastRevision[] }> {
  const registration = await findRegistrationById(deps.db, registrationId, today(deps));
  if (!registration || !(await mayRead(deps, actor, registration))) throw noRegistration();
  return { registration, revisions: await historyOf(deps.db, registrationId, ENTRIES) };
}

async function mayRead(deps: Deps, actor: Actor, registration: Registration): Promise<boolean> {
  const { subject } = registration;
  if (subject.kind === 'person' && subject.personId === actor.personId) return true;
  if (subject.kind === 'collective' && headedUnitIds(actor).includes(subject.unitId)) return true;
  return mayConfirm(deps.db, actor, matterOf(registration), today(deps));
}
