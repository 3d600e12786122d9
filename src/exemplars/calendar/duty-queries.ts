import type { Tx } from '../../database/client.ts';
import type { Day } from '../../kernel/time.ts';

/** When a unit, with all below it, last brought somebody forward. */
export interface Discovery {
  unitId: string;
  unitName: string;
  /** Null: never yet. */
  lastOn: Day | null;
}

/**
 * The last discovery of each unit: the day of the newest report of somebody of it, or of a unit below, which
 * a head endorsed or still may. By name.
 */
export async function discoveriesOf(
  tx: Tx,
  { unitIds, zone }: { unitIds: readonly string[]; zone: string },
): Promise<Discovery[]> {
  if (unitIds.length === 0) return [];
  return tx.$queryRaw<Discovery[]>`
    with recursive below as (
      select id as top, id from unit where id = any(${[...unitIds]}::uuid[])
      union
      select below.top, unit.id from unit join below on unit.parent_id = below.id
    )
    select unit.id::text as "unitId", unit.name as "unitName",
      to_char(max(exemplar.reported_at at time zone ${zone}::text), 'YYYY-MM-DD') as "lastOn"
    from unit join below on below.top = unit.id
    left join exemplar_subject as subject on subject.unit_id = below.id
      and exists (
        select from exemplar_endorsement as answer
        where answer.exemplar_id = subject.exemplar_id and answer.unit_id = subject.unit_id
          and answer.endorsed is distinct from false)
    left join exemplar on exemplar.id = subject.exemplar_id and exemplar.state <> 'declined'
    group by unit.id, unit.name
    order by unit.name`;
}
