import type { Tx } from '../database/client.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { dateColumn } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';

/**
 * The units whose initiatives a person may read by their office: as secretary, or as a member of an
 * initiative council, of the unit or of one above it. The same rule as `accessTo`, for many at once; what
 * is the person's own comes beside it.
 */
export async function unitsReadBy(deps: Deps, tx: Tx, actor: Actor): Promise<string[]> {
  const on = dateColumn(today(deps));
  const granted = actor.grants
    .filter(({ role }) => role === 'secretary')
    .map(({ unitId }) => unitId);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive office as (
      select id from unnest(${granted}::uuid[]) as id
      union
      select council.unit_id
      from council_member member join council on council.id = member.council_id
      where member.person_id = ${actor.personId}::uuid and council.kind = 'initiative'
        and member.from_date <= ${on} and (member.to_date is null or member.to_date >= ${on})
        and council.from_date <= ${on} and (council.to_date is null or council.to_date >= ${on})
    ), covered as (
      select id from office
      union
      select unit.id from unit join covered on unit.parent_id = covered.id
    )
    select id from covered`;
  return rows.map(({ id }) => id);
}

/** Whether an initiative may be read by somebody whose office covers these units. */
export function isReadable(
  initiative: {
    unitId: string;
    filedById: string;
    authors: readonly { personId: string | null }[];
  },
  reader: { personId: string; units: ReadonlySet<string> },
): boolean {
  return (
    reader.units.has(initiative.unitId) ||
    initiative.filedById === reader.personId ||
    initiative.authors.some(({ personId }) => personId === reader.personId)
  );
}
