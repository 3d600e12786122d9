import { Prisma } from '../database/generated/client.ts';

// Tables for `with recursive`, each under the name by which the statement then reads it.

/** `tree (id, name)`: the units and everything below them. */
export function treeBelow(unitIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    tree as (
      select id, name from unit where id = any(${[...unitIds]}::uuid[])
      union
      select unit.id, unit.name from unit join tree on unit.parent_id = tree.id
    )`;
}

/** `lines (start_id, id, parent_id, depth)`: for each of the units as start, `line` of it. */
export function linesAbove(unitIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    lines as (
      select id as start_id, id, parent_id, 1 as depth from unit
      where id = any(${[...unitIds]}::uuid[])
      union all
      select lines.start_id, unit.id, unit.parent_id, depth + 1
      from unit join lines on unit.id = lines.parent_id
    )`;
}

/** `line (id, parent_id, depth)`: the unit, at depth 1, and those above it. */
export function lineAbove(unitId: string): Prisma.Sql {
  return Prisma.sql`
    ${linesAbove([unitId])}, line as (select id, parent_id, depth from lines)`;
}
