import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';
import { accessTo } from '../access.ts';
import { conflictsOf } from '../conflicts-of.ts';
import type { ScoringPicture } from './scoring-queries.ts';

/** What a person may do in one scoring, and read of it. */
export interface ScoringRights {
  /** Opens and closes it, sees who has sent; after the close also the scores. */
  runs: boolean;
  /** Is on the panel and not excluded. */
  scores: boolean;
  /** Reads averages and the outcome, without names: after the close; authors after the decision. */
  readsOutcome: boolean;
}

/**
 * Who is an author of the initiative, or in conflict otherwise, neither runs its scoring nor scores nor
 * reads anything of the scores before the decision, whatever offices they hold.
 */
export async function rightsIn(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  scoring: ScoringPicture,
): Promise<ScoringRights> {
  const { initiative, council, panel } = scoring;
  const seat = panel.find(({ personId }) => personId === actor.personId);
  const conflicts = await conflictsOf(deps, tx, initiative.id);
  const conflicted = conflicts.has(actor.personId) || (seat?.excluded ?? null) !== null;
  const runs = !conflicted && (await holdsRole(tx, actor, 'secretary', council.unitId));
  const scores = !conflicted && seat !== undefined;
  const closed = scoring.state === 'closed';
  if (!closed || (!conflicted && (runs || scores))) return { runs, scores, readsOutcome: closed };
  const access = await accessTo(deps, tx, actor, initiative);
  const readsOutcome = initiative.decided ? access !== 'none' : !conflicted && access === 'all';
  return { runs, scores, readsOutcome };
}
