import type { Tx } from '../database/client.ts';

/** What became of former units, by name: each with those that it went on as; without those that still are. */
export async function unitsNow(tx: Tx, unitIds: readonly string[]): Promise<Map<string, string[]>> {
  if (unitIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ former: string; name: string }[]>`
    with recursive went_on as (
      select id as former, id as now from unnest(${[...new Set(unitIds)]}::uuid[]) as id
      union
      select went_on.former, unit_succession.successor_id
      from went_on join unit_succession on unit_succession.predecessor_id = went_on.now
    )
    select went_on.former, unit.name
    from went_on join unit on unit.id = went_on.now
    where went_on.now <> went_on.former
      and not exists (select from unit_succession where predecessor_id = went_on.now)
    order by unit.name`;
  const now = new Map<string, string[]>();
  for (const { former, name } of rows) now.set(former, [...(now.get(former) ?? []), name]);
  return now;
}
