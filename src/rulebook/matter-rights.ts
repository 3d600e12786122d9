import type { Tx } from '../database/client.ts';
import type { Actor } from '../people/actor.ts';
import { unitsHeld } from '../people/queries.ts';
import type { EligibilitySubject } from './facts.ts';

/** Of whom something may be open: with where the person works, or the unit itself. */
export interface MatterSubject {
  subject: EligibilitySubject;
  unitId: string | null;
}

/**
 * Of which subjects the actor may know that a complaint, an investigation … is open: those that they look
 * after as secretary or inspector, and never they themselves. One query, however many.
 */
export async function knowsMattersOf(
  tx: Tx,
  actor: Actor,
  subjects: readonly MatterSubject[],
): Promise<(of: MatterSubject) => boolean> {
  const units = [...new Set(subjects.flatMap(({ unitId }) => unitId ?? []))];
  const held = await unitsHeld(tx, actor, ['secretary', 'inspector'], units);
  return ({ subject, unitId }) =>
    unitId !== null &&
    held.has(unitId) &&
    !('personId' in subject && subject.personId === actor.personId);
}
