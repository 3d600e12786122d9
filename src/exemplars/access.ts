import type { Tx } from '../database/client.ts';
import type { Role } from '../database/generated/enums.ts';
import type { Actor } from '../people/actor.ts';
import { unitsHeld } from '../people/queries.ts';

/** Whose line of units a report that is not published concerns. */
const READING_ROLES: readonly Role[] = ['head', 'secretary', 'communications'];

/** What decides who may read an exemplar that is not, or no more, in the channels. */
export interface Concerned {
  reporterId: string;
  /** Others who reported the same. */
  mentionedByIds: readonly string[];
  subjects: readonly { personId: string | null; unitId: string }[];
}

/**
 * Whether somebody may read what was reported: those who reported it, those who are praised, and the head,
 * secretary and communications of their units and of those above.
 */
export async function mayReadReport(tx: Tx, actor: Actor, of: Concerned): Promise<boolean> {
  const { personId } = actor;
  if (of.reporterId === personId || of.mentionedByIds.includes(personId)) return true;
  if (of.subjects.some((subject) => subject.personId === personId)) return true;
  const unitIds = unitsOf(of);
  return (await unitsHeld(tx, actor, READING_ROLES, unitIds)).size > 0;
}

/** Whether somebody is of the communications of every unit concerned. */
export async function mayEdit(
  tx: Tx,
  actor: Actor,
  of: Pick<Concerned, 'subjects'>,
): Promise<boolean> {
  const unitIds = unitsOf(of);
  return (await unitsHeld(tx, actor, 'communications', unitIds)).size === unitIds.length;
}

function unitsOf({ subjects }: Pick<Concerned, 'subjects'>): string[] {
  return [...new Set(subjects.map(({ unitId }) => unitId))];
}
