import type { Tx } from '../database/client.ts';
import type { Actor } from '../people/actor.ts';
import { holdsRole } from '../people/queries.ts';
import { CARING_ROLES } from '../people/units-under.ts';

/** What a person may do with a record. */
export interface RecordAccess {
  read: boolean;
  /** Write discipline and leave down. */
  keep: boolean;
  /** See and write down what is open against the subject: the secretary and the inspector, never the subject. */
  matters: boolean;
}

/**
 * One reads one's own record, and those of whom one heads, looks after as secretary or inspector, or
 * administers; the nearest unit's roles and those above it count. Nobody keeps their own.
 *
 * @param whose.unitIds where the person works, or the unit with those that went on from it
 */
export async function recordAccess(
  tx: Tx,
  actor: Actor,
  whose: { personId: string | null; unitIds: readonly string[] },
): Promise<RecordAccess> {
  const own = whose.personId === actor.personId;
  const holds = async (roles: Parameters<typeof holdsRole>[2]): Promise<boolean> => {
    for (const unitId of whose.unitIds) {
      if (await holdsRole(tx, actor, roles, unitId)) return true;
    }
    return false;
  };
  const [read, keep, matters] = [
    own || (await holds([...CARING_ROLES, 'administrator'])),
    !own && (await holds(['secretary', 'administrator'])),
    !own && (await holds(['secretary', 'inspector'])),
  ];
  return { read, keep, matters };
}
