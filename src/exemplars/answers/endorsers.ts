import type { Tx } from '../../database/client.ts';
import type { Day } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole, nearestHolders } from '../../people/queries.ts';

/** What decides who answers for a unit: nobody for praise of themselves, or of a collective that they named. */
interface Asked {
  unitId: string;
  reporterId: string;
  subjects: readonly { personId: string | null; unitId: string }[];
}

/**
 * Who is asked to endorse for a unit: its head, or the nearest above; the secretary where no head is left,
 * as for the head of the whole agency.
 */
export async function endorsersOf(tx: Tx, asked: Asked, on: Day): Promise<string[]> {
  const search = { unitId: asked.unitId, on, except: barred(asked) };
  const heads = await nearestHolders(tx, { ...search, role: 'head' });
  return heads.length > 0 ? heads : nearestHolders(tx, { ...search, role: 'secretary' });
}

/** Whether somebody may endorse for a unit: those who are asked, and every head above. */
export async function mayEndorse(tx: Tx, actor: Actor, asked: Asked, on: Day): Promise<boolean> {
  if (barred(asked).includes(actor.personId)) return false;
  if (await holdsRole(tx, actor, 'head', asked.unitId)) return true;
  return (await endorsersOf(tx, asked, on)).includes(actor.personId);
}

function barred({ unitId, reporterId, subjects }: Asked): string[] {
  const collective = subjects.some((one) => one.personId === null && one.unitId === unitId);
  const praised = subjects.flatMap(({ personId }) => personId ?? []);
  return collective ? [...praised, reporterId] : praised;
}
