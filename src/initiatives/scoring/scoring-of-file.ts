import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { prepareScoring } from './prepare-scoring.ts';
import { type ScoringPicture, scoringPicture } from './scoring-queries.ts';
import { rightsIn, type ScoringRights } from './scoring-rights.ts';

export interface ScoringOfFile extends ScoringRights {
  initiativeId: string;
  /** The reader could open a scoring now. */
  mayOpen: boolean;
  /** Null: it was never scored. */
  scoring: ScoringPicture | null;
}

/** What the file of an initiative tells its reader of the scoring. */
export async function scoringOfFile(
  deps: Deps,
  actor: Actor,
  initiativeId: string,
): Promise<ScoringOfFile> {
  const scoring = await scoringPicture(deps.db, { initiativeId });
  const rights = scoring
    ? await rightsIn(deps, deps.db, actor, scoring)
    : { runs: false, scores: false, readsOutcome: false };
  return { initiativeId, scoring, ...rights, mayOpen: await mayOpen(deps, actor, initiativeId) };
}

async function mayOpen(deps: Deps, actor: Actor, initiativeId: string): Promise<boolean> {
  if (!actor.grants.some(({ role }) => role === 'secretary')) return false;
  try {
    return (await prepareScoring(deps, { actor, initiativeId })).scoringId === null;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
