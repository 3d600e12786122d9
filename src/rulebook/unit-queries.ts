import type { Tx } from '../database/client.ts';
import type { Actor } from '../people/actor.ts';
import type { CalendarDate } from './calendar.ts';

/** Units that the actor heads or looks after as secretary or inspector, those below them included, by name. */
export async function unitsLookedAfter(
  tx: Tx,
  actor: Actor,
  on: CalendarDate,
): Promise<{ id: string; name: string }[]> {
  const roles = new Set(['head', 'secretary', 'inspector']);
  const granted = actor.grants.filter(({ role }) => roles.has(role)).map(({ unitId }) => unitId);
  if (granted.length === 0) return [];
  return tx.$queryRaw<{ id: string; name: string }[]>`
    with recursive tree as (
      select id, name from unit where id = any(${granted}::uuid[])
      union
      select unit.id, unit.name from unit join tree on unit.parent_id = tree.id
      where unit.valid_from <= ${on}::date and (unit.valid_to is null or unit.valid_to >= ${on}::date)
    )
    select id::text, name from tree order by name`;
}
