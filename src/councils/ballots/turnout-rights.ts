import type { Deps } from '../../kernel/deps.ts';
import { actorOf } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';
import type { CouncilOffice } from '../rules.ts';
import { findVote, runsVote, type VoteTarget } from './vote-queries.ts';

/** What the reader of a turnout card may do there. */
export interface TurnoutRights {
  /** In conflict: reads nothing of a vote that is open, no count either. */
  hidden: boolean;
  /** Sees who has not voted, never how anybody voted. */
  sees: boolean;
  /** Closes early, proposes an annulment. */
  runs: boolean;
  /** Records the decision that follows. */
  records: boolean;
}

const NO_RIGHTS: TurnoutRights = { hidden: false, sees: false, runs: false, records: false };

/**
 * What a reader may do on a turnout card now: nothing in a channel, nor for somebody who runs the council no more, nor
 * for whoever is in conflict, by the frozen roll or since.
 */
export async function turnoutRights(
  deps: Deps,
  personId: string | null,
  target: VoteTarget,
): Promise<TurnoutRights> {
  const actor = personId === null ? null : await actorOf(deps, personId);
  const vote = actor && (await findVote(deps, deps.db, target));
  if (!actor || !vote) return NO_RIGHTS;
  if (vote.barred.has(actor.personId)) return { ...NO_RIGHTS, hidden: true };
  const runs = await runsVote(deps, deps.db, actor, vote);
  const records = await holdsRole(deps.db, actor, 'secretary', vote.council.unitId);
  return { hidden: false, sees: runs, runs, records };
}

/** Who gets the turnout card in private: who opened the vote, chair and secretary of the council, who presides. */
export function turnoutReaders(
  members: readonly { personId: string; office: CouncilOffice }[],
  openerId: string,
  presiderId?: string,
): string[] {
  const leaders = members.filter(({ office }) => office === 'chair' || office === 'secretary');
  return [
    ...new Set([
      openerId,
      ...leaders.map(({ personId }) => personId),
      ...(presiderId ? [presiderId] : []),
    ]),
  ];
}
