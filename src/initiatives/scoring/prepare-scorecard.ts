import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import {
  type OwnScorecard,
  ownScorecard,
  SCORABLE,
  type ScoringPicture,
  scoringPicture,
} from './scoring-queries.ts';
import { excludedRefusal, scoringRefusal, unknownScoring } from './scoring-refusal.ts';
import { rightsIn } from './scoring-rights.ts';

/**
 * What a member's form is drawn from. Saving judges it again, in the statement that writes.
 *
 * @throws AppError scoring_unknown, excluded, scoring_over, scorecard_fixed
 */
export async function prepareScorecard(
  deps: Deps,
  { actor, scoringId }: { actor: Actor; scoringId: string },
): Promise<{ scoring: ScoringPicture; own: OwnScorecard | null }> {
  const scoring = await scoringPicture(deps.db, { id: scoringId });
  const seat = scoring?.panel.find(({ personId }) => personId === actor.personId);
  if (!scoring || !seat) throw unknownScoring();
  if (seat.excluded) throw excludedRefusal(seat.excluded);
  const { scores } = await rightsIn(deps, deps.db, actor, scoring);
  if (!scores) throw excludedRefusal('author');
  const [open] = await deps.db.$queryRaw<unknown[]>`
    select from scoring join initiative on initiative.id = scoring.initiative_id
    where scoring.id = ${scoringId}::uuid and scoring.state = 'open' and closes_at > app_now()
      and initiative.state::text = any(${[...SCORABLE]})`;
  if (!open) throw scoringRefusal('scoring_over', (p) => p.scoringOver);
  const own = await ownScorecard(deps.db, { scoringId, personId: actor.personId });
  if (own?.lookedAt) throw scoringRefusal('scorecard_fixed', (p) => p.fixed);
  return { scoring, own };
}
