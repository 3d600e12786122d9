import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import { type Item, itemFields, itemOf } from './agenda-items.ts';

/** Somebody's own word that they have a conflict of interest about an item of a sitting. */
export interface DeclaredConflict {
  itemId: string;
  item: Item;
  personId: string;
  name: string;
  /** A ballot or a scoring left them out by it: it stays. */
  used: boolean;
}

/**
 * What these people declared about the items of a sitting, in the order of the agenda. Of an initiative it counts what
 * they declared themselves, at another sitting or to a scoring too.
 */
export async function declaredConflicts(
  { rulebook }: Pick<Deps, 'rulebook'>,
  tx: Tx,
  { sittingId, personIds }: { sittingId: string; personIds: readonly string[] },
): Promise<DeclaredConflict[]> {
  const rows = await tx.$queryRaw<{ itemId: string; personId: string; used: boolean }[]>`
    with declared as (
      select agenda_item_id as item_id, item_conflict.person_id, null::uuid as initiative_id
      from item_conflict join agenda_item on agenda_item.id = agenda_item_id
      where sitting_id = ${sittingId}::uuid
      union all
      select agenda_item.id, initiative_conflict.person_id, initiative_conflict.initiative_id
      from initiative_conflict join agenda_item using (initiative_id)
      where sitting_id = ${sittingId}::uuid
        and initiative_conflict.person_id = initiative_conflict.declared_by_id
    )
    select item_id::text as "itemId", declared.person_id::text as "personId", exists (
        select from ballot join agenda_item on agenda_item.id = ballot.agenda_item_id
        join roll_entry on roll_entry.ballot_id = ballot.id
        where (agenda_item.id = declared.item_id or agenda_item.initiative_id = declared.initiative_id)
          and roll_entry.person_id = declared.person_id and roll_entry.excluded is not null
      ) or exists (
        select from scoring join scorer on scorer.scoring_id = scoring.id
        where scoring.initiative_id = declared.initiative_id
          and scorer.person_id = declared.person_id and scorer.excluded is not null
      ) as used
    from declared where declared.person_id = any(${[...personIds]}::uuid[])`;
  const items = await tx.agendaItem.findMany({
    where: { id: { in: rows.map(({ itemId }) => itemId) } },
    orderBy: { ordinal: 'asc' },
    select: itemFields,
  });
  const people = await tx.person.findMany({
    where: { id: { in: rows.map(({ personId }) => personId) } },
    select: { id: true, fullName: true },
  });
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return items.flatMap((row) =>
    rows
      .filter(({ itemId }) => itemId === row.id)
      .map(({ personId, used }) => {
        const item = itemOf(row, rulebook);
        return { itemId: row.id, item, personId, name: names.get(personId) ?? '', used };
      }),
  );
}
