import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { voteRefusal } from '../refusals.ts';
import { type Item, itemFields, itemOf } from '../sittings/agenda-items.ts';
import { mayCast } from './may-cast.ts';
import type { NotCast } from './why-not-cast.ts';

/**
 * Looks whether the actor could vote now, before a form is opened for it. Casting judges it again, in
 * the statement that writes.
 *
 * @throws AppError when the vote would not be cast, with the reason that casting would give
 */
export async function prepareVote(
  deps: Deps,
  { actor, ballotId }: { actor: Actor; ballotId: string },
): Promise<{ method: 'open' | 'secret'; item: Item }> {
  const [standing] = await deps.db.$queryRaw<
    { method: 'open' | 'secret'; agendaItemId: string; refused: NotCast | null }[]
  >`
    select ballot.method::text as method, agenda_item_id::text as "agendaItemId",
      case
        when roll_entry.person_id is null then 'not_member'
        when roll_entry.excluded is not null then roll_entry.excluded::text
        when turnout.person_id is not null then 'voted_before'
        when roll_entry.attendance = 'absent' then 'absent'
        when not ${mayCast} then 'not_in_writing'
        when ballot.state <> 'open' or ballot.closes_at <= app_now() then 'closed'
      end as refused
    from ballot
    left join roll_entry on roll_entry.ballot_id = ballot.id
      and roll_entry.person_id = ${actor.personId}::uuid
    left join turnout on turnout.ballot_id = ballot.id
      and turnout.person_id = roll_entry.person_id
    where ballot.id = ${ballotId}::uuid`;
  if (!standing) throw voteRefusal('unknown_ballot');
  if (standing.refused) throw voteRefusal(standing.refused);
  const { method, agendaItemId } = standing;
  const row = await deps.db.agendaItem.findUniqueOrThrow({
    where: { id: agendaItemId },
    select: itemFields,
  });
  return { method, item: itemOf(row, deps.rulebook) };
}
