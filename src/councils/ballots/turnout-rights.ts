import { type Deps, today } from '../../kernel/deps.ts';
import { actorOf } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';
import { mayConvene } from '../authority.ts';
import type { CouncilOffice } from '../rules.ts';

/** What the reader of a turnout card may do there. */
export interface TurnoutRights {
  /** Sees who has not voted, never how anybody voted. */
  sees: boolean;
  /** Closes early, proposes an annulment. */
  runs: boolean;
  /** Records the decision that follows. */
  records: boolean;
}

const NO_RIGHTS: TurnoutRights = { sees: false, runs: false, records: false };

/**
 * What a reader may do on a turnout card now: nothing in a channel, nor for somebody who runs the council no more;
 * whom the vote is about only looks on.
 */
export async function turnoutRights(
  deps: Deps,
  personId: string | null,
  vote: { council: { id: string; unitId: string }; excluded: readonly string[] },
): Promise<TurnoutRights> {
  const actor = personId === null ? null : await actorOf(deps, personId);
  if (!actor) return NO_RIGHTS;
  const sees = await mayConvene(deps.db, actor, vote.council, today(deps));
  const acts = !vote.excluded.includes(actor.personId);
  return {
    sees,
    runs: sees && acts,
    records: acts && (await holdsRole(deps.db, actor, 'secretary', vote.council.unitId)),
  };
}

/** Who gets the turnout card in private: who opened the vote, chair and secretary of the council. */
export function turnoutReaders(
  members: readonly { personId: string; office: CouncilOffice }[],
  openerId: string,
): string[] {
  const leaders = members.filter(({ office }) => office === 'chair' || office === 'secretary');
  return [...new Set([openerId, ...leaders.map(({ personId }) => personId)])];
}
