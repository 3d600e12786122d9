import { Prisma } from '../../database/generated/client.ts';

/**
 * Two tables for a `with`: `mine`, these agenda items, and `same`, beside each (`mine`) every item that is about the
 * same (`item`), at any sitting: itself, that on the same initiative, that on the same person or collective for the
 * same title and year. How one of them stands, the others show.
 */
export function sameItems(itemIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    mine as (
      select id, kind, initiative_id, item_key, year, person_id, unit_id from agenda_item
      where id = any(${[...itemIds]}::uuid[])
    ), same as (
      select id as mine, id as item from mine
      union
      select mine.id, other.id from mine join agenda_item as other using (initiative_id)
      union
      select mine.id, other.id from mine
      join agenda_item as other using (person_id, item_key, year)
      union
      select mine.id, other.id from mine
      join agenda_item as other using (unit_id, item_key, year)
    )`;
}
