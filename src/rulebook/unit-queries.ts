import type { Tx } from '../database/client.ts';
import type { Actor } from '../people/actor.ts';
import { unitsUnder } from '../people/units-under.ts';
import type { CalendarDate } from './calendar.ts';

/** Units that the actor heads or looks after as secretary or inspector, those below them included, by name. */
export function unitsLookedAfter(
  tx: Tx,
  actor: Actor,
  on: CalendarDate,
): Promise<{ id: string; name: string }[]> {
  return unitsUnder(tx, actor, ['head', 'secretary', 'inspector'], on);
}
