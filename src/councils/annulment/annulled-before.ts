import type { Tx } from '../../database/client.ts';
import type { Annulled } from '../ballots/queries.ts';
import { sameItems } from '../sittings/same-items.ts';

/**
 * The newest annulled result on each of these agenda items: of their own ballots, or of one on the same (`sameItems`)
 * at another sitting.
 *
 * @returns by the item's id; without those on which none was annulled
 */
export async function annulledBefore(
  tx: Tx,
  itemIds: readonly string[],
): Promise<Map<string, Annulled>> {
  const rows = await tx.$queryRaw<(Annulled & { id: string })[]>`
    with ${sameItems(itemIds)}
    select distinct on (same.mine) same.mine::text as id, annulment.reason,
      annulment.settled_at as "settledAt", proposer.full_name as "proposedByName",
      confirmer.full_name as "settledByName"
    from same
    join ballot on ballot.agenda_item_id = same.item
    join ballot_annulment as annulment on annulment.id = ballot.annulment_id
    join person as proposer on proposer.id = annulment.proposed_by_id
    join person as confirmer on confirmer.id = annulment.settled_by_id
    order by same.mine, annulment.settled_at desc`;
  return new Map(rows.map(({ id, ...annulled }) => [id, annulled]));
}
