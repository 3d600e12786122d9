import type { Tx } from '../database/client.ts';
import type { Role } from '../database/generated/enums.ts';
import type { Day } from '../kernel/time.ts';
import type { Actor } from './actor.ts';

/** Those who look after the units of their grants: they read what concerns them. */
export const CARING_ROLES: readonly Role[] = ['head', 'secretary', 'inspector'];

/** Units for which the actor holds one of the roles, those below the granted ones included, by name. */
export async function unitsUnder(
  tx: Tx,
  actor: Actor,
  roles: readonly Role[],
  on: Day,
): Promise<{ id: string; name: string }[]> {
  const granted = actor.grants.filter(({ role }) => roles.includes(role));
  if (granted.length === 0) return [];
  const unitIds = granted.map(({ unitId }) => unitId);
  return tx.$queryRaw<{ id: string; name: string }[]>`
    with recursive tree as (
      select id, name from unit where id = any(${unitIds}::uuid[])
      union
      select unit.id, unit.name from unit join tree on unit.parent_id = tree.id
      where unit.valid_from <= ${on}::date and (unit.valid_to is null or unit.valid_to >= ${on}::date)
    )
    select id::text, name from tree order by name`;
}
