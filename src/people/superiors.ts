import type { Tx } from '../database/client.ts';
import type { Day } from '../kernel/time.ts';

/**
 * The immediate superiors of persons and collectives on a day, by the id of the person or unit: the head of the unit
 * where a person works, for a head the one of the unit above; the head of a collective. Nobody where that post is
 * vacant.
 */
export async function immediateSuperiors(
  tx: Tx,
  { personIds, unitIds }: { personIds: readonly string[]; unitIds: readonly string[] },
  on: Day,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (personIds.length + unitIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ subjectId: string; personId: string }[]>`
    with now as (
      select person_id, unit_id, office from posting
      where from_date <= ${on}::date and (to_date is null or to_date >= ${on}::date)
    ), led as (
      select now.person_id as subject_id,
        case when now.office = 'head' then unit.parent_id else unit.id end as unit_id
      from now join unit on unit.id = now.unit_id
      where now.person_id = any(${[...personIds]}::uuid[])
      union
      select id, id from unit where id = any(${[...unitIds]}::uuid[])
    )
    select led.subject_id::text as "subjectId", head.person_id::text as "personId"
    from led join now as head on head.unit_id = led.unit_id and head.office = 'head'
    where head.person_id <> led.subject_id`;
  const found = new Map<string, Set<string>>();
  for (const { subjectId, personId } of rows)
    found.set(subjectId, (found.get(subjectId) ?? new Set()).add(personId));
  return found;
}
